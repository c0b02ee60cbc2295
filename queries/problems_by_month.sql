-- title:   Problems raised and cleared by month
-- asks:    Are problems cleared as fast as they are raised?
-- means:   problems of the plan's projects by the month of the year in which they were raised and in which they were cleared; open: raised and not cleared by the end of the month, or by the date in its own month; months after the date have no numbers
-- grain:   one row per month of the year, in order
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- returns: month BIGINT, as_of DATE, raised BIGINT, cleared BIGINT, still_open BIGINT
with behind as (
    select
        ledger.as_of, problems.problem_id, ledger.project_id, ledger.name, county_code, problems.kind as problem_kind,
        problems.raised_on,
        problems.cleared_on as resolved_on,
        12 * extract(year from problems.raised_on) + extract(month from problems.raised_on) as raised_month,
        12 * extract(year from problems.cleared_on) + extract(month from problems.cleared_on) as cleared_month,
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
)

select
    months.month,
    case when months.month = extract(month from $as_of) then cast($as_of as date) end as as_of,
    case
        when months.month <= extract(month from $as_of)
            then count(case when raised_month = 12 * extract(year from $as_of) + months.month then 1 end)
    end as raised,
    case
        when months.month <= extract(month from $as_of)
            then count(case when cleared_month = 12 * extract(year from $as_of) + months.month then 1 end)
    end as cleared,
    case
        when months.month <= extract(month from $as_of)
            then
                count(
                    case
                        when
                            raised_month <= 12 * extract(year from $as_of) + months.month
                            and coalesce(cleared_month > 12 * extract(year from $as_of) + months.month, true)
                            then 1
                    end
                )
    end as still_open
from months
left join behind on true
group by months.month
order by months.month
