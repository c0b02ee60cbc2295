-- title:   Parks
-- asks:    What is being built in the development zones and parks?
-- means:   projects of the plan whose site is a development zone or park
-- grain:   one row per park and county, largest first
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- returns: park VARCHAR, county_code VARCHAR, projects BIGINT, total_wan DECIMAL(38,2), started BIGINT,
--          started_pct DOUBLE, done_pct DOUBLE
with behind as (
    select
        park, county_code, project_id, name, sector, total_wan, is_started, year_plan_wan, year_done_wan,
        evidence, published_fields, source_file, source_sheet, source_row
    from ledger
    where
        as_of = $as_of
        and is_planned
        and park is not null
        and ($counties is null or list_contains($counties, county_code))
        and ($sectors is null or list_contains($sectors, sector))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
)

select
    park,
    county_code,
    count(*) as projects,
    cast(sum(total_wan) as decimal(38, 2)) as total_wan,
    count(case when is_started then 1 end) as started,
    100 * cast(count(case when is_started then 1 end) as double) / count(*) as started_pct,
    100 * cast(coalesce(sum(year_done_wan), 0) as double)
    / nullif(cast(sum(year_plan_wan) as double), 0) as done_pct
from behind
group by park, county_code
order by total_wan desc, park, county_code
