"""From match to landing: the stages by count and, from signing on, by money; the bases never mix."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

import plotly.graph_objects as go

from charts.halves import Half, beside
from charts.theme import ACCENT
from data.city import city
from words import WAN_PER_YI, Words

QUERY = "deal_funnel"


class Row(NamedTuple):
    """The columns that this chart needs; a match has no amount."""

    deal_stage: str
    deals: int
    stage_wan: Decimal | None
    count_pct: float | None
    money_pct: float | None


def finding(rows: Sequence[Row], words: Words) -> str:
    """How much of what was signed has landed, by count and by money."""
    by_stage = {row.deal_stage: row for row in rows}
    signed, landed = by_stage.get("signed"), by_stage.get("landed")
    if not signed or not landed or not any(row.deals for row in rows):
        return words("No deals in this selection")
    if not signed.deals:
        return words("None of the {matched} deals matched has been signed", matched=words.number(rows[0].deals))
    if not landed.deals:
        return words("None of the {signed} deals signed has landed", signed=words.number(signed.deals))
    return words(
        "{landed} of {signed} deals signed have landed: {count} by count, {money} by money",
        landed=words.number(landed.deals), signed=words.number(signed.deals), count=words.percent(landed.count_pct),
        money=words.percent(landed.money_pct),
    )  # fmt: skip


def subtitle(rows: Sequence[Row], words: Words) -> str:
    """Measure, unit, what the rates are of, and that matched is cumulative."""
    return words(
        "Deals of the year, left in numbers, right in 100m yuan; %: of the stage before; "
        "matched is cumulative and has no amount yet"
    )


def draw(rows: Sequence[Row], words: Words) -> go.Figure:
    """Two bar charts of the stages, the first on top, each side on its own scale."""
    shown = list(reversed(rows))
    names = [city().label("deal_stage", row.deal_stage, words.language) for row in shown]
    left = Half(
        words("By count"), [row.deals for row in shown],
        [_said(words.number(row.deals), row.count_pct, words) for row in shown],
    )  # fmt: skip
    right = Half(
        words("By amount"),
        [None if row.stage_wan is None else float(row.stage_wan / WAN_PER_YI) for row in shown],
        ["" if row.stage_wan is None else _said(words.yi(row.stage_wan), row.money_pct, words) for row in shown],
    )
    return beside(names, [None for _ in shown], left, right, [ACCENT for _ in shown])


def _said(number: str, pct: float | None, words: Words) -> str:
    """A number and its rate of the stage before, where it has one."""
    return number if pct is None else f"{number} · {words.percent(pct)}"
