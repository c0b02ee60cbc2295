-- title:   Projects that something was decided about
-- asks:    How does each project stand, so that what became of a decision can be told?
-- means:   every project of the ledger that the filters leave, preparatory ones included; it has started or finished by the date, and its problems and due approvals are counted as they are open at the date
-- grain:   one row per project, in the order of their ids
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?, projects VARCHAR[]?
-- returns: project_id VARCHAR, name VARCHAR, county_code VARCHAR, has_started BOOLEAN, has_finished BOOLEAN,
--          planned_start DATE, planned_finish DATE, progress_pct DOUBLE, light VARCHAR, problems_open BIGINT,
--          approvals_missing BIGINT
with open_problems as (
    select project_id, count(*) as problems
    from dated_problems
    where as_of = $as_of and is_open
    group by project_id
),

missing_approvals as (
    select project_id, count(*) as approvals
    from approvals
    where as_of = $as_of and due_on <= as_of and (done_on is null or done_on > as_of)
    group by project_id
),

behind as (
    select
        ledger.as_of, ledger.project_id, ledger.name, county_code, is_started as has_started,
        coalesce(actual_finish <= ledger.as_of, false) as has_finished,
        planned_start, planned_finish, ledger.progress_pct, lights.light,
        coalesce(open_problems.problems, 0) as problems_open,
        coalesce(missing_approvals.approvals, 0) as approvals_missing,
        ledger.evidence, ledger.published_fields, ledger.source_file, ledger.source_sheet, ledger.source_row
    from ledger
    left join lights on ledger.as_of = lights.as_of and ledger.project_id = lights.project_id
    left join open_problems on ledger.project_id = open_problems.project_id
    left join missing_approvals on ledger.project_id = missing_approvals.project_id
    where
        ledger.as_of = $as_of
        and ($counties is null or list_contains($counties, county_code))
        and ($sectors is null or list_contains($sectors, sector))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
        and ($projects is null or list_contains($projects, ledger.project_id))
)

select
    project_id,
    name,
    county_code,
    has_started,
    has_finished,
    planned_start,
    planned_finish,
    progress_pct,
    light,
    problems_open,
    approvals_missing
from behind
order by project_id
