-- The phases of every campaign at every date: one that is due on the date still runs, and the last one is overdue after it.
create view phases as
with named as (
    select
        *,
        row_number() over (
            partition by as_of, campaign, phase, phase_due order by period_end, source_row
        ) as place
    from indicators
    where phase is not null and county_code is null
),

dated as (
    select
        *,
        max(phase_due) over (
            partition by as_of, campaign order by phase_due nulls first, phase
            rows between unbounded preceding and 1 preceding
        ) as phase_after,
        min(case when phase_due >= as_of then phase_due end) over (partition by as_of, campaign) as running_due,
        max(phase_due) over (partition by as_of, campaign) as last_due
    from named
    where place = 1
)

select
    *,
    case
        when phase_due is null then 'undated'
        when phase_due = running_due then 'running'
        when phase_due > as_of then 'ahead'
        when phase_due = last_due then 'overdue'
        else 'past'
    end as phase_state
from dated
