-- title:   Part of the projects
-- asks:    Which share of the projects is the asked part, by count?
-- means:   projects of the asked counties, sectors, natures, sizes, batches and sponsors ÷ all projects of the selection
-- grain:   one row per as_of that has rows, in order
-- unit:    pct
-- params:  as_ofs DATE[], of_counties VARCHAR[]?, of_sectors VARCHAR[]?, of_natures VARCHAR[]?, of_sizes VARCHAR[]?,
--          of_batches VARCHAR[]?, of_sponsors VARCHAR[]?, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?,
--          sizes VARCHAR[]?, batches VARCHAR[]?, sponsors VARCHAR[]?, projects VARCHAR[]?
-- returns: as_of DATE, numerator DECIMAL(38,4), denominator DECIMAL(38,4), value DOUBLE
with behind as (
    select
        as_of, project_id, name, county_code, sector, year_status, nature, size, batch_id, sponsor,
        total_wan,
        evidence, published_fields, source_file, source_sheet, source_row,
        cast(
            case
                when
                    coalesce(list_contains($of_counties, county_code), $of_counties is null)
                    and coalesce(list_contains($of_sectors, sector), $of_sectors is null)
                    and coalesce(list_contains($of_natures, nature), $of_natures is null)
                    and coalesce(list_contains($of_sizes, size), $of_sizes is null)
                    and coalesce(list_contains($of_batches, batch_id), $of_batches is null)
                    and coalesce(list_contains($of_sponsors, sponsor), $of_sponsors is null)
                    then 1
                else 0
            end as decimal(20, 4)
        ) as numerator,
        cast(1 as decimal(20, 4)) as denominator
    from ledger
    where
        list_contains($as_ofs, as_of)
        and is_planned
        and ($counties is null or list_contains($counties, county_code))
        and ($sectors is null or list_contains($sectors, sector))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
        and ($projects is null or list_contains($projects, project_id))
)

select
    as_of,
    sum(numerator) as numerator,
    sum(denominator) as denominator,
    100 * cast(sum(numerator) as double) / cast(nullif(sum(denominator), 0) as double) as value
from behind
group by as_of
order by as_of
