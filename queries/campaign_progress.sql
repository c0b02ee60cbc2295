-- title:   The way to each target
-- asks:    What part of the way to its target has each indicator gone?
-- means:   value ÷ target of whole-city targets that must be reached (at least, or a fall of at least); floors too; for targets of counties together, the lowest county; upper limits and equal values have no way and are left out; value and target as on the boards
-- grain:   one row per whole-city target that must be reached, in the order of the boards
-- params:  as_of DATE
-- ignores: county, sector, nature, size, batch, sponsor
-- because: These targets hold for the whole city.
-- returns: campaign VARCHAR, row_zh VARCHAR, row_en VARCHAR, part VARCHAR, relation VARCHAR, target DECIMAL(18,4),
--          value DECIMAL(18,4), unit VARCHAR, way_pct DOUBLE, target_state VARCHAR, is_illustrative BOOLEAN
with labels as (
    select
        campaign,
        board_row,
        min(row_zh) as row_zh,
        min(row_en) as row_en,
        min(position) as position
    from campaign_boards
    group by campaign, board_row
),

behind as (
    select
        judged_indicators.as_of, judged_indicators.campaign, judged_indicators.indicator, county_code, period_end,
        coalesce(labels.row_zh, judged_indicators.indicator) as row_zh,
        coalesce(labels.row_en, judged_indicators.indicator) as row_en,
        part, relation, target, unit, way_pct, target_state, is_value_illustrative as is_illustrative,
        case when relation = '<=' then highest else lowest end as value,
        judged_indicators.position, labels.position as row_position,
        evidence, published_fields, source_file, source_sheet, source_row
    from judged_indicators
    left join labels
        on judged_indicators.campaign = labels.campaign and judged_indicators.board_row = labels.board_row
    where
        as_of = $as_of
        and county_code is null
        and ((coalesce(relation, '>=') = '>=' and target > 0) or (relation = '<=' and target < 0))
)

select
    campaign,
    row_zh,
    row_en,
    part,
    relation,
    target,
    value,
    unit,
    way_pct,
    target_state,
    is_illustrative
from behind
order by row_position nulls last, campaign, position nulls last, indicator
