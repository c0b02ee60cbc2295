-- title:   From match to landing, part by part
-- asks:    In which counties, in which sectors and from where are deals matched, signed and landed?
-- means:   the stages of the deals of the year (matched, signed, and landed of those signed), counted apart by county, by sector and by origin; each of the three sums to the whole; the landing rate is landed ÷ signed, by count and by money
-- grain:   one row per county, sector and origin that has deals, within each the most signed money first
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?
-- because: Deals have only a county and a sector.
-- returns: counted_by VARCHAR, code VARCHAR, matched BIGINT, signed BIGINT, signed_wan DECIMAL(38,2), landed BIGINT,
--          landed_wan DECIMAL(38,2), count_pct DOUBLE, money_pct DOUBLE
with parts as (
    select 1 as position, 'county' as counted_by
    union all
    select 2 as position, 'sector' as counted_by
    union all
    select 3 as position, 'origin' as counted_by
),

dated as (
    select *
    from staged_deals
    where
        as_of = $as_of
        and ($counties is null or list_contains($counties, county_code))
        and ($sectors is null or list_contains($sectors, sector))
),

behind as (
    select
        parts.position, parts.counted_by,
        case parts.counted_by
            when 'county' then dated.county_code
            when 'sector' then dated.sector
            else dated.origin
        end as code,
        dated.deal_id, dated.name,
        dated.matched_on, dated.signed_on, dated.landed_on,
        dated.is_matched, dated.is_signed, dated.is_landed,
        case when dated.is_signed then coalesce(dated.signed_wan, 0) else 0 end as signed_wan,
        case when dated.is_landed then coalesce(dated.landed_wan, 0) else 0 end as landed_wan,
        dated.evidence, dated.published_fields, dated.source_file, dated.source_sheet, dated.source_row
    from parts
    cross join dated
    where dated.is_matched or dated.is_signed
)

select
    counted_by,
    code,
    count(case when is_matched then 1 end) as matched,
    count(case when is_signed then 1 end) as signed,
    cast(sum(signed_wan) as decimal(38, 2)) as signed_wan,
    count(case when is_landed then 1 end) as landed,
    cast(sum(landed_wan) as decimal(38, 2)) as landed_wan,
    100 * cast(count(case when is_landed then 1 end) as double)
    / cast(nullif(count(case when is_signed then 1 end), 0) as double) as count_pct,
    100 * cast(sum(landed_wan) as double) / cast(nullif(sum(signed_wan), 0) as double) as money_pct
from behind
group by position, counted_by, code
order by position asc, signed_wan desc, matched desc, code asc
