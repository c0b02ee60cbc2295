-- title:   Scorecard of each leader
-- asks:    How do the projects of each leader stand, and which problems wait for them?
-- means:   the plan's projects by their sponsor (包保领导), each counted by its worst light; started and the year plan as everywhere; problems raised up to the date, open at it, overdue at it, and cleared ÷ raised; projects without a sponsor are not in it
-- grain:   one row per sponsor, most late projects first, then most slipping, then by name
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- returns: sponsor VARCHAR, sponsor_post VARCHAR, projects BIGINT, late BIGINT, slipping BIGINT, no_evidence BIGINT,
--          on_time BIGINT, started BIGINT, started_pct DOUBLE, year_plan_wan DECIMAL(38,2), year_done_wan DECIMAL(38,2),
--          done_pct DOUBLE, raised BIGINT, still_open BIGINT, overdue BIGINT, cleared BIGINT, cleared_pct DOUBLE
with complained as (
    select
        as_of,
        project_id,
        count(*) as raised,
        count(cleared_on) as cleared,
        count(case when is_overdue then 1 end) as overdue
    from dated_problems
    where is_raised
    group by as_of, project_id
),

behind as (
    select
        ledger.sponsor, ledger.sponsor_post, ledger.project_id, ledger.name, ledger.county_code, lights.light,
        ledger.is_started, ledger.year_plan_wan, ledger.year_done_wan,
        coalesce(complained.raised, 0) as raised, coalesce(complained.cleared, 0) as cleared,
        coalesce(complained.overdue, 0) as overdue,
        ledger.evidence, ledger.published_fields, ledger.source_file, ledger.source_sheet, ledger.source_row
    from ledger
    inner join lights on ledger.as_of = lights.as_of and ledger.project_id = lights.project_id
    left join complained on ledger.as_of = complained.as_of and ledger.project_id = complained.project_id
    where
        ledger.as_of = $as_of
        and is_planned
        and ledger.sponsor is not null
        and ($counties is null or list_contains($counties, county_code))
        and ($sectors is null or list_contains($sectors, sector))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
)

select
    sponsor,
    max(sponsor_post) as sponsor_post,
    count(*) as projects,
    count(case when light = 'red' then 1 end) as late,
    count(case when light = 'yellow' then 1 end) as slipping,
    count(case when light = 'grey' then 1 end) as no_evidence,
    count(case when light = 'green' then 1 end) as on_time,
    count(case when is_started then 1 end) as started,
    100 * cast(count(case when is_started then 1 end) as double) / count(*) as started_pct,
    cast(coalesce(sum(year_plan_wan), 0) as decimal(38, 2)) as year_plan_wan,
    cast(coalesce(sum(year_done_wan), 0) as decimal(38, 2)) as year_done_wan,
    100 * cast(coalesce(sum(year_done_wan), 0) as double) / nullif(cast(sum(year_plan_wan) as double), 0) as done_pct,
    cast(sum(raised) as bigint) as raised,
    cast(sum(raised - cleared) as bigint) as still_open,
    cast(sum(overdue) as bigint) as overdue,
    cast(sum(cleared) as bigint) as cleared,
    100 * cast(sum(cleared) as double) / nullif(cast(sum(raised) as double), 0) as cleared_pct
from behind
group by sponsor
order by late desc, slipping desc, sponsor
