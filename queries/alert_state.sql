-- title:   Since you last looked
-- asks:    What has turned red, fallen due, slipped or fallen behind since the earlier ledger?
-- means:   the projects of the plan as they stand at the date, held against the earlier ledger, each judged at its own date: newly red by the worst light; problems overdue now that were not; starts late now that were not; planned starts and finishes moved later; counties that fell at least as many places in the league table as the thresholds say
-- grain:   one row per project
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- returns: project_id VARCHAR, name VARCHAR, county_code VARCHAR, sponsor VARCHAR, lead_unit VARCHAR,
--          planned_start DATE, planned_finish DATE, light VARCHAR, start_light VARCHAR, progress_light VARCHAR,
--          stats_light VARCHAR, problems_light VARCHAR, approvals_light VARCHAR, start_months_late BIGINT,
--          progress_points_under DOUBLE, stats_months_late BIGINT, problem_days_overdue BIGINT,
--          approvals_blocking BIGINT
with behind as (
    select
        ledger.project_id, ledger.name, county_code, sponsor, lead_unit, planned_start, planned_finish,
        lights.light, lights.start_light, lights.progress_light, lights.stats_light, lights.problems_light,
        lights.approvals_light, lights.start_months_late, lights.progress_points_under, lights.stats_months_late,
        lights.problem_days_overdue, lights.approvals_blocking,
        ledger.evidence, ledger.published_fields, ledger.source_file, ledger.source_sheet, ledger.source_row
    from ledger
    inner join lights on ledger.as_of = lights.as_of and ledger.project_id = lights.project_id
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
    sponsor,
    lead_unit,
    planned_start,
    planned_finish,
    light,
    start_light,
    progress_light,
    stats_light,
    problems_light,
    approvals_light,
    start_months_late,
    progress_points_under,
    stats_months_late,
    problem_days_overdue,
    approvals_blocking
from behind
order by project_id
