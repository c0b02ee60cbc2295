"""Share by sector, by count and by money side by side: the two bases never mix."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

import plotly.graph_objects as go

from charts import leading, listed
from charts.halves import halves
from charts.theme import QUIET, sector_colour
from data.city import city
from words import Words, rounded

QUERY = "share_by_sector"
SETS = "sector"


class Row(NamedTuple):
    """The columns that this chart needs."""

    sector: str
    projects: int
    total_wan: Decimal
    count_pct: float | None
    money_pct: float | None


def finding(rows: Sequence[Row], words: Words) -> str:
    """The largest sector by money, with its share by count."""
    having = [row for row in rows if row.projects]
    if not having:
        return words("No projects in this selection")
    first = leading(having, lambda row: rounded(row.money_pct or 0, 1))
    name, money = listed([_name(row, words) for row in first], words), words.percent(first[0].money_pct)
    if len(having) == 1:
        return words("All projects are in one sector: {sector}", sector=name)
    if not first[0].total_wan:
        return words("No investment in this selection")
    if len(first) > 1:
        return words("{sectors} have {money} of the money each", sectors=name, money=money)
    return words(
        "{sector} has {money} of the money and {count} of the projects", sector=name, money=money,
        count=words.percent(first[0].count_pct),
    )  # fmt: skip


def _name(row: Row, words: Words) -> str:
    return city().label("sector", row.sector, words.language) or words("unknown")


def subtitle(rows: Sequence[Row], words: Words) -> str:
    """Measure, unit and the two bases."""
    return words(
        "Share in %: left by count (base {projects} projects), right by money (base {money})",
        projects=words.number(sum(row.projects for row in rows)),
        money=words.money(sum(row.total_wan for row in rows)),
    )


def draw(rows: Sequence[Row], words: Words, marked: Sequence[str] = ()) -> go.Figure:
    """Two bar charts beside each other on one axis of sectors; values in %; the chosen sectors stand out."""
    shown = [row for row in reversed(rows) if row.projects]
    return halves(
        [_name(row, words) for row in shown],
        [row.sector for row in shown],
        [row.count_pct for row in shown],
        [row.money_pct for row in shown],
        [sector_colour(row.sector) if not marked or row.sector in marked else QUIET for row in shown],
        words,
    )
