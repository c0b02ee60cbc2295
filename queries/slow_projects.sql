-- title:   Not started and slow projects
-- asks:    Which projects have not started or have fallen behind their plan, and for how long?
-- means:   projects of the plan whose light of the start or of progress is yellow or red at the date; since: the planned start, or the first snapshot of the unbroken run of snapshots up to the date in which the light of progress was yellow or red; days from then to the date
-- grain:   one row per project, late ones first, then by days
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- returns: light VARCHAR, project_id VARCHAR, name VARCHAR, county_code VARCHAR, slow_kind VARCHAR, slow_since DATE,
--          slow_days BIGINT, start_months_late BIGINT, progress_pct DOUBLE, planned_pct DOUBLE,
--          progress_points_under DOUBLE, sponsor VARCHAR, lead_unit VARCHAR, delay_reason VARCHAR
with chosen as (
    select
        ledger.*, lights.start_months_late, lights.planned_pct, lights.progress_points_under,
        case when ledger.is_started then 'slow' else 'not_started' end as slow_kind,
        case when ledger.is_started then lights.progress_light else lights.start_light end as slow_light
    from ledger
    inner join lights on ledger.as_of = lights.as_of and ledger.project_id = lights.project_id
    where
        ledger.as_of = $as_of
        and is_planned
        and ($counties is null or list_contains($counties, county_code))
        and ($sectors is null or list_contains($sectors, sector))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
),

slow as (
    select * from chosen
    where slow_light = 'yellow' or slow_light = 'red'
),

courses as (
    select
        slow.project_id,
        snapshots.as_of,
        coalesce(lights.progress_light = 'yellow' or lights.progress_light = 'red', false) as is_slow
    from slow
    inner join snapshots on slow.as_of >= snapshots.as_of
    left join lights on snapshots.as_of = lights.as_of and slow.project_id = lights.project_id
),

broken as (
    select
        project_id,
        as_of,
        is_slow,
        max(case when not is_slow then as_of end) over (partition by project_id) as last_broken
    from courses
),

runs as (
    select project_id, min(as_of) as slow_since
    from broken
    where is_slow and (last_broken is null or as_of > last_broken)
    group by project_id
),

behind as (
    select
        slow.as_of, slow.slow_light as light, slow.project_id, slow.name, slow.county_code, slow.slow_kind,
        case when slow.slow_kind = 'slow' then runs.slow_since else slow.planned_start end as slow_since,
        slow.start_months_late, slow.planned_start, slow.actual_start, slow.resumed_on, slow.progress_pct,
        slow.planned_pct, slow.progress_points_under, slow.sponsor, slow.lead_unit, slow.delay_reason, slow.delay_note,
        slow.evidence, slow.published_fields, slow.source_file, slow.source_sheet, slow.source_row
    from slow
    left join runs on slow.project_id = runs.project_id
)

select
    light,
    project_id,
    name,
    county_code,
    slow_kind,
    slow_since,
    date_diff('day', slow_since, as_of) as slow_days,
    start_months_late,
    progress_pct,
    planned_pct,
    progress_points_under,
    sponsor,
    lead_unit,
    delay_reason
from behind
order by case light when 'red' then 0 else 1 end, slow_days desc, progress_points_under desc nulls last, project_id
