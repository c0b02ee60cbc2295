-- title:   Landed by money
-- asks:    Which share of the amount signed this year has landed this year?
-- means:   landed amount of the deals signed and landed this year ÷ signed amount of the deals signed this year
-- grain:   one row per as_of that has rows, in order
-- unit:    pct
-- base:    wan
-- params:  as_ofs DATE[], counties VARCHAR[]?, sectors VARCHAR[]?
-- because: Deals have only a county and a sector.
-- returns: as_of DATE, numerator DECIMAL(38,4), denominator DECIMAL(38,4), value DOUBLE
with behind as (
    select
        as_of,
        deal_id, name, county_code, sector, origin, matched_on, signed_on, signed_wan, landed_on, landed_wan,
        evidence, published_fields, source_file, source_sheet, source_row,
        cast(case when is_landed then coalesce(landed_wan, 0) else 0 end as decimal(20, 4)) as numerator,
        cast(coalesce(signed_wan, 0) as decimal(20, 4)) as denominator
    from staged_deals
    where
        list_contains($as_ofs, as_of)
        and is_signed
        and ($counties is null or list_contains($counties, county_code))
        and ($sectors is null or list_contains($sectors, sector))
)

select
    as_of,
    sum(numerator) as numerator,
    sum(denominator) as denominator,
    100 * cast(sum(numerator) as double) / cast(nullif(sum(denominator), 0) as double) as value
from behind
group by as_of
order by as_of
