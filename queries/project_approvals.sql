-- title:   Approvals of a project
-- asks:    Which approvals does this project have, which are overdue, and what holds them up?
-- means:   overdue: the days from the date by which an approval must be granted to the date, while it is not granted
-- grain:   one row per approval, by the date that it is due
-- params:  as_of DATE, project VARCHAR
-- ignores: county, sector, nature, size, batch, sponsor
-- because: It is about one project, whatever the filters leave.
-- returns: element VARCHAR, due_on DATE, done_on DATE, overdue_days BIGINT, agency VARCHAR, blocker VARCHAR,
--          evidence VARCHAR
with judged as (
    select *, case when done_on <= as_of then done_on end as done_by_then
    from approvals
    where as_of = $as_of and project_id = $project
),

behind as (
    select
        as_of, project_id, element, due_on, done_by_then as done_on,
        case when done_by_then is null and due_on < as_of then date_diff('day', due_on, as_of) end as overdue_days,
        agency, blocker, evidence, published_fields, source_file, source_sheet, source_row
    from judged
)

select
    element,
    due_on,
    done_on,
    overdue_days,
    agency,
    blocker,
    evidence
from behind
order by due_on, element
