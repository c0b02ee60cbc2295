-- title:   From match to landing
-- asks:    How many of the deals matched this year were signed, and how many of these have landed?
-- means:   matched = deals matched this year up to the date, cumulative; signed = deals signed this year, whenever they were matched; landed = deals signed this year that landed this year; a stage's rate is its number ÷ that of the stage before, by count and by money; a match has no amount yet
-- grain:   one row per stage, in order
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?
-- because: Deals have only a county and a sector.
-- returns: deal_stage VARCHAR, deals BIGINT, stage_wan DECIMAL(38,2), count_pct DOUBLE, money_pct DOUBLE
with stages as (
    select 1 as position, 'matched' as deal_stage
    union all
    select 2 as position, 'signed' as deal_stage
    union all
    select 3 as position, 'landed' as deal_stage
),

chosen as (
    select *
    from staged_deals
    where
        as_of = $as_of
        and ($counties is null or list_contains($counties, county_code))
        and ($sectors is null or list_contains($sectors, sector))
),

behind as (
    select
        stages.position, stages.deal_stage,
        chosen.deal_id, chosen.name, chosen.county_code, chosen.sector, chosen.origin,
        chosen.matched_on, chosen.signed_on, chosen.landed_on,
        case stages.deal_stage
            when 'signed' then coalesce(chosen.signed_wan, 0)
            when 'landed' then coalesce(chosen.landed_wan, 0)
        end as stage_wan,
        chosen.evidence, chosen.published_fields, chosen.source_file, chosen.source_sheet, chosen.source_row
    from stages
    left join chosen
        on (stages.deal_stage = 'matched' and chosen.is_matched)
        or (stages.deal_stage = 'signed' and chosen.is_signed)
        or (stages.deal_stage = 'landed' and chosen.is_landed)
)

select
    deal_stage,
    count(deal_id) as deals,
    case
        when deal_stage <> 'matched' then cast(coalesce(sum(stage_wan), 0) as decimal(38, 2))
    end as stage_wan,
    100 * cast(count(deal_id) as double)
    / cast(
        nullif(sum(count(deal_id)) over (order by position rows between 1 preceding and 1 preceding), 0) as double
    ) as count_pct,
    100 * cast(sum(stage_wan) as double)
    / cast(
        nullif(sum(sum(stage_wan)) over (order by position rows between 1 preceding and 1 preceding), 0) as double
    ) as money_pct
from behind
group by position, deal_stage
order by position
