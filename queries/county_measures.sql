-- title:   Measures of the counties
-- asks:    How does each county stand, by the measure that is chosen?
-- means:   projects of the plan, their total investment, the part that has started, the part of the year's plan that is done and the part of the money that goes into energy, by the county of the site; the city's own level and cross-county projects are rows of their own, so that the rows sum to the city
-- grain:   one row per county, in the city's order
-- params:  as_of DATE, compare DATE?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- ignores: county
-- returns: county_code VARCHAR, projects BIGINT, total_wan DECIMAL(38,2), started_pct DOUBLE, done_pct DOUBLE,
--          energy_pct DOUBLE, projects_before BIGINT, total_wan_before DECIMAL(38,2), started_pct_before DOUBLE,
--          done_pct_before DOUBLE, energy_pct_before DOUBLE
with chosen as (
    select *
    from ledger
    where
        (as_of = $as_of or as_of = $compare)
        and is_planned
        and ($sectors is null or list_contains($sectors, sector))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
),

behind as (
    select
        coalesce(divisions.position, 999) as position,
        coalesce(chosen.county_code, divisions.county_code) as county_code,
        chosen.as_of = $as_of as is_now,
        chosen.as_of < $as_of or chosen.as_of > $as_of as is_before,
        chosen.project_id, chosen.name, chosen.sector, chosen.year_status, chosen.total_wan, chosen.year_plan_wan,
        chosen.year_done_wan, chosen.is_started, chosen.evidence, chosen.published_fields, chosen.source_file,
        chosen.source_sheet, chosen.source_row
    from divisions
    full join chosen on divisions.county_code = chosen.county_code
)

select
    county_code,
    count(case when is_now then project_id end) as projects,
    cast(coalesce(sum(case when is_now then total_wan end), 0) as decimal(38, 2)) as total_wan,
    100 * cast(count(case when is_now and is_started then project_id end) as double)
    / nullif(count(case when is_now then project_id end), 0) as started_pct,
    100 * cast(sum(case when is_now then year_done_wan end) as double)
    / nullif(cast(sum(case when is_now then year_plan_wan end) as double), 0) as done_pct,
    100 * cast(sum(case when is_now then case when sector = 'energy' then total_wan else 0 end end) as double)
    / nullif(cast(sum(case when is_now then total_wan end) as double), 0) as energy_pct,
    count(case when is_before then project_id end) as projects_before,
    cast(coalesce(sum(case when is_before then total_wan end), 0) as decimal(38, 2)) as total_wan_before,
    100 * cast(count(case when is_before and is_started then project_id end) as double)
    / nullif(count(case when is_before then project_id end), 0) as started_pct_before,
    100 * cast(sum(case when is_before then year_done_wan end) as double)
    / nullif(cast(sum(case when is_before then year_plan_wan end) as double), 0) as done_pct_before,
    100 * cast(sum(case when is_before then case when sector = 'energy' then total_wan else 0 end end) as double)
    / nullif(cast(sum(case when is_before then total_wan end) as double), 0) as energy_pct_before
from behind
group by position, county_code
order by position, county_code
