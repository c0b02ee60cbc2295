-- title:   History of a project
-- asks:    What has changed about this project, and since when does each of its values stand?
-- means:   the project's row in every snapshot up to the date, with its light
-- grain:   one row per snapshot that has the project, oldest first
-- params:  as_of DATE, project VARCHAR
-- ignores: county, sector, nature, size, batch, sponsor
-- because: It is about one project, whatever the filters leave.
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
--          source_file VARCHAR, source_sheet VARCHAR, source_row BIGINT, light VARCHAR
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
        lights.light
    from ledger
    left join lights on ledger.as_of = lights.as_of and ledger.project_id = lights.project_id
    where ledger.as_of <= $as_of and ledger.project_id = $project
)

select *
from behind
order by as_of
