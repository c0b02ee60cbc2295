-- title:   Problems of a project
-- asks:    Which problems were raised about this project, which are cleared, and which are overdue?
-- means:   the problems raised up to the date, with the dispatch meeting that raised or follows them; overdue: the days from the date by which a problem must be cleared to the date, while it is open
-- grain:   one row per problem, open ones first, then by the date raised
-- params:  as_of DATE, project VARCHAR
-- ignores: county, sector, nature, size, batch, sponsor
-- because: It is about one project, whatever the filters leave.
-- returns: problem_id VARCHAR, problem_kind VARCHAR, description VARCHAR, raised_on DATE, due_on DATE,
--          resolved_on DATE, overdue_days BIGINT, owner_unit VARCHAR, held_on DATE, meeting_kind VARCHAR,
--          resolution VARCHAR, evidence VARCHAR
with judged as (
    select
        problems.*,
        meetings.held_on,
        meetings.kind as meeting_kind
    from dated_problems as problems
    left join meetings on problems.as_of = meetings.as_of and problems.meeting_id = meetings.meeting_id
    where
        problems.as_of = $as_of
        and problems.project_id = $project
        and problems.is_raised
),

behind as (
    select
        as_of, project_id, problem_id, kind as problem_kind, description, raised_on, due_on,
        cleared_on as resolved_on,
        case when is_overdue then date_diff('day', due_on, as_of) end as overdue_days,
        owner_unit, meeting_id, held_on, meeting_kind, case when cleared_on is not null then resolution end
            as resolution,
        evidence, published_fields, source_file, source_sheet, source_row
    from judged
)

select
    problem_id,
    problem_kind,
    description,
    raised_on,
    due_on,
    resolved_on,
    overdue_days,
    owner_unit,
    held_on,
    meeting_kind,
    resolution,
    evidence
from behind
order by case when resolved_on is null then 0 else 1 end, raised_on, problem_id
