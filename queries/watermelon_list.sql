-- title:   Watermelons
-- asks:    Which projects report themselves ahead or normal while the evidence disagrees?
-- means:   projects of the plan that report themselves ahead or normal, with each piece of evidence against it: no progress over two snapshots, no statistics entry two months after the start, an overdue problem, spending and progress far apart
-- grain:   one row per project, most pieces of evidence first
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- returns: project_id VARCHAR, name VARCHAR, county_code VARCHAR, sponsor VARCHAR, lead_unit VARCHAR,
--          self_status VARCHAR, pieces BIGINT, no_progress BOOLEAN, no_stats_entry BOOLEAN, overdue_problem BOOLEAN,
--          spending_apart BOOLEAN, progress_pct DOUBLE, spent_pct DOUBLE, stats_months_late BIGINT,
--          problem_days_overdue BIGINT
with behind as (
    select
        ledger.project_id, ledger.name, county_code, sponsor, lead_unit, ledger.self_status,
        cast(watermelons.no_progress as bigint) + cast(watermelons.no_stats_entry as bigint)
        + cast(watermelons.overdue_problem as bigint) + cast(watermelons.spending_apart as bigint) as pieces,
        watermelons.no_progress, watermelons.no_stats_entry, watermelons.overdue_problem, watermelons.spending_apart,
        ledger.progress_pct, total_wan, total_done_wan,
        100 * cast(total_done_wan as double) / cast(nullif(total_wan, 0) as double) as spent_pct,
        lights.stats_months_late, lights.problem_days_overdue,
        ledger.evidence, ledger.published_fields, ledger.source_file, ledger.source_sheet, ledger.source_row
    from watermelons
    inner join ledger on watermelons.as_of = ledger.as_of and watermelons.project_id = ledger.project_id
    inner join lights on ledger.as_of = lights.as_of and ledger.project_id = lights.project_id
    where
        watermelons.as_of = $as_of
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
    self_status,
    pieces,
    no_progress,
    no_stats_entry,
    overdue_problem,
    spending_apart,
    progress_pct,
    spent_pct,
    stats_months_late,
    problem_days_overdue
from behind
order by pieces desc, problem_days_overdue desc, project_id
