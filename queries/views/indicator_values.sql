-- The value of every indicator at every date: that of the latest period ended by the date, or of the next to end where none has.
create view indicator_values as
with ranked as (
    select
        *,
        row_number() over (
            partition by as_of, campaign, indicator, county_code
            order by
                case when period_end <= as_of then 1 else 2 end,
                abs(date_diff('day', period_end, as_of)),
                source_row
        ) as place
    from indicators
    where value is not null
)

select *
from ranked
where place = 1
