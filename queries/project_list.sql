-- title:   List of projects
-- asks:    Which projects are these, how far is each, and why does it have its light?
-- means:   every project of the ledger that the filters, the search and the lights leave, preparatory ones included; beside its columns the light with what it follows from, the evidence against its own report, and the light and the progress of the date compared with
-- grain:   one row per project, largest first
-- params:  as_of DATE, compare DATE?, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?, projects VARCHAR[]?
-- returns: project_id VARCHAR, plan_year BIGINT, name VARCHAR, county_code VARCHAR, county_codes VARCHAR[],
--          park VARCHAR, sector VARCHAR, energy_kind VARCHAR, industry_code VARCHAR, nature VARCHAR,
--          year_status VARCHAR, self_status VARCHAR, stage VARCHAR, total_wan DECIMAL(18,2),
--          year_plan_wan DECIMAL(18,2), year_done_wan DECIMAL(18,2), total_done_wan DECIMAL(18,2),
--          funds_in_place_wan DECIMAL(18,2), central_wan DECIMAL(18,2), bond_wan DECIMAL(18,2),
--          bank_wan DECIMAL(18,2), own_wan DECIMAL(18,2), ownership VARCHAR, planned_start DATE, actual_start DATE,
--          resumed_on DATE, planned_finish DATE, actual_finish DATE, stats_entry_due DATE, stats_entry_on DATE,
--          progress_pct DOUBLE, progress_note VARCHAR, batch_id VARCHAR, sponsor VARCHAR, sponsor_post VARCHAR,
--          lead_unit VARCHAR, owner VARCHAR, capacity_mw DECIMAL(18,4), output_capacity DECIMAL(18,4),
--          output_unit VARCHAR, annual_output_wan DECIMAL(18,2), annual_energy_mwh DECIMAL(18,4),
--          coal_saved_t DECIMAL(18,4), area_ha DECIMAL(18,4), lon DECIMAL(18,4), lat DECIMAL(18,4),
--          delay_reason VARCHAR, delay_note VARCHAR, evidence VARCHAR, published_fields VARCHAR[], as_of DATE,
--          source_file VARCHAR, source_sheet VARCHAR, source_row BIGINT, light VARCHAR, start_light VARCHAR,
--          progress_light VARCHAR, stats_light VARCHAR, problems_light VARCHAR, approvals_light VARCHAR,
--          start_months_late BIGINT, planned_pct DOUBLE, progress_points_under DOUBLE, stats_months_late BIGINT,
--          problems_overdue BIGINT, problem_days_overdue BIGINT, approvals_blocking BIGINT, is_watermelon BOOLEAN,
--          no_progress BOOLEAN, no_stats_entry BOOLEAN, overdue_problem BOOLEAN, spending_apart BOOLEAN,
--          light_before VARCHAR, progress_pct_before DOUBLE, progress_change DOUBLE
with behind as (
    select
        ledger.project_id, ledger.plan_year, ledger.name, ledger.county_code, ledger.county_codes, ledger.park,
        ledger.sector, ledger.energy_kind, ledger.industry_code, ledger.nature, ledger.year_status,
        ledger.self_status, ledger.stage, ledger.total_wan, ledger.year_plan_wan, ledger.year_done_wan,
        ledger.total_done_wan, ledger.funds_in_place_wan, ledger.central_wan, ledger.bond_wan, ledger.bank_wan,
        ledger.own_wan, ledger.ownership, ledger.planned_start, ledger.actual_start, ledger.resumed_on,
        ledger.planned_finish, ledger.actual_finish, ledger.stats_entry_due, ledger.stats_entry_on,
        ledger.progress_pct, ledger.progress_note, ledger.batch_id, ledger.sponsor, ledger.sponsor_post,
        ledger.lead_unit, ledger.owner, ledger.capacity_mw, ledger.output_capacity, ledger.output_unit,
        ledger.annual_output_wan, ledger.annual_energy_mwh, ledger.coal_saved_t, ledger.area_ha, ledger.lon,
        ledger.lat, ledger.delay_reason, ledger.delay_note, ledger.evidence, ledger.published_fields, ledger.as_of,
        ledger.source_file, ledger.source_sheet, ledger.source_row,
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
