"""The plan of 2022: 500 projects whose counts and sums are the printed ones.

Everything is drawn from one seeded generator, so the same ledger comes out every time.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from decimal import Decimal
from functools import lru_cache
from random import Random
from typing import Any

from data.demo.amounts import amount_between, fill_up, split_amount
from data.demo.named import BATCH, BATCH_DAY, named_projects
from data.demo.names import LEADERS
from data.demo.places import describe, place
from data.demo.printed import LARGE_WAN, count, wan

Spec = dict[str, Any]

DATES = (dt.date(2021, 12, 31), *(dt.date(2022, month + 1, 1) - dt.timedelta(1) for month in range(1, 10)))
# Sectors of the projects of 1亿元 and more (energy and industry are printed) and of the smaller ones.
LARGE = {"services": 42, "infrastructure": 63, "livelihood": 34, "agriculture": 19}
SMALL = {"energy": 14, "industry": 92, "services": 43, "infrastructure": 48, "livelihood": 36, "agriculture": 18}
LARGE_CONTINUED = {
    "energy": 12, "industry": 28, "services": 21, "infrastructure": 33, "livelihood": 17, "agriculture": 9,
}  # fmt: skip
BATCH_SECTORS = {"industry": 7, "services": 5, "infrastructure": 5, "livelihood": 1}
# How many of 10 to 100 亿元, besides the named ones, and the most that one of a sector takes, in 万元.
BIG = {"energy": 11, "industry": 9, "services": 9, "infrastructure": 10, "livelihood": 3, "agriculture": 1}
BIG_MOST = {
    "energy": 430_000, "industry": 560_000, "services": 600_000, "infrastructure": 600_000, "livelihood": 280_000,
    "agriculture": 135_000,
}  # fmt: skip
BIG_LEAST = 103_000
ROLLED_OVER = 14  # should have started in 2021 and stand in the plan of 2022 again


@lru_cache(maxsize=1)
def plan() -> tuple[Spec, ...]:
    """The projects of the plan at the end of September 2022: everything that doesn't change with the date."""
    rng = Random(20220930)
    specs = [*named_projects(), *_batch(rng)]
    specs += _large(rng, specs)
    specs += _small(rng, specs)
    _amounts(rng, specs)
    place(rng, specs)
    describe(rng, specs)
    sponsor(specs)
    for spec in rng.sample([s for s in specs if _may_roll_over(s)], ROLLED_OVER):
        spec["is_rolled_over"] = True
    return tuple(specs)


def is_large(spec: Spec) -> bool:
    """Whether it is one of 1亿元 and more."""
    return bool(spec.get("is_large") or spec.get("total_wan", 0) >= LARGE_WAN)


def sponsor(specs: list[Spec]) -> None:
    """City leaders sponsor the largest projects."""
    largest = sorted(specs, key=lambda s: (-Decimal(s["total_wan"]), s["seq"]))[: count("F37")]
    for i, spec in enumerate(largest):
        spec["sponsor"], spec["sponsor_post"] = LEADERS[i % len(LEADERS)]


def _batch(rng: Random) -> list[Spec]:
    """The concentrated start beside its one named project: count, money and energy money as printed."""
    energy = split_amount(rng, wan("F06") - wan("F11"), count("F05") - 1, 30_000)
    others = split_amount(rng, wan("F02") - wan("F06"), count("F01") - count("F05"), 10_500)
    sectors = [sector for sector, number in BATCH_SECTORS.items() for _ in range(number)]
    made = [("energy", amount) for amount in energy] + list(zip(sectors, others, strict=True))
    return [
        {"sector": sector, "total_wan": amount, "year_status": "new_start", "batch_id": BATCH, "start": BATCH_DAY}
        for sector, amount in made
    ]  # fmt: skip


def _large(rng: Random, specs: list[Spec]) -> list[Spec]:
    """The rest of the projects of 1亿元 and more; amounts come later."""
    wanted = {"energy": count("F30"), "industry": count("F33"), **LARGE}
    made = []
    for sector, number in wanted.items():
        had = [s for s in specs if s["sector"] == sector and is_large(s)]
        still = LARGE_CONTINUED[sector] - sum(s["year_status"] == "continued" for s in had)
        new = [
            {"sector": sector, "year_status": "continued" if i < still else "new_start", "is_large": True}
            for i in range(number - len(had))
        ]
        for spec in rng.sample(new, BIG[sector]):
            spec["is_big"] = True
        made += new
    return made


def _small(rng: Random, specs: list[Spec]) -> list[Spec]:
    """The projects below 1亿元, continued and new so that the printed numbers of both come out."""
    had = Counter(s["sector"] for s in specs if not is_large(s))
    made: list[Spec] = [{"sector": sector} for sector, number in SMALL.items() for _ in range(number - had[sector])]
    continued = count("F18") - sum(s["year_status"] == "continued" for s in specs)
    rng.shuffle(made)
    for i, spec in enumerate(made):
        spec["year_status"] = "continued" if i < continued else "new_start"
    return made


def _amounts(rng: Random, specs: list[Spec]) -> None:
    """Amounts within the size bands; the large ones take what is left of the printed sum."""
    for spec in specs:
        if "total_wan" not in spec:
            low, high = (520, 9_800) if not is_large(spec) else (10_200, 92_000)
            if spec.get("is_big"):
                low, high = BIG_LEAST, BIG_MOST[spec["sector"]]
            spec["total_wan"] = amount_between(rng, low, high)
    big = [spec for spec in specs if spec.get("is_big")]
    others = sum((Decimal(s["total_wan"]) for s in specs if not s.get("is_big")), Decimal(0))
    fill_up(big, wan("F15") - others, Decimal(BIG_LEAST), lambda spec: Decimal(BIG_MOST[spec["sector"]]))


def _may_roll_over(spec: Spec) -> bool:
    return spec["year_status"] == "new_start" and not spec.get("is_named") and "batch_id" not in spec
