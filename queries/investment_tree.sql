-- title:   Investment by county, sector and project
-- asks:    Which projects carry a county's and a sector's investment?
-- means:   total investment of each project of the plan, within its sector, within its county
-- grain:   one row per project, largest first
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- returns: county_code VARCHAR, sector VARCHAR, project_id VARCHAR, name VARCHAR, total_wan DECIMAL(18,2)
with behind as (
    select
        project_id, name, coalesce(county_code, '') as county_code, sector, year_status, total_wan,
        evidence, published_fields, source_file, source_sheet, source_row
    from ledger
    where
        as_of = $as_of
        and is_planned
        and ($counties is null or list_contains($counties, county_code))
        and ($sectors is null or list_contains($sectors, sector))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
)

select
    county_code,
    sector,
    project_id,
    name,
    total_wan
from behind
order by total_wan desc, project_id
