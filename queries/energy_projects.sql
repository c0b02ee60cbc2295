-- title:   Energy projects of the plan
-- asks:    Which energy projects are the largest, and how far are they?
-- means:   the energy projects of the plan by their total investment, with their capacity, the part of this year's plan that is done and their light
-- grain:   one row per project, largest first
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- returns: project_id VARCHAR, name VARCHAR, county_code VARCHAR, energy_kind VARCHAR, total_wan DECIMAL(18,2),
--          capacity_mw DECIMAL(18,4), year_plan_wan DECIMAL(18,2), done_pct DOUBLE, light VARCHAR
with behind as (
    select
        ledger.project_id, name, county_code, energy_kind, total_wan, capacity_mw, year_plan_wan, year_done_wan, light,
        evidence, published_fields, source_file, source_sheet, source_row
    from ledger
    left join lights on ledger.as_of = lights.as_of and ledger.project_id = lights.project_id
    where
        ledger.as_of = $as_of
        and is_planned
        and sector = 'energy'
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
    county_code,
    energy_kind,
    total_wan,
    capacity_mw,
    year_plan_wan,
    100 * cast(year_done_wan as double) / nullif(cast(year_plan_wan as double), 0) as done_pct,
    light
from behind
order by total_wan desc, project_id
