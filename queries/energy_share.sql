-- title:   Energy's share of the plan
-- asks:    How large is energy's share of the plan, of its large projects and of each concentrated start?
-- means:   energy projects ÷ all projects of the part by count, and their total investment ÷ that of the part by money, the two bases kept apart; each now, at the compared date and at the last snapshot of the year before; large projects have 1 亿元 (100 million yuan) or more
-- grain:   one row per part of the plan that has projects: all, the large ones, each start batch
-- params:  as_of DATE, compare DATE?, counties VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?, sponsors VARCHAR[]?
-- ignores: sector, batch
-- because: Energy's share needs all sectors as its base, and the batches stand beside each other.
-- returns: part VARCHAR, batch_id VARCHAR, projects BIGINT, base BIGINT, count_pct DOUBLE, count_pct_before DOUBLE,
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
        and ($counties is null or list_contains($counties, county_code))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($sponsors is null or list_contains($sponsors, sponsor))
),

parts as (
    select *, 1 as position, 'all' as part, cast(null as varchar) as batch
    from chosen
    union all
    select *, 2 as position, 'over_1y' as part, cast(null as varchar) as batch
    from chosen
    where is_over_1y
    union all
    select *, 3 as position, 'batch' as part, batch_id as batch
    from chosen
    where batch_id is not null
),

behind as (
    select
        position, part, batch as batch_id, as_of, is_now, is_compared, is_year_before,
        sector = 'energy' as is_energy, project_id, name, county_code, sector, energy_kind, total_wan,
        evidence, published_fields, source_file, source_sheet, source_row
    from parts
)

select
    part,
    batch_id,
    count(case when is_now and is_energy then 1 end) as projects,
    count(case when is_now then 1 end) as base,
    100 * cast(count(case when is_now and is_energy then 1 end) as double)
    / nullif(count(case when is_now then 1 end), 0) as count_pct,
    100 * cast(count(case when is_compared and is_energy then 1 end) as double)
    / nullif(count(case when is_compared then 1 end), 0) as count_pct_before,
    100 * cast(count(case when is_year_before and is_energy then 1 end) as double)
    / nullif(count(case when is_year_before then 1 end), 0) as count_pct_year_before,
    cast(coalesce(sum(case when is_now and is_energy then total_wan end), 0) as decimal(38, 2)) as total_wan,
    cast(coalesce(sum(case when is_now then total_wan end), 0) as decimal(38, 2)) as base_wan,
    100 * cast(sum(case when is_now then case when is_energy then total_wan else 0 end end) as double)
    / nullif(cast(sum(case when is_now then total_wan end) as double), 0) as money_pct,
    100 * cast(sum(case when is_compared then case when is_energy then total_wan else 0 end end) as double)
    / nullif(cast(sum(case when is_compared then total_wan end) as double), 0) as money_pct_before,
    100 * cast(sum(case when is_year_before then case when is_energy then total_wan else 0 end end) as double)
    / nullif(cast(sum(case when is_year_before then total_wan end) as double), 0) as money_pct_year_before
from behind
group by position, part, batch_id
having count(case when is_now then 1 end) > 0
order by position, batch_id
