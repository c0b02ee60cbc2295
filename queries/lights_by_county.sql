-- title:   Lights by county
-- asks:    Where are projects late, slipping or without evidence?
-- means:   projects of the plan by their worst light and by the county of the site; the rules and thresholds of the lights stand on the page of projects
-- grain:   one row per county, in the city's order
-- params:  as_of DATE, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?, batches VARCHAR[]?,
--          sponsors VARCHAR[]?
-- ignores: county
-- returns: county_code VARCHAR, projects BIGINT, late BIGINT, slipping BIGINT, no_evidence BIGINT, on_time BIGINT
with behind as (
    select
        coalesce(divisions.position, 999) as position, ledger.county_code, ledger.project_id, ledger.name,
        ledger.sector, lights.light, ledger.lead_unit, ledger.evidence, ledger.published_fields, ledger.source_file,
        ledger.source_sheet, ledger.source_row
    from ledger
    inner join lights on ledger.as_of = lights.as_of and ledger.project_id = lights.project_id
    left join divisions on ledger.county_code = divisions.county_code
    where
        ledger.as_of = $as_of
        and is_planned
        and ($sectors is null or list_contains($sectors, sector))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
)

select
    county_code,
    count(*) as projects,
    count(case when light = 'red' then 1 end) as late,
    count(case when light = 'yellow' then 1 end) as slipping,
    count(case when light = 'grey' then 1 end) as no_evidence,
    count(case when light = 'green' then 1 end) as on_time
from behind
group by position, county_code
order by position, county_code
