"""The city's generating units, its emission factors and its printed capacity: files that a city may leave out."""

from __future__ import annotations

import datetime as dt
import tomllib
from decimal import Decimal
from typing import NamedTuple

from data import city as reference
from data.codes import Label

FILE = "energy_assets.csv"
FACTORS = ("co2_per_t_standard_coal",)
HEADER_ROWS = 1


class Asset(NamedTuple):
    """One generating unit: capacity in MW, longitude and latitude in degrees, `row` its row of the file."""

    row: int
    site: Label
    unit: str
    energy_kind: str
    capacity_mw: Decimal
    status: str
    started: str
    county_code: str
    lon: float
    lat: float
    source: str
    gem_id: str

    @property
    def started_on(self) -> dt.date | None:
        """The first day that `started` can mean, which is a year or a day."""
        if len(self.started) == len("2020"):
            return dt.date(int(self.started), 1, 1)
        return dt.date.fromisoformat(self.started) if self.started else None


class Credit(NamedTuple):
    """What has to be said beside the units: whose file it is, a remark on its points, the year of its statuses."""

    source: str
    remark: Label
    year: int


def assets() -> list[Asset]:
    """The units in the order of the file; none without a file."""
    return [
        Asset(
            row, Label(one["site_zh"], one["site_en"]), one["unit"], one["energy_kind"], Decimal(one["capacity_mw"]),
            one["status"], one["started"], one["county_code"], float(one["lon"]), float(one["lat"]), one["source"],
            one["gem_id"],
        )
        for row, one in enumerate(_given(FILE), 1 + HEADER_ROWS)
    ]  # fmt: skip


def assets_credit() -> Credit | None:
    """The credit of the units, from the city's own file; none without a file of units."""
    if not (reference.REFERENCE / FILE).exists():
        return None
    about = tomllib.loads((reference.REFERENCE / "city.toml").read_text(encoding="utf-8")).get("energy_assets", {})
    return Credit(about.get("source", ""), Label(about.get("zh", ""), about.get("en", "")), int(about.get("year", 0)))


def factors() -> dict[str, dict[str, str]]:
    """The factors by their names, with value, unit and source."""
    return {row["name"]: row for row in _given("factors.csv")}


def energy_indicators() -> list[dict[str, str]]:
    """Which indicators of the ledger carry the printed capacity: role, campaign, indicator and its label."""
    return _given("energy_indicators.csv")


def _given(name: str) -> list[dict[str, str]]:
    return reference.rows(name) if (reference.REFERENCE / name).exists() else []
