-- title:   What the energy projects bring
-- asks:    How much electricity do the projects generate, how much coal do they save and how much CO₂ do they avoid in a full year?
-- means:   stated generation and coal saved of each project; the part of a full year's capacity that the generation needs, beside the highest that the kind can reach; grams of coal per kWh; CO₂ = coal saved × the factor of data/reference/factors.csv
-- grain:   one row per energy project that states generation or coal saved, most generation first
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- returns: project_id VARCHAR, name VARCHAR, energy_kind VARCHAR, capacity_mw DECIMAL(18,4),
--          annual_energy_mwh DECIMAL(18,4), load_pct DOUBLE, highest_pct DOUBLE, coal_saved_t DECIMAL(18,4),
--          coal_g_per_kwh DOUBLE, co2_avoided_t DOUBLE
with behind as (
    select
        project_id, name, county_code, energy_kind, capacity_mw, annual_energy_mwh, coal_saved_t,
        plausible.highest as highest_pct, factors.co2_per_t_standard_coal,
        evidence, published_fields, source_file, source_sheet, source_row
    from ledger
    left join plausible on plausible.rule = 'capacity_factor' and plausible.code = ledger.energy_kind
    cross join factors
    where
        as_of = $as_of
        and is_planned
        and sector = 'energy'
        and (annual_energy_mwh is not null or coal_saved_t is not null)
        and ($counties is null or list_contains($counties, county_code))
        and ($sectors is null or list_contains($sectors, sector))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
)

select
    project_id,
    name,
    energy_kind,
    capacity_mw,
    annual_energy_mwh,
    100 * cast(annual_energy_mwh as double) / nullif(cast(capacity_mw as double) * 8760, 0) as load_pct,
    highest_pct,
    coal_saved_t,
    1000 * cast(coal_saved_t as double) / nullif(cast(annual_energy_mwh as double), 0) as coal_g_per_kwh,
    cast(coal_saved_t as double) * co2_per_t_standard_coal as co2_avoided_t
from behind
order by annual_energy_mwh desc nulls last, project_id
