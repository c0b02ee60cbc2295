"""The deals behind the visits: matched, and of these signed and landed, as many and as much as was printed."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import lru_cache
from random import Random
from typing import Any

from data.city import city
from data.demo.amounts import split_amount
from data.demo.course import known
from data.demo.places import INLAND
from data.demo.printed import count, wan
from data.demo.things import PARKS, fitting
from data.demo.visits import visit_rows, visits

Row = dict[str, Any]
ORIGINS = {
    "beijing_tianjin_hebei": 38, "yangtze_delta": 20, "pearl_delta": 12, "northeast": 18, "other_domestic": 10,
    "abroad": 2,
}  # fmt: skip
SECTORS = {"energy": 14, "industry": 40, "services": 22, "infrastructure": 8, "livelihood": 6, "agriculture": 10}
USUAL_WAN = 40_000  # a deal of usual size, for a name that fits
LEAST_SIGNED, LEAST_LANDED = 9_000, 900
SIGNED_BY, LANDED_BY = dt.date(2022, 9, 23), dt.date(2022, 9, 29)
OF_2021 = dt.date(2021, 12, 31)


def deal_rows(as_of: dt.date) -> list[Row]:
    """Deals matched by the date, with what was signed and landed by then."""
    made = _deals_of_2021() if as_of.year == 2021 else _deals()
    return [_as_known(deal, as_of) for deal in made if deal["matched_on"] <= as_of]


def _as_known(deal: Row, as_of: dt.date) -> Row:
    signed, landed = known(deal.get("signed_on"), as_of), known(deal.get("landed_on"), as_of)
    return deal | {
        "signed_on": signed, "signed_wan": deal.get("signed_wan") if signed else None,
        "landed_on": landed, "landed_wan": deal.get("landed_wan") if landed else None,
    }  # fmt: skip


@lru_cache(maxsize=1)
def _deals() -> tuple[Row, ...]:
    rng = Random(1554)
    deals = _matched(rng, visits())
    signed = rng.sample([d for d in deals if d["matched_on"] < dt.date(2022, 8, 28)], count("F43"))
    for deal, amount in zip(signed, split_amount(rng, wan("F44"), len(signed), LEAST_SIGNED, 1.1), strict=True):
        deal["signed_wan"] = amount
        deal["signed_on"] = _between(rng, deal["matched_on"] + dt.timedelta(12), SIGNED_BY, 110)
    # What is landed within the year is small; the larger ones take longer.
    landed = sorted(
        rng.sample(sorted(signed, key=lambda d: Decimal(d["signed_wan"]))[:60], count("F45")), key=_signed_wan
    )
    amounts = sorted(split_amount(rng, wan("F46"), len(landed), LEAST_LANDED, 0.4))
    for deal, amount in zip(landed, amounts, strict=True):
        deal["landed_wan"] = amount
        deal["landed_on"] = _between(rng, deal["signed_on"] + dt.timedelta(3), LANDED_BY, 80)
    return tuple(deals)


def _signed_wan(deal: Row) -> Decimal:
    return Decimal(deal["signed_wan"])


def _between(rng: Random, first: dt.date, last: dt.date, most_days: int) -> dt.date:
    """A day from `first` on, within some days and not after `last`."""
    return first + dt.timedelta(rng.randint(0, min(most_days, max((last - first).days, 0))))


@lru_cache(maxsize=1)
def _deals_of_2021() -> tuple[Row, ...]:
    rng = Random(2021)
    deals = _matched(rng, visit_rows(OF_2021))
    for deal in rng.sample([d for d in deals if d["matched_on"] < dt.date(2021, 11, 30)], 24):
        deal["signed_on"] = dt.date(2021, 12, rng.randint(2, 28))
        deal["signed_wan"] = Decimal(rng.randint(200, 4_000) * 10)
    return tuple(deals)


def _matched(rng: Random, of_visits: Any) -> list[Row]:
    """One deal for each project that the visits matched, numbered by month and county."""
    deals = [_deal(rng, row["month"], row["county_code"]) for row in of_visits for _ in range(row["projects_matched"])]
    for number, deal in enumerate(deals, 1):
        year = deal["matched_on"].year
        deal["deal_id"], deal["name"] = f"Z{year}-{number:04d}", f"{deal['name']}（{year}-{number:04d}）"
    return deals


def _deal(rng: Random, month: dt.date, county: str) -> Row:
    sector = rng.choices(list(SECTORS), list(SECTORS.values()))[0]
    thing = rng.choice(fitting(sector, USUAL_WAN, county not in INLAND))
    return {
        "deal_id": "", "name": f"{city().label('county', county, 'zh')}{rng.choice(PARKS)}{thing.noun}招商项目",
        "county_code": county, "sector": sector, "origin": rng.choices(list(ORIGINS), list(ORIGINS.values()))[0],
        "matched_on": month.replace(day=rng.randint(1, 28)), "evidence": "illustrative",
    }  # fmt: skip
