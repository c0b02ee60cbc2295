-- title:   Approvals granted of those due, by element
-- asks:    Which element is granted in time, and where do approvals hang?
-- means:   approvals of the plan's projects due up to the date, and those of them that are granted by it; missing: not granted, due or not
-- grain:   one row per element that has approvals
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- returns: element VARCHAR, granted BIGINT, due BIGINT, granted_pct DOUBLE, missing BIGINT
with behind as (
    select
        ledger.project_id, ledger.name, county_code, approvals.element, approvals.due_on, approvals.done_on,
        approvals.due_on <= ledger.as_of as is_due,
        coalesce(approvals.done_on <= ledger.as_of, false) as is_granted,
        approvals.evidence, approvals.published_fields, approvals.source_file, approvals.source_sheet,
        approvals.source_row
    from ledger
    inner join approvals on ledger.as_of = approvals.as_of and ledger.project_id = approvals.project_id
    where
        ledger.as_of = $as_of
        and is_planned
        and ($counties is null or list_contains($counties, county_code))
        and ($sectors is null or list_contains($sectors, sector))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
)

select
    element,
    count(case when is_due and is_granted then 1 end) as granted,
    count(case when is_due then 1 end) as due,
    100 * cast(count(case when is_due and is_granted then 1 end) as double)
    / nullif(count(case when is_due then 1 end), 0) as granted_pct,
    count(case when not is_granted then 1 end) as missing
from behind
group by element
order by element
