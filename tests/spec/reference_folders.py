"""A city's reference folder with other files about energy, or without them."""

from __future__ import annotations

import shutil
from pathlib import Path

from data import city

ENERGY_FILES = ("energy_assets.csv", "energy_indicators.csv", "factors.csv")
HEADER = "site_zh,site_en,unit,energy_kind,capacity_mw,status,started,county_code,lon,lat,source,gem_id\n"


def other_reference(monkeypatch, folder: Path, **files: str) -> None:
    """The city's own files but for those about energy, of which only the given ones are there (stem=text)."""
    given = folder / "reference"
    shutil.copytree(city.REFERENCE, given, ignore=lambda _, names: [name for name in names if name in ENERGY_FILES])
    for stem, text in files.items():
        (given / f"{stem}.csv").write_text(text, encoding="utf-8")
    monkeypatch.setattr("data.city.REFERENCE", given)


def units(*lines: str) -> str:
    """A file of units: "site | kind | MW | status | started | county" each."""
    cells = [[cell.strip() for cell in line.split("|")] for line in lines]
    return HEADER + "".join(
        f"{site},{site} plant,{place},{kind},{mw},{status},{started},{county},120.5,40.5,tracker,G{place}\n"
        for place, (site, kind, mw, status, started, county) in enumerate(cells, 1)
    )
