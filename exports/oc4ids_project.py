"""One project of the ledger in the fields of OC4IDS. A field that the ledger says nothing for is left out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

from data.city import City
from exports.oc4ids_measures import budget, day, measures
from exports.oc4ids_milestones import milestones_of, until
from words import Words

STATUS = {
    "planned": "identification", "approved": "preparation", "started": "implementation", "paused": "implementation",
    "completed": "completion", "cancelled": "cancelled",
}  # fmt: skip
TYPE = {"new_build": "construction", "expansion": "expansion", "retrofit": "rehabilitation",
        "relocation": "replacement"}  # fmt: skip
# A field of ours that spans several of theirs has none: its own code stands among the classifications.
SECTOR = {"energy": "energy", "industry": "economy", "services": "economy", "agriculture": "economy"}
SOURCE_OF_ENERGY = {"wind": "wind", "solar": "solar", "hydro": "hydropower", "pumped_storage": "hydropower",
                    "biomass": "biomass"}  # fmt: skip
CLASSIFIED = ("sector", "energy_kind", "ownership", "evidence")
UNIFORM_CODE = re.compile(r"\d{4}-\d{6}-\d{2}-\d{2}-\d{6}")
COUNTRY = "中国"
LEDGERS_LANGUAGE = "zh"  # of names and descriptions, whatever the labels of codes are in


def project(row: Any, milestones: Sequence[Any], city: City, words: Words) -> dict[str, Any]:
    """The project as OC4IDS writes it."""
    made = {
        "id": f"{city.oc4ids_prefix}-{row.project_id}",
        "updated": day(row.as_of),
        "language": LEDGERS_LANGUAGE,
        "identifiers": [{"id": row.project_id, "scheme": _scheme(row.project_id)}],
        "title": row.name,
        "description": row.progress_note,
        "status": _status(row),
        "period": _period(row.planned_start, row.planned_finish),
        "sector": _sector(row),
        "type": TYPE.get(row.nature),
        "additionalClassifications": _classifications(row, city, words),
        "locations": _locations(row, city, words),
        "budget": budget(row, words),
        "publicAuthority": _reference(row.lead_unit),
        "parties": _parties(row),
        "milestones": milestones_of(row, milestones, words),
        "completion": {"endDate": day(until(row.actual_finish, row.as_of))},
        **measures(row, words),
    }
    found: dict[str, Any] = said(made)
    return found


def said(value: Any) -> Any:
    """The value without what is empty, down to its leaves: the standard leaves such fields out."""
    if isinstance(value, dict):
        return {key: part for key, one in value.items() if (part := said(one)) not in (None, "", [], {})}
    if isinstance(value, list):
        return [part for one in value if (part := said(one)) not in (None, "", [], {})]
    return value.strip() if isinstance(value, str) else value


def _scheme(project_id: str) -> str:
    return "GB/T 40058" if UNIFORM_CODE.fullmatch(project_id) else "internal"


def _status(row: Any) -> str:
    """The phase by the stage that is reported, else by the dates up to the as-of date."""
    if row.stage in STATUS:
        return STATUS[row.stage]
    if until(row.actual_finish, row.as_of):
        return "completion"
    return "implementation" if until(row.actual_start, row.as_of) else "preparation"


def _period(start: dt.date | None, end: dt.date | None) -> dict[str, Any]:
    period: dict[str, Any] = {"startDate": day(start), "endDate": day(end)}
    return period | ({"durationInDays": (end - start).days} if start and end and end > start else {})


def _sector(row: Any) -> list[str]:
    general = SECTOR.get(row.sector)
    kind = SOURCE_OF_ENERGY.get(row.energy_kind or "")
    return [general, *([f"{general}.{kind}"] if general == "energy" and kind else [])] if general else []


def _classifications(row: Any, city: City, words: Words) -> list[dict[str, Any]]:
    coded = [
        {"scheme": f"keyprojects-{name}", "id": value, "description": city.label(name, value, words.language)}
        for name in CLASSIFIED
        if (value := getattr(row, name))
    ]
    return [*coded, {"scheme": "GB/T 4754", "id": row.industry_code}] if row.industry_code else coded


def _locations(row: Any, city: City, words: Words) -> list[dict[str, Any]]:
    """One a county, with its division code; a point only where there is one county to have it."""
    crossed = (row.county_codes or []) if row.county_code == "multi" else []
    codes = crossed or [row.county_code]
    point = None if row.lon is None or row.lat is None or len(codes) > 1 else {
        "type": "Point", "coordinates": [float(row.lon), float(row.lat)],
    }  # fmt: skip
    name = city.name.zh if words.language == "zh" else city.name.en
    return [
        {
            "id": code,
            "description": " ".join(filter(None, (city.label("county", code, words.language), row.park))),
            "geometry": point,
            "gazetteer": {"scheme": "GB/T 2260", "identifiers": [code]} if code.isdigit() else None,
            "address": {"locality": city.label("county", code, words.language), "region": name, "countryName": COUNTRY},
        }
        for code in codes
    ]


def _reference(name: str | None) -> dict[str, str] | None:
    return {"id": name.strip(), "name": name.strip()} if name and name.strip() else None


def _parties(row: Any) -> list[dict[str, Any]]:
    """The unit in charge and the builder; one that is both stands once with both roles."""
    roles: dict[str, list[str]] = {}
    for name, role in ((row.lead_unit, "publicAuthority"), (row.owner, "buyer")):
        if name and name.strip():
            roles.setdefault(name.strip(), []).append(role)
    return [{"id": name, "name": name, "roles": held} for name, held in roles.items()]
