-- title:   What must happen to reach the target
-- asks:    Which projects can still move a measure, and what stands in the way of each?
-- means:   every project of the plan with what the measures count of it: started by the three definitions, year plan and done, statistics entry, problems raised and cleared; obstacles are its approvals that are due and not granted, its open problems and its overdue milestones
-- grain:   one row per project, by its number
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- returns: project_id VARCHAR, name VARCHAR, county_code VARCHAR, year_status VARCHAR, light VARCHAR, stage VARCHAR,
--          planned_start DATE, is_started BOOLEAN, is_due BOOLEAN, is_started_in_substance BOOLEAN, is_entered BOOLEAN,
--          year_plan_wan DECIMAL(18,2), year_done_wan DECIMAL(18,2), raised BIGINT, cleared BIGINT, obstacles BIGINT,
--          is_watermelon BOOLEAN, delay_reason VARCHAR, sponsor VARCHAR, lead_unit VARCHAR
with hindered as (
    select as_of, project_id, count(*) as obstacles
    from obstacles
    group by as_of, project_id
),

complained as (
    select as_of, project_id, count(*) as raised, count(cleared_on) as cleared
    from dated_problems
    where is_raised
    group by as_of, project_id
),

behind as (
    select
        ledger.project_id, ledger.name, county_code, year_status, lights.light, stage, planned_start, actual_start,
        resumed_on,
        ledger.is_started,
        coalesce(year_status = 'new_start' and planned_start <= ledger.as_of, false) as is_due,
        is_started_in_substance,
        coalesce(stats_entry_on <= ledger.as_of, false) as is_entered,
        year_plan_wan, year_done_wan,
        coalesce(complained.raised, 0) as raised,
        coalesce(complained.cleared, 0) as cleared,
        coalesce(hindered.obstacles, 0) as obstacles,
        watermelons.project_id is not null as is_watermelon,
        delay_reason, sponsor, lead_unit,
        evidence, published_fields, source_file, source_sheet, source_row
    from ledger
    left join lights on ledger.as_of = lights.as_of and ledger.project_id = lights.project_id
    left join watermelons on ledger.as_of = watermelons.as_of and ledger.project_id = watermelons.project_id
    left join hindered on ledger.as_of = hindered.as_of and ledger.project_id = hindered.project_id
    left join complained on ledger.as_of = complained.as_of and ledger.project_id = complained.project_id
    where
        ledger.as_of = $as_of
        and is_planned
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
    year_status,
    light,
    stage,
    planned_start,
    is_started,
    is_due,
    is_started_in_substance,
    is_entered,
    year_plan_wan,
    year_done_wan,
    raised,
    cleared,
    obstacles,
    is_watermelon,
    delay_reason,
    sponsor,
    lead_unit
from behind
order by project_id
