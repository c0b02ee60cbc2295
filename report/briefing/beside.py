"""One county, or some, beside the whole city."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from report.briefing.desk import Desk
from report.briefing.scope import place, scope
from report.briefing.sentences import sentence

MEASURES = ("start_rate", "plan_completion")
SIDES = {
    "start_rate": ("{place}'s start rate is above that", "{place}'s start rate is the same",
                   "{place}'s start rate is below that"),
    "plan_completion": ("more of its plan is done", "the same part of its plan is done",
                        "less of its plan is done"),
}  # fmt: skip


def league(desk: Desk) -> list[Any]:
    """The rows of the league table for the same kinds of projects, all counties."""
    return desk.rows("league", replace(desk.filters, counties=()))


def of_all(desk: Desk) -> str:
    """The rates of the whole city for the same kinds of projects."""
    words, rates = desk.words, {name: desk.share(name, counties=None) for name in MEASURES}
    wide = scope(desk.filters, desk.source.city, words, without="county")
    if not all(rates.values()):
        return ""
    said = words("across {scope} the start rate is {rate} and {done} of the year's plan is done",
                 scope=wide, rate=rates["start_rate"], done=rates["plan_completion"])  # fmt: skip
    return sentence([said], words)


def alone(desk: Desk) -> str:
    """On which side of the whole city's rates the one county stands."""
    rates = {name: (desk.level(name).exact, desk.level(name, counties=None).exact) for name in MEASURES}
    if any(own is None or whole is None for own, whole in rates.values()):
        return ""
    return sentence([_side(desk, name, *rates[name]) for name in MEASURES], desk.words)


def _side(desk: Desk, question: str, own: Decimal | None, whole: Decimal | None) -> str:
    here, words = place(desk.filters, desk.source.city, desk.words), desk.words
    assert own is not None and whole is not None
    return words(SIDES[question][0 if own > whole else 2 if own < whole else 1], place=here)


def rank(desk: Desk) -> str:
    """The county's place in the league table, among the projects of the same kinds."""
    row = next((r for r in league(desk) if r.county_code == desk.filters.counties[0]), None)
    if row is None or row.place is None:
        return ""
    words, here = desk.words, place(desk.filters, desk.source.city, desk.words)
    return sentence([words("{place} ranks number {rank} in the league table", place=here,
                           rank=desk.placed(row.place, "league"))], words)  # fmt: skip
