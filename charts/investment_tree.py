"""Investment as a treemap: county, within it sector, within it project."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

import plotly.graph_objects as go

from charts import as_shown, drawn, leading, listed
from charts.theme import QUIET, sector_colour, themed
from data.city import city
from words import WAN_PER_YI, Words

QUERY = "investment_tree"
WIDE = True
HEIGHT = 520
FEW = 5


class Row(NamedTuple):
    """The columns that this chart needs."""

    county_code: str
    sector: str
    project_id: str
    name: str
    total_wan: Decimal


class Node(NamedTuple):
    """One rectangle."""

    parent: str
    code: str
    label: str
    wan: Decimal
    colour: str

    @property
    def id(self) -> str:
        """Its path: a project may be called like a county, and a county may have no code."""
        return f"{self.parent}/{self.code}"


def finding(rows: Sequence[Row], words: Words) -> str:
    """How much of the money the largest projects carry, and the largest alone."""
    whole = sum(row.total_wan for row in rows)
    if not whole:
        return words("No investment in this selection")
    most = leading(rows, lambda row: as_shown(row.total_wan))
    name, pct = listed([row.name for row in most], words), words.percent(100 * most[0].total_wan / whole)
    if len(rows) == 1:
        return words("One project carries all of the investment: {name}", name=name)
    if len(rows) > FEW:
        few = sorted((row.total_wan for row in rows), reverse=True)[:FEW]
        share = {"count": words.number(FEW), "share": words.percent(100 * sum(few) / whole)}
        if len(most) == 1:
            return words("The {count} largest projects carry {share} of the investment, {name} alone {pct}",
                         **share, name=name, pct=pct)  # fmt: skip
        return words("The {count} largest projects carry {share} of the investment", **share)
    if len(most) > 1:
        return words("{names} carry {pct} of the investment each", names=name, pct=pct)
    return words("{name} carries {pct} of the investment", name=name, pct=pct)


def subtitle(rows: Sequence[Row], words: Words) -> str:
    """Measure, unit and base."""
    return words(
        "Total investment by county, sector and project, 100m yuan; click to open; base {projects} projects",
        projects=words.number(len(rows)),
    )


def draw(rows: Sequence[Row], words: Words) -> go.Figure:
    """Nested rectangles, areas in 亿元, sectors in their colours."""
    nodes = [*_counties(rows, words), *_sectors(rows, words), *_projects(rows)]
    tree = go.Treemap(
        ids=[node.id for node in nodes],
        parents=[node.parent for node in nodes],
        labels=[drawn(node.label) for node in nodes],
        values=[float(node.wan / WAN_PER_YI) for node in nodes],
        text=[words.yi(node.wan) for node in nodes],
        marker={"colors": [node.colour for node in nodes], "line": {"width": 0.5}},
        branchvalues="total",
        textinfo="label+text",
        hovertemplate="%{label}<br>%{text}<extra></extra>",
        maxdepth=3,
        tiling={"pad": 2},
        pathbar={"thickness": 24},
    )
    figure = themed(tree)
    figure.update_layout(height=HEIGHT, margin={"t": 30}, uniformtext={"minsize": 10, "mode": "hide"})
    return figure


def _counties(rows: Sequence[Row], words: Words) -> list[Node]:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for row in rows:
        sums[row.county_code] += row.total_wan
    return [
        Node("", code, city().label("county", code, words.language) or words("unknown"), wan, QUIET)
        for code, wan in sums.items()
    ]


def _sectors(rows: Sequence[Row], words: Words) -> list[Node]:
    sums: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for row in rows:
        sums[row.county_code, row.sector] += row.total_wan
    return [
        Node(f"/{county}", sector, city().label("sector", sector, words.language), wan, sector_colour(sector))
        for (county, sector), wan in sums.items()
    ]


def _projects(rows: Sequence[Row]) -> list[Node]:
    return [
        Node(f"/{row.county_code}/{row.sector}", row.project_id, row.name, row.total_wan, sector_colour(row.sector))
        for row in rows
    ]
