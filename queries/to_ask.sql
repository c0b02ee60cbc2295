-- title:   Whom to ask today
-- asks:    Which projects need a question today, and to whom does it go?
-- means:   a project is listed once, by the rule that weighs most; its score is the sum of all rules that select it, times the weight of its size: a start that slipped, an overdue problem, an approval in the way of a due start, a committed milestone that is due and not done, investment far under the elapsed year, a report that the evidence contradicts
-- grain:   one row per project that a rule selects, highest score first
-- params:  as_of DATE, counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?
-- returns: project_id VARCHAR, name VARCHAR, county_code VARCHAR, sponsor VARCHAR, lead_unit VARCHAR, rule VARCHAR,
--          rules BIGINT, amount DOUBLE, score DOUBLE
with missed as (
    select as_of, project_id, max(date_diff('day', due_on, as_of)) as days_missed
    from milestones
    where is_commitment and due_on < as_of and (done_on is null or done_on > as_of)
    group by as_of, project_id
),

chosen as (
    select
        ledger.*,
        missed.days_missed,
        lights.start_months_late,
        lights.problems_overdue,
        lights.problem_days_overdue,
        lights.approvals_blocking,
        sizes.weight,
        coalesce(cast(watermelons.no_progress as integer), 0) + coalesce(cast(watermelons.no_stats_entry as integer), 0)
        + coalesce(cast(watermelons.overdue_problem as integer), 0)
        + coalesce(cast(watermelons.spending_apart as integer), 0) as pieces,
        100 * cast(
            extract(month from ledger.as_of)
            - case
                when extract(month from ledger.as_of + interval 1 day) = extract(month from ledger.as_of) then 1
                else 0
            end as double
        ) / 12
        - 100 * cast(coalesce(ledger.year_done_wan, 0) as double)
        / cast(nullif(ledger.year_plan_wan, 0) as double) as points_under
    from ledger
    inner join lights on ledger.as_of = lights.as_of and ledger.project_id = lights.project_id
    left join watermelons on ledger.as_of = watermelons.as_of and ledger.project_id = watermelons.project_id
    left join missed on ledger.as_of = missed.as_of and ledger.project_id = missed.project_id
    left join sizes on ledger.size = sizes.size
    where
        ledger.as_of = $as_of
        and is_planned
        and ($counties is null or list_contains($counties, ledger.county_code))
        and ($sectors is null or list_contains($sectors, ledger.sector))
        and ($natures is null or list_contains($natures, ledger.nature))
        and ($sizes is null or list_contains($sizes, ledger.size))
        and ($batches is null or list_contains($batches, ledger.batch_id))
        and ($sponsors is null or list_contains($sponsors, ledger.sponsor))
),

selected as (
    select *, 'slipped_start' as rule, cast(start_months_late as double) as amount
    from chosen
    where start_months_late >= 0
    union all
    select *, 'overdue_problem' as rule, cast(problem_days_overdue as double) as amount
    from chosen
    where problems_overdue > 0
    union all
    select *, 'approval_blocking' as rule, cast(approvals_blocking as double) as amount
    from chosen
    where approvals_blocking > 0
    union all
    select *, 'promise_missed' as rule, cast(days_missed as double) as amount
    from chosen
    where days_missed > 0
    union all
    select chosen.*, 'plan_gap' as rule, chosen.points_under as amount
    from chosen
    cross join thresholds
    where chosen.points_under > thresholds.plan_gap_points and chosen.is_started
    union all
    select *, 'watermelon' as rule, cast(pieces as double) as amount
    from chosen
    where pieces > 0
),

scored as (
    select selected.*, (scores.base + scores.each * selected.amount) * coalesce(selected.weight, 1) as points
    from selected
    inner join scores on selected.rule = scores.rule
),

behind as (
    select
        project_id, name, county_code, sponsor, lead_unit, rule, amount, points,
        row_number() over (partition by project_id order by points desc, rule asc) as place,
        evidence, published_fields, source_file, source_sheet, source_row
    from scored
)

select
    project_id,
    name,
    county_code,
    sponsor,
    lead_unit,
    max(case when place = 1 then rule end) as rule,
    count(*) as rules,
    max(case when place = 1 then amount end) as amount,
    sum(points) as score
from behind
group by project_id, name, county_code, sponsor, lead_unit
order by score desc, project_id
