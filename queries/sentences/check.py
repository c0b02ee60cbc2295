"""Check a passage: every figure in it with the measure it speaks of, what the ledger gives, and the verdict."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

from data.errors import Refused
from queries.engines.duckdb import Engine
from queries.sentences.dates import Calendar
from queries.sentences.judging import NOT_FOUND, RIGHT, WRONG, days_of, judge, printed_decimals
from queries.sentences.lexicon import lexicon
from queries.sentences.reading import read

VERDICTS = (RIGHT, WRONG, NOT_FOUND)
PASSAGES_HELD = 64
ENGINES_HELD = 4


class Said(NamedTuple):
    """One figure of a passage: where it stands (`start` to `end`), and what the ledger says to it.

    `question` is empty where no measure was found; `reason` says why there is no verdict. `value` is in
    `unit`, the printed one; `numerator` and `denominator` are in the stored one (for a change: the later and
    the earlier value). `parameters` ask the question again; `earlier` and `as_of` are the dates it is asked for.
    """

    start: int
    end: int
    text: str
    unit: str
    relation: str
    verdict: str
    question: str = ""
    parameters: Mapping[str, Any] = MappingProxyType({})
    as_of: dt.date | None = None
    earlier: dt.date | None = None
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    is_growth: bool = False
    part: str = ""
    reason: Refused | None = None

    @property
    def narrowed(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The arguments of the question besides the dates."""
        return tuple((name, tuple(values)) for name, values in self.parameters.items() if name != "as_ofs")


@lru_cache(maxsize=PASSAGES_HELD)
def check(text: str, engine: Engine, as_of: dt.date) -> tuple[Said, ...]:
    """The figures of a Chinese passage in order, judged over the opened ledger; dates are seen from `as_of`."""
    calendar = Calendar(as_of, tuple(engine.opened.dates))
    found: dict[int, Said] = {}
    for one in read(text, lexicon(engine), calendar, _batches(engine)):
        said = _said(one, text, engine)
        held = found.setdefault(one.start, said)  # several of a place: A、B各3个 must be true of each
        found[one.start] = max(held, said, key=lambda some: VERDICTS.index(some.verdict))
    return tuple(found.values())


def _said(one: Any, text: str, engine: Engine) -> Said:
    claim, value, verdict, reason = judge(one, engine)
    plain = Said(one.start, one.end, text[one.start : one.end], one.figure.unit, one.relation, verdict, reason=reason)
    if claim is None:
        return plain
    days = days_of(claim)
    return plain._replace(
        question=claim.measure.question, parameters=claim.parameters, as_of=days[-1],
        earlier=days[0] if len(days) > 1 else None,
        value=None if value is None else printed_decimals(value.exact, one.figure),
        numerator=value and value.numerator, denominator=value and value.denominator,
        is_growth=claim.growth, part=claim.measure.part if claim.measure.question != "indicator" else "",
    )  # fmt: skip


@lru_cache(maxsize=ENGINES_HELD)
def _batches(engine: Engine) -> dict[dt.date, tuple[str, ...]]:
    """The batches of concentrated starts that the ledger names at each date."""
    return {
        day: tuple(row.code for row in engine.ask("choices", as_ofs=[day]) if row.kind == "batch")
        for day in engine.opened.dates
    }
