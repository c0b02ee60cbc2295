-- title:   Investment done since the compared date, by sector
-- asks:    Which sectors has the investment since the compared date come from?
-- means:   investment done this year at the date − done this year at the compared date, by sector; at a date of an earlier year nothing of this year was done; a project that left the plan takes its amount away with it
-- grain:   one row per sector with projects at either date, in the city's order; no rows without a compared date
-- params:  as_of DATE, compare DATE?, counties VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- ignores: sector
-- returns: sector VARCHAR, before_wan DECIMAL(38,2), after_wan DECIMAL(38,2), change_wan DECIMAL(38,2)
with behind as (
    select
        ledger.as_of = $as_of as is_now,
        project_id, name, county_code, ledger.sector,
        case
            when extract(year from ledger.as_of) = extract(year from $as_of) then coalesce(year_done_wan, 0) else 0
        end as year_done_wan,
        coalesce(sectors.position, 999) as position,
        evidence, published_fields, source_file, source_sheet, source_row
    from ledger
    left join sectors on ledger.sector = sectors.sector
    where
        $compare <> $as_of
        and (ledger.as_of = $as_of or ledger.as_of = $compare)
        and is_planned
        and ($counties is null or list_contains($counties, county_code))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
)

select
    sector,
    cast(sum(case when is_now then 0 else year_done_wan end) as decimal(38, 2)) as before_wan,
    cast(sum(case when is_now then year_done_wan else 0 end) as decimal(38, 2)) as after_wan,
    cast(sum(case when is_now then year_done_wan else -year_done_wan end) as decimal(38, 2)) as change_wan
from behind
group by position, sector
order by position, sector
