-- title:   Course of the start rate by county
-- asks:    How has each county's start rate moved over the year?
-- means:   started projects ÷ all projects of the plan, by county of the site, at each snapshot of the year up to the date
-- grain:   one row per county and snapshot, in the city's order
-- params:  as_of DATE, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?, batches VARCHAR[]?,
--          sponsors VARCHAR[]?
-- ignores: county
-- returns: county_code VARCHAR, as_of DATE, projects BIGINT, started BIGINT, started_pct DOUBLE
with behind as (
    select
        ledger.as_of, ledger.county_code, coalesce(divisions.position, 999) as position,
        project_id, name, sector, is_started, actual_start, resumed_on,
        evidence, published_fields, source_file, source_sheet, source_row
    from ledger
    left join divisions on ledger.county_code = divisions.county_code
    where
        ledger.as_of <= $as_of
        and extract(year from ledger.as_of) = extract(year from $as_of)
        and is_planned
        and ($sectors is null or list_contains($sectors, sector))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
)

select
    county_code,
    as_of,
    count(*) as projects,
    count(case when is_started then 1 end) as started,
    100 * cast(count(case when is_started then 1 end) as double) / count(*) as started_pct
from behind
group by position, county_code, as_of
order by position, county_code, as_of
