"""A waterfall of amounts: the level before, what each part adds or takes, the level after."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import plotly.graph_objects as go

from charts.steps import Step, stepped
from charts.theme import themed
from words import WAN_PER_YI, Words


def waterfall(
    before: Decimal, changes: Sequence[tuple[str, str, Decimal]], words: Words, marked: Sequence[str] = ()
) -> go.Figure:
    """From `before` (in 万元) through the changes (label, code, 万元) to the sum of all; drawn in 亿元."""
    if not changes:
        return themed(go.Bar())
    level = before
    steps = [_level(words("Before"), level, words)]
    for label, code, change in changes:
        steps.append(Step(label, _yi(level), _yi(level + change), words.yi(change, sign=True), code or label))
        level += change
    return stepped([*steps, _level(words("Now"), level, words)], marked)


def _level(label: str, wan: Decimal, words: Words) -> Step:
    return Step(label, _yi(wan), _yi(wan), words.yi(wan))


def _yi(wan: Decimal) -> float:
    return float(wan / WAN_PER_YI)
