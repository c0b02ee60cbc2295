"""The files about energy as tables: generating units, factors, roles of indicators. Any of them may be empty."""

from __future__ import annotations

from typing import Any

from data.assets import FACTORS, FILE, assets, energy_indicators, factors

ASSETS = (
    "energy_assets (site varchar, site_en varchar, unit varchar, energy_kind varchar, capacity_mw decimal(18, 4), "
    "status varchar, started varchar, started_on date, county_code varchar, lon double, lat double, gem_id varchar, "
    "evidence varchar, published_fields varchar[], source_file varchar, source_sheet varchar, source_row bigint)"
)


def energy_tables() -> dict[str, list[tuple[Any, ...]]]:
    """Each table as it is declared, with its rows. A unit has no evidence: nobody reported or generated it."""
    known = factors()
    return {
        ASSETS: [
            (a.site.zh, a.site.en, a.unit, a.energy_kind, a.capacity_mw, a.status, a.started, a.started_on,
             a.county_code, a.lon, a.lat, a.gem_id, None, None, FILE, a.source, a.row)
            for a in assets()
        ],
        f"factors ({', '.join(f'{name} double' for name in FACTORS)})": [
            tuple(known.get(name, {}).get("value") for name in FACTORS)
        ],
        "energy_indicators (position int, role varchar, campaign varchar, indicator varchar)": [
            (place, row["role"], row["campaign"], row["indicator"]) for place, row in enumerate(energy_indicators())
        ],
    }  # fmt: skip
