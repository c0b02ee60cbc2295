"""A claim: what a figure says, as a question of the catalogue with its arguments and its date."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from data.errors import Refused
from queries.catalog import catalog
from queries.sentences.around import Filters
from queries.sentences.lexicon import Lexicon, Measure

DEALS = {"signed", "landed", "matched", "visited", "trips", "days", "signed_money", "landed_money", "landing_rate"}
ENDS, MONTHS = ("end", "month_end_before"), ("month", "month_before")
NARROWED = {"sizes", "batches", "sponsors"}


@dataclass(frozen=True)
class Claim:
    """One reading of a figure: the question, the arguments, the day; `before` for a change since that day.

    `growth` is the change in per cent of the earlier value; `whole` is the share that must be 100% where the
    sentence says that all did it. A target that is said (3家以上) is the ledger's own, and not any that it meets.
    """

    measure: Measure
    filters: tuple[tuple[str, tuple[str, ...]], ...]
    day: dt.date
    before: dt.date | None = None
    growth: bool = False
    sign: int = 1
    whole: str = ""
    is_target: bool = False

    @property
    def parameters(self) -> dict[str, Any]:
        """The parameters of the question."""
        days = [self.day] if self.before is None else [self.before, self.day]
        arguments = {name: list(values) for name, values in (*self.measure.arguments, *self.filters)}
        return {"as_ofs": days, **arguments}

    def asking(self, question: str) -> Claim:
        """The same claim of another question."""
        return replace(self, measure=self.measure._replace(question=question, part="", also=""))


def claim(measure: Measure, filters: Filters, day: dt.date, whole: str = "") -> Claim:
    """A claim about a level. Raises Refused for a filter that the question can't narrow by."""
    known = catalog()[measure.question].parameter_names
    if any(name not in known for name in filters):
        raise Refused("This measure can't be narrowed that way.")
    return Claim(measure, tuple(sorted(filters.items())), day, whole=whole)


def measured(kind: str, heads: frozenset[str], filters: Filters, words: Lexicon) -> tuple[Measure, dict[str, Any]]:
    """What these words ask for, and the filters that they add. Raises Refused for a combination that isn't known."""
    for some in _without_the_obvious(heads, filters):
        if found := words.measures.get((kind, some)):
            return found, dict(filters)
    if "sponsored" in heads:  # 包保 as a filter of another measure
        narrowed = {**filters, "sponsors": filters.get("sponsors", words.sponsors)}
        found, _ = measured(kind, heads - {"sponsored"} or frozenset({"project"}), narrowed, words)
        return found, narrowed
    raise Refused("No measure of the ledger is said with these words and this unit.")


def _without_the_obvious(heads: frozenset[str], filters: Filters) -> list[frozenset[str]]:
    """The words themselves, and without those that add nothing: 项目 beside another word, 招商 beside a deal."""
    left = set(heads)
    if "major" in left and (NARROWED & set(filters) or "sponsored" in left):
        left = left - {"major"} or {"project"}
    if left & DEALS:
        left -= {"promote"}
    others = [head for head in left if head == "visited" or head.startswith("problem")]
    if len(left) > 1 and ("problem" in left or not others):
        left -= {"project"}
    return [frozenset(heads), frozenset(left)]


def fits(measure: Measure, unit: str) -> bool:
    """Whether the classifier is one that such things are counted with."""
    return not measure.units or unit in measure.units


def changed(level: Claim, kind: str, before: dt.date, named: str, direction: int) -> Claim:
    """The change of a level since an earlier day. Raises Refused where it would mean something else.

    A plan's stock may be compared with any day; what started or finished within the year with a day of the
    same year; what flows in (money, deals, visits) only with the end of a named month; a month with a month.
    """
    unit = catalog()[level.measure.question].unit
    if before >= level.day:
        raise Refused("It compares with a date that isn't earlier.")
    is_same_year = before.year == level.day.year
    allowed = {"stock": True, "status": is_same_year, "flow": is_same_year and named in ENDS,
               "month": named in MONTHS}  # fmt: skip
    if not allowed.get(level.measure.change, False):
        raise Refused("A change since then isn't clear for what began within the year.")
    if unit != "pct" and kind == "pct":
        return replace(level, before=before, growth=True, sign=direction)
    if (unit == "pct") != (kind == "pp"):
        raise Refused("A share changes by percentage points, an amount by its own unit or by per cent.")
    return replace(level, before=before, sign=direction)


def share(kind: str, of: Filters, base: Filters, day: dt.date) -> Claim:
    """The share of a part in its whole, by count or by money. `base` narrows the whole, `of` the part in it."""
    question = f"selection_share_by_{kind}"
    extra = {name: values for name, values in of.items() if base.get(name) != values}
    if not extra:
        raise Refused("It doesn't say which part of what.")
    if any(name in base and not set(values) <= set(base[name]) for name, values in extra.items()):
        raise Refused("The part doesn't lie within its base.")
    arguments = tuple((f"of_{name}", tuple(values)) for name, values in sorted(extra.items()))
    return Claim(Measure(question, "", arguments, (), "stock", ""), tuple(sorted(base.items())), day)
