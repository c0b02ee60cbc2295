-- title:   Timetable of a project
-- asks:    Which milestones are planned, counted back from the finish, and which of them are late?
-- means:   the milestones in their order; counted back: the days from the planned date to the planned finish; late: the days from the planned date to the day it was done, or to the date while it is open
-- grain:   one row per milestone, in order
-- params:  as_of DATE, project VARCHAR
-- ignores: county, sector, nature, size, batch, sponsor
-- because: It is about one project, whatever the filters leave.
-- returns: as_of DATE, seq BIGINT, milestone VARCHAR, is_commitment BOOLEAN, due_on DATE, days_to_finish BIGINT,
--          done_on DATE, late_days BIGINT, owner_unit VARCHAR, planned_finish DATE, evidence VARCHAR
with planned as (
    select
        milestones.*,
        ledger.planned_finish,
        case when milestones.done_on <= milestones.as_of then milestones.done_on end as done_by_then
    from milestones
    left join ledger on milestones.as_of = ledger.as_of and milestones.project_id = ledger.project_id
    where milestones.as_of = $as_of and milestones.project_id = $project
),

behind as (
    select
        as_of, project_id, seq, name as milestone, coalesce(is_commitment, false) as is_commitment, due_on,
        date_diff('day', due_on, planned_finish) as days_to_finish, done_by_then as done_on,
        case
            when coalesce(done_by_then, as_of) > due_on then date_diff('day', due_on, coalesce(done_by_then, as_of))
        end as late_days,
        owner_unit, planned_finish, evidence, published_fields, source_file, source_sheet, source_row
    from planned
)

select
    as_of,
    seq,
    milestone,
    is_commitment,
    due_on,
    days_to_finish,
    done_on,
    late_days,
    owner_unit,
    planned_finish,
    evidence
from behind
order by seq
