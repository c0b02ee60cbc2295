"""The figures of a passage as rows, for the command line and for programs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

import pyarrow as pa

from queries.catalog import catalog
from queries.sentences.check import VERDICTS, Said
from words import Words

TEXTS = ("figure", "verdict", "measure", "question", "narrowed", "as_of", "earlier", "value", "unit", "numerator",
         "denominator", "reason")  # fmt: skip


def as_table(said: Sequence[Said], words: Words) -> pa.Table:
    """One row a figure: as it is said, the verdict, the measure and its arguments, what the ledger gives, the reason.

    `value` is in the printed unit; `numerator` and `denominator` in the stored one (万元, MW), for a change
    the later and the earlier value.
    """
    rows = [dict(zip(TEXTS, _row(one, words), strict=True)) for one in said]
    return pa.Table.from_pylist(rows, schema=pa.schema([(name, pa.string()) for name in TEXTS]))


def _row(one: Said, words: Words) -> list[str | None]:
    narrowed = "; ".join(f"{name}={','.join(values)}" for name, values in one.narrowed)
    return [
        one.text, one.verdict, words(catalog()[one.question].title) if one.question else None, one.question or None,
        narrowed or None, _day(one.as_of), _day(one.earlier),
        None if one.value is None else f"{one.value:f}", one.unit, _plain(one.numerator), _plain(one.denominator),
        one.reason.sentence(words) if one.reason else None,
    ]  # fmt: skip


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _plain(value: Decimal | None) -> str | None:
    text = None if value is None else f"{value:f}"
    return text.rstrip("0").rstrip(".") if text and "." in text else text


def summary(said: Sequence[Said], words: Words) -> str:
    """One line: how many figures are right, wrong and not found."""
    right, wrong, missing = (sum(one.verdict == verdict for one in said) for verdict in VERDICTS)
    return words(
        "{count} figures: {right} right, {wrong} wrong, {missing} not found.",
        count=len(said), right=right, wrong=wrong, missing=missing,
    )  # fmt: skip
