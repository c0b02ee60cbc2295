-- title:   Start rate since the compared date
-- asks:    What has moved the start rate?
-- means:   started ÷ plan at the compared date, then step by step: projects in both plans that have started since, projects newly listed, projects of both ledgers that entered or left the base (as preparatory, or by another county, sector or size in the filter), projects withdrawn from the ledger; each step in percentage points of the rate after it, so that the steps sum to the change
-- grain:   one row per step, in order; no rows without a compared date
-- params:  as_of DATE, compare DATE?, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- returns: step VARCHAR, projects BIGINT, started_change BIGINT, base_change BIGINT, started BIGINT, base BIGINT,
--          started_pct DOUBLE, points DOUBLE
with chosen as (
    select *
    from ledger
    where
        (as_of = $as_of or as_of = $compare)
        and ($counties is null or list_contains($counties, county_code))
        and ($sectors is null or list_contains($sectors, sector))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
),

-- Whether a project stands in the ledger at all: one that only left the selection was not withdrawn.
listed as (
    select
        project_id,
        max(case when as_of = $as_of then 1 else 0 end) = 1 as is_listed,
        max(case when as_of = $compare then 1 else 0 end) = 1 as was_listed
    from ledger
    where as_of = $as_of or as_of = $compare
    group by project_id
),

now as (
    select *
    from chosen
    where as_of = $as_of
),

earlier as (
    select *
    from chosen
    where as_of = $compare
),

paired as (
    select
        coalesce(now.project_id, earlier.project_id) as project_id,
        coalesce(now.name, earlier.name) as name,
        coalesce(now.county_code, earlier.county_code) as county_code,
        coalesce(now.sector, earlier.sector) as sector,
        coalesce(now.total_wan, earlier.total_wan) as total_wan,
        coalesce(earlier.is_planned, false) as was_planned,
        coalesce(earlier.is_planned and earlier.is_started, false) as was_started,
        coalesce(now.is_planned, false) as is_planned,
        coalesce(now.is_planned and now.is_started, false) as is_started,
        listed.was_listed,
        listed.is_listed,
        coalesce(now.evidence, earlier.evidence) as evidence,
        coalesce(now.published_fields, earlier.published_fields) as published_fields,
        coalesce(now.source_file, earlier.source_file) as source_file,
        coalesce(now.source_sheet, earlier.source_sheet) as source_sheet,
        coalesce(now.source_row, earlier.source_row) as source_row
    from now
    full join earlier on now.project_id = earlier.project_id
    inner join listed on coalesce(now.project_id, earlier.project_id) = listed.project_id
),

-- Withdrawals come last: the base never empties on the way between two dates that have one.
stepped as (
    select
        *,
        1 as position,
        'before' as step,
        cast(was_started as integer) as started_change,
        cast(was_planned as integer) as base_change
    from paired
    where was_planned
    union all
    select
        *,
        2 as position,
        'newly_started' as step,
        cast(is_started as integer) - cast(was_started as integer) as started_change,
        0 as base_change
    from paired
    where was_planned and is_planned and is_started <> was_started
    union all
    select
        *,
        3 as position,
        'newly_listed' as step,
        cast(is_started as integer) as started_change,
        1 as base_change
    from paired
    where is_planned and not was_listed
    union all
    select
        *,
        4 as position,
        'base_changed' as step,
        cast(is_started as integer) - cast(was_started as integer) as started_change,
        cast(is_planned as integer) - cast(was_planned as integer) as base_change
    from paired
    where was_listed and is_listed and is_planned <> was_planned
    union all
    select
        *,
        5 as position,
        'withdrawn' as step,
        -cast(was_started as integer) as started_change,
        -1 as base_change
    from paired
    where was_planned and not is_listed
),

steps as (
    select 1 as position, 'before' as step
    union all
    select 2 as position, 'newly_started' as step
    union all
    select 3 as position, 'newly_listed' as step
    union all
    select 4 as position, 'base_changed' as step
    union all
    select 5 as position, 'withdrawn' as step
    union all
    select 6 as position, 'after' as step
),

behind as (
    select
        steps.position,
        steps.step,
        stepped.project_id,
        stepped.name,
        stepped.county_code,
        stepped.sector,
        stepped.total_wan,
        coalesce(stepped.started_change, 0) as started_change,
        coalesce(stepped.base_change, 0) as base_change,
        stepped.evidence,
        stepped.published_fields,
        stepped.source_file,
        stepped.source_sheet,
        stepped.source_row
    from steps
    left join stepped on steps.position = stepped.position
    where $compare is not null
)

select
    step,
    count(project_id) as projects,
    cast(sum(started_change) as bigint) as started_change,
    cast(sum(base_change) as bigint) as base_change,
    cast(sum(sum(started_change)) over (order by position) as bigint) as started,
    cast(sum(sum(base_change)) over (order by position) as bigint) as base,
    100 * cast(sum(sum(started_change)) over (order by position) as double)
    / nullif(cast(sum(sum(base_change)) over (order by position) as double), 0) as started_pct,
    100 * cast(sum(sum(started_change)) over (order by position) as double)
    / nullif(cast(sum(sum(base_change)) over (order by position) as double), 0)
    - 100 * cast(sum(sum(started_change)) over (order by position) - sum(started_change) as double)
    / nullif(cast(sum(sum(base_change)) over (order by position) - sum(base_change) as double), 0) as points
from behind
group by position, step
order by position
