-- The problems as they stand at their date, each rule written here and nowhere else: what is cleared later is open still,
-- and one that is due on the date is not overdue yet.
create view dated_problems as
with dated as (
    select
        *,
        coalesce(raised_on <= as_of, true) as is_raised,
        case when resolved_on <= as_of then resolved_on end as cleared_on
    from problems
)

select
    *,
    is_raised and cleared_on is null as is_open,
    is_raised and cleared_on is null and coalesce(due_on < as_of, false) as is_overdue
from dated
