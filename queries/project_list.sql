-- title:   List of projects
-- asks:    Which projects are these, how far is each, and why does it have its light?
-- means:   every project of the ledger that the filters, the search and the lights leave, preparatory ones included; beside its columns the light with what it follows from, the evidence against its own report, and the light and the progress of the date compared with
-- grain:   one row per project, largest first
-- params:  as_of DATE, compare DATE?, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?, projects VARCHAR[]?
-- returns: projects.*, light VARCHAR, start_light VARCHAR, progress_light VARCHAR, stats_light VARCHAR,
--          problems_light VARCHAR, approvals_light VARCHAR, start_months_late BIGINT, planned_pct DOUBLE,
--          progress_points_under DOUBLE, stats_months_late BIGINT, problems_overdue BIGINT,
--          problem_days_overdue BIGINT, approvals_blocking BIGINT, is_watermelon BOOLEAN, no_progress BOOLEAN,
--          no_stats_entry BOOLEAN, overdue_problem BOOLEAN, spending_apart BOOLEAN, light_before VARCHAR,
--          progress_pct_before DOUBLE, progress_change DOUBLE
with behind as (
    select
        projects.*,
        lights.light, lights.start_light, lights.progress_light, lights.stats_light, lights.problems_light,
        lights.approvals_light, lights.start_months_late, lights.planned_pct, lights.progress_points_under,
        lights.stats_months_late, lights.problems_overdue, lights.problem_days_overdue, lights.approvals_blocking,
        watermelons.project_id is not null as is_watermelon,
        coalesce(watermelons.no_progress, false) as no_progress,
        coalesce(watermelons.no_stats_entry, false) as no_stats_entry,
        coalesce(watermelons.overdue_problem, false) as overdue_problem,
        coalesce(watermelons.spending_apart, false) as spending_apart,
        lights_before.light as light_before,
        earlier.progress_pct as progress_pct_before,
        ledger.progress_pct - earlier.progress_pct as progress_change
    from ledger
    inner join projects on ledger.as_of = projects.as_of and ledger.project_id = projects.project_id
    left join lights on ledger.as_of = lights.as_of and ledger.project_id = lights.project_id
    left join watermelons on ledger.as_of = watermelons.as_of and ledger.project_id = watermelons.project_id
    left join projects as earlier on earlier.as_of = $compare and ledger.project_id = earlier.project_id
    left join lights as lights_before
        on lights_before.as_of = $compare and ledger.project_id = lights_before.project_id
    where
        ledger.as_of = $as_of
        and ($counties is null or list_contains($counties, ledger.county_code))
        and ($sectors is null or list_contains($sectors, ledger.sector))
        and ($natures is null or list_contains($natures, ledger.nature))
        and ($sizes is null or list_contains($sizes, ledger.size))
        and ($batches is null or list_contains($batches, ledger.batch_id))
        and ($sponsors is null or list_contains($sponsors, ledger.sponsor))
        and ($projects is null or list_contains($projects, ledger.project_id))
)

select *
from behind
order by total_wan desc, project_id
