"""Ageing of the open problems: how long they have stood, and which are overdue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from charts import leading, listed
from charts.theme import FAINT, LATE, NEUTRAL, themed
from words import Words

QUERY = "problem_ageing"
# Each column's shape, word and colour; only what is overdue is red.
PARTS = {
    "overdue": ("▲", "overdue", LATE),
    "not_due": ("●", "not yet due", FAINT),
    "undated": ("○", "without a due date", NEUTRAL),
}


class Row(NamedTuple):
    """The columns that this chart needs; the last band has no end."""

    from_days: int
    to_days: int | None
    problems: int
    overdue: int
    not_due: int
    undated: int


def finding(rows: Sequence[Row], words: Words) -> str:
    """How many of the open problems are overdue, and how old most of them are."""
    there = [row for row in rows if row.problems]
    if not there:
        return words("No open problems in this selection")
    most = leading(there, lambda row: row.problems)
    said = _overdue(there, words)
    return said if len(most) == len(there) else words("; ").join([said, _oldest(most, words)])


def _overdue(rows: Sequence[Row], words: Words) -> str:
    overdue, problems = sum(row.overdue for row in rows), words.number(sum(row.problems for row in rows))
    if not overdue:
        return words("None of the open problems ({problems}) is overdue", problems=problems)
    return words("{overdue} of {problems} open problems are overdue", overdue=words.number(overdue), problems=problems)


def _oldest(rows: Sequence[Row], words: Words) -> str:
    """The band with most problems, or those that share the place."""
    said = {"bands": listed([band(row, words) for row in rows], words), "count": words.number(rows[0].problems)}
    if len(rows) == 1:
        return words("most were raised {bands} ago ({count})", **said)
    return words("most were raised {bands} ago ({count} each)", **said)


def subtitle(rows: Sequence[Row], words: Words) -> str:
    """Measure, the three parts with shape and word, and the base."""
    parts = " ".join(f"{shape} {words(word)}" for shape, word, _ in PARTS.values())
    return words("Open problems by the days since they were raised: {parts}; base {problems} problems", parts=parts,
                 problems=words.number(sum(row.problems for row in rows)))  # fmt: skip


def draw(rows: Sequence[Row], words: Words) -> go.Figure:
    """One stacked bar a band, the youngest on top; each part carries its shape and number."""
    shown = list(reversed(rows))
    figure = themed(*(_part(name, shown, words) for name in PARTS), bars_along="y")
    figure.update_layout(barmode="stack", uniformtext={"minsize": 10, "mode": "hide"})
    return figure


def band(row: Row, words: Words) -> str:
    """A band of days as it is read."""
    if row.to_days is None:
        return words("more than {days} days", days=words.number(row.from_days - 1))
    if row.from_days == 0:
        return words("up to {days} days", days=words.number(row.to_days))
    return words("{first}–{last} days", first=words.number(row.from_days), last=words.number(row.to_days))


def _part(name: str, rows: Sequence[Row], words: Words) -> go.Bar:
    shape, word, colour = PARTS[name]
    counts = [getattr(row, name) for row in rows]
    return go.Bar(
        orientation="h",
        name=words(word),
        x=counts,
        y=[band(row, words) for row in rows],
        text=[f"{shape}{words.number(count)}" if count else "" for count in counts],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        marker={"color": colour},
        hovertemplate="%{y} %{x} " + words(word) + "<extra></extra>",
    )
