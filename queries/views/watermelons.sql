-- Projects that report themselves ahead or normal while the evidence says otherwise, with each piece of it.
create view watermelons as
with evidence as (
    select
        ledger.as_of,
        ledger.project_id,
        coalesce(
            ledger.is_started and earlier.is_started and not coalesce(ledger.actual_finish <= ledger.as_of, false)
            and ledger.progress_pct <= earlier.progress_pct and earlier.progress_pct < 100,
            false
        ) as no_progress,
        coalesce(lights.stats_months_late >= thresholds.stats_red_months, false) as no_stats_entry,
        lights.problems_overdue > 0 as overdue_problem,
        coalesce(
            ledger.is_started
            and abs(
                100 * cast(ledger.total_done_wan as double) / cast(nullif(ledger.total_wan, 0) as double)
                - ledger.progress_pct
            ) > thresholds.spending_points,
            false
        ) as spending_apart
    from ledger
    inner join lights on ledger.as_of = lights.as_of and ledger.project_id = lights.project_id
    left join snapshots on ledger.as_of = snapshots.as_of
    left join ledger as earlier
        on snapshots.second_before = earlier.as_of and ledger.project_id = earlier.project_id
    cross join thresholds
    where ledger.self_status = 'ahead' or ledger.self_status = 'normal'
)

select *
from evidence
where no_progress or no_stats_entry or overdue_problem or spending_apart
