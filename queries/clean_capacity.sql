-- title:   New-energy capacity, printed and from the real units
-- asks:    How much of the city's capacity is new energy, and do the real units agree with what was printed?
-- means:   the printed indicators, by the roles that data/reference/energy_indicators.csv gives them, beside what follows from the units of data/reference/energy_assets.csv that ran at the date: all capacity = printed new-energy capacity + running units of other kinds than wind, solar and biomass; share = printed new-energy capacity ÷ that sum
-- grain:   one row
-- params:  as_of DATE
-- ignores: county, sector, nature, size, batch, sponsor
-- because: The printed figures speak of the whole city.
-- returns: new_mw DOUBLE, new_pct DOUBLE, all_mw DOUBLE, share_change_points DOUBLE, units BIGINT, other_mw DOUBLE,
--          computed_all_mw DOUBLE, computed_pct DOUBLE
with printed as (
    select
        energy_indicators.role,
        indicators.*,
        row_number() over (
            partition by energy_indicators.role order by indicators.period_end desc, indicators.source_row asc
        ) as periods_back
    from indicators
    inner join energy_indicators
        on indicators.campaign = energy_indicators.campaign and indicators.indicator = energy_indicators.indicator
    where indicators.as_of = $as_of and indicators.county_code is null
),

behind as (
    select
        role, indicator, cast(null as varchar) as energy_kind, value as stated_value, unit as stated_unit,
        cast(value as double) * case unit when '万千瓦' then 10 else 1 end as value,
        evidence, published_fields, source_file, source_sheet, source_row
    from printed
    where periods_back = 1
    union all
    select
        'unit' as role, site as indicator, energy_kind, capacity_mw as stated_value, 'MW' as stated_unit,
        cast(capacity_mw as double) as value,
        evidence, published_fields, source_file, source_sheet, source_row
    from energy_assets
    where
        status = 'operating'
        and coalesce(started_on <= $as_of, true)
        and not (energy_kind = 'wind' or energy_kind = 'solar' or energy_kind = 'biomass')
)

select
    max(case when role = 'new_capacity' then value end) as new_mw,
    max(case when role = 'new_share' then value end) as new_pct,
    max(case when role = 'all_capacity' then value end) as all_mw,
    max(case when role = 'share_change' then value end) as share_change_points,
    count(case when role = 'unit' then 1 end) as units,
    sum(case when role = 'unit' then value end) as other_mw,
    max(case when role = 'new_capacity' then value end)
    + sum(case when role = 'unit' then value end) as computed_all_mw,
    100 * cast(max(case when role = 'new_capacity' then value end) as double)
    / cast(
        max(case when role = 'new_capacity' then value end) + sum(case when role = 'unit' then value end) as double
    ) as computed_pct
from behind
