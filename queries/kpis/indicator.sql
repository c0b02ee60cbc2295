-- title:   Campaign indicator
-- asks:    What does the campaign's indicator say?
-- means:   the value in the indicators table, or the target where only a target was printed
-- grain:   one row per as_of that has rows, in order; an indicator counts at its latest period
-- unit:    stated
-- params:  as_ofs DATE[], campaigns VARCHAR[]?, indicators VARCHAR[]?
-- returns: as_of DATE, numerator DECIMAL(38,4), denominator DECIMAL(38,4), value DOUBLE
with chosen as (
    select
        *,
        row_number() over (partition by as_of, campaign, indicator order by period_end desc) as periods_back
    from indicators
    where
        list_contains($as_ofs, as_of)
        and county_code is null
        and ($campaigns is null or list_contains($campaigns, campaign))
        and ($indicators is null or list_contains($indicators, indicator))
),

behind as (
    select
        as_of,
        campaign, indicator, county_code, period_end, value as stated_value, target, relation, unit as stated_unit,
        evidence, published_fields, source_file, source_sheet, source_row,
        cast(coalesce(value, target) as decimal(20, 4)) as numerator,
        cast(null as decimal(20, 4)) as denominator
    from chosen
    where periods_back = 1
)

select
    as_of,
    sum(numerator) as numerator,
    sum(denominator) as denominator,
    cast(sum(numerator) as double) as value
from behind
group by as_of
order by as_of
