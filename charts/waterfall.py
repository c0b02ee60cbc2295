"""A waterfall of amounts: the level before, what each part adds or takes, the level after."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

import plotly.graph_objects as go

from charts import as_shown, leading, listed
from charts.steps import Step, stepped
from charts.theme import themed
from words import WAN_PER_YI, Words


class Change(NamedTuple):
    """What one part adds or takes, in 万元."""

    label: str
    code: str
    wan: Decimal


def largest_change(changes: Sequence[Change], words: Words) -> str:
    """The finding: who adds most, or takes most where nobody adds."""
    if not changes:
        return words("No date or no projects to compare with")
    moving = [change for change in changes if as_shown(change.wan)]
    if not moving:
        return words("No investment was done between the two dates")
    adding = [change for change in moving if change.wan > 0]
    most = leading(adding or moving, lambda change: abs(as_shown(change.wan)))
    name, money = listed([change.label for change in most], words), words.money(most[0].wan, sign=True)
    whole = words.money(sum(change.wan for change in changes), sign=True)
    if len(moving) == 1:
        return words("All of the change comes from {name}: {money}", name=name, money=money)
    if len(most) == len(moving):
        return words("{names} change by {money} each; {whole} in all", names=name, money=money, whole=whole)
    if adding and len(most) == 1:
        return words("{name} adds most: {money}; {whole} in all", name=name, money=money, whole=whole)
    if adding:
        return words("{names} add most: {money} each; {whole} in all", names=name, money=money, whole=whole)
    if len(most) == 1:
        return words("{name} loses most: {money}; {whole} in all", name=name, money=money, whole=whole)
    return words("{names} lose most: {money} each; {whole} in all", names=name, money=money, whole=whole)


def waterfall(before: Decimal, changes: Sequence[Change], words: Words, marked: Sequence[str] = ()) -> go.Figure:
    """From `before` (in 万元) through the changes to the sum of all; drawn in 亿元."""
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
