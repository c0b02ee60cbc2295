-- title:   Large projects by sector
-- asks:    Which sectors do the projects of 100 million yuan or more belong to, and which of them gain?
-- means:   projects of 1 亿元 (100 million yuan) or more in each sector ÷ all such projects by count, and their total investment ÷ that of all such projects by money, the two bases kept apart; each now, at the compared date and at the last snapshot of the year before
-- grain:   one row per sector that has such projects at one of the dates, in the city's order
-- params:  as_of DATE, compare DATE?, counties VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?, batches VARCHAR[]?,
--          sponsors VARCHAR[]?
-- ignores: sector
-- because: A sector's share needs all sectors as its base.
-- returns: sector VARCHAR, projects BIGINT, base BIGINT, count_pct DOUBLE, count_pct_before DOUBLE,
--          count_pct_year_before DOUBLE, total_wan DECIMAL(38,2), base_wan DECIMAL(38,2), money_pct DOUBLE,
--          money_pct_before DOUBLE, money_pct_year_before DOUBLE
with year_before as (
    select max(as_of) as day
    from snapshots
    where extract(year from as_of) = extract(year from $as_of) - 1
),

chosen as (
    select
        ledger.*,
        as_of = $as_of as is_now,
        coalesce(as_of = $compare, false) as is_compared,
        coalesce(as_of = year_before.day, false) as is_year_before
    from ledger
    cross join year_before
    where
        (as_of = $as_of or as_of = $compare or as_of = year_before.day)
        and is_planned
        and is_over_1y
        and ($counties is null or list_contains($counties, county_code))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
),

behind as (
    select
        coalesce(sectors.position, 999) as position, chosen.sector, as_of, is_now, is_compared, is_year_before,
        project_id, name, county_code, total_wan,
        evidence, published_fields, source_file, source_sheet, source_row
    from chosen
    left join sectors on chosen.sector = sectors.sector
)

select
    sector,
    count(case when is_now then 1 end) as projects,
    cast(sum(count(case when is_now then 1 end)) over () as bigint) as base,
    100 * cast(count(case when is_now then 1 end) as double)
    / nullif(sum(count(case when is_now then 1 end)) over (), 0) as count_pct,
    100 * cast(count(case when is_compared then 1 end) as double)
    / nullif(sum(count(case when is_compared then 1 end)) over (), 0) as count_pct_before,
    100 * cast(count(case when is_year_before then 1 end) as double)
    / nullif(sum(count(case when is_year_before then 1 end)) over (), 0) as count_pct_year_before,
    cast(coalesce(sum(case when is_now then total_wan end), 0) as decimal(38, 2)) as total_wan,
    cast(coalesce(sum(sum(case when is_now then total_wan end)) over (), 0) as decimal(38, 2)) as base_wan,
    100 * cast(sum(case when is_now then total_wan else 0 end) as double)
    / nullif(cast(sum(sum(case when is_now then total_wan end)) over () as double), 0) as money_pct,
    100 * cast(sum(case when is_compared then total_wan else 0 end) as double)
    / nullif(cast(sum(sum(case when is_compared then total_wan end)) over () as double), 0) as money_pct_before,
    100 * cast(sum(case when is_year_before then total_wan else 0 end) as double)
    / nullif(cast(sum(sum(case when is_year_before then total_wan end)) over () as double), 0) as money_pct_year_before
from behind
group by position, sector
order by position, sector
