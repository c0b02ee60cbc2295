-- title:   Commitments of the energy projects
-- asks:    Which commitments of the energy projects were kept, which were missed, and by how many days?
-- means:   milestones that a letter of commitment names: kept = done by their date; done late = done after it; missed = overdue and not done; not due = neither; days late = from the date to the day it was done, or to the as-of date
-- grain:   one row per committed milestone, missed ones first, the latest of each state first, then by their date
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- returns: project_id VARCHAR, name VARCHAR, county_code VARCHAR, energy_kind VARCHAR, milestone VARCHAR, due_on DATE,
--          done_on DATE, commitment VARCHAR, days_late BIGINT
with committed as (
    select
        ledger.project_id, ledger.name, county_code, energy_kind, milestones.seq, milestones.name as milestone,
        milestones.due_on,
        case when milestones.done_on <= ledger.as_of then milestones.done_on end as done_on,
        ledger.as_of,
        milestones.evidence, milestones.published_fields, milestones.source_file, milestones.source_sheet,
        milestones.source_row
    from ledger
    inner join milestones on ledger.as_of = milestones.as_of and ledger.project_id = milestones.project_id
    where
        ledger.as_of = $as_of
        and is_planned
        and sector = 'energy'
        and milestones.is_commitment
        and ($counties is null or list_contains($counties, county_code))
        and ($sectors is null or list_contains($sectors, sector))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
),

behind as (
    select
        project_id, name, county_code, energy_kind, seq, milestone, due_on, done_on, as_of,
        case
            when done_on <= due_on then 'kept'
            when done_on is not null then 'done_late'
            when due_on < as_of then 'missed'
            else 'not_due'
        end as commitment,
        case
            when done_on > due_on then date_diff('day', due_on, done_on)
            when done_on is null and due_on < as_of then date_diff('day', due_on, as_of)
        end as days_late,
        evidence, published_fields, source_file, source_sheet, source_row
    from committed
)

select
    project_id,
    name,
    county_code,
    energy_kind,
    milestone,
    due_on,
    done_on,
    commitment,
    days_late
from behind
order by
    case commitment when 'missed' then 1 when 'done_late' then 2 when 'not_due' then 3 else 4 end,
    days_late desc nulls last, due_on, project_id, seq
