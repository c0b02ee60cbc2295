-- title:   On-site promotion by month
-- asks:    How much activity did the promotion of investment have in each month?
-- means:   what the visits of each month of the year report: activity, and no stage that a deal passes through
-- grain:   one row per month of the year, in order; a month after the date or without a report has no numbers
-- params:  as_of DATE, counties VARCHAR[]?
-- because: Visits have only a county.
-- returns: month BIGINT, person_times BIGINT, day_times BIGINT, enterprises_visited BIGINT, projects_matched BIGINT
with behind as (
    select
        extract(month from month) as reported_month, month, county_code,
        person_times, day_times, enterprises_visited, projects_matched,
        evidence, published_fields, source_file, source_sheet, source_row
    from visits
    where
        as_of = $as_of
        and month <= as_of
        and extract(year from month) = extract(year from as_of)
        and ($counties is null or list_contains($counties, county_code))
)

select
    months.month,
    cast(sum(behind.person_times) as bigint) as person_times,
    cast(sum(behind.day_times) as bigint) as day_times,
    cast(sum(behind.enterprises_visited) as bigint) as enterprises_visited,
    cast(sum(behind.projects_matched) as bigint) as projects_matched
from months
left join behind on months.month = behind.reported_month
group by months.month
order by months.month
