"""Judging what was read: the question is asked, and the figure held against the answer."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any, NamedTuple

from data.errors import Refused
from queries.catalog import catalog
from queries.engines.duckdb import Engine
from queries.sentences.claims import Claim
from queries.sentences.figures import Figure
from queries.sentences.read_figure import Read
from queries.verdicts import decimals_of, holds, is_taste
from words import rounded

BOUNDS = (">", ">=", "<", "<=")
COUNTED = ("count", "trips", "days")
RIGHT, WRONG, NOT_FOUND = "right", "wrong", "not_found"


class Value(NamedTuple):
    """An answer: exact in the printed unit, with numerator and denominator as they are stored."""

    exact: Decimal
    numerator: Decimal
    denominator: Decimal | None


class Judged(NamedTuple):
    """What became of one figure: the claim it was held against, its value, the verdict, the reason for none."""

    claim: Claim | None
    value: Value | None
    verdict: str
    reason: Refused | None = None


def judge(read: Read, engine: Engine) -> Judged:
    """Right or wrong by the first reading; not found where a reading can't be told from another.

    Right needs every reading to agree where the reading is strict; wrong needs every other reading to be wrong too.
    """
    if read.reason or not read.claims:
        return Judged(None, None, NOT_FOUND, read.reason)
    try:
        first = read.claims[0]
        value = answer(first, read.figure, engine)
        is_right = _holds(read, first, value, engine)
        others = () if is_right and not read.is_strict else read.claims[1:]
        is_clear = all(
            _holds(read, one, answer(one, read.figure, engine), engine) is is_right for one in others
        )  # fmt: skip
    except Refused as reason:
        return Judged(read.claims[0], None, NOT_FOUND, reason)
    if is_clear:
        if is_right is None:
            return _edge(first, value, read.relation)
        return Judged(first, value, RIGHT if is_right else WRONG)
    return Judged(first, value, NOT_FOUND, Refused("The sentence can be read in two ways, and they differ."))


def _edge(claim: Claim, value: Value, relation: str) -> Judged:
    if relation != ">?":
        return Judged(claim, value, NOT_FOUND, Refused("The word is too loose: the value is neither near nor far."))
    reason = Refused("The ledger has exactly this number, and the sentence doesn't say whether that counts as passed.")
    return Judged(claim, value, NOT_FOUND, reason)


def _holds(read: Read, claim: Claim, value: Value, engine: Engine) -> bool | None:
    """Whether the figure holds; None where the word for its bound may or may not include the figure itself."""
    figure, exact = read.figure, value.exact
    if claim.whole and not _is_whole(claim, engine):
        return False
    if figure.high:
        return Decimal(figure.printed) <= exact <= Decimal(figure.high)
    if read.relation == ">?":
        return None if exact == Decimal(figure.printed) else exact > Decimal(figure.printed)
    relation = "=" if claim.is_target and read.relation in (">=", "<=") else read.relation
    printed = figure.limit if figure.limit and relation in BOUNDS else figure.printed
    is_right = holds(printed, exact, relation, is_share=figure.kind == "pct" and not claim.growth)
    return None if not is_right and is_taste(figure.printed, exact, read.relation) else is_right


def _is_whole(claim: Claim, engine: Engine) -> bool:
    found = engine.ask(claim.whole, **claim.parameters)
    return bool(found) and found[0].numerator == found[0].denominator


def answer(claim: Claim, figure: Figure, engine: Engine) -> Value:
    """The claim's value. Raises Refused where the ledger has nothing to judge by."""
    found = {row.as_of: row for row in engine.ask(claim.measure.question, **claim.parameters)}
    now = _level(claim, found.get(claim.day))
    if claim.before is None:
        return now._replace(exact=claim.sign * now.exact / _scale(claim, figure))
    earlier = _level(claim, found.get(claim.before))
    change = claim.sign * (now.exact - earlier.exact)
    if not claim.growth:
        return Value(change / _scale(claim, figure), now.exact, earlier.exact)
    if not earlier.exact:
        raise Refused("The ledger has nothing to judge it by.")
    return Value(100 * change / earlier.exact, now.exact, earlier.exact)


def _scale(claim: Claim, figure: Figure) -> Decimal:
    """How many of the stored unit one of the printed is; an indicator is stored in a unit of its own."""
    return figure.scale / Decimal(claim.measure.part) if claim.measure.question == "indicator" else figure.scale


def _level(claim: Claim, found: Any) -> Value:
    """The level in the stored unit. Nothing of a kind counts as none; a share of nothing has no value."""
    query = catalog()[claim.measure.question]
    part = claim.measure.part
    if found is None and query.unit in ("count", "wan") and not part:
        return Value(Decimal(0), Decimal(0), None)
    if found is None or found.numerator is None or (query.unit == "pct" and not found.denominator):
        raise Refused("The ledger has nothing to judge it by.")
    if part == "denominator":
        return Value(found.denominator, found.denominator, None)
    if query.unit == "pct" and part != "numerator":
        share = 100 * Decimal(found.numerator) / Decimal(found.denominator)
        return Value(share, found.numerator, found.denominator)
    return Value(Decimal(found.numerator), found.numerator, None)


def printed_decimals(value: Decimal, figure: Figure) -> Decimal:
    """The value as it would be printed beside the figure: with its decimals, and two at least where it has some."""
    decimals = decimals_of(figure.printed)
    return rounded(value, decimals if figure.kind in COUNTED and not decimals else max(decimals, 2))


def days_of(claim: Claim) -> tuple[dt.date, ...]:
    """The dates that the claim speaks of, the earlier one first."""
    return (claim.day,) if claim.before is None else (claim.before, claim.day)
