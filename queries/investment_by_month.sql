-- title:   Investment by month
-- asks:    Does the year's investment keep up with its plan, month by month?
-- means:   the plan is the year's planned investment spread evenly over twelve months; done is what the last snapshot of each month reports since the start of the year, and a month's own investment is the difference to the month before; a month without a snapshot has no actual numbers, and neither has the one after it of its own
-- grain:   one row per month of the year, in order, with the date of its snapshot
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- returns: month BIGINT, as_of DATE, plan_wan DECIMAL(38,2), done_wan DECIMAL(38,2), month_plan_wan DECIMAL(38,2),
--          month_done_wan DECIMAL(38,2)
with month_ends as (
    select
        extract(month from as_of) as month,
        max(as_of) as as_of
    from snapshots
    where extract(year from as_of) = extract(year from $as_of) and as_of <= $as_of
    group by extract(month from as_of)
),

chosen as (
    select *
    from ledger
    where
        is_planned
        and ($counties is null or list_contains($counties, county_code))
        and ($sectors is null or list_contains($sectors, sector))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
),

behind as (
    select
        month_ends.month as reported_month, month_ends.as_of, month_ends.as_of = $as_of as is_now,
        chosen.project_id, chosen.name, chosen.county_code, chosen.sector, chosen.year_plan_wan,
        coalesce(chosen.year_done_wan, 0) as year_done_wan,
        chosen.evidence, chosen.published_fields, chosen.source_file, chosen.source_sheet, chosen.source_row
    from month_ends
    left join chosen on month_ends.as_of = chosen.as_of
)

select
    months.month,
    max(case when reported_month = months.month then as_of end) as as_of,
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
