-- title:   Projects on which the definitions of the start rate differ
-- asks:    Which projects count as started by one definition and not by another?
-- means:   reported started against started in substance: a report of a start without money spent or entry in the statistics this year, or the reverse
-- grain:   one row per project, largest first
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- returns: project_id VARCHAR, name VARCHAR, county_code VARCHAR, sector VARCHAR, is_started BOOLEAN,
--          is_started_in_substance BOOLEAN, total_wan DECIMAL(18,2), lead_unit VARCHAR
with behind as (
    select
        project_id, name, county_code, sector, is_started, is_started_in_substance, total_wan, lead_unit,
        actual_start, resumed_on, stats_entry_on, year_done_wan,
        evidence, published_fields, source_file, source_sheet, source_row
    from ledger
    where
        as_of = $as_of
        and is_planned
        and is_started <> is_started_in_substance
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
    sector,
    is_started,
    is_started_in_substance,
    total_wan,
    lead_unit
from behind
order by total_wan desc, project_id
