-- title:   Share by sector
-- asks:    Which sectors make up the plan, by count and by money?
-- means:   projects and total investment of each sector ÷ those of the whole selection, the two bases kept apart
-- grain:   one row per sector, in the city's order, sectors without projects included
-- params:  as_of DATE, counties VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?, batches VARCHAR[]?,
--          sponsors VARCHAR[]?
-- ignores: sector
-- returns: sector VARCHAR, projects BIGINT, total_wan DECIMAL(38,2), count_pct DOUBLE, money_pct DOUBLE
with chosen as (
    select *
    from ledger
    where
        as_of = $as_of
        and is_planned
        and ($counties is null or list_contains($counties, county_code))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
),

behind as (
    select
        coalesce(chosen.sector, sectors.sector) as sector,
        coalesce(sectors.position, 999) as position,
        chosen.project_id,
        chosen.name,
        chosen.county_code,
        chosen.year_status,
        chosen.total_wan,
        chosen.evidence,
        chosen.published_fields,
        chosen.source_file,
        chosen.source_sheet,
        chosen.source_row
    from sectors
    full join chosen on sectors.sector = chosen.sector
)

select
    sector,
    count(project_id) as projects,
    cast(coalesce(sum(total_wan), 0) as decimal(38, 2)) as total_wan,
    100 * cast(count(project_id) as double) / nullif(sum(count(project_id)) over (), 0) as count_pct,
    100 * cast(coalesce(sum(total_wan), 0) as double)
    / nullif(cast(sum(sum(total_wan)) over () as double), 0) as money_pct
from behind
group by sector, position
order by position, sector
