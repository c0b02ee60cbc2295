-- title:   Approvals, project by element
-- asks:    Which approvals are missing, and which of them hold up a start that is due?
-- means:   the approvals of those projects of the plan that lack one; blocking as the light of approvals has it: due, not granted, and the planned start of a project that has not started is past; overdue: past the date by which it must be granted; due: not granted, and that date is not past
-- grain:   one row per approval, projects with most blocking approvals first, then most overdue ones, then the longest overdue
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- returns: project_id VARCHAR, name VARCHAR, county_code VARCHAR, sponsor VARCHAR, lead_unit VARCHAR,
--          planned_start DATE, is_started BOOLEAN, element VARCHAR, approval_state VARCHAR, due_on DATE, done_on DATE,
--          overdue_days BIGINT, agency VARCHAR, blocker VARCHAR
with judged as (
    select
        ledger.as_of, ledger.project_id, ledger.name, county_code, sponsor, lead_unit, planned_start,
        ledger.is_started, approvals.element, approvals.due_on,
        case when approvals.done_on <= ledger.as_of then approvals.done_on end as done_on,
        lights.approvals_blocking > 0 and approvals.due_on <= ledger.as_of as is_in_the_way,
        approvals.agency, approvals.blocker,
        approvals.evidence, approvals.published_fields, approvals.source_file, approvals.source_sheet,
        approvals.source_row
    from ledger
    inner join approvals on ledger.as_of = approvals.as_of and ledger.project_id = approvals.project_id
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

stated as (
    select
        *,
        case
            when done_on is not null then 'granted'
            when is_in_the_way then 'blocking'
            when due_on < as_of then 'overdue'
            else 'due'
        end as approval_state,
        case when done_on is null and due_on < as_of then date_diff('day', due_on, as_of) end as overdue_days
    from judged
),

counted as (
    select
        *,
        count(case when approval_state = 'blocking' then 1 end) over (partition by project_id) as blocking,
        count(overdue_days) over (partition by project_id) as overdue,
        max(overdue_days) over (partition by project_id) as longest,
        count(case when done_on is null then 1 end) over (partition by project_id) as missing
    from stated
),

behind as (
    select
        project_id, name, county_code, sponsor, lead_unit, planned_start, is_started, element, approval_state, due_on,
        done_on, overdue_days, agency, blocker, blocking, overdue, longest,
        evidence, published_fields, source_file, source_sheet, source_row
    from counted
    where missing > 0
)

select
    project_id,
    name,
    county_code,
    sponsor,
    lead_unit,
    planned_start,
    is_started,
    element,
    approval_state,
    due_on,
    done_on,
    overdue_days,
    agency,
    blocker
from behind
order by blocking desc, overdue desc, longest desc nulls last, project_id, due_on, element
