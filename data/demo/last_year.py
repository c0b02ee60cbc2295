"""The end of 2021: the projects carried over into 2022, and those that ended before."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from random import Random
from typing import Any

from data.city import city
from data.demo.course import courses
from data.demo.names import LEAD_UNITS, OWNERS, THINGS
from data.demo.plan import COUNTIES
from data.demo.printed import count

Row = dict[str, Any]
PLAN_YEAR = 2021
AS_OF = dt.date(2021, 12, 31)
ENDED_SMALL = 141
# Projects of 1亿元 and more at the end of 2021, such that the printed changes of the shares come out.
LARGE_ENERGY, LARGE_INDUSTRY = 16, 42
OTHER_SECTORS = ("services", "infrastructure", "livelihood", "agriculture")
ENDED_NEW = 0.38


@lru_cache(maxsize=1)
def last_year_rows() -> tuple[Row, ...]:
    """The projects sheet at the end of 2021."""
    carried = [c for c in courses() if c.resumed_on]
    rows = [_carried(course.spec, course.actual_start or AS_OF, course.planned_start, course) for course in carried]
    return (*rows, *_ended(Random(203), rows))


def _carried(spec: Row, start: dt.date, planned: dt.date, course: Any) -> Row:
    new = start.year == PLAN_YEAR
    done = int(course.done_before)
    rng = Random(spec["seq"] + 7)
    return _row(
        spec, new, start, planned, course.planned_finish, total_done=done,
        year_done=int(done * (1.0 if new else rng.uniform(0.4, 0.7))), rng=rng,
        resumed=None if new else dt.date(PLAN_YEAR, rng.choice((3, 3, 4)), rng.randint(2, 27)),
    ) | {"published_fields": spec.get("published_fields")}  # fmt: skip


def _ended(rng: Random, carried: list[Row]) -> list[Row]:
    large = [row for row in carried if row["total_wan"] >= 10_000]
    had = {sector: sum(1 for row in large if row["sector"] == sector) for sector in ("energy", "industry")}
    sectors = ["energy"] * (LARGE_ENERGY - had["energy"]) + ["industry"] * (LARGE_INDUSTRY - had["industry"])
    sectors += [rng.choice(OTHER_SECTORS) for _ in range(count("F27") - len(large) - len(sectors))]
    specs = [(sector, rng.randint(1_020, 4_800) * 10) for sector in sectors]
    specs += [(rng.choice(tuple(THINGS)), rng.randint(530, 9_400)) for _ in range(ENDED_SMALL)]
    return [_ended_row(rng, i, sector, total) for i, (sector, total) in enumerate(specs, 601)]


def _ended_row(rng: Random, number: int, sector: str, total: int) -> Row:
    county = rng.choices(list(COUNTIES), list(COUNTIES.values()))[0]
    label = city().label("county", county, "zh")
    new = rng.random() < ENDED_NEW
    start = dt.date(2021 if new else 2020, rng.randint(3, 6), rng.randint(3, 27))
    finish = dt.date(2021, rng.randint(9, 12), rng.randint(3, 28))
    spec = {
        "project_id": f"20{rng.randint(1, 12):02d}-{county}-04-01-{number:06d}", "name": f"{label}{rng.choice(THINGS[sector])}项目（2021-{number}）",
        "county_code": county, "sector": sector, "nature": "new_build", "total_wan": total, "seq": number,
        "energy_kind": "grid" if sector == "energy" else None, "lead_unit": LEAD_UNITS[sector],
        "owner": f"{label}{OWNERS[sector]}", "ownership": rng.choice(("state", "private", "mixed")),
    }  # fmt: skip
    return _row(
        spec, new, start, start, finish, total_done=total, year_done=total if new else total // 2, rng=rng,
        resumed=None if new else dt.date(2021, rng.choice((3, 4)), rng.randint(2, 27)), finished=finish,
    )  # fmt: skip


def _row(
    spec: Row, new: bool, start: dt.date, planned: dt.date, finish: dt.date, *, total_done: int, year_done: int,
    rng: Random, resumed: dt.date | None, finished: dt.date | None = None,
) -> Row:  # fmt: skip
    kept = ("project_id", "name", "county_code", "county_codes", "park", "sector", "energy_kind", "nature", "total_wan",
            "ownership", "lead_unit", "owner", "capacity_mw")  # fmt: skip
    return {key: spec.get(key) for key in kept} | {
        "plan_year": PLAN_YEAR, "year_status": "new_start" if new else "continued", "planned_start": planned,
        "actual_start": start, "resumed_on": resumed, "planned_finish": max(finish, planned), "actual_finish": finished,
        "stage": "completed" if finished else "started", "self_status": "normal",
        "year_plan_wan": int(year_done * rng.uniform(1.0, 1.06)), "year_done_wan": year_done, "total_done_wan": total_done,
        "funds_in_place_wan": total_done, "own_wan": total_done, "progress_pct": round(100 * total_done / float(spec["total_wan"]), 1),
        "stats_entry_due": start + dt.timedelta(30), "stats_entry_on": start + dt.timedelta(20), "evidence": "illustrative",
    }  # fmt: skip
