-- The projects with what the measures need, each definition written here and nowhere else.
create view ledger as
select
    projects.*,
    sizes.size,
    projects.year_status <> 'preparatory' as is_planned,
    projects.total_wan >= 10000 as is_over_1y,
    projects.total_wan >= 1000000 as is_over_100y,
    coalesce(projects.year_status = 'continued' and projects.resumed_on <= projects.as_of, false) as is_resumed,
    coalesce(
        (projects.year_status = 'new_start' and projects.actual_start <= projects.as_of)
        or (projects.year_status = 'continued' and projects.resumed_on <= projects.as_of),
        false
    ) as is_started,
    coalesce(
        projects.year_done_wan > 0
        or (
            projects.stats_entry_on <= projects.as_of
            and extract(year from projects.stats_entry_on) = projects.plan_year
        ),
        false
    ) as is_started_in_substance,
    coalesce(
        projects.actual_finish <= projects.as_of
        and extract(year from projects.actual_finish) = projects.plan_year,
        false
    ) as is_finished
from projects
left join sizes
    on
        projects.total_wan >= sizes.from_wan
        and (sizes.below_wan is null or projects.total_wan < sizes.below_wan)
