-- title:   Investment by size
-- asks:    Is the money in a few large projects or in many small ones?
-- means:   projects and total investment in disjoint bands of a project's total investment, and their shares of the selection
-- grain:   one row per band that has projects, smallest first
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, batches VARCHAR[]?,
--          sponsors VARCHAR[]?
-- ignores: size
-- returns: size VARCHAR, projects BIGINT, total_wan DECIMAL(38,2), count_pct DOUBLE, money_pct DOUBLE
with behind as (
    select
        size, project_id, name, county_code, sector, year_status, total_wan,
        evidence, published_fields, source_file, source_sheet, source_row
    from ledger
    where
        as_of = $as_of
        and is_planned
        and ($counties is null or list_contains($counties, county_code))
        and ($sectors is null or list_contains($sectors, sector))
        and ($natures is null or list_contains($natures, nature))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
)

select
    size,
    count(*) as projects,
    cast(sum(total_wan) as decimal(38, 2)) as total_wan,
    100 * cast(count(*) as double) / nullif(sum(count(*)) over (), 0) as count_pct,
    100 * cast(sum(total_wan) as double) / nullif(cast(sum(sum(total_wan)) over () as double), 0) as money_pct
from behind
group by size
order by min(total_wan), size
