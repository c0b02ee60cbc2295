"""Investment by size: a few large projects or many small ones, by count and by money."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

import plotly.graph_objects as go

from charts import leading, listed
from charts.halves import halves
from charts.theme import ACCENT, QUIET
from data.city import city
from words import Words, rounded

QUERY = "investment_by_size"
SETS = "size"


class Row(NamedTuple):
    """The columns that this chart needs."""

    size: str | None
    projects: int
    total_wan: Decimal
    count_pct: float | None
    money_pct: float | None


def finding(rows: Sequence[Row], words: Words) -> str:
    """The band with the most money, with its share by count."""
    if not rows:
        return words("No projects in this selection")
    most = leading(rows, lambda row: rounded(row.money_pct or 0, 1))
    name, money = listed([_name(row, words) for row in most], words), words.percent(most[0].money_pct)
    if len(rows) == 1:
        return words("All projects are of one size: {size}", size=name)
    if not most[0].total_wan:
        return words("No investment in this selection")
    if len(most) > 1:
        return words("Projects of {sizes} carry {money} of the money each", sizes=name, money=money)
    return words(
        "Projects of {size} carry {money} of the money and are {count} of the projects", size=name, money=money,
        count=words.percent(most[0].count_pct),
    )  # fmt: skip


def _name(row: Row, words: Words) -> str:
    """A project below all bands has none."""
    return city().label("size", row.size, words.language) or words("another size")


def subtitle(rows: Sequence[Row], words: Words) -> str:
    """Measure, unit and the two bases."""
    return words(
        "Share in %: left by count (base {projects} projects), right by money (base {money})",
        projects=words.number(sum(row.projects for row in rows)),
        money=words.money(sum(row.total_wan for row in rows)),
    )


def draw(rows: Sequence[Row], words: Words, marked: Sequence[str] = ()) -> go.Figure:
    """Two bar charts beside each other on one axis of bands, the smallest at the bottom; values in %."""
    return halves(
        [_name(row, words) for row in rows],
        [row.size for row in rows],
        [row.count_pct for row in rows],
        [row.money_pct for row in rows],
        [ACCENT if not marked or row.size in marked else QUIET for row in rows],
        words,
    )
