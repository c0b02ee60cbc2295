-- title:   Finished of those due
-- asks:    Which share of the projects due to finish by now is finished?
-- means:   projects planned to finish in the plan year up to the date, and finished ÷ all projects planned to finish in that time
-- grain:   one row per as_of that has rows, in order
-- unit:    pct
-- params:  as_ofs DATE[], counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?, projects VARCHAR[]?
-- returns: as_of DATE, numerator DECIMAL(38,4), denominator DECIMAL(38,4), value DOUBLE
with behind as (
    select
        as_of, project_id, name, county_code, sector, year_status,
        total_wan, planned_finish, actual_finish,
        evidence, published_fields, source_file, source_sheet, source_row,
        cast(cast(coalesce(actual_finish <= as_of, false) as integer) as decimal(20, 4)) as numerator,
        cast(1 as decimal(20, 4)) as denominator
    from ledger
    where
        list_contains($as_ofs, as_of)
        and is_planned
        and extract(year from planned_finish) = plan_year
        and planned_finish <= as_of
        and ($counties is null or list_contains($counties, county_code))
        and ($sectors is null or list_contains($sectors, sector))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
        and ($projects is null or list_contains($projects, project_id))
)

select
    as_of,
    sum(numerator) as numerator,
    sum(denominator) as denominator,
    100 * cast(sum(numerator) as double) / cast(nullif(sum(denominator), 0) as double) as value
from behind
group by as_of
order by as_of
