-- title:   Generating units by site
-- asks:    Where do the city's real generating units stand, of what kind, and how far are they?
-- means:   the units of data/reference/energy_assets.csv, those of one site and kind together; statuses are those of the file; planned = announced or before construction; later = in operation or under construction since a day after the as-of date
-- grain:   one row per site and kind, largest first
-- params:  as_of DATE
-- ignores: county, sector, nature, size, batch, sponsor
-- because: The file of generating units has a county, and nothing else that the filters ask for.
-- returns: site VARCHAR, site_en VARCHAR, energy_kind VARCHAR, county_code VARCHAR, lon DOUBLE, lat DOUBLE, units BIGINT,
--          operating_mw DECIMAL(38,4), construction_mw DECIMAL(38,4), planned_mw DECIMAL(38,4),
--          retired_mw DECIMAL(38,4), later_mw DECIMAL(38,4)
with behind as (
    select
        site, site_en, energy_kind, county_code, lon, lat, unit as unit_name,
        capacity_mw, status as unit_status, started as since, gem_id,
        (status = 'operating' or status = 'construction') and coalesce(started_on > $as_of, false) as is_later,
        evidence, published_fields, source_file, source_sheet, source_row
    from energy_assets
)

select
    site,
    site_en,
    energy_kind,
    min(county_code) as county_code,
    min(lon) as lon,
    min(lat) as lat,
    count(*) as units,
    sum(case when unit_status = 'operating' then capacity_mw else 0 end) as operating_mw,
    sum(case when unit_status = 'construction' then capacity_mw else 0 end) as construction_mw,
    sum(case when unit_status = 'pre_construction' or unit_status = 'announced' then capacity_mw else 0 end)
        as planned_mw,
    sum(case when unit_status = 'retired' then capacity_mw else 0 end) as retired_mw,
    sum(case when is_later then capacity_mw else 0 end) as later_mw
from behind
group by site, site_en, energy_kind
order by sum(capacity_mw) desc, site, energy_kind
