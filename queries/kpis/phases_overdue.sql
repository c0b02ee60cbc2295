-- title:   Phases overdue
-- asks:    How many campaigns have a phase that should be over?
-- means:   campaigns whose last stated phase was due before the date; one that is due on the date still runs
-- grain:   one row per as_of that has rows, in order
-- unit:    count
-- params:  as_ofs DATE[]
-- ignores: county, sector, nature, size, batch, sponsor
-- because: Phases of a campaign hold for the whole city.
-- returns: as_of DATE, numerator DECIMAL(38,4), denominator DECIMAL(38,4), value DOUBLE
with behind as (
    select
        as_of,
        campaign, indicator, county_code, period_end, phase, phase_due, phase_state,
        evidence, published_fields, source_file, source_sheet, source_row,
        cast(
            case
                when
                    phase_state = 'overdue'
                    and row_number() over (partition by as_of, campaign, phase_state order by phase, source_row) = 1
                    then 1
                else 0
            end
            as decimal(20, 4)
        ) as numerator,
        cast(null as decimal(20, 4)) as denominator
    from phases
    where list_contains($as_ofs, as_of)
)

select
    as_of,
    sum(numerator) as numerator,
    sum(denominator) as denominator,
    cast(sum(numerator) as double) as value
from behind
group by as_of
order by as_of
