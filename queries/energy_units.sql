-- title:   Real generating units
-- asks:    Which generating units does the city really have, running, being built or planned?
-- means:   every unit of data/reference/energy_assets.csv with the status that the file gives; later = in operation or under construction since a day after the as-of date
-- grain:   one row per unit, those of the largest site first
-- params:  as_of DATE, counties VARCHAR[]?
-- ignores: sector, nature, size, batch, sponsor
-- because: The file of generating units has a county, and nothing else that the filters ask for.
-- returns: site VARCHAR, site_en VARCHAR, unit_name VARCHAR, energy_kind VARCHAR, capacity_mw DECIMAL(18,4),
--          unit_status VARCHAR, since VARCHAR, is_later BOOLEAN, county_code VARCHAR, tracker VARCHAR, gem_id VARCHAR
with behind as (
    select
        site, site_en, unit as unit_name, energy_kind,
        capacity_mw, status as unit_status, started as since, county_code, gem_id,
        (status = 'operating' or status = 'construction') and coalesce(started_on > $as_of, false) as is_later,
        sum(capacity_mw) over (partition by site, energy_kind) as site_mw,
        evidence, published_fields, source_file, source_sheet, source_row
    from energy_assets
    where
        capacity_mw > 0
        and ($counties is null or list_contains($counties, county_code))
)

select
    site,
    site_en,
    unit_name,
    energy_kind,
    capacity_mw,
    unit_status,
    since,
    is_later,
    county_code,
    source_sheet as tracker,
    gem_id
from behind
order by site_mw desc, site, energy_kind, source_row
