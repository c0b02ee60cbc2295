"""Energy's share of the plan, of its large projects and of each batch, by count and by money: the bases never mix."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

import plotly.graph_objects as go

from charts import leading, listed
from charts.halves import Half, beside
from charts.theme import QUIET, sector_colour
from words import Words, rounded

QUERY = "energy_share"
SETS = "batch"
PARTS = {"all": "All projects", "over_1y": "≥ 100m yuan", "batch": "Start batch"}


class Row(NamedTuple):
    """The columns that this chart needs."""

    part: str
    batch_id: str | None
    projects: int
    base: int
    count_pct: float | None
    count_pct_before: float | None
    total_wan: Decimal
    base_wan: Decimal
    money_pct: float | None
    money_pct_before: float | None


def part_name(row: Row, words: Words) -> str:
    """The name of a part of the plan."""
    if row.part == "batch":
        return words("Batch {batch}", batch=row.batch_id)
    return words(PARTS[row.part])


def finding(rows: Sequence[Row], words: Words) -> str:
    """The share of all by both bases, and the part with the largest share by money."""
    if not rows:
        return words("No projects in this selection")
    if not any(row.projects for row in rows):
        return words("No energy projects in this selection")
    parts = [row for row in rows if row.part != "all"]
    said = [
        words("Energy is {count} of the projects and {money} of the money", count=words.percent(row.count_pct),
              money=words.percent(row.money_pct))
        for row in rows if row.part == "all"
    ]  # fmt: skip
    most = leading(parts, lambda row: rounded(row.money_pct or 0, 1)) if parts else []
    if most and most[0].money_pct:
        names = listed([part_name(row, words) for row in most], words)
        said.append(words("{parts}: {money} of the money", parts=names, money=words.percent(most[0].money_pct)))
    return words("; ").join(said)


def subtitle(rows: Sequence[Row], words: Words) -> str:
    """Measure, unit, the two bases and what the pale bars are."""
    said = words("Energy ÷ all projects of the part, %: left by count, right by money")
    for row in rows[:1]:
        said += words("; base {projects} projects, {money}", projects=words.number(row.base),
                      money=words.money(row.base_wan))  # fmt: skip
    if any(row.count_pct_before is not None for row in rows):
        said += words("; pale: at the compared date")
    return said


def draw(rows: Sequence[Row], words: Words, marked: Sequence[str] = ()) -> go.Figure:
    """Two bar charts on one axis of parts and one scale; the compared date pale behind; a chosen batch stands out."""
    shown = list(reversed(rows))
    left = _half(words("By count"), [row.count_pct for row in shown], [row.count_pct_before for row in shown], words)
    right = _half(words("By money"), [row.money_pct for row in shown], [row.money_pct_before for row in shown], words)
    energy = sector_colour("energy")
    colours = [energy if not marked or row.batch_id in marked else QUIET for row in shown]
    names = [part_name(row, words) for row in shown]
    return beside(names, [row.batch_id for row in shown], left, right, colours, max(left.widest, right.widest))


def _half(heading: str, now: list[float | None], before: list[float | None], words: Words) -> Half:
    """One side; without any value at the compared date nothing stands behind."""
    texts = [words("compared: {pct}", pct=words.percent(value)) for value in before]
    known = any(value is not None for value in before)
    return Half(heading, now, [words.percent(value) for value in now], before if known else (), texts if known else ())
