"""Figures of campaigns: an indicator named as the ledger names it."""

from __future__ import annotations

import re
from decimal import Decimal

from data.codes import CODES
from data.errors import Refused
from queries.sentences.around import Around
from queries.sentences.claims import Claim
from queries.sentences.figures import Figure
from queries.sentences.lexicon import Indicator, Lexicon, Measure
from queries.sentences.memory import Memory

_BRACKET = re.compile(r"[(（]([^)）]*)[)）]")
_TARGETS = {">=", "<="}


def of_indicator(figure: Figure, said: Around, text: str, memory: Memory, words: Lexicon) -> list[Claim]:
    """The claim about the indicator that is named. Raises Refused for several, another unit, a filter, a target."""
    names = set(said.indicators)
    if len(names) > 1 or said.filters or said.compared or said.heads - {"project", "company"} or said.is_subset:
        raise Refused("It says more about the indicator than the ledger holds.")
    one = _chosen(words.indicators[names.pop()], text)
    unit = words.units.get(one.unit.replace("(次)", ""))
    if unit is None or unit.kind != figure.kind or (figure.kind == "count" and figure.unit not in one.unit):
        raise Refused("The indicator is stated in another unit: {unit}", unit=one.unit)
    if one.is_target != (said.is_target or (one.is_target and said.relation in _TARGETS)):
        raise Refused("The ledger holds a target of it, and the sentence an outcome, or the other way round.")
    arguments = (("campaigns", (one.campaign,)), ("indicators", (one.name,)))
    measure = Measure("indicator", str(unit.scale), arguments, (), "none", "")
    memory.last, memory.heads, memory.kind = None, frozenset(), ""
    return [Claim(measure, (), memory.calendar.as_of, sign=said.direction or 1)]


def _chosen(known: tuple[Indicator, ...], text: str) -> Indicator:
    """The indicator that is meant of those with this name: by its campaign, or the words in its brackets."""
    if len(known) == 1:
        return known[0]
    fitting = [
        one
        for one in known
        if CODES["campaign"][one.campaign].zh in text or any(word in text for word in _BRACKET.findall(one.name))
    ]
    if len(fitting) != 1:
        raise Refused("Several indicators have this name.")
    return fitting[0]


def in_stored_unit(value: Decimal, part: str) -> Decimal:
    """An indicator's value in the unit that figures of its kind are stored in."""
    return value * Decimal(part)
