-- title:   ≥ 100m yuan, change
-- asks:    How many more projects have 100 million yuan or more than at the earlier date?
-- means:   projects of 1 亿元 or more at the date less those at the earlier date
-- grain:   one row
-- unit:    count
-- params:  as_of DATE, previous DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?,
--          sizes VARCHAR[]?, batches VARCHAR[]?, sponsors VARCHAR[]?, projects VARCHAR[]?
-- returns: numerator DECIMAL(38,4), denominator DECIMAL(38,4), value DOUBLE
with behind as (
    select
        as_of, project_id, name, county_code, sector, year_status,
        total_wan,
        evidence, published_fields, source_file, source_sheet, source_row,
        cast(case when as_of = $as_of then 1 else -1 end as decimal(20, 4)) as numerator,
        cast(null as decimal(20, 4)) as denominator
    from ledger
    where
        (as_of = $as_of or as_of = $previous)
        and is_planned
        and is_over_1y
        and ($counties is null or list_contains($counties, county_code))
        and ($sectors is null or list_contains($sectors, sector))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
        and ($projects is null or list_contains($projects, project_id))
)

select
    sum(numerator) as numerator,
    sum(denominator) as denominator,
    cast(sum(numerator) as double) as value
from behind
