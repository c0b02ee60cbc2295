-- title:   Names to search by
-- asks:    By which names, units and lights can the projects be found?
-- means:   every project of the ledger at the date, preparatory ones included
-- grain:   one row per project, in the order of their ids
-- params:  as_of DATE
-- ignores: county, sector, nature, size, batch, sponsor
-- because: It lists what the search looks through.
-- returns: project_id VARCHAR, name VARCHAR, lead_unit VARCHAR, owner VARCHAR, light VARCHAR
with behind as (
    select
        ledger.project_id, ledger.name, ledger.lead_unit, ledger.owner, lights.light,
        ledger.evidence, ledger.published_fields, ledger.source_file, ledger.source_sheet, ledger.source_row
    from ledger
    left join lights on ledger.as_of = lights.as_of and ledger.project_id = lights.project_id
    where ledger.as_of = $as_of
)

select
    project_id,
    name,
    lead_unit,
    owner,
    light
from behind
order by project_id
