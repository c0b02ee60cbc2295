-- title:   Generating units by kind
-- asks:    Of what kind are the city's real generating units, and how much of each runs, is being built or is planned?
-- means:   capacity of the units of data/reference/energy_assets.csv by kind and by the status that the file gives; planned = announced or before construction; retired units are left out
-- grain:   one row per kind, largest first
-- params:  as_of DATE, counties VARCHAR[]?
-- ignores: sector, nature, size, batch, sponsor
-- because: The file of generating units has a county, and nothing else that the filters ask for.
-- returns: energy_kind VARCHAR, units BIGINT, operating_mw DECIMAL(38,4), construction_mw DECIMAL(38,4),
--          planned_mw DECIMAL(38,4), later_mw DECIMAL(38,4)
with behind as (
    select
        site, site_en, energy_kind, county_code, unit as unit_name,
        capacity_mw, status as unit_status, started as since, gem_id,
        (status = 'operating' or status = 'construction') and coalesce(started_on > $as_of, false) as is_later,
        evidence, published_fields, source_file, source_sheet, source_row
    from energy_assets
    where
        not status = 'retired'
        and ($counties is null or list_contains($counties, county_code))
)

select
    energy_kind,
    count(*) as units,
    sum(case when unit_status = 'operating' then capacity_mw else 0 end) as operating_mw,
    sum(case when unit_status = 'construction' then capacity_mw else 0 end) as construction_mw,
    sum(case when unit_status = 'pre_construction' or unit_status = 'announced' then capacity_mw else 0 end)
        as planned_mw,
    sum(case when is_later then capacity_mw else 0 end) as later_mw
from behind
group by energy_kind
order by sum(capacity_mw) desc, energy_kind
