-- title:   Investment by county
-- asks:    Where is the money going?
-- means:   total investment of the plan's projects by the county of their site; the city's own level and cross-county projects are rows of their own, so that the rows sum to the city
-- grain:   one row per county, largest first, counties without projects last
-- params:  as_of DATE, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?, batches VARCHAR[]?,
--          sponsors VARCHAR[]?
-- ignores: county
-- returns: county_code VARCHAR, projects BIGINT, total_wan DECIMAL(38,2), started BIGINT, started_pct DOUBLE
with chosen as (
    select *
    from ledger
    where
        as_of = $as_of
        and is_planned
        and ($sectors is null or list_contains($sectors, sector))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
),

behind as (
    select
        coalesce(chosen.county_code, divisions.county_code) as county_code,
        chosen.project_id,
        chosen.name,
        chosen.sector,
        chosen.year_status,
        chosen.total_wan,
        chosen.is_started,
        chosen.evidence,
        chosen.published_fields,
        chosen.source_file,
        chosen.source_sheet,
        chosen.source_row
    from divisions
    full join chosen on divisions.county_code = chosen.county_code
)

select
    county_code,
    count(project_id) as projects,
    cast(coalesce(sum(total_wan), 0) as decimal(38, 2)) as total_wan,
    count(case when is_started then project_id end) as started,
    100 * cast(count(case when is_started then project_id end) as double) / nullif(count(project_id), 0) as started_pct
from behind
group by county_code
order by total_wan desc, county_code
