"""Figures of campaigns: an indicator named as the ledger names it."""

from __future__ import annotations

import datetime as dt
import re

from data.codes import CODES
from data.errors import Refused
from queries.sentences.around import Around
from queries.sentences.claims import Claim
from queries.sentences.dates import month_end
from queries.sentences.figures import Figure
from queries.sentences.lexicon import Indicator, Lexicon, Measure
from queries.sentences.memory import Memory

_BRACKET = re.compile(r"[(（]([^)）]*)[)）]")
OF_A_TARGET = ("目标", "上限", "下限", "确保", "力争", "期限")


def of_indicator(figure: Figure, said: Around, text: str, memory: Memory, words: Lexicon) -> list[Claim]:
    """The claim about the indicator that is named. Raises Refused for several, another unit, a filter, a target."""
    names = set(said.indicators)
    if len(names) > 1 or said.filters or said.compared or said.heads - {"project", "company"} or said.is_subset:
        raise Refused("It says more about the indicator than the ledger holds.")
    one = _chosen(names.pop(), text, words)
    unit = words.units.get(one.unit.replace("(次)", ""))
    if unit is None or unit.kind != figure.kind or (figure.kind == "count" and figure.unit not in one.unit):
        raise Refused("The indicator is stated in another unit: {unit}", unit=one.unit)
    names_target = said.is_target or any(word in one.name for word in OF_A_TARGET)
    if one.is_target != names_target:
        raise Refused("The ledger holds a target of it, and the sentence an outcome, or the other way round.")
    arguments = (("campaigns", (one.campaign,)), ("indicators", (one.name,)))
    measure = Measure("indicator", str(unit.scale), arguments, (), "none", "")
    day = _day(memory, one)
    memory.last, memory.heads, memory.kind = None, frozenset(), ""
    return [Claim(measure, (), day, sign=said.direction or 1, is_target=one.is_target)]


def _day(memory: Memory, one: Indicator) -> dt.date:
    """The date of the ledger that holds it: the one that is named, or the asked one for the indicator's own period."""
    named, year = memory.named()
    if named.kind == "month":
        month = named.month or memory.calendar.as_of.month
        if month_end(memory.calendar.year(named.year or year), month) != one.period_end:
            raise Refused("The indicator is of another month.")
        return memory.calendar.as_of
    meant = memory.calendar.meant(named, year)
    return memory.calendar.as_of if meant == one.period_end else memory.calendar.published_day(meant)


def _chosen(name: str, text: str, words: Lexicon) -> Indicator:
    """The indicator that is meant of those with this name: by its campaign, or the words in its brackets.

    A name that is part of another campaign's indicator (重点任务) needs its campaign beside it.
    """
    known = words.indicators[name]
    of_others = {
        one for ones in words.indicators.values() for one in ones
        if name in one.name and one.campaign != known[0].campaign
    }  # fmt: skip
    if len(known) == 1 and not of_others:
        return known[0]
    fitting = [
        one
        for one in known
        if CODES["campaign"][one.campaign].zh in text or any(word in text for word in _BRACKET.findall(one.name))
    ]
    if len(fitting) != 1:
        raise Refused("Several indicators have this name.")
    return fitting[0]
