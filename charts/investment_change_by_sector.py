"""Investment done since the compared date, by sector: where the growth comes from."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

import plotly.graph_objects as go

from charts.waterfall import Change, largest_change, waterfall
from data.city import city
from words import Words

QUERY = "investment_change_by_sector"
SETS = "sector"


class Row(NamedTuple):
    """The columns that this chart needs."""

    sector: str
    before_wan: Decimal
    after_wan: Decimal
    change_wan: Decimal


def finding(rows: Sequence[Row], words: Words) -> str:
    """The sector that adds most, and how much."""
    return largest_change(_changes(rows, words), words)


def subtitle(rows: Sequence[Row], words: Words) -> str:
    """Measure, unit and base."""
    return words(
        "Investment done this year since the compared date by sector, 100m yuan; from {before} to {after}",
        before=words.yi(sum(row.before_wan for row in rows)), after=words.yi(sum(row.after_wan for row in rows)),
    )  # fmt: skip


def draw(rows: Sequence[Row], words: Words, marked: Sequence[str] = ()) -> go.Figure:
    """Floating bars from the amount before to the amount now, in 亿元; the chosen ones stand out."""
    return waterfall(sum((row.before_wan for row in rows), Decimal(0)), _changes(rows, words), words, marked)


def _changes(rows: Sequence[Row], words: Words) -> list[Change]:
    return [
        Change(city().label("sector", row.sector, words.language) or words("unknown"), row.sector, row.change_wan)
        for row in rows
    ]
