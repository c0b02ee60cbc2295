-- The target of every indicator at every date: that whose period ends first on or after the date, or the last where all are over.
create view indicator_targets as
with ranked as (
    select
        *,
        row_number() over (
            partition by as_of, campaign, indicator, county_code
            order by
                case when period_end >= as_of then 1 else 2 end,
                abs(date_diff('day', period_end, as_of)),
                source_row
        ) as place
    from indicators
    where target is not null
)

select *
from ranked
where place = 1
