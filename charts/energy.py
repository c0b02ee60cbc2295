"""What the charts of energy share: the colour and shape of each kind, and how the units' capacity is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from charts import leading, listed
from charts.theme import FIRE, NEUTRAL, SECTORS, SOLAR, WATER, WIND
from data.assets import assets_credit
from data.city import city
from words import Words, rounded

# Families share a colour; every kind has its own shape, so that no kind speaks by colour alone.
KINDS = {
    "nuclear": (SECTORS[2], "diamond"),
    "wind": (WIND, "triangle-up"),
    "solar": (SOLAR, "star"),
    "hydro": (WATER, "triangle-down"),
    "pumped_storage": (WATER, "square"),
    "storage": (SECTORS[4], "cross"),
    "grid": (NEUTRAL, "x"),
    "gas": (FIRE, "hexagon"),
    "biomass": (SECTORS[5], "pentagon"),
    "coal": (FIRE, "circle"),
}
OTHER = (NEUTRAL, "circle")


def kind_colour(kind: str | None) -> str:
    """The colour of a kind."""
    return KINDS.get(kind or "", OTHER)[0]


def kind_shape(kind: str | None) -> str:
    """The marker of a kind."""
    return KINDS.get(kind or "", OTHER)[1]


def kind_name(kind: str | None, words: Words) -> str:
    """The label of a kind, and a word for none."""
    return city().label("energy_kind", kind, words.language) or words("another kind")


def kind_said(kind: str | None, words: Words) -> str:
    """The label of a kind inside a sentence, where English writes it small."""
    return kind_name(kind, words).lower()


def megawatts(value: Decimal | float, words: Words) -> str:
    """A capacity in MW with its unit; decimals only where it has some."""
    return f"{words.number(value, 0 if value == int(value) else 1)}{words.unit_gap}{words('MW')}"


def by_kind(rows: Sequence[Any], capacity: Callable[[Any], Decimal]) -> dict[str, Decimal]:
    """The capacity of each kind that has some, in the order of the rows."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for row in rows:
        sums[row.energy_kind] += capacity(row)
    return {kind: mw for kind, mw in sums.items() if mw}


def led_by(sums: dict[str, Decimal], words: Words) -> str:
    """Which kind has most of a capacity, as the end of a sentence: "all of it coal", "coal 60.0%"."""
    whole = sum(sums.values())
    if len(sums) == 1:
        return words("all of it {kind}", kind=kind_said(next(iter(sums)), words))
    most = leading(sums.items(), lambda item: rounded(100 * item[1] / whole, 1))
    names = listed([kind_said(kind, words) for kind, _ in most], words)
    pct = words.percent(100 * most[0][1] / whole)
    return words("{kinds} {pct} each", kinds=names, pct=pct) if len(most) > 1 else words(
        "{kind} {pct}", kind=names, pct=pct
    )  # fmt: skip


def statuses_said(rows: Sequence[Any], words: Words) -> str:
    """Of which year the statuses are, and what of them lies after the as-of date."""
    credit = assets_credit()
    parts = [words("statuses of {year}", year=credit.year)] if credit and credit.year else []
    later = sum((row.later_mw for row in rows), Decimal(0))
    if later:
        parts.append(words("{mw} of it begun after the as-of date", mw=megawatts(later, words)))
    return words("; ").join(parts)
