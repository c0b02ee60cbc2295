-- title:   Campaign boards
-- asks:    How far is each campaign from its targets, and what is its phase?
-- means:   the indicators of each campaign, those that data/reference/campaign_boards.csv puts into one row beside each other; value: of the latest period ended by the date, or of the next to end where none has; target: that whose period ends first on or after the date, or the last where all are over; a whole-city target without a value of its own is held against the lowest and the highest county; distance = target − value; met as the relation says; missed: not met and the period ended before the date
-- grain:   one row per target of an indicator, or per indicator without one, whole city first and then each county; in the order of the boards
-- params:  as_of DATE, compare DATE?, counties VARCHAR[]?
-- ignores: sector, nature, size, batch, sponsor
-- because: Campaign indicators belong to the whole city or to a county, to no project; the county filter narrows the rows of counties.
-- returns: campaign VARCHAR, board_row VARCHAR, row_zh VARCHAR, row_en VARCHAR, indicator VARCHAR, county_code VARCHAR,
--          part VARCHAR, relation VARCHAR, target DECIMAL(18,4), lowest DECIMAL(18,4), highest DECIMAL(18,4),
--          lowest_before DECIMAL(18,4), highest_before DECIMAL(18,4), unit VARCHAR, distance DECIMAL(19,4),
--          period_end DATE, value_period_end DATE, target_state VARCHAR, is_value_illustrative BOOLEAN,
--          is_target_illustrative BOOLEAN
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

earlier as (
    select
        campaign,
        board_row,
        county_code,
        max(lowest) as lowest,
        max(highest) as highest
    from judged_indicators
    where as_of = $compare
    group by campaign, board_row, county_code
),

now as (
    select *
    from judged_indicators
    where as_of = $as_of and county_code is null
    union all
    select *
    from judged_indicators
    where
        as_of = $as_of
        and county_code is not null
        and ($counties is null or list_contains($counties, county_code))
),

behind as (
    select
        now.campaign, now.board_row,
        coalesce(labels.row_zh, now.indicator) as row_zh, coalesce(labels.row_en, now.indicator) as row_en,
        now.indicator, now.county_code, now.part, now.relation, now.target, now.lowest, now.highest,
        earlier.lowest as lowest_before, earlier.highest as highest_before, now.unit, now.distance, now.period_end,
        now.value_period_end, now.target_state, now.is_value_illustrative, now.is_target_illustrative,
        now.position, labels.position as row_position, divisions.position as county_position,
        now.evidence, now.published_fields, now.source_file, now.source_sheet, now.source_row
    from now
    left join labels on now.campaign = labels.campaign and now.board_row = labels.board_row
    left join earlier
        on
            now.campaign = earlier.campaign and now.board_row = earlier.board_row
            and coalesce(now.county_code, '') = coalesce(earlier.county_code, '')
    left join divisions on now.county_code = divisions.county_code
)

select
    campaign,
    board_row,
    row_zh,
    row_en,
    indicator,
    county_code,
    part,
    relation,
    target,
    lowest,
    highest,
    lowest_before,
    highest_before,
    unit,
    distance,
    period_end,
    value_period_end,
    target_state,
    is_value_illustrative,
    is_target_illustrative
from behind
order by
    row_position nulls last, campaign, board_row,
    case when county_code is null then 1 else 2 end, county_position nulls last, county_code,
    position nulls last, indicator
