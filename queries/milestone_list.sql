-- title:   List of milestones
-- asks:    Which milestones do these projects have, and which of them are met?
-- means:   every milestone of the projects that the filters leave, preparatory ones included; met = done by the as-of date, not met = due before it and not done, scheduled = neither
-- grain:   one row per project and milestone, in the order of each project
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?, projects VARCHAR[]?
-- returns: project_id VARCHAR, seq BIGINT, milestone VARCHAR, due_on DATE, done_on DATE, milestone_state VARCHAR
with listed as (
    select
        ledger.project_id, milestones.seq, milestones.name as milestone, milestones.due_on,
        case when milestones.done_on <= ledger.as_of then milestones.done_on end as done_on,
        ledger.as_of,
        milestones.evidence, milestones.published_fields, milestones.source_file, milestones.source_sheet,
        milestones.source_row
    from ledger
    inner join milestones on ledger.as_of = milestones.as_of and ledger.project_id = milestones.project_id
    where
        ledger.as_of = $as_of
        and ($counties is null or list_contains($counties, ledger.county_code))
        and ($sectors is null or list_contains($sectors, ledger.sector))
        and ($natures is null or list_contains($natures, ledger.nature))
        and ($sizes is null or list_contains($sizes, ledger.size))
        and ($batches is null or list_contains($batches, ledger.batch_id))
        and ($sponsors is null or list_contains($sponsors, ledger.sponsor))
        and ($projects is null or list_contains($projects, ledger.project_id))
),

behind as (
    select
        project_id, seq, milestone, due_on, done_on, as_of,
        case when done_on is not null then 'met' when due_on < as_of then 'notMet' else 'scheduled' end
            as milestone_state,
        evidence, published_fields, source_file, source_sheet, source_row
    from listed
)

select
    project_id,
    seq,
    milestone,
    due_on,
    done_on,
    milestone_state
from behind
order by project_id, seq
