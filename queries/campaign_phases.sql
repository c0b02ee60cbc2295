-- title:   Phases and due dates of the campaigns
-- asks:    Which phase is each campaign in, and when are its phases and its targets due?
-- means:   a phase runs from the end of the one before it up to and including its due date; the last one is overdue when its due date is before the date; due dates of targets: the ends of their periods, whole-city targets only
-- grain:   one row per phase and per whole-city target, campaigns by name, phases first, by their due dates
-- params:  as_of DATE
-- ignores: county, sector, nature, size, batch, sponsor
-- because: Phases and targets of a campaign hold for the whole city.
-- returns: as_of DATE, campaign VARCHAR, is_phase BOOLEAN, label_zh VARCHAR, label_en VARCHAR, after_on DATE,
--          due_on DATE, phase_state VARCHAR, is_illustrative BOOLEAN
with labels as (
    select
        campaign,
        board_row,
        min(row_zh) as row_zh,
        min(row_en) as row_en
    from campaign_boards
    group by campaign, board_row
),

behind as (
    select
        phases.as_of, phases.campaign, phases.indicator, county_code, period_end, true as is_phase,
        coalesce(campaign_boards.row_zh, phase) as label_zh, coalesce(campaign_boards.row_en, phase) as label_en,
        phase_after as after_on, phase_due as due_on, phase_state,
        coalesce(
            phase_due is not null and evidence = 'illustrative'
            and not coalesce(list_contains(published_fields, 'phase_due'), false),
            false
        )
        as is_illustrative,
        evidence, published_fields, source_file, source_sheet, source_row
    from phases
    left join campaign_boards
        on
            phases.campaign = campaign_boards.campaign
            and phases.indicator = campaign_boards.indicator
            and campaign_boards.part = 'phase'
    where phases.as_of = $as_of
    union all
    select
        judged_indicators.as_of, judged_indicators.campaign, judged_indicators.indicator, county_code, period_end,
        false as is_phase,
        coalesce(labels.row_zh, judged_indicators.indicator) as label_zh,
        coalesce(labels.row_en, judged_indicators.indicator) as label_en,
        cast(null as date) as after_on, period_end as due_on, target_state as phase_state,
        false as is_illustrative,
        evidence, published_fields, source_file, source_sheet, source_row
    from judged_indicators
    left join labels
        on judged_indicators.campaign = labels.campaign and judged_indicators.board_row = labels.board_row
    where as_of = $as_of and county_code is null and target is not null
)

select
    as_of,
    campaign,
    is_phase,
    label_zh,
    label_en,
    after_on,
    due_on,
    phase_state,
    is_illustrative
from behind
order by campaign, is_phase desc, due_on nulls last, source_row, label_zh
