-- title:   Share by count, change
-- asks:    By how many percentage points has the share of these sectors by count changed?
-- means:   share of the asked sectors among the projects at the date less the same share at the earlier date
-- grain:   one row
-- unit:    pp
-- params:  as_of DATE, previous DATE, of_sectors VARCHAR[], counties VARCHAR[]?, sectors VARCHAR[]?,
--          natures VARCHAR[]?, sizes VARCHAR[]?, batches VARCHAR[]?, sponsors VARCHAR[]?,
--          projects VARCHAR[]?
-- returns: numerator DECIMAL(38,4), denominator DECIMAL(38,4), value DOUBLE,
--          previous_numerator DECIMAL(38,4), previous_denominator DECIMAL(38,4)
with behind as (
    select
        as_of, project_id, name, county_code, sector, year_status,
        total_wan,
        evidence, published_fields, source_file, source_sheet, source_row,
        cast(case when list_contains($of_sectors, sector) then 1 else 0 end as decimal(20, 4)) as numerator,
        cast(1 as decimal(20, 4)) as denominator
    from ledger
    where
        (as_of = $as_of or as_of = $previous)
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
    sum(case when as_of = $as_of then numerator end) as numerator,
    sum(case when as_of = $as_of then denominator end) as denominator,
    100 * (
        cast(sum(case when as_of = $as_of then numerator end) as double)
        / cast(nullif(sum(case when as_of = $as_of then denominator end), 0) as double)
        - cast(sum(case when as_of = $previous then numerator end) as double)
        / cast(nullif(sum(case when as_of = $previous then denominator end), 0) as double)
    ) as value,
    sum(case when as_of = $previous then numerator end) as previous_numerator,
    sum(case when as_of = $previous then denominator end) as previous_denominator
from behind
