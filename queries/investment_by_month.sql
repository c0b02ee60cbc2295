-- title:   Investment by month
-- asks:    Does the year's investment keep up with its plan, month by month?
-- means:   the plan is the year's planned investment spread evenly over twelve months; done is what the last snapshot of each month reports since the start of the year, and a month's own investment is the difference to the month before; months after the date have no actual numbers
-- grain:   one row per month of the year, in order
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- returns: month BIGINT, plan_wan DECIMAL(38,2), done_wan DECIMAL(38,2), month_plan_wan DECIMAL(38,2),
--          month_done_wan DECIMAL(38,2)
with month_ends as (
    select extract(month from as_of) as month, max(as_of) as as_of
    from snapshots
    where extract(year from as_of) = extract(year from $as_of) and as_of <= $as_of
    group by extract(month from as_of)
),

behind as (
    select
        month_ends.month as reported_month, ledger.as_of = $as_of as is_now,
        project_id, name, county_code, sector, year_plan_wan, coalesce(year_done_wan, 0) as year_done_wan,
        evidence, published_fields, source_file, source_sheet, source_row
    from ledger
    inner join month_ends on ledger.as_of = month_ends.as_of
    where
        is_planned
        and ($counties is null or list_contains($counties, county_code))
        and ($sectors is null or list_contains($sectors, sector))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
)

select
    months.month,
    cast(
        cast(sum(case when is_now then year_plan_wan end) as double) * months.month / 12 as decimal(38, 2)
    ) as plan_wan,
    cast(sum(case when reported_month = months.month then year_done_wan end) as decimal(38, 2)) as done_wan,
    cast(cast(sum(case when is_now then year_plan_wan end) as double) / 12 as decimal(38, 2)) as month_plan_wan,
    cast(
        sum(case when reported_month = months.month then year_done_wan end)
        - case
            when months.month = 1 then 0 else sum(case when reported_month = months.month - 1 then year_done_wan end)
        end as decimal(38, 2)
    ) as month_done_wan
from months
left join behind on true
group by months.month
order by months.month
