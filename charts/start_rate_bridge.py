"""Start rate since the compared date: what has moved it, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from charts import leading, listed
from charts.steps import Step, stepped
from charts.theme import themed
from words import Words, rounded

QUERY = "start_rate_bridge"
STEPS = {
    "before": "Before",
    "newly_started": "Newly started",
    "withdrawn": "Withdrawn",
    "newly_listed": "Newly listed",
    "base_changed": "Base changed",
    "after": "Now",
}


class Row(NamedTuple):
    """The columns that this chart needs."""

    step: str
    projects: int
    base: int
    started: int
    started_pct: float | None
    points: float | None


def finding(rows: Sequence[Row], words: Words) -> str:
    """The change of the rate, and the step in its direction that did most of it."""
    if not rows:
        return words("No date to compare with")
    before, after = rows[0].started_pct, rows[-1].started_pct
    if before is None or after is None:
        return words("No projects in this selection at one of the two dates")
    change = rounded(after - before, 1)
    if not change:
        return words("The start rate is unchanged at {pct}", pct=words.percent(after))
    moved = {"points": words.points(after - before), "pct": words.percent(after)}
    along = [row for row in rows[1:-1] if row.points and (row.points > 0) == (change > 0)]
    if not along:
        return words("The start rate moved {points} to {pct}", **moved)
    most = leading(along, lambda row: rounded(abs(row.points or 0), 1))
    step, count = listed([words(STEPS[row.step]) for row in most], words), words.number(most[0].projects)
    if len(along) == 1:
        return words("The start rate moved {points} to {pct} by: {step} ({count})", **moved, step=step, count=count)
    if len(most) > 1:
        return words("The start rate moved {points} to {pct}, equally much by: {steps}", **moved, steps=step)
    return words(
        "The start rate moved {points} to {pct}, most of it by: {step} ({count})", **moved, step=step, count=count
    )


def subtitle(rows: Sequence[Row], words: Words) -> str:
    """Measure, unit and the two bases."""
    if not rows:
        return words("Started ÷ all projects of the plan, %")
    return words(
        "Started ÷ all projects of the plan, %; steps in percentage points (projects); base {before} then, {after} now",
        before=words.number(rows[0].base), after=words.number(rows[-1].base),
    )  # fmt: skip


def draw(rows: Sequence[Row], words: Words) -> go.Figure:
    """Dots for the rate before and now, floating bars for the steps between, in %."""
    if not rows or rows[0].started_pct is None or rows[-1].started_pct is None:
        return themed(go.Bar())
    steps = [_level(rows[0], words)]
    for row, last in zip(rows[1:-1], rows, strict=False):
        begin = last.started_pct if last.started_pct is not None else row.started_pct or 0
        text = _change(row, words)
        steps.append(Step(words(STEPS[row.step]), begin, row.started_pct or 0, text, row.step))
    return stepped([*steps, _level(rows[-1], words)])


def _change(row: Row, words: Words) -> str:
    if not row.projects:
        return words("none")
    return words.number(row.points or 0, 1, sign=True) + words.wrapped(words.number(row.projects))


def _level(row: Row, words: Words) -> Step:
    rate = row.started_pct or 0
    text = f"{words.percent(rate)} = {words.number(row.started)}/{words.number(row.base)}"
    return Step(words(STEPS[row.step]), rate, rate, text)
