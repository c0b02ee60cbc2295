-- What stands in the way of each project at its date, each rule written here and nowhere else: an approval that is due and
-- not granted, a problem that is open, a milestone that is overdue.
create view obstacles as
select
    as_of, project_id, 'approval' as obstacle, element as what, cast(null as varchar) as named, due_on,
    agency as owner_unit, blocker as reason
from approvals
where due_on <= as_of and (done_on is null or done_on > as_of)
union all
select
    as_of, project_id, 'problem' as obstacle, kind as what, description as named, due_on,
    owner_unit, cast(null as varchar) as reason
from dated_problems
where is_open
union all
select
    as_of, project_id, 'milestone' as obstacle, cast(null as varchar) as what, name as named, due_on,
    owner_unit, cast(null as varchar) as reason
from milestones
where due_on < as_of and (done_on is null or done_on > as_of)
