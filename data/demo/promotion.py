"""Investment promotion: visits and deals whose sums are the printed ones, and the dispatch meetings."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import lru_cache
from random import Random
from typing import Any

from data.demo.names import PARKS, THINGS
from data.demo.plan import COUNTIES, split_amount
from data.demo.printed import count, wan
from data.city import city

Row = dict[str, Any]
MONTHS = tuple(dt.date(2022, month, 1) for month in range(1, 10))
ACTIVITY = (4, 5, 9, 12, 14, 15, 14, 14, 13)
VISIT_FIGURES = {"person_times": "F39", "day_times": "F40", "enterprises_visited": "F41", "projects_matched": "F42"}
ORIGINS = {"beijing_tianjin_hebei": 38, "yangtze_delta": 20, "pearl_delta": 12, "northeast": 18, "other_domestic": 10, "abroad": 2}
MEETING_DAYS = (dt.date(2022, 2, 18), dt.date(2022, 3, 25), dt.date(2022, 5, 13), dt.date(2022, 6, 24), dt.date(2022, 8, 26))
OTHER_MEETINGS = ((dt.date(2022, 4, 14), "on_site"), (dt.date(2022, 6, 2), "special"), (dt.date(2022, 7, 21), "on_site"),
                  (dt.date(2022, 9, 15), "special"))  # fmt: skip


def visit_rows(as_of: dt.date) -> list[Row]:
    """Visits by month and county, up to the date."""
    if as_of.year == 2021:
        return [
            {"month": dt.date(2021, month, 1), "county_code": county, "person_times": 20 + i, "day_times": 80 + 3 * i,
             "enterprises_visited": 24 + i, "projects_matched": 11 + i, "evidence": "illustrative"}
            for month in (10, 11, 12) for i, county in enumerate(COUNTIES)
        ]  # fmt: skip
    return [row for row in _visits() if row["month"] <= as_of]


@lru_cache(maxsize=1)
def _visits() -> tuple[Row, ...]:
    cells = [(month, county) for month in MONTHS for county in COUNTIES]
    weights = [
        weight * people * Random(i).uniform(0.8, 1.2)
        for i, (weight, people) in enumerate((w, p) for w in ACTIVITY for p in COUNTIES.values())
    ]
    sums = {name: _apportion(count(figure), weights) for name, figure in VISIT_FIGURES.items()}
    return tuple(
        {"month": month, "county_code": county, **{name: values[i] for name, values in sums.items()},
         "evidence": "illustrative"}
        for i, (month, county) in enumerate(cells)
    )  # fmt: skip


def _apportion(whole: int, weights: list[float]) -> list[int]:
    """Whole numbers in proportion to the weights that add up exactly (largest remainders)."""
    exact = [whole * weight / sum(weights) for weight in weights]
    parts = [int(value) for value in exact]
    by_rest = sorted(range(len(parts)), key=lambda i: parts[i] - exact[i])
    for i in by_rest[: whole - sum(parts)]:
        parts[i] += 1
    return parts


def deal_rows(as_of: dt.date) -> list[Row]:
    """Deals matched up to the date, with what was signed and landed by then."""
    made = _deals_2021() if as_of.year == 2021 else _deals()
    return [_known(deal, as_of) for deal in made if deal["matched_on"] <= as_of]


def _known(deal: Row, as_of: dt.date) -> Row:
    signed = bool(deal.get("signed_on") and deal["signed_on"] <= as_of)
    landed = bool(deal.get("landed_on") and deal["landed_on"] <= as_of)
    hidden = (() if signed else ("signed_on", "signed_wan")) + (() if landed else ("landed_on", "landed_wan"))
    return {key: None if key in hidden else value for key, value in deal.items()}


@lru_cache(maxsize=1)
def _deals() -> tuple[Row, ...]:
    rng = Random(1554)
    deals = [
        _deal(rng, row["month"], row["county_code"]) for row in _visits() for _ in range(row["projects_matched"])
    ]
    for i, deal in enumerate(deals, 1):
        deal["deal_id"], deal["name"] = f"Z2022-{i:04d}", f"{deal['name']}（{i:04d}）"
    signed = rng.sample([d for d in deals if d["matched_on"] < dt.date(2022, 8, 20)], count("F43"))
    amounts = sorted(split_amount(rng, wan("F44"), len(signed), 9_000))
    for deal, amount in zip(signed, amounts, strict=True):
        deal["signed_wan"] = amount
        deal["signed_on"] = min(deal["matched_on"] + dt.timedelta(rng.randint(12, 120)), dt.date(2022, 9, 12))
    landed = sorted(signed, key=lambda d: d["signed_wan"])[: count("F45")]
    for deal, amount in zip(landed, split_amount(rng, wan("F46"), len(landed), 1_200), strict=True):
        deal["landed_wan"] = amount
        deal["landed_on"] = min(deal["signed_on"] + dt.timedelta(rng.randint(10, 90)), dt.date(2022, 9, 29))
    return tuple(deals)


@lru_cache(maxsize=1)
def _deals_2021() -> tuple[Row, ...]:
    rng = Random(2021)
    deals = [_deal(rng, row["month"], row["county_code"]) for row in visit_rows(dt.date(2021, 12, 31))
             for _ in range(row["projects_matched"])]  # fmt: skip
    for i, deal in enumerate(deals, 1):
        deal["deal_id"], deal["name"] = f"Z2021-{i:04d}", f"{deal['name']}（2021-{i:04d}）"
    for deal in rng.sample([d for d in deals if d["matched_on"] < dt.date(2021, 11, 30)], 24):
        deal["signed_on"], deal["signed_wan"] = dt.date(2021, 12, rng.randint(2, 28)), Decimal(rng.randint(200, 4_000) * 10)
    return tuple(deals)


def _deal(rng: Random, month: dt.date, county: str) -> Row:
    sector = rng.choices(tuple(THINGS), (14, 40, 22, 8, 6, 10))[0]
    place = city().label("county", county, "zh")
    return {
        "deal_id": "", "name": f"{place}{rng.choice(PARKS)}{rng.choice(THINGS[sector])}招商项目", "county_code": county,
        "sector": sector, "origin": rng.choices(list(ORIGINS), list(ORIGINS.values()))[0],
        "matched_on": month.replace(day=rng.randint(1, 28)), "evidence": "illustrative",
    }  # fmt: skip


def meeting_rows(as_of: dt.date) -> list[Row]:
    """The video dispatch meetings (their number and their five parties are printed), and a few others."""
    if as_of.year == 2021:
        return [{"meeting_id": "D2021-01", "held_on": dt.date(2021, 12, 3), "kind": "special", "chair_post": "市政府领导",
                 "parties": 3, "projects_discussed": 9, "evidence": "illustrative"}]  # fmt: skip
    days = MEETING_DAYS[: count("F38")]
    rows = [
        {"meeting_id": f"D2022-{i:02d}", "held_on": day, "kind": "cloud_dispatch", "chair_post": "市委市政府主要领导",
         "parties": 5, "projects_discussed": 16 + 2 * i, "evidence": "illustrative",
         "published_fields": ["kind", "chair_post", "parties"]}
        for i, day in enumerate(days, 1)
    ]  # fmt: skip
    rows += [
        {"meeting_id": f"D2022-{i:02d}", "held_on": day, "kind": kind, "chair_post": "市政府领导", "parties": 3,
         "projects_discussed": 4 + i, "evidence": "illustrative"}
        for i, (day, kind) in enumerate(OTHER_MEETINGS, len(days) + 1)
    ]  # fmt: skip
    return [row for row in rows if row["held_on"] <= as_of]
