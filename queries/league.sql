-- title:   League table of the counties
-- asks:    Who is ahead, who is behind, and who has moved?
-- means:   four rates, each scaled from 0 for the lowest county to 100 for the highest (100 for all when they are equal) and weighted as the reference file says; a rate without a base doesn't count for that county; the city's own level and cross-county projects are listed without a rank, so that the rows sum to the city
-- grain:   one row per county, best first, then the rows without a rank
-- params:  as_of DATE, compare DATE?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- ignores: county
-- returns: county_code VARCHAR, place BIGINT, moved BIGINT, score DOUBLE, projects BIGINT, started BIGINT,
--          started_pct DOUBLE, done_pct DOUBLE, entered_pct DOUBLE, cleared_pct DOUBLE
with complained as (
    select
        as_of,
        project_id,
        count(*) as raised,
        count(cleared_on) as cleared
    from dated_problems
    where is_raised
    group by as_of, project_id
),

chosen as (
    select *
    from ledger
    where
        (as_of = $as_of or as_of = $compare)
        and is_planned
        and ($sectors is null or list_contains($sectors, sector))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
),

dates as (
    select cast($as_of as date) as as_of
    union all
    select cast($compare as date) as as_of
    where cast($compare as date) <> cast($as_of as date)
),

places as (
    select dates.as_of, divisions.position, divisions.county_code, divisions.kind = 'county' as is_ranked
    from dates
    left join divisions on true
),

behind as (
    select
        coalesce(places.as_of, chosen.as_of) = $as_of as is_now,
        coalesce(places.county_code, chosen.county_code) as county_code,
        coalesce(places.position, 999) as position,
        coalesce(places.is_ranked, false) as is_ranked,
        chosen.project_id, chosen.name, chosen.sector, chosen.is_started,
        chosen.year_plan_wan, chosen.year_done_wan,
        coalesce(chosen.stats_entry_on <= chosen.as_of, false) as is_entered,
        complained.raised, complained.cleared,
        league.start_weight, league.done_weight, league.entered_weight, league.cleared_weight,
        chosen.evidence, chosen.published_fields, chosen.source_file, chosen.source_sheet, chosen.source_row
    from places
    full join chosen on places.as_of = chosen.as_of and places.county_code = chosen.county_code
    left join complained on chosen.as_of = complained.as_of and chosen.project_id = complained.project_id
    cross join league
)

select
    county_code,
    max(case when is_now then place end) as place,
    max(case when not is_now then place end) - max(case when is_now then place end) as moved,
    max(case when is_now then score end) as score,
    cast(coalesce(max(case when is_now then projects end), 0) as bigint) as projects,
    cast(coalesce(max(case when is_now then started end), 0) as bigint) as started,
    max(case when is_now then started_pct end) as started_pct,
    max(case when is_now then done_pct end) as done_pct,
    max(case when is_now then entered_pct end) as entered_pct,
    max(case when is_now then cleared_pct end) as cleared_pct
from (
    select
        *,
        case when score is not null then rank() over (partition by is_now, is_ranked order by score desc) end as place
    from (
        select
            *,
            case when is_ranked
                then 100 * cast(
                    coalesce(start_scaled * start_weight, 0) + coalesce(done_scaled * done_weight, 0)
                    + coalesce(entered_scaled * entered_weight, 0)
                    + coalesce(cleared_scaled * cleared_weight, 0) as double
                ) / nullif(
                    cast(
                        case when start_scaled is null then 0 else start_weight end
                        + case when done_scaled is null then 0 else done_weight end
                        + case when entered_scaled is null then 0 else entered_weight end
                        + case when cleared_scaled is null then 0 else cleared_weight end as double
                    ), 0
                )
            end as score
        from (
            select
                *,
                case
                    when max(started_pct) over fair = min(started_pct) over fair and started_pct is not null then 1
                    else cast(started_pct - min(started_pct) over fair as double)
                        / nullif(cast(max(started_pct) over fair - min(started_pct) over fair as double), 0)
                end as start_scaled,
                case
                    when max(done_pct) over fair = min(done_pct) over fair and done_pct is not null then 1
                    else cast(done_pct - min(done_pct) over fair as double)
                        / nullif(cast(max(done_pct) over fair - min(done_pct) over fair as double), 0)
                end as done_scaled,
                case
                    when max(entered_pct) over fair = min(entered_pct) over fair and entered_pct is not null then 1
                    else cast(entered_pct - min(entered_pct) over fair as double)
                        / nullif(cast(max(entered_pct) over fair - min(entered_pct) over fair as double), 0)
                end as entered_scaled,
                case
                    when max(cleared_pct) over fair = min(cleared_pct) over fair and cleared_pct is not null then 1
                    else cast(cleared_pct - min(cleared_pct) over fair as double)
                        / nullif(cast(max(cleared_pct) over fair - min(cleared_pct) over fair as double), 0)
                end as cleared_scaled
            from (
                select
                    is_now,
                    county_code,
                    position,
                    is_ranked,
                    start_weight,
                    done_weight,
                    entered_weight,
                    cleared_weight,
                    count(project_id) as projects,
                    count(case when is_started then project_id end) as started,
                    100 * cast(count(case when is_started then project_id end) as double)
                    / nullif(count(project_id), 0) as started_pct,
                    100 * cast(coalesce(sum(year_done_wan), 0) as double)
                    / nullif(cast(sum(year_plan_wan) as double), 0) as done_pct,
                    100 * cast(count(case when is_started and is_entered then project_id end) as double)
                    / nullif(count(case when is_started then project_id end), 0) as entered_pct,
                    100 * cast(sum(cleared) as double) / nullif(cast(sum(raised) as double), 0) as cleared_pct
                from behind
                group by
                    is_now, county_code, position, is_ranked, start_weight, done_weight, entered_weight, cleared_weight
            ) as measured
            window fair as (partition by is_now, is_ranked)
        ) as scaled
    ) as scored
) as ranked
group by county_code, position, is_ranked
order by is_ranked desc, place nulls last, position, county_code
