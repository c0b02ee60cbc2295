-- title:   Approvals given
-- asks:    Which share of the approvals that were due has been granted?
-- means:   approvals of the plan's projects due up to the date and granted by it ÷ all approvals due up to the date
-- grain:   one row per as_of that has rows, in order
-- unit:    pct
-- params:  as_ofs DATE[], counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- returns: as_of DATE, numerator DECIMAL(38,4), denominator DECIMAL(38,4), value DOUBLE
with behind as (
    select
        ledger.as_of, ledger.project_id, ledger.name, county_code, approvals.element, approvals.due_on,
        approvals.done_on, approvals.agency, approvals.blocker,
        approvals.evidence, approvals.published_fields, approvals.source_file, approvals.source_sheet,
        approvals.source_row,
        cast(case when approvals.done_on <= ledger.as_of then 1 else 0 end as decimal(20, 4)) as numerator,
        cast(1 as decimal(20, 4)) as denominator
    from ledger
    inner join approvals on ledger.as_of = approvals.as_of and ledger.project_id = approvals.project_id
    where
        list_contains($as_ofs, ledger.as_of)
        and is_planned
        and approvals.due_on <= ledger.as_of
        and ($counties is null or list_contains($counties, county_code))
        and ($sectors is null or list_contains($sectors, sector))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
)

select
    as_of,
    sum(numerator) as numerator,
    sum(denominator) as denominator,
    100 * cast(sum(numerator) as double) / cast(nullif(sum(denominator), 0) as double) as value
from behind
group by as_of
order by as_of
