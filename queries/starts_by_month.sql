-- title:   Starts by month
-- asks:    How have the year's starts added up against the plan?
-- means:   cumulative new starts by their planned and their actual month, and continued projects by the month in which they resumed; months after the date have no actual numbers
-- grain:   one row per month of the plan year, in order
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- returns: month BIGINT, planned_new BIGINT, started_new BIGINT, resumed BIGINT
with behind as (
    select
        project_id,
        name,
        county_code,
        sector,
        year_status,
        planned_start,
        actual_start,
        resumed_on,
        evidence,
        published_fields,
        source_file,
        source_sheet,
        source_row,
        case
            when year_status = 'new_start'
                then 12 * extract(year from planned_start) + extract(month from planned_start)
        end as planned_month,
        case
            when year_status = 'new_start' and is_started
                then 12 * extract(year from actual_start) + extract(month from actual_start)
        end as started_month,
        case
            when is_resumed
                then 12 * extract(year from resumed_on) + extract(month from resumed_on)
        end as resumed_month
    from ledger
    where
        as_of = $as_of
        and is_planned
        and ($counties is null or list_contains($counties, county_code))
        and ($sectors is null or list_contains($sectors, sector))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
)

select
    months.month,
    count(case when planned_month <= 12 * extract(year from $as_of) + months.month then 1 end) as planned_new,
    case
        when months.month <= extract(month from $as_of)
            then count(case when started_month <= 12 * extract(year from $as_of) + months.month then 1 end)
    end as started_new,
    case
        when months.month <= extract(month from $as_of)
            then count(case when resumed_month <= 12 * extract(year from $as_of) + months.month then 1 end)
    end as resumed
from months
left join behind on true
group by months.month
order by months.month
