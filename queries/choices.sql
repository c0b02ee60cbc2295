-- title:   Batches, sponsors, counties and sectors of the ledger
-- asks:    Which start batches, sponsors, counties and sectors does the ledger name?
-- means:   every start batch, sponsor, county and sector that a project names at one of the dates
-- grain:   one row per batch, sponsor, county and sector, in order
-- params:  as_ofs DATE[]
-- ignores: county, sector, nature, size, batch, sponsor
-- because: It lists what the filters can choose from.
-- returns: kind VARCHAR, code VARCHAR, projects BIGINT
with chosen as (
    select *
    from ledger
    where list_contains($as_ofs, as_of)
),

behind as (
    select
        'batch' as kind, batch_id as code, project_id, name, evidence, published_fields, source_file, source_sheet,
        source_row
    from chosen
    where batch_id is not null
    union all
    select
        'sponsor' as kind, sponsor as code, project_id, name, evidence, published_fields, source_file, source_sheet,
        source_row
    from chosen
    where sponsor is not null
    union all
    select
        'county' as kind, county_code as code, project_id, name, evidence, published_fields, source_file, source_sheet,
        source_row
    from chosen
    union all
    select
        'sector' as kind, sector as code, project_id, name, evidence, published_fields, source_file, source_sheet,
        source_row
    from chosen
)

select kind, code, count(distinct project_id) as projects
from behind
group by kind, code
order by kind, code
