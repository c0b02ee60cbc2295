-- title:   Batches and sponsors of the ledger
-- asks:    Which start batches and which sponsors does the ledger name?
-- means:   every start batch and every sponsor that a project names at one of the dates
-- grain:   one row per batch and per sponsor, in order
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
)

select kind, code, count(distinct project_id) as projects
from behind
group by kind, code
order by kind, code
