"""The plan of 2022: 500 projects whose counts and sums are the printed ones, and what was carried over from 2021.

Everything is drawn from one seeded generator, so the same ledger comes out every time.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from decimal import Decimal
from functools import lru_cache
from random import Random
from typing import Any

from data.city import city
from data.demo.named import BATCH, BATCH_DAY, named_projects
from data.demo.names import LEADERS, LEAD_UNITS, OWNERS, PARKS, THINGS
from data.demo.printed import count, wan

Spec = dict[str, Any]

COUNTIES = {"211402": 106, "211403": 96, "211404": 52, "211481": 88, "211421": 82, "211422": 58}
CITY_LEVEL = 12
CROSS = 6
SLOW_COUNTY = "211422"
# Sectors of the projects of 1亿元 and more (energy and industry are printed) and of the smaller ones.
LARGE = {"services": 42, "infrastructure": 63, "livelihood": 34, "agriculture": 19}
SMALL = {"energy": 14, "industry": 92, "services": 43, "infrastructure": 48, "livelihood": 36, "agriculture": 18}
BIG_COUNT = 46  # of 10 to 100 亿元
LARGE_CONTINUED = {"energy": 12, "industry": 28, "services": 21, "infrastructure": 33, "livelihood": 17, "agriculture": 9}
BATCH_SECTORS = {"industry": 7, "services": 5, "infrastructure": 5, "livelihood": 1}


@lru_cache(maxsize=1)
def plan() -> tuple[Spec, ...]:
    """The projects of the plan at the end of September 2022: everything that doesn't change with the date."""
    rng = Random(20220930)
    specs = [*named_projects(), *_batch(rng)]
    specs += _large(rng, specs)
    specs += _small(rng, specs)
    _amounts(rng, specs)
    _counties(rng, specs)
    _describe(rng, specs)
    _sponsors(specs)
    return tuple(specs)


def _batch(rng: Random) -> list[Spec]:
    """The concentrated start beside its one named project: count, money and energy money as printed."""
    energy = split_amount(rng, wan("F06") - wan("F11"), count("F05") - 1, 30_000)
    others = split_amount(rng, wan("F02") - wan("F06"), count("F01") - count("F05"), 10_500)
    sectors = [sector for sector, number in BATCH_SECTORS.items() for _ in range(number)]
    made = [("energy", amount) for amount in energy] + list(zip(sectors, others, strict=True))
    counties = [code for code in COUNTIES for _ in range(4)]
    return [
        {"sector": sector, "total_wan": amount, "year_status": "new_start", "batch_id": BATCH, "start": BATCH_DAY,
         "county_code": counties[i % len(counties)], "is_large": True}
        for i, (sector, amount) in enumerate(made)
    ]  # fmt: skip


def _large(rng: Random, specs: list[Spec]) -> list[Spec]:
    """The rest of the projects of 1亿元 and more; amounts come later."""
    wanted = {"energy": count("F30"), "industry": count("F33"), **LARGE}
    had = Counter(s["sector"] for s in specs if s["total_wan"] >= 10_000)
    continued = Counter(s["sector"] for s in specs if s["total_wan"] >= 10_000 and s["year_status"] == "continued")
    made = []
    for sector, number in wanted.items():
        still = LARGE_CONTINUED[sector] - continued[sector]
        for i in range(number - had[sector]):
            made.append({"sector": sector, "year_status": "continued" if i < still else "new_start", "is_large": True})
    big = BIG_COUNT - sum(1 for s in specs if 100_000 <= s["total_wan"] < 1_000_000)
    for spec in rng.sample(made, big):
        spec["is_big"] = True
    return made


def _small(rng: Random, specs: list[Spec]) -> list[Spec]:
    """The projects below 1亿元, continued and new so that the printed numbers of both come out."""
    sectors = dict(SMALL)
    for spec in specs:
        if not spec.get("is_large") and spec.get("total_wan", 10_000) < 10_000:
            sectors[spec["sector"]] -= 1
    made: list[Spec] = [{"sector": sector} for sector, number in sectors.items() for _ in range(number)]
    continued = count("F18") - sum(1 for s in specs if s["year_status"] == "continued")
    rng.shuffle(made)
    for i, spec in enumerate(made):
        spec["year_status"] = "continued" if i < continued else "new_start"
    return made


def _amounts(rng: Random, specs: list[Spec]) -> None:
    """Amounts within the size bands, the middle of the market scaled until the sum is the printed one."""
    for spec in specs:
        if "total_wan" not in spec:
            low, high = (105_000, 900_000) if spec.get("is_big") else (10_200, 92_000) if spec.get("is_large") else (520, 9_800)
            spec["total_wan"] = _rounded(_log_between(rng, low, high))
    scaled = [s for s in specs if s.get("is_big")]
    rest = wan("F15") - sum(Decimal(s["total_wan"]) for s in specs)
    while rest:
        for spec in scaled:
            share = _rounded(float(rest) / len(scaled)) if abs(rest) > 500 * len(scaled) else rest
            moved = min(max(Decimal(spec["total_wan"]) + share, Decimal(100_300)), Decimal(960_000))
            rest -= moved - Decimal(spec["total_wan"])
            spec["total_wan"] = moved
            if not rest:
                break


def _counties(rng: Random, specs: list[Spec]) -> None:
    """Spread over the counties, the city's own level and a few that cross counties."""
    left = Counter(COUNTIES)
    left.subtract(s["county_code"] for s in specs if s.get("county_code") in COUNTIES)
    free = [s for s in specs if "county_code" not in s]
    rng.shuffle(free)
    crossing = CROSS - sum(1 for s in specs if s.get("county_code") == "multi")
    public = [s for s in free if s["sector"] == "infrastructure"]
    for spec in public[:crossing]:
        spec["county_code"], spec["county_codes"] = "multi", sorted(rng.sample(sorted(COUNTIES), 2))
    for spec in public[crossing : crossing + CITY_LEVEL]:
        spec["county_code"] = city().code
    codes = [code for code, number in left.items() for _ in range(max(number, 0))]
    rng.shuffle(codes)
    for spec in free:
        if "county_code" not in spec:
            spec["county_code"] = codes.pop() if codes else rng.choice(list(COUNTIES))


def _describe(rng: Random, specs: list[Spec]) -> None:
    """Names, ids, units and the facts of a kind; a name is given once."""
    used: Counter[str] = Counter()
    for i, spec in enumerate(specs, 1):
        spec.setdefault("nature", _nature(rng, spec["sector"]))
        spec.setdefault("park", rng.choice(PARKS) if spec["sector"] in ("industry", "services", "agriculture") else None)
        spec.setdefault("lead_unit", LEAD_UNITS[spec["sector"]])
        spec["ownership"] = _ownership(rng, spec["sector"])
        spec["seq"] = i
        if "name" not in spec:
            thing = rng.choice(THINGS[spec["sector"]])
            base = f"{city().label('county', spec['county_code'], 'zh')}{thing}"
            used[base] += 1
            spec["name"] = f"{base}项目" if used[base] == 1 else f"{base}项目（{used[base]}期）"
            spec["energy_kind"] = _energy_kind(thing) if spec["sector"] == "energy" else None
            year = "22" if spec["year_status"] == "new_start" else "20"
            site = spec["county_code"] if spec["county_code"] != "multi" else city().code
            spec["project_id"] = f"{year}{rng.randint(1, 12):02d}-{site}-04-01-{i:06d}"
        spec["owner"] = f"{city().label('county', spec['county_code'], 'zh')}{OWNERS[spec['sector']]}"
        spec["capacity_mw"] = spec.get("capacity_mw") or _capacity(spec)


def _sponsors(specs: list[Spec]) -> None:
    """City leaders sponsor the largest projects."""
    largest = sorted(specs, key=lambda s: (-Decimal(s["total_wan"]), s["seq"]))[: count("F37")]
    for i, spec in enumerate(largest):
        spec["sponsor"], spec["sponsor_post"] = LEADERS[i % len(LEADERS)]


def _nature(rng: Random, sector: str) -> str:
    if sector == "industry":
        return rng.choices(("new_build", "expansion", "retrofit", "relocation"), (50, 18, 28, 4))[0]
    return rng.choices(("new_build", "expansion", "retrofit"), (78, 14, 8))[0]


def _ownership(rng: Random, sector: str) -> str:
    public = sector in ("infrastructure", "livelihood")
    return rng.choices(("state", "private", "foreign", "mixed"), (80, 8, 0, 12) if public else (24, 60, 5, 11))[0]


def _energy_kind(thing: str) -> str:
    marks = {"风电": "wind", "光伏": "solar", "储能": "storage", "输变电": "grid", "配电": "grid", "生物质": "biomass", "燃气": "gas"}
    return next(kind for mark, kind in marks.items() if mark in thing)


def _capacity(spec: Spec) -> Decimal | None:
    """Capacity of a generated plant, from what a megawatt of its kind costs in 万元."""
    cost = {"wind": 650, "solar": 420, "storage": 350, "biomass": 900, "pumped_storage": 842}.get(spec.get("energy_kind") or "")
    known = spec.get("is_named") and spec.get("energy_kind") == "nuclear"
    return None if cost is None or known else Decimal(max(1, round(float(spec["total_wan"]) / cost)))


def split_amount(rng: Random, whole: Decimal, parts: int, least: int) -> list[Decimal]:
    """The whole in unequal parts of at least `least`, adding up exactly."""
    weights = [rng.uniform(0.6, 1.6) for _ in range(parts)]
    free = float(whole) - least * parts
    amounts = [_rounded(least + free * weight / sum(weights)) for weight in weights]
    amounts[-1] += whole - sum(amounts)
    return amounts


def _log_between(rng: Random, low: float, high: float) -> float:
    """Log-normal within the band: many near its lower end, few near the upper."""
    while True:
        value = math.exp(rng.gauss(math.log(low) + 0.36 * (math.log(high) - math.log(low)), 0.62))
        if low <= value <= high:
            return value


def _rounded(value: float) -> Decimal:
    """Amounts as offices write them: to 10 万元 when large, to 1 when small."""
    return Decimal(round(value, -1 if value >= 10_000 else 0)).quantize(Decimal("1"))


DATES = (dt.date(2021, 12, 31), *(dt.date(2022, month + 1, 1) - dt.timedelta(1) for month in range(1, 10)))
