"""Energy projects of the plan by kind: money at the left, stated capacity at the right."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

import plotly.graph_objects as go

from charts import leading, listed
from charts.energy import kind_colour, kind_name, kind_said
from charts.halves import Half, beside
from words import WAN_PER_YI, Words, rounded

QUERY = "energy_kinds"
LINE, ROOM = 36, 48


class Row(NamedTuple):
    """The columns that this chart needs; a kind whose projects state no capacity has none."""

    energy_kind: str | None
    projects: int
    total_wan: Decimal
    money_pct: float | None
    stating: int
    capacity_mw: Decimal | None
    capacity_pct: float | None


def finding(rows: Sequence[Row], words: Words) -> str:
    """The kind with most money, and the one with most stated capacity."""
    if not rows:
        return words("No energy projects in this selection")
    if len(rows) == 1:
        return words("All energy projects are of one kind: {kind}", kind=kind_said(rows[0].energy_kind, words))
    if not any(row.total_wan for row in rows):
        return words("No investment in energy in this selection")
    most = leading(rows, lambda row: rounded(row.money_pct or 0, 1))
    said = _led(most, most[0].money_pct, "money", words)
    stated = [row for row in rows if row.capacity_mw]
    if len(stated) < 2:
        return said
    strongest = leading(stated, lambda row: rounded(row.capacity_pct or 0, 1))
    return words("; ").join([said, _led(strongest, strongest[0].capacity_pct, "capacity", words)])


def _led(rows: Sequence[Row], pct: float | None, by: str, words: Words) -> str:
    values = {"kinds": listed([kind_said(row.energy_kind, words) for row in rows], words), "pct": words.percent(pct)}
    if by == "money":
        one, several = (
            words("By money, {kinds} has {pct}", **values),
            words("By money, {kinds} have {pct} each", **values),
        )
    else:
        one, several = (
            words("by capacity, {kinds} has {pct}", **values),
            words("by capacity, {kinds} have {pct} each", **values),
        )
    return one if len(rows) == 1 else several


def subtitle(rows: Sequence[Row], words: Words) -> str:
    """Measures, units and the two bases: not every project states a capacity."""
    return words(
        "Energy projects: left total investment (base {money}), right capacity that {stating} of {projects} state",
        money=words.money(sum(row.total_wan for row in rows)),
        stating=words.number(sum(row.stating for row in rows)),
        projects=words.number(sum(row.projects for row in rows)),
    )  # fmt: skip


def draw(rows: Sequence[Row], words: Words) -> go.Figure:
    """Two bar charts on one axis of kinds, each on its own scale: 亿元 and MW."""
    shown = list(reversed(rows))
    money = Half(
        words("100m yuan"),
        [float(row.total_wan / WAN_PER_YI) for row in shown],
        [words.yi(row.total_wan) for row in shown],
    )
    capacity = Half(
        words("MW"),
        [float(row.capacity_mw or 0) for row in shown],
        [words("not stated") if row.capacity_mw is None else words.number(row.capacity_mw) for row in shown],
    )
    names = [kind_name(row.energy_kind, words) for row in shown]
    kinds = [row.energy_kind for row in shown]
    figure = beside(names, [None for _ in kinds], money, capacity, [kind_colour(kind) for kind in kinds])
    figure.update_layout(height=max(180, len(shown) * LINE + ROOM))
    return figure
