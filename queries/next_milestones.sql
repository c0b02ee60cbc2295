-- title:   Next milestones
-- asks:    Which milestones are due next?
-- means:   milestones of the plan's projects that are due on the date or after it and not done by it, the soonest first
-- grain:   one row per milestone, soonest first
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- returns: project_id VARCHAR, name VARCHAR, county_code VARCHAR, sponsor VARCHAR, milestone VARCHAR, due_on DATE,
--          days_left BIGINT, owner_unit VARCHAR, lead_unit VARCHAR
with behind as (
    select
        ledger.as_of, ledger.project_id, ledger.name, county_code, sponsor, milestones.seq,
        milestones.name as milestone, milestones.due_on, milestones.owner_unit, lead_unit,
        milestones.evidence, milestones.published_fields, milestones.source_file, milestones.source_sheet,
        milestones.source_row
    from ledger
    inner join milestones on ledger.as_of = milestones.as_of and ledger.project_id = milestones.project_id
    where
        ledger.as_of = $as_of
        and is_planned
        and milestones.due_on >= ledger.as_of
        and coalesce(milestones.done_on > ledger.as_of, true)
        and ($counties is null or list_contains($counties, county_code))
        and ($sectors is null or list_contains($sectors, sector))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
)

select
    project_id,
    name,
    county_code,
    sponsor,
    milestone,
    due_on,
    date_diff('day', as_of, due_on) as days_left,
    owner_unit,
    lead_unit
from behind
order by due_on, project_id, seq
