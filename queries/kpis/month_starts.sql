-- title:   Started this month
-- asks:    How many projects started this month?
-- means:   new starts whose actual start lies in the month of the date, up to the date
-- grain:   one row per as_of that has rows, in order
-- unit:    count
-- params:  as_ofs DATE[], counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?, projects VARCHAR[]?
-- returns: as_of DATE, numerator DECIMAL(38,4), denominator DECIMAL(38,4), value DOUBLE
with behind as (
    select
        as_of, project_id, name, county_code, sector, year_status,
        total_wan, planned_start, actual_start,
        evidence, published_fields, source_file, source_sheet, source_row,
        cast(1 as decimal(20, 4)) as numerator,
        cast(null as decimal(20, 4)) as denominator
    from ledger
    where
        list_contains($as_ofs, as_of)
        and is_planned
        and year_status = 'new_start'
        and is_started
        and extract(year from actual_start) = extract(year from as_of)
        and extract(month from actual_start) = extract(month from as_of)
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
    cast(sum(numerator) as double) as value
from behind
group by as_of
order by as_of
