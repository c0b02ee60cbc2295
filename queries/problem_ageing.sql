-- title:   Ageing of the open problems
-- asks:    For how long have the open problems stood, and how many of them are overdue?
-- means:   open problems of the plan's projects by the days since they were raised; overdue when the date by which they must be cleared is past, not yet due when it is to come, undated without such a date; the bands stand in the reference file of ageing
-- grain:   one row per band of days, the youngest first
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- returns: from_days BIGINT, to_days BIGINT, problems BIGINT, overdue BIGINT, not_due BIGINT, undated BIGINT
with still_open as (
    select
        ledger.as_of, problems.problem_id, ledger.project_id, ledger.name, county_code, problems.kind as problem_kind,
        problems.raised_on, problems.due_on,
        date_diff('day', problems.raised_on, ledger.as_of) as days_open,
        problems.evidence, problems.published_fields, problems.source_file, problems.source_sheet, problems.source_row
    from ledger
    inner join dated_problems as problems on ledger.as_of = problems.as_of and ledger.project_id = problems.project_id
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
),

behind as (
    select
        ageing.from_days, ageing.to_days, problem_id, project_id, name, county_code, problem_kind, raised_on, due_on,
        days_open,
        case when due_on < as_of then 'overdue' when due_on >= as_of then 'not_due' else 'undated' end as dueness,
        evidence, published_fields, source_file, source_sheet, source_row
    from ageing
    left join still_open
        on days_open >= ageing.from_days and (ageing.to_days is null or days_open <= ageing.to_days)
)

select
    from_days,
    to_days,
    count(problem_id) as problems,
    count(case when dueness = 'overdue' then problem_id end) as overdue,
    count(case when dueness = 'not_due' then problem_id end) as not_due,
    count(case when dueness = 'undated' then problem_id end) as undated
from behind
group by from_days, to_days
order by from_days
