-- title:   Investment done since the compared date, by county
-- asks:    Which counties has the investment since the compared date come from?
-- means:   investment done this year at the date − done this year at the compared date, by county; at a date of an earlier year nothing of this year was done; a project that left the plan takes its amount away with it
-- grain:   one row per county with projects at either date, in the city's order; no rows without a compared date
-- params:  as_of DATE, compare DATE?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- ignores: county
-- returns: county_code VARCHAR, before_wan DECIMAL(38,2), after_wan DECIMAL(38,2), change_wan DECIMAL(38,2)
with behind as (
    select
        ledger.as_of = $as_of as is_now,
        project_id, name, ledger.county_code, sector,
        case
            when extract(year from ledger.as_of) = extract(year from $as_of) then coalesce(year_done_wan, 0) else 0
        end as year_done_wan,
        coalesce(divisions.position, 999) as position,
        evidence, published_fields, source_file, source_sheet, source_row
    from ledger
    left join divisions on ledger.county_code = divisions.county_code
    where
        $compare <> $as_of
        and (ledger.as_of = $as_of or ledger.as_of = $compare)
        and is_planned
        and ($sectors is null or list_contains($sectors, sector))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
)

select
    county_code,
    cast(sum(case when is_now then 0 else year_done_wan end) as decimal(38, 2)) as before_wan,
    cast(sum(case when is_now then year_done_wan else 0 end) as decimal(38, 2)) as after_wan,
    cast(sum(case when is_now then year_done_wan else -year_done_wan end) as decimal(38, 2)) as change_wan
from behind
group by position, county_code
order by position, county_code
