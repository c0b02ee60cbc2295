-- title:   Timetable of the sponsored projects
-- asks:    When was each leader's project to start and to finish, and how far has it come?
-- means:   the plan's projects with a sponsor (包保领导); planned: from the planned start to the planned finish; actual: from the actual start to the actual finish, or to the date; a continued project that has not resumed this year stands still; milestones done and overdue at the date
-- grain:   one row per sponsored project; the sponsor with most late projects first, then with most slipping; of one sponsor by planned start
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- returns: as_of DATE, sponsor VARCHAR, sponsor_post VARCHAR, project_id VARCHAR, name VARCHAR, county_code VARCHAR,
--          light VARCHAR, planned_start DATE, planned_finish DATE, actual_start DATE, resumed_on DATE,
--          actual_finish DATE, is_started BOOLEAN, milestones BIGINT, milestones_done BIGINT, milestones_overdue BIGINT
with reached as (
    select
        as_of,
        project_id,
        count(*) as milestones,
        count(case when done_on <= as_of then 1 end) as milestones_done,
        count(case when due_on < as_of and coalesce(done_on > as_of, true) then 1 end) as milestones_overdue
    from milestones
    group by as_of, project_id
),

behind as (
    select
        ledger.as_of, ledger.sponsor, ledger.sponsor_post, ledger.project_id, ledger.name, ledger.county_code,
        lights.light, ledger.planned_start, ledger.planned_finish,
        case when ledger.actual_start <= ledger.as_of then ledger.actual_start end as actual_start,
        case when ledger.resumed_on <= ledger.as_of then ledger.resumed_on end as resumed_on,
        case when ledger.actual_finish <= ledger.as_of then ledger.actual_finish end as actual_finish,
        ledger.is_started,
        coalesce(reached.milestones, 0) as milestones,
        coalesce(reached.milestones_done, 0) as milestones_done,
        coalesce(reached.milestones_overdue, 0) as milestones_overdue,
        count(case when lights.light = 'red' then 1 end) over (partition by ledger.sponsor) as late,
        count(case when lights.light = 'yellow' then 1 end) over (partition by ledger.sponsor) as slipping,
        ledger.evidence, ledger.published_fields, ledger.source_file, ledger.source_sheet, ledger.source_row
    from ledger
    inner join lights on ledger.as_of = lights.as_of and ledger.project_id = lights.project_id
    left join reached on ledger.as_of = reached.as_of and ledger.project_id = reached.project_id
    where
        ledger.as_of = $as_of
        and is_planned
        and ledger.sponsor is not null
        and ($counties is null or list_contains($counties, county_code))
        and ($sectors is null or list_contains($sectors, sector))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
)

select
    as_of,
    sponsor,
    sponsor_post,
    project_id,
    name,
    county_code,
    light,
    planned_start,
    planned_finish,
    actual_start,
    resumed_on,
    actual_finish,
    is_started,
    milestones,
    milestones_done,
    milestones_overdue
from behind
order by late desc, slipping desc, sponsor, planned_start nulls last, project_id
