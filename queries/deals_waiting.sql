-- title:   Signed and long not landed
-- asks:    Which deals were signed long ago and have not landed?
-- means:   deals of any year that were signed more days ago than the threshold allows and have not landed by the date
-- grain:   one row per deal, the longest waiting first, of these the largest
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?
-- because: Deals have only a county and a sector.
-- returns: deal_id VARCHAR, name VARCHAR, county_code VARCHAR, sector VARCHAR, origin VARCHAR, signed_on DATE,
--          signed_wan DECIMAL(18,2), days_waiting BIGINT
with behind as (
    select
        deals.deal_id, deals.name, deals.county_code, deals.sector, deals.origin, deals.signed_on, deals.signed_wan,
        cast(date_diff('day', deals.signed_on, deals.as_of) as bigint) as days_waiting,
        deals.evidence, deals.published_fields, deals.source_file, deals.source_sheet, deals.source_row
    from deals
    cross join thresholds
    where
        deals.as_of = $as_of
        and date_diff('day', deals.signed_on, deals.as_of) > thresholds.deal_waiting_days
        and (deals.landed_on is null or deals.landed_on > deals.as_of)
        and ($counties is null or list_contains($counties, county_code))
        and ($sectors is null or list_contains($sectors, sector))
)

select deal_id, name, county_code, sector, origin, signed_on, signed_wan, days_waiting
from behind
order by days_waiting desc, signed_wan desc, deal_id asc
