"""Counties by sectors: a matrix whose cells lead to their projects."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from queries.catalog import catalog
from report.assemble import Source, in_yi, not_applying, question_parameters
from report.filters import Filters
from report.model import Cell, Link, Table
from words import Words

QUESTION = "county_by_sector"


def matrix_table(filters: Filters, source: Source, words: Words) -> Table:
    """Projects and money in 亿元 of each county and sector, with the sums of both."""
    query = catalog()[QUESTION]
    found = source.engine.ask(QUESTION, **question_parameters(query, filters))
    counties = list(dict.fromkeys(row.county_code for row in found))
    there = {row.sector for row in found}
    sectors = [*(code for code in source.city.sectors if code in there), *sorted(there - {*source.city.sectors})]
    label = source.city.label
    body = [
        (
            Cell(label("county", county, words.language) or words("unknown")),
            *(
                _cell(_pick(found, county, sector), (("county", county), ("sector", sector)), words)
                for sector in sectors
            ),
            _cell(_pick(found, county), (("county", county),), words),
        )
        for county in counties
    ]
    total = (
        Cell(words("All")),
        *(_cell(_pick(found, None, sector), (("sector", sector),), words) for sector in sectors),
        _cell(found, (), words),
    )
    return Table(
        QUESTION,
        words(query.title),
        (words("County"), *(label("sector", code, words.language) for code in sectors), words("All")),
        (False, *(True for _ in sectors), True),
        (*body, total) if body else (),
        " ".join([words("Projects · 100m yuan; a cell leads to its projects."), *not_applying(query, filters, words)]),
        QUESTION,
        parts=dict.fromkeys(range(1, len(sectors) + 2), (words("projects"), words("100m yuan"))),
    )


def _pick(found: Sequence[Any], county: str | None = None, sector: str | None = None) -> list[Any]:
    return [
        row for row in found
        if (county is None or row.county_code == county) and (sector is None or row.sector == sector)
    ]  # fmt: skip


def _cell(picked: Sequence[Any], narrowed: Sequence[tuple[str, str]], words: Words) -> Cell:
    if not picked:
        return Cell("")
    projects, wan = sum(row.projects for row in picked), sum((row.total_wan for row in picked), Decimal(0))
    link = Link(tuple((name, (code,)) for name, code in narrowed if code), "projects")
    return Cell(f"{words.number(projects)} · {words.yi(wan)}", link=link, value=(projects, in_yi(wan)))
