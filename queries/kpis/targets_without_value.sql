-- title:   Without a value
-- asks:    How many targets have nothing to be held against?
-- means:   of all whole-city targets, those whose indicator has no value at the date, or one in another unit
-- grain:   one row per as_of that has rows, in order
-- unit:    count
-- params:  as_ofs DATE[]
-- ignores: county, sector, nature, size, batch, sponsor
-- because: These targets hold for the whole city.
-- returns: as_of DATE, numerator DECIMAL(38,4), denominator DECIMAL(38,4), value DOUBLE
with behind as (
    select
        as_of,
        campaign, indicator, county_code, period_end, board_row, part, relation, target, lowest, highest,
        unit as stated_unit, distance, target_state,
        evidence, published_fields, source_file, source_sheet, source_row,
        cast(case when target_state = 'no_value' or target_state = 'other_unit' then 1 else 0 end as decimal(20, 4))
            as numerator,
        cast(1 as decimal(20, 4)) as denominator
    from judged_indicators
    where list_contains($as_ofs, as_of) and county_code is null and target is not null
)

select
    as_of,
    sum(numerator) as numerator,
    sum(denominator) as denominator,
    cast(sum(numerator) as double) as value
from behind
group by as_of
order by as_of
