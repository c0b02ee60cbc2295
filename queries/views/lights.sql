-- The lights of every project, each rule written here and nowhere else; null where a light doesn't apply.
create view lights as
with due_milestones as (
    select as_of, project_id, count(*) as milestones, max(case when due_on <= as_of then due_on end) as last_due
    from milestones
    group by as_of, project_id
),

held_up as (
    select
        as_of,
        project_id,
        count(*) as approvals,
        count(case when due_on <= as_of and (done_on is null or done_on > as_of) then 1 end) as undone
    from approvals
    group by as_of, project_id
),

complained as (
    select
        as_of,
        project_id,
        count(*) as problems,
        count(case when is_overdue then 1 end) as problems_overdue,
        max(case when is_overdue then date_diff('day', due_on, as_of) end) as problem_days_overdue,
        count(case when is_open and due_on is null then 1 end) as problems_undated
    from dated_problems
    where is_raised
    group by as_of, project_id
),

measured as (
    select
        ledger.as_of,
        ledger.project_id,
        ledger.year_status,
        ledger.is_started,
        ledger.stage,
        ledger.progress_pct,
        ledger.planned_start,
        ledger.actual_start,
        ledger.actual_finish <= ledger.as_of as is_over,
        ledger.stats_entry_on <= ledger.as_of as is_entered,
        held_up.approvals,
        held_up.undone,
        complained.problems,
        coalesce(complained.problems_overdue, 0) as problems_overdue,
        coalesce(complained.problem_days_overdue, 0) as problem_days_overdue,
        complained.problems_undated,
        cast(
            12 * (extract(year from ledger.as_of) - extract(year from ledger.planned_start))
            + extract(month from ledger.as_of) - extract(month from ledger.planned_start)
            - case
                when extract(month from ledger.as_of + interval 1 day) = extract(month from ledger.as_of) then 1
                else 0
            end as bigint
        ) as months_over,
        cast(
            12 * (extract(year from ledger.as_of) - extract(year from ledger.actual_start))
            + extract(month from ledger.as_of) - extract(month from ledger.actual_start)
            - case
                when
                    extract(day from ledger.as_of) < extract(day from ledger.actual_start)
                    and extract(month from ledger.as_of + interval 1 day) = extract(month from ledger.as_of)
                    then 1
                else 0
            end as bigint
        ) as months_since_start,
        ledger.planned_finish,
        due_milestones.milestones,
        due_milestones.last_due,
        cast(
            12 * (extract(year from ledger.as_of + interval 1 day) - extract(year from ledger.planned_start))
            + extract(month from ledger.as_of + interval 1 day) - extract(month from ledger.planned_start)
            - case
                when extract(day from ledger.as_of + interval 1 day) < extract(day from ledger.planned_start) then 1
                else 0
            end as double
        ) as months_elapsed,
        cast(
            12 * (extract(year from ledger.planned_finish + interval 1 day) - extract(year from ledger.planned_start))
            + extract(month from ledger.planned_finish + interval 1 day) - extract(month from ledger.planned_start)
            - case
                when extract(day from ledger.planned_finish + interval 1 day) < extract(day from ledger.planned_start)
                    then 1
                else 0
            end as double
        ) as months_planned
    from ledger
    left join due_milestones
        on ledger.as_of = due_milestones.as_of and ledger.project_id = due_milestones.project_id
    left join held_up on ledger.as_of = held_up.as_of and ledger.project_id = held_up.project_id
    left join complained on ledger.as_of = complained.as_of and ledger.project_id = complained.project_id
),

planned as (
    select
        *,
        case
            when planned_finish > planned_start and milestones > 0
                then 100 * cast(coalesce(date_diff('day', planned_start, last_due), 0) as double)
                    / cast(date_diff('day', planned_start, planned_finish) as double)
            when planned_finish > planned_start and planned_finish <= as_of then 100
            when planned_finish > planned_start then 100 * months_elapsed / cast(greatest(months_planned, 1) as double)
        end as raw_planned_pct
    from measured
),

limited as (
    select
        *,
        -- greatest and least pass over null, and an unknown plan is not 0
        case when raw_planned_pct is not null then least(greatest(raw_planned_pct, 0), 100) end as planned_pct
    from planned
),

compared as (
    select
        *,
        planned_pct - progress_pct as points_under,
        case when year_status = 'new_start' and not is_started and months_over >= 0 then months_over end as months_late,
        case when not is_started and planned_start <= as_of then coalesce(undone, 0) else 0 end as approvals_blocking
    from limited
),

lit as (
    select
        compared.*,
        case
            when is_started then 'green'
            when year_status = 'continued' or planned_start is null then 'grey'
            when months_late >= thresholds.start_red_months then 'red'
            when months_late >= 0 then 'yellow'
        end as start_light,
        case
            when is_over then 'green'
            when not is_started then null
            when points_under is null then 'grey'
            when points_under > thresholds.progress_red_points then 'red'
            when points_under >= thresholds.progress_yellow_points then 'yellow'
            else 'green'
        end as progress_light,
        case
            when is_entered then 'green'
            when not is_started then null
            when actual_start is null then 'grey'
            when months_since_start >= thresholds.stats_red_months then 'red'
            when months_since_start >= thresholds.stats_yellow_months then 'yellow'
            else 'green'
        end as stats_light,
        case
            when problems is null then null
            when problem_days_overdue >= thresholds.problem_red_days then 'red'
            when problems_overdue > 0 then 'yellow'
            when problems_undated > 0 then 'grey'
            else 'green'
        end as problems_light,
        case
            when approvals_blocking > 0 then 'red'
            when approvals is null then null
            else 'green'
        end as approvals_light
    from compared
    cross join thresholds
)

select
    as_of,
    project_id,
    start_light,
    progress_light,
    stats_light,
    problems_light,
    approvals_light,
    case
        when
            coalesce(start_light, '') = 'red'
            or coalesce(progress_light, '') = 'red'
            or coalesce(stats_light, '') = 'red'
            or coalesce(problems_light, '') = 'red'
            or coalesce(approvals_light, '') = 'red'
            then 'red'
        when
            coalesce(start_light, '') = 'yellow'
            or coalesce(progress_light, '') = 'yellow'
            or coalesce(stats_light, '') = 'yellow'
            or coalesce(problems_light, '') = 'yellow'
            or coalesce(approvals_light, '') = 'yellow'
            then 'yellow'
        when
            coalesce(start_light, '') = 'grey'
            or coalesce(progress_light, '') = 'grey'
            or coalesce(stats_light, '') = 'grey'
            or coalesce(problems_light, '') = 'grey'
            or coalesce(approvals_light, '') = 'grey'
            then 'grey'
        when
            coalesce(start_light, '') = 'green'
            or coalesce(progress_light, '') = 'green'
            or coalesce(stats_light, '') = 'green'
            or coalesce(problems_light, '') = 'green'
            or coalesce(approvals_light, '') = 'green'
            then 'green'
        else 'grey'
    end as light,
    months_late as start_months_late,
    planned_pct,
    case when is_started and not coalesce(is_over, false) then points_under end as progress_points_under,
    case when is_started and not coalesce(is_entered, false) then months_since_start end as stats_months_late,
    cast(problems_overdue as bigint) as problems_overdue,
    cast(problem_days_overdue as bigint) as problem_days_overdue,
    cast(approvals_blocking as bigint) as approvals_blocking
from lit
