"""The city's reference files: what a city replaces to make the dashboard its own."""

from __future__ import annotations

import csv
import json
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from data.codes import CODES, Label

REFERENCE = Path(os.environ.get("KEYPROJECTS_REFERENCE", Path(__file__).parent / "reference"))


@dataclass(frozen=True)
class Division:
    """A county, the city's own level (市本级) or the group of cross-county projects."""

    code: str
    kind: str
    label: Label


@dataclass(frozen=True)
class Boundaries:
    """The boundary file as GeoJSON, and what has to be said beside a map that is drawn from it."""

    shapes: Mapping[str, Any]
    remark: Label
    source: str
    review_number: str

    def credit(self, language: str) -> str:
        """Remark, source and review number as one line."""
        remark = self.remark.zh if language == "zh" else self.remark.en
        number = f"审图号 {self.review_number}" if self.review_number else ""
        return " · ".join(filter(None, (remark, self.source, number)))


UNREGISTERED = "oc4ids-000000"  # stands where a city has no prefix of its own


@dataclass(frozen=True)
class City:
    """Name, code lists and boundaries of the city that this installation serves; a city may have no boundary file.

    `oc4ids_prefix` begins the identifiers of its projects in open data, as the standard's registry gave it.
    """

    code: str
    name: Label
    divisions: tuple[Division, ...]
    sectors: Mapping[str, Label]
    boundaries: Boundaries | None = None
    oc4ids_prefix: str = UNREGISTERED

    def codes(self, name: str) -> Mapping[str, Label]:
        """A code list by its name: the city's own ("county", "sector") or one of CODES."""
        if name == "county":
            return {division.code: division.label for division in self.divisions}
        return self.sectors if name == "sector" else CODES[name]

    def label(self, name: str, code: str | None, language: str) -> str:
        """The label of a code; a code that the list doesn't know is shown as it is."""
        known = self.codes(name).get(code or "")
        return (code or "") if known is None else (known.zh if language == "zh" else known.en)


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one reference file (CSV, UTF-8)."""
    with (REFERENCE / name).open(encoding="utf-8-sig", newline="") as source:
        return list(csv.DictReader(source))


@lru_cache(maxsize=1)
def city() -> City:
    """The city of this installation, read once."""
    about = tomllib.loads((REFERENCE / "city.toml").read_text(encoding="utf-8"))
    return City(
        about["code"],
        Label(about["zh"], about["en"]),
        tuple(Division(r["code"], r["kind"], Label(r["zh"], r["en"])) for r in rows("divisions.csv")),
        {r["code"]: Label(r["zh"], r["en"]) for r in rows("sectors.csv")},
        _boundaries(about.get("boundaries", {})),
        about.get("oc4ids_prefix", UNREGISTERED),
    )


def _boundaries(about: Mapping[str, str]) -> Boundaries | None:
    path = REFERENCE / "boundaries.geojson"
    if not path.exists():
        return None
    shapes = json.loads(path.read_text(encoding="utf-8"))
    remark = Label(about.get("zh", ""), about.get("en", ""))
    return Boundaries(shapes, remark, about.get("source", ""), about.get("review_number", ""))
