-- title:   Open problems
-- asks:    Which problems are open, who must clear them, and by how long are they overdue?
-- means:   problems of the plan's projects, raised up to the date and not cleared by it; overdue: the days from the date by which a problem must be cleared to the as-of date; the meeting is the one that raised the problem or follows it
-- grain:   one row per open problem, most days overdue first, then by the date that it is due
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- returns: problem_id VARCHAR, project_id VARCHAR, name VARCHAR, county_code VARCHAR, problem_kind VARCHAR,
--          description VARCHAR, owner_unit VARCHAR, sponsor VARCHAR, raised_on DATE, due_on DATE, days_open BIGINT,
--          overdue_days BIGINT, held_on DATE, meeting_kind VARCHAR
with behind as (
    select
        ledger.as_of, problems.problem_id, ledger.project_id, ledger.name, county_code, problems.kind as problem_kind,
        problems.description, problems.owner_unit, sponsor, problems.raised_on, problems.due_on,
        date_diff('day', problems.raised_on, ledger.as_of) as days_open,
        case when problems.is_overdue then date_diff('day', problems.due_on, ledger.as_of) end
            as overdue_days,
        meetings.meeting_id, meetings.held_on, meetings.kind as meeting_kind,
        problems.evidence, problems.published_fields, problems.source_file, problems.source_sheet, problems.source_row
    from ledger
    inner join dated_problems as problems on ledger.as_of = problems.as_of and ledger.project_id = problems.project_id
    left join meetings on problems.as_of = meetings.as_of and problems.meeting_id = meetings.meeting_id
    where
        ledger.as_of = $as_of
        and is_planned
        and problems.is_open
        and ($counties is null or list_contains($counties, county_code))
        and ($sectors is null or list_contains($sectors, sector))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
)

select
    problem_id,
    project_id,
    name,
    county_code,
    problem_kind,
    description,
    owner_unit,
    sponsor,
    raised_on,
    due_on,
    days_open,
    overdue_days,
    held_on,
    meeting_kind
from behind
order by overdue_days desc nulls last, due_on nulls last, raised_on, problem_id
