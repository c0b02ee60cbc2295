"""The end of 2021: the projects carried over into 2022, those not started in time, and those that ended."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from random import Random
from typing import Any

from data.demo.amounts import amount_between
from data.demo.course import Course, courses, months_later
from data.demo.places import COUNTIES, describe
from data.demo.printed import LARGE_WAN, count
from data.demo.projects import KEPT, funds, habits, published, statistics

Row = dict[str, Any]
PLAN_YEAR = 2021
AS_OF = dt.date(2021, 12, 31)
ENDED_SMALL = 135
# Projects of 1亿元 and more at the end of 2021, such that the printed changes of the shares come out.
LARGE_ENERGY, LARGE_INDUSTRY = 16, 42
OTHER_SECTORS = ("services", "infrastructure", "livelihood", "agriculture")
SECTORS = ("energy", "industry", *OTHER_SECTORS)
ENDED_NEW = 0.3
FIRST_NUMBER = 601
ONLY_2022 = ("sponsor", "sponsor_post")


@lru_cache(maxsize=1)
def last_year_rows() -> tuple[Row, ...]:
    """The projects sheet at the end of 2021."""
    carried = [_carried(course) for course in carried_over()]
    waiting = [_waiting(course) for course in courses() if course.spec.get("is_rolled_over")]
    return (*carried, *waiting, *_ended(Random(203), [*carried, *waiting]))


def carried_over() -> list[Course]:
    """The courses of the projects that were under construction then and go on in 2022."""
    return [course for course in courses() if course.resumed_on]


def _carried(course: Course) -> Row:
    rng = Random(course.spec["seq"] + 7)
    start = course.actual_start or AS_OF
    new = start.year == PLAN_YEAR
    done = course.pace.done_before
    return _row(course, done, round(done * (1.0 if new else rng.uniform(0.4, 0.7))), rng) | {
        "year_status": "new_start" if new else "continued",
        "resumed_on": None if new else dt.date(PLAN_YEAR, rng.choice((3, 3, 4)), rng.randint(2, 27)),
    }  # fmt: skip


def _waiting(course: Course) -> Row:
    """A new start of 2021 that has not begun: it stands in the plan of 2022 again."""
    rng = Random(course.spec["seq"] + 7)
    planned = dt.date(PLAN_YEAR, rng.randint(8, 12), rng.randint(2, 20))
    year_plan = int(float(course.spec["total_wan"]) * rng.uniform(0.05, 0.2))
    return _row(course, 0, 0, rng) | {
        "planned_start": planned, "actual_start": None, "year_plan_wan": year_plan, "stage": "approved",
        "planned_finish": months_later(planned, 18), "self_status": "behind", "delay_reason": course.delay_reason,
        "stats_entry_due": None, "stats_entry_on": None,
    }  # fmt: skip


def _ended(rng: Random, others: list[Row]) -> list[Row]:
    """Projects that were finished in 2021, as many and as large as the printed comparison needs."""
    large = [row for row in others if row["total_wan"] >= LARGE_WAN]
    sectors = [
        sector
        for sector, wanted in (("energy", LARGE_ENERGY), ("industry", LARGE_INDUSTRY))
        for _ in range(wanted - sum(row["sector"] == sector for row in large))
    ]
    sectors += [rng.choice(OTHER_SECTORS) for _ in range(count("F27") - len(large) - len(sectors))]
    specs: list[Row] = [{"sector": sector, "total_wan": amount_between(rng, 10_200, 52_000)} for sector in sectors]
    specs += [{"sector": rng.choice(SECTORS), "total_wan": amount_between(rng, 520, 9_400)} for _ in range(ENDED_SMALL)]
    for spec in specs:
        spec["year_status"] = "new_start" if spec["total_wan"] < LARGE_WAN and rng.random() < ENDED_NEW else "continued"
        spec["county_code"] = rng.choices(list(COUNTIES), list(COUNTIES.values()))[0]
    describe(rng, specs, {course.spec["name"] for course in courses()}, FIRST_NUMBER)
    return [_finished(rng, spec) for spec in specs]


def _finished(rng: Random, spec: Row) -> Row:
    new = spec["year_status"] == "new_start"
    start = (
        dt.date(2021, rng.randint(3, 4), rng.randint(3, 27))
        if new
        else dt.date(2020, rng.randint(3, 9), rng.randint(3, 27))
    )
    finish = dt.date(2021, rng.randint(9, 12), rng.randint(3, 28))
    filed = months_later(start, -rng.randint(3, 10))
    spec["project_id"] = f"{filed:%y%m}-{spec['county_code']}-04-01-{spec['seq']:06d}"
    total = int(spec["total_wan"])
    course = Course(spec, start, start, None, finish, actual_finish=finish)
    return _row(course, total, total if new else round(total * rng.uniform(0.35, 0.6)), rng) | {
        "resumed_on": None if new else dt.date(PLAN_YEAR, rng.choice((3, 3, 4)), rng.randint(2, 27)),
        "actual_finish": finish, "stage": "completed", "progress_note": "已竣工",
    }  # fmt: skip


def _row(course: Course, total_done: int, year_done: int, rng: Random) -> Row:
    spec, habit = course.spec, habits(course)
    row = {name: spec.get(name) for name in KEPT if name not in ONLY_2022} | {
        "plan_year": PLAN_YEAR, "planned_start": course.planned_start, "actual_start": course.actual_start,
        "planned_finish": course.planned_finish, "actual_finish": None, "stage": "started",
        "self_status": "ahead" if habit.is_ahead else "normal",
        "year_plan_wan": min(int(year_done * rng.uniform(0.96, 1.08)), int(spec["total_wan"])),
        "year_done_wan": year_done,
        "total_done_wan": total_done, "progress_pct": round(100 * total_done / float(spec["total_wan"]), 1),
        "evidence": "illustrative",
        **statistics(course.actual_start, habit, AS_OF), **funds(spec, habit, total_done),
    }  # fmt: skip
    return row | {"published_fields": published(spec, row)}
