-- title:   Energy ≥ 100m
-- asks:    Which share of the projects of 100 million yuan or more is energy?
-- means:   energy projects of 1 亿元 (100 million yuan) or more ÷ all projects of 1 亿元 or more, by count
-- grain:   one row per as_of that has rows, in order
-- unit:    pct
-- params:  as_ofs DATE[], counties VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?, batches VARCHAR[]?,
--          sponsors VARCHAR[]?, projects VARCHAR[]?
-- ignores: sector
-- because: Energy's share needs all sectors as its base.
-- returns: as_of DATE, numerator DECIMAL(38,4), denominator DECIMAL(38,4), value DOUBLE
with behind as (
    select
        as_of, project_id, name, county_code, sector, year_status,
        energy_kind, total_wan,
        evidence, published_fields, source_file, source_sheet, source_row,
        cast(case when sector = 'energy' then 1 else 0 end as decimal(20, 4)) as numerator,
        cast(1 as decimal(20, 4)) as denominator
    from ledger
    where
        list_contains($as_ofs, as_of)
        and is_planned
        and is_over_1y
        and ($counties is null or list_contains($counties, county_code))
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
