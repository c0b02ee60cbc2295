-- title:   Funds in place by source
-- asks:    Where does the money that has arrived come from?
-- means:   funds in place by their source; “other” is what no source accounts for, so that the rows sum to the funds in place
-- grain:   one row per source, in the order of the ledger
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- returns: source VARCHAR, funds_wan DECIMAL(38,2), money_pct DOUBLE
with chosen as (
    select *
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
),

sources as (
    select 1 as position, 'central' as source
    union all
    select 2 as position, 'bond' as source
    union all
    select 3 as position, 'bank' as source
    union all
    select 4 as position, 'own' as source
    union all
    select 5 as position, 'other' as source
),

behind as (
    select
        sources.position, sources.source,
        chosen.project_id, chosen.name, chosen.county_code, chosen.sector,
        cast(
            case sources.source
                when 'central' then coalesce(chosen.central_wan, 0)
                when 'bond' then coalesce(chosen.bond_wan, 0)
                when 'bank' then coalesce(chosen.bank_wan, 0)
                when 'own' then coalesce(chosen.own_wan, 0)
                else
                    coalesce(chosen.funds_in_place_wan, 0) - coalesce(chosen.central_wan, 0)
                    - coalesce(chosen.bond_wan, 0) - coalesce(chosen.bank_wan, 0) - coalesce(chosen.own_wan, 0)
            end as decimal(18, 2)
        ) as funds_wan,
        chosen.evidence, chosen.published_fields, chosen.source_file, chosen.source_sheet, chosen.source_row
    from sources
    left join chosen on true
)

select
    source,
    cast(coalesce(sum(funds_wan), 0) as decimal(38, 2)) as funds_wan,
    100 * cast(coalesce(sum(funds_wan), 0) as double)
    / nullif(cast(sum(sum(funds_wan)) over () as double), 0) as money_pct
from behind
group by position, source
order by position
