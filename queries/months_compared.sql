-- title:   This month against others
-- asks:    Are the starts and the investment of this month more or fewer than last month's and last year's?
-- means:   new starts whose actual start lies in the month; investment of the month = done this year at its end − done at the end of the month before; without the snapshots that these need there is no number
-- grain:   one row per month: this one, the one before, the same one of last year
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- returns: period VARCHAR, year BIGINT, month BIGINT, starts BIGINT, invested_wan DECIMAL(38,2)
with this_month as (
    select
        extract(year from $as_of) as year,
        extract(month from $as_of) as month
),

periods as (
    select 1 as position, 'this_month' as period, year, month
    from this_month
    union all
    select
        2 as position,
        'last_month' as period,
        case when month = 1 then year - 1 else year end as year,
        case when month = 1 then 12 else month - 1 end as month
    from this_month
    union all
    select 3 as position, 'year_before' as period, year - 1 as year, month
    from this_month
),

dated as (
    select
        periods.position,
        periods.period,
        periods.year,
        periods.month,
        max(case when extract(month from snapshots.as_of) >= periods.month then snapshots.as_of end) as counted_at,
        max(case when extract(month from snapshots.as_of) = periods.month then snapshots.as_of end) as done_at,
        max(case when extract(month from snapshots.as_of) = periods.month - 1 then snapshots.as_of end) as done_before
    from periods
    left join snapshots on periods.year = extract(year from snapshots.as_of) and snapshots.as_of <= $as_of
    group by periods.position, periods.period, periods.year, periods.month
),

sides as (
    select *, done_at as read_at, 1 as sign
    from dated
    where month = 1 or done_before is not null
    union all
    select *, done_before as read_at, -1 as sign
    from dated
    where done_at is not null
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
        dated.position, dated.period, dated.year, dated.month, dated.counted_at, dated.done_at, dated.done_before,
        'start' as kind, chosen.project_id, chosen.name, chosen.county_code, chosen.sector, chosen.actual_start,
        cast(null as decimal(18, 2)) as invested_wan,
        chosen.evidence, chosen.published_fields, chosen.source_file, chosen.source_sheet, chosen.source_row
    from dated
    left join chosen
        on
            dated.counted_at = chosen.as_of
            and chosen.year_status = 'new_start'
            and chosen.is_started
            and extract(year from chosen.actual_start) = dated.year
            and extract(month from chosen.actual_start) = dated.month
    union all
    select
        sides.position, sides.period, sides.year, sides.month, sides.counted_at, sides.done_at, sides.done_before,
        'investment' as kind, chosen.project_id, chosen.name, chosen.county_code, chosen.sector, chosen.actual_start,
        cast(sides.sign * coalesce(chosen.year_done_wan, 0) as decimal(18, 2)) as invested_wan,
        chosen.evidence, chosen.published_fields, chosen.source_file, chosen.source_sheet, chosen.source_row
    from sides
    inner join chosen on sides.read_at = chosen.as_of
)

select
    period,
    year,
    month,
    case when max(counted_at) is not null then count(case when kind = 'start' then project_id end) end as starts,
    cast(
        case
            when max(done_at) is not null and (month = 1 or max(done_before) is not null)
                then coalesce(sum(invested_wan), 0)
        end as decimal(38, 2)
    ) as invested_wan
from behind
group by position, period, year, month
order by position
