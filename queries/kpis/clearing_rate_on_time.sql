-- title:   Cleared in time
-- asks:    Which share of the problems that were due was cleared by its due date?
-- means:   problems of the plan's projects cleared by their due date ÷ all due up to the date; a problem without a due date doesn't count
-- grain:   one row per as_of that has rows, in order
-- unit:    pct
-- params:  as_ofs DATE[], counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?, projects VARCHAR[]?
-- returns: as_of DATE, numerator DECIMAL(38,4), denominator DECIMAL(38,4), value DOUBLE
with behind as (
    select
        ledger.as_of, problems.problem_id, ledger.project_id, ledger.name, county_code, problems.kind as problem_kind,
        problems.owner_unit, problems.raised_on, problems.due_on, problems.resolved_on,
        problems.evidence, problems.published_fields, problems.source_file, problems.source_sheet, problems.source_row,
        cast(case when problems.resolved_on <= problems.due_on then 1 else 0 end as decimal(20, 4)) as numerator,
        cast(1 as decimal(20, 4)) as denominator
    from ledger
    inner join dated_problems as problems on ledger.as_of = problems.as_of and ledger.project_id = problems.project_id
    where
        list_contains($as_ofs, ledger.as_of)
        and is_planned
        and problems.is_raised
        and problems.due_on <= ledger.as_of
        and ($counties is null or list_contains($counties, county_code))
        and ($sectors is null or list_contains($sectors, sector))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
        and ($projects is null or list_contains($projects, ledger.project_id))
)

select
    as_of,
    sum(numerator) as numerator,
    sum(denominator) as denominator,
    100 * cast(sum(numerator) as double) / cast(nullif(sum(denominator), 0) as double) as value
from behind
group by as_of
order by as_of
