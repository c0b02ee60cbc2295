-- title:   Capacity factor
-- asks:    At which share of its capacity would a plant have to run to generate what is stated?
-- means:   stated generation of a full year ÷ (installed capacity × 8,760 hours), held against what the kind can reach
-- grain:   one row per project that states both, highest first
-- unit:    pct
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?, projects VARCHAR[]?
-- returns: project_id VARCHAR, capacity_mw DECIMAL(18,4), annual_energy_mwh DECIMAL(18,4), highest_pct DOUBLE, value DOUBLE, is_implausible BOOLEAN
with behind as (
    select
        ledger.project_id,
        ledger.name,
        ledger.county_code,
        ledger.energy_kind,
        ledger.capacity_mw,
        ledger.annual_energy_mwh,
        plausible.highest as highest_pct,
        ledger.evidence,
        ledger.published_fields,
        ledger.source_file,
        ledger.source_sheet,
        ledger.source_row
    from ledger
    left join plausible on plausible.rule = 'capacity_factor' and plausible.code = ledger.energy_kind
    where
        ledger.as_of = $as_of
        and ledger.capacity_mw > 0
        and ledger.annual_energy_mwh is not null
        and ($counties is null or list_contains($counties, ledger.county_code))
        and ($sectors is null or list_contains($sectors, ledger.sector))
        and ($natures is null or list_contains($natures, ledger.nature))
        and ($sizes is null or list_contains($sizes, ledger.size))
        and ($batches is null or list_contains($batches, ledger.batch_id))
        and ($sponsors is null or list_contains($sponsors, ledger.sponsor))
        and ($projects is null or list_contains($projects, ledger.project_id))
)

select
    project_id,
    capacity_mw,
    annual_energy_mwh,
    highest_pct,
    100 * cast(annual_energy_mwh as double) / (cast(capacity_mw as double) * 8760) as value,
    100 * cast(annual_energy_mwh as double) / (cast(capacity_mw as double) * 8760) > highest_pct as is_implausible
from behind
order by value desc, project_id
