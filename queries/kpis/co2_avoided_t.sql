-- title:   CO₂ avoided
-- asks:    How much carbon dioxide will the projects avoid in a full year?
-- means:   stated savings of standard coal × 2.4567 t of CO₂ per t, the factor of data/reference/factors.csv: 0.67 t of carbon per t of standard coal × 44/12, recommended by the Energy Research Institute of the NDRC
-- grain:   one row per as_of that has rows, in order
-- unit:    t
-- params:  as_ofs DATE[], counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?, projects VARCHAR[]?
-- returns: as_of DATE, numerator DECIMAL(38,4), denominator DECIMAL(38,4), value DOUBLE
with behind as (
    select
        as_of, project_id, name, county_code, sector, year_status,
        energy_kind, annual_energy_mwh, coal_saved_t,
        evidence, published_fields, source_file, source_sheet, source_row,
        factors.co2_per_t_standard_coal,
        cast(cast(coal_saved_t as double) * factors.co2_per_t_standard_coal as decimal(20, 4)) as numerator,
        cast(null as decimal(20, 4)) as denominator
    from ledger
    cross join factors
    where
        list_contains($as_ofs, as_of)
        and is_planned
        and coal_saved_t is not null
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
    cast(sum(numerator) as double) as value
from behind
group by as_of
order by as_of
