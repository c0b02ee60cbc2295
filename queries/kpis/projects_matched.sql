-- title:   Projects matched
-- asks:    How many projects were matched this year?
-- means:   sum of what the visits report for the months of the year up to the date; the funnel counts the deals that the ledger lists as matched, by county and sector
-- grain:   one row per as_of that has rows, in order
-- unit:    count
-- params:  as_ofs DATE[], counties VARCHAR[]?
-- because: Visits have only a county.
-- returns: as_of DATE, numerator DECIMAL(38,4), denominator DECIMAL(38,4), value DOUBLE
with behind as (
    select
        as_of,
        month, county_code, projects_matched,
        evidence, published_fields, source_file, source_sheet, source_row,
        cast(projects_matched as decimal(20, 4)) as numerator,
        cast(null as decimal(20, 4)) as denominator
    from visits
    where
        list_contains($as_ofs, as_of)
        and month <= as_of
        and extract(year from month) = extract(year from as_of)
        and ($counties is null or list_contains($counties, county_code))
)

select
    as_of,
    sum(numerator) as numerator,
    sum(denominator) as denominator,
    cast(sum(numerator) as double) as value
from behind
group by as_of
order by as_of
