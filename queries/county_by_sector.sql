-- title:   Counties by sector
-- asks:    What does each county build?
-- means:   projects and total investment of the plan in each county and sector; the rows sum to the selection
-- grain:   one row per county and sector that has projects, in the city's order
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- returns: county_code VARCHAR, sector VARCHAR, projects BIGINT, total_wan DECIMAL(38,2)
with behind as (
    select
        coalesce(divisions.position, 999) as position, coalesce(sectors.position, 999) as sector_position,
        ledger.county_code, ledger.sector, project_id, name, total_wan,
        evidence, published_fields, source_file, source_sheet, source_row
    from ledger
    left join divisions on ledger.county_code = divisions.county_code
    left join sectors on ledger.sector = sectors.sector
    where
        as_of = $as_of
        and is_planned
        and ($counties is null or list_contains($counties, ledger.county_code))
        and ($sectors is null or list_contains($sectors, ledger.sector))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
)

select
    county_code,
    sector,
    count(*) as projects,
    cast(sum(total_wan) as decimal(38, 2)) as total_wan
from behind
group by position, county_code, sector_position, sector
order by position, county_code, sector_position, sector
