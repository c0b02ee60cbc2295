-- title:   Meetings and what came of them
-- asks:    Which dispatch meetings were held this year, and what became of the problems raised there?
-- means:   meetings from the start of the year to the date, with the problems of the plan's projects that name the meeting, raised up to the date; on time: cleared by the date that was set; overdue: open, and that date is past; filters of projects narrow the problems and not the meetings
-- grain:   one row per meeting, the latest first
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- returns: meeting_id VARCHAR, held_on DATE, meeting_kind VARCHAR, chair_post VARCHAR, parties BIGINT,
--          projects_discussed BIGINT, raised BIGINT, cleared BIGINT, cleared_on_time BIGINT, still_open BIGINT,
--          overdue BIGINT
with raised as (
    select
        ledger.as_of, ledger.project_id, ledger.name, county_code, problems.problem_id, problems.meeting_id,
        problems.raised_on, problems.due_on,
        problems.cleared_on as resolved_on, problems.is_overdue,
        problems.evidence, problems.published_fields, problems.source_file, problems.source_sheet, problems.source_row
    from ledger
    inner join dated_problems as problems on ledger.as_of = problems.as_of and ledger.project_id = problems.project_id
    where
        ledger.as_of = $as_of
        and is_planned
        and problems.is_raised
        and ($counties is null or list_contains($counties, county_code))
        and ($sectors is null or list_contains($sectors, sector))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
),

behind as (
    select
        meetings.meeting_id, meetings.held_on, meetings.kind as meeting_kind, meetings.chair_post, meetings.parties,
        meetings.projects_discussed, raised.problem_id, raised.project_id, raised.name, raised.county_code,
        raised.raised_on, raised.due_on, raised.resolved_on,
        coalesce(raised.is_overdue, false) as is_overdue,
        coalesce(raised.resolved_on <= raised.due_on, false) as is_on_time,
        coalesce(raised.evidence, meetings.evidence) as evidence,
        case when raised.problem_id is null then meetings.published_fields else raised.published_fields end
            as published_fields,
        coalesce(raised.source_file, meetings.source_file) as source_file,
        coalesce(raised.source_sheet, meetings.source_sheet) as source_sheet,
        coalesce(raised.source_row, meetings.source_row) as source_row
    from meetings
    left join raised on meetings.as_of = raised.as_of and meetings.meeting_id = raised.meeting_id
    where
        meetings.as_of = $as_of
        and meetings.held_on <= meetings.as_of
        and extract(year from meetings.held_on) = extract(year from meetings.as_of)
)

select
    meeting_id,
    held_on,
    meeting_kind,
    chair_post,
    parties,
    projects_discussed,
    count(problem_id) as raised,
    count(case when resolved_on is not null then problem_id end) as cleared,
    count(case when is_on_time then problem_id end) as cleared_on_time,
    count(case when resolved_on is null then problem_id end) as still_open,
    count(case when is_overdue then problem_id end) as overdue
from behind
group by meeting_id, held_on, meeting_kind, chair_post, parties, projects_discussed
order by held_on desc, meeting_id
