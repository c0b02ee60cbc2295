-- Every target beside its value, judged; values without a target too. Rows that belong together: data/reference/campaign_boards.csv.
create view judged_indicators as
with goals as (
    select
        indicator_targets.*,
        campaign_boards.position,
        coalesce(campaign_boards.board_row, indicator_targets.indicator) as board_row,
        case
            when campaign_boards.part = 'floor' or campaign_boards.part = 'ceiling' or campaign_boards.part = 'ensured'
                or campaign_boards.part = 'striven'
                then campaign_boards.part
            else 'target'
        end as part
    from indicator_targets
    left join campaign_boards
        on
            indicator_targets.campaign = campaign_boards.campaign
            and indicator_targets.indicator = campaign_boards.indicator
),

stated as (
    select
        indicator_values.*,
        campaign_boards.position,
        coalesce(campaign_boards.board_row, indicator_values.indicator) as board_row,
        case when campaign_boards.part = 'count' then 'count' else 'value' end as part,
        row_number() over (
            partition by
                indicator_values.as_of, indicator_values.campaign,
                coalesce(campaign_boards.board_row, indicator_values.indicator), indicator_values.county_code
            order by
                case when campaign_boards.part = 'value' or campaign_boards.part = 'count' then 1 else 2 end,
                campaign_boards.position, indicator_values.indicator
        ) as choice
    from indicator_values
    left join campaign_boards
        on
            indicator_values.campaign = campaign_boards.campaign
            and indicator_values.indicator = campaign_boards.indicator
),

ranges as (
    select
        as_of,
        campaign,
        board_row,
        min(value) as lowest,
        max(value) as highest,
        min(unit) as unit,
        max(period_end) as period_end,
        max(
            case
                when evidence = 'illustrative' and not coalesce(list_contains(published_fields, 'value'), false) then 1
                else 0
            end
        ) as illustrative
    from stated
    where choice = 1 and county_code is not null
    group by as_of, campaign, board_row
),

lined as (
    select
        goals.as_of, goals.campaign, goals.indicator, goals.county_code, goals.board_row, goals.part, goals.position,
        goals.relation, goals.target, goals.period_end, goals.unit,
        coalesce(stated.value, ranges.lowest) as lowest,
        coalesce(stated.value, ranges.highest) as highest,
        coalesce(stated.period_end, ranges.period_end) as value_period_end,
        case when stated.value is not null then stated.unit else ranges.unit end as value_unit,
        coalesce(
            stated.evidence = 'illustrative'
            and not coalesce(list_contains(stated.published_fields, 'value'), false),
            ranges.illustrative = 1, false
        ) as is_value_illustrative,
        coalesce(
            goals.evidence = 'illustrative'
            and not coalesce(list_contains(goals.published_fields, 'target'), false),
            false
        )
        as is_target_illustrative,
        goals.evidence, goals.published_fields, goals.source_file, goals.source_sheet, goals.source_row
    from goals
    left join stated
        on
            goals.as_of = stated.as_of and goals.campaign = stated.campaign and goals.board_row = stated.board_row
            and coalesce(goals.county_code, '') = coalesce(stated.county_code, '') and stated.choice = 1
    left join ranges
        on
            goals.as_of = ranges.as_of and goals.campaign = ranges.campaign and goals.board_row = ranges.board_row
            and goals.county_code is null
    union all
    select
        stated.as_of, stated.campaign, stated.indicator, stated.county_code, stated.board_row, stated.part,
        stated.position,
        cast(null as varchar) as relation, cast(null as decimal(18, 4)) as target, stated.period_end, stated.unit,
        stated.value as lowest, stated.value as highest, stated.period_end as value_period_end,
        stated.unit as value_unit,
        coalesce(
            stated.evidence = 'illustrative'
            and not coalesce(list_contains(stated.published_fields, 'value'), false),
            false
        )
        as is_value_illustrative,
        false as is_target_illustrative,
        stated.evidence, stated.published_fields, stated.source_file, stated.source_sheet, stated.source_row
    from stated
    left join goals
        on
            stated.as_of = goals.as_of and stated.campaign = goals.campaign and stated.board_row = goals.board_row
            and coalesce(stated.county_code, '') = coalesce(goals.county_code, '')
    where stated.choice = 1 and goals.as_of is null
),

measured as (
    select
        *,
        case
            when unit <> value_unit then null
            when relation = '<=' or (relation = '=' and abs(target - highest) > abs(target - lowest))
                then target - highest
            else target - lowest
        end as distance
    from lined
),

held as (
    select
        *,
        case relation when '<=' then distance >= 0 when '=' then distance = 0 else distance <= 0 end as is_met
    from measured
)

select
    *,
    case
        when target is null and part = 'count' then 'stated'
        when target is null then 'no_target'
        when lowest is null then 'no_value'
        when distance is null then 'other_unit'
        when is_met then 'met'
        when period_end < as_of then 'missed'
        else 'open'
    end as target_state,
    case
        when distance is null then null
        when relation = '<=' and target < 0 then 100 * cast(highest as double) / cast(target as double)
        when coalesce(relation, '>=') = '>=' and target > 0
            then 100 * cast(lowest as double) / cast(target as double)
    end as way_pct
from held
