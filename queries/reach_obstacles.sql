-- title:   What stands in the way
-- asks:    What stands in the way of these projects, and who must answer?
-- means:   approvals that are due and not granted, problems that are open, milestones that are overdue; days overdue are counted from the due date to the date
-- grain:   one row per obstacle, by project, the longest due first
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?, projects VARCHAR[]?
-- returns: project_id VARCHAR, obstacle VARCHAR, what VARCHAR, named VARCHAR, due_on DATE, overdue_days BIGINT,
--          owner_unit VARCHAR, reason VARCHAR
with behind as (
    select
        ledger.as_of, ledger.project_id, obstacles.obstacle, obstacles.what, obstacles.named, obstacles.due_on,
        case when obstacles.due_on < ledger.as_of then date_diff('day', obstacles.due_on, ledger.as_of) end
            as overdue_days,
        obstacles.owner_unit, obstacles.reason,
        evidence, published_fields, source_file, source_sheet, source_row
    from ledger
    inner join obstacles on ledger.as_of = obstacles.as_of and ledger.project_id = obstacles.project_id
    where
        ledger.as_of = $as_of
        and is_planned
        and ($counties is null or list_contains($counties, county_code))
        and ($sectors is null or list_contains($sectors, sector))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
        and ($projects is null or list_contains($projects, ledger.project_id))
)

select
    project_id,
    obstacle,
    what,
    named,
    due_on,
    overdue_days,
    owner_unit,
    reason
from behind
order by project_id, due_on nulls last, obstacle, what, named
