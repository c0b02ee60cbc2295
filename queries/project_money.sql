-- title:   Investment of a project by month
-- asks:    Does this project's investment keep up with its plan for the year?
-- means:   the plan is the year's planned investment spread evenly over twelve months; done is what the last snapshot of each month reports since the start of the year
-- grain:   one row per month of the year, in order, with the date of its snapshot
-- params:  as_of DATE, project VARCHAR
-- ignores: county, sector, nature, size, batch, sponsor
-- because: It is about one project, whatever the filters leave.
-- returns: month BIGINT, as_of DATE, plan_wan DECIMAL(38,2), done_wan DECIMAL(38,2)
with month_ends as (
    select
        extract(month from as_of) as month,
        max(as_of) as as_of
    from snapshots
    where extract(year from as_of) = extract(year from $as_of) and as_of <= $as_of
    group by extract(month from as_of)
),

behind as (
    select
        month_ends.month as reported_month, month_ends.as_of, month_ends.as_of = $as_of as is_now,
        ledger.project_id, ledger.name, ledger.year_plan_wan, ledger.year_done_wan,
        ledger.evidence, ledger.published_fields, ledger.source_file, ledger.source_sheet, ledger.source_row
    from month_ends
    inner join ledger on month_ends.as_of = ledger.as_of
    where ledger.project_id = $project
)

select
    months.month,
    max(case when reported_month = months.month then as_of end) as as_of,
    cast(
        cast(sum(case when is_now then year_plan_wan end) as double) * months.month / 12 as decimal(38, 2)
    ) as plan_wan,
    cast(sum(case when reported_month = months.month then year_done_wan end) as decimal(38, 2)) as done_wan
from months
left join behind on true
group by months.month
order by months.month
