-- title:   Signed and landed by month
-- asks:    How much was signed in each month, and how much of it has landed since?
-- means:   deals signed this year by the month of signing, and those of them that landed this year by the month of landing, with their amounts
-- grain:   one row per month of the year, in order; a month after the date has no numbers
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?
-- because: Deals have only a county and a sector.
-- returns: month BIGINT, signed BIGINT, signed_wan DECIMAL(38,2), landed BIGINT, landed_wan DECIMAL(38,2)
with behind as (
    select
        deal_id, name, county_code, sector, origin, signed_on, landed_on,
        extract(month from signed_on) as signed_month,
        case when is_landed then extract(month from landed_on) end as landed_month,
        coalesce(signed_wan, 0) as signed_wan, coalesce(landed_wan, 0) as landed_wan,
        evidence, published_fields, source_file, source_sheet, source_row
    from staged_deals
    where
        as_of = $as_of
        and is_signed
        and ($counties is null or list_contains($counties, county_code))
        and ($sectors is null or list_contains($sectors, sector))
)

select
    months.month,
    case
        when months.month <= extract(month from $as_of)
            then count(case when behind.signed_month = months.month then 1 end)
    end as signed,
    case
        when months.month <= extract(month from $as_of)
            then cast(
                coalesce(sum(case when behind.signed_month = months.month then behind.signed_wan end), 0)
                as decimal(38, 2)
            )
    end as signed_wan,
    case
        when months.month <= extract(month from $as_of)
            then count(case when behind.landed_month = months.month then 1 end)
    end as landed,
    case
        when months.month <= extract(month from $as_of)
            then cast(
                coalesce(sum(case when behind.landed_month = months.month then behind.landed_wan end), 0)
                as decimal(38, 2)
            )
    end as landed_wan
from months
left join behind on true
group by months.month
order by months.month
