-- title:   Dispatch meetings
-- asks:    How many dispatch meetings were held this year?
-- means:   meetings held from the start of the year to the date, of the asked forms
-- grain:   one row per as_of that has rows, in order
-- unit:    count
-- params:  as_ofs DATE[], kinds VARCHAR[]?
-- returns: as_of DATE, numerator DECIMAL(38,4), denominator DECIMAL(38,4), value DOUBLE
with behind as (
    select
        as_of,
        meeting_id, held_on, kind, chair_post, parties, projects_discussed,
        evidence, published_fields, source_file, source_sheet, source_row,
        cast(1 as decimal(20, 4)) as numerator,
        cast(null as decimal(20, 4)) as denominator
    from meetings
    where
        list_contains($as_ofs, as_of)
        and held_on <= as_of
        and extract(year from held_on) = extract(year from as_of)
        and ($kinds is null or list_contains($kinds, kind))
)

select
    as_of,
    sum(numerator) as numerator,
    sum(denominator) as denominator,
    cast(sum(numerator) as double) as value
from behind
group by as_of
order by as_of
