-- title:   Energy by kind
-- asks:    Of what kinds are the energy projects, by money and by capacity?
-- means:   energy projects of the plan by their kind: total investment and its share of all energy investment, stated capacity and its share of all stated capacity; not every project states one
-- grain:   one row per kind that has projects, most money first
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- returns: energy_kind VARCHAR, projects BIGINT, total_wan DECIMAL(38,2), money_pct DOUBLE, stating BIGINT,
--          capacity_mw DECIMAL(38,4), capacity_pct DOUBLE
with behind as (
    select
        energy_kind, project_id, name, county_code, year_status, total_wan, capacity_mw,
        evidence, published_fields, source_file, source_sheet, source_row
    from ledger
    where
        as_of = $as_of
        and is_planned
        and sector = 'energy'
        and ($counties is null or list_contains($counties, county_code))
        and ($sectors is null or list_contains($sectors, sector))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
)

select
    energy_kind,
    count(*) as projects,
    cast(sum(total_wan) as decimal(38, 2)) as total_wan,
    100 * cast(sum(total_wan) as double) / nullif(cast(sum(sum(total_wan)) over () as double), 0) as money_pct,
    count(capacity_mw) as stating,
    sum(capacity_mw) as capacity_mw,
    100 * cast(sum(capacity_mw) as double) / nullif(cast(sum(sum(capacity_mw)) over () as double), 0) as capacity_pct
from behind
group by energy_kind
order by total_wan desc, energy_kind
