-- title:   History of a project
-- asks:    What has changed about this project, and since when does each of its values stand?
-- means:   the project's row in every snapshot up to the date, with its light
-- grain:   one row per snapshot that has the project, oldest first
-- params:  as_of DATE, project VARCHAR
-- ignores: county, sector, nature, size, batch, sponsor
-- because: It is about one project, whatever the filters leave.
-- returns: projects.*, light VARCHAR
with behind as (
    select
        projects.*,
        lights.light
    from ledger
    inner join projects on ledger.as_of = projects.as_of and ledger.project_id = projects.project_id
    left join lights on ledger.as_of = lights.as_of and ledger.project_id = lights.project_id
    where ledger.as_of <= $as_of and ledger.project_id = $project
)

select *
from behind
order by as_of
