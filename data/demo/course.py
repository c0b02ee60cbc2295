"""The course of every project of the plan: when it starts, resumes, slips and finishes, drawn once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import lru_cache
from random import Random
from typing import Any

from data.demo.plan import SLOW_COUNTY, Spec, plan
from data.demo.printed import count

SPRING_BATCH, SPRING_DAY = "2022-Q2", dt.date(2022, 4, 28)
# Starts besides the named projects and the September batch: the spring batch, then by month.
SPRING_COUNT = 36
STARTS = {2: 2, 3: 20, 4: 8, 5: 30, 6: 26, 7: 18, 8: 16, 9: 12}
RESUMPTIONS = {2: 8, 3: 46, 4: 34, 5: 12}
LATE_UNSTARTED = 30
SLOW_UNSTARTED = 21
SLIPPING = 40
FINISHING = 28
LISTED_LATER = 18
WORKING_MONTHS = 11  # winter stops the sites
WITHDRAWN_AFTER = dt.date(2022, 4, 30)


@dataclass
class Course:
    """One project's dates and pace. `pace` is the share of its year plan that it will reach by December."""

    spec: Spec
    planned_start: dt.date
    actual_start: dt.date | None
    resumed_on: dt.date | None
    planned_finish: dt.date
    actual_finish: dt.date | None = None
    slipped_on: dt.date | None = None
    slip_months: int = 0
    listed_on: dt.date = dt.date(2022, 1, 1)
    withdrawn_on: dt.date | None = None
    pace: float = 1.0
    batch_id: str | None = None
    done_before: float = 0.0
    year_plan: float = 0.0
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def is_named(self) -> bool:
        """Whether the city named it: such a project gets no invented trouble."""
        return bool(self.spec.get("is_named"))

    @property
    def works_from(self) -> dt.date | None:
        """The day from which work is done this year."""
        return self.resumed_on or self.actual_start


@lru_cache(maxsize=1)
def courses() -> tuple[Course, ...]:
    """The courses of the 500 projects, then those of two that were withdrawn in spring."""
    rng = Random(423)
    made = [_continued(rng, s) if s["year_status"] == "continued" else _new(rng, s) for s in plan()]
    _start(rng, [c for c in made if c.spec["year_status"] == "new_start"])
    _finish(rng, made)
    _slip(rng, made)
    _list_later(rng, made)
    for course in made:
        _money(rng, course)
    return (*made, *_withdrawn(rng))


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day some months later, at most the 28th."""
    index = day.year * 12 + day.month - 1 + months
    return dt.date(index // 12, index % 12 + 1, min(day.day, 28))


def _duration(rng: Random, spec: Spec) -> int:
    total = float(spec["total_wan"])
    return rng.randint(8, 14) if total < 10_000 else rng.randint(14, 30) if total < 100_000 else rng.randint(28, 54)


def _continued(rng: Random, spec: Spec) -> Course:
    year, month = rng.choices((2019, 2020, 2021), (8, 40, 52))[0], rng.randint(3, 11)
    if float(spec["total_wan"]) < 10_000:
        year, month = rng.choice(((2020, 10), (2021, rng.randint(3, 11)), (2021, rng.randint(4, 11))))
    start = dt.date(year, month, rng.randint(3, 27))
    finish = max(months_later(start, _duration(rng, spec)), dt.date(2022, rng.randint(6, 12), rng.randint(5, 28)))
    resumed = dt.date(2022, rng.choices(list(RESUMPTIONS), list(RESUMPTIONS.values()))[0], rng.randint(2, 27))
    return Course(spec, months_later(start, -rng.choice((0, 0, 0, 1))), start, resumed, finish)


def _new(rng: Random, spec: Spec) -> Course:
    start: dt.date | None = spec.get("start")
    planned = start or dt.date(2022, rng.randint(10, 12), rng.randint(5, 27))
    finish = spec.get("planned_finish") or months_later(planned, _duration(rng, spec))
    return Course(spec, planned, start, None, finish, batch_id=spec.get("batch_id"))


def _start(rng: Random, new: list[Course]) -> None:
    """Choose which new starts have started and when; the slow county starts least."""
    free = [c for c in new if c.actual_start is None]
    rng.shuffle(free)
    unstarted = len(new) - count("F20")
    waiting = [c for c in free if c.spec["county_code"] == SLOW_COUNTY][:SLOW_UNSTARTED]
    waiting += [c for c in free if c.spec["county_code"] != SLOW_COUNTY][: unstarted - len(waiting)]
    starting = [c for c in free if c not in waiting]
    days = [SPRING_DAY] * SPRING_COUNT
    days += [dt.date(2022, month, rng.randint(2, 27)) for month, number in STARTS.items() for _ in range(number)]
    for course, day in zip(starting, days, strict=True):
        course.actual_start = day
        course.batch_id = SPRING_BATCH if day == SPRING_DAY else None
        course.planned_start = day if course.batch_id else _planned_for(rng, day)
        course.planned_finish = months_later(course.planned_start, _duration(rng, course.spec))
    for course in waiting[:LATE_UNSTARTED]:
        course.planned_start = dt.date(2022, rng.randint(3, 8), rng.randint(5, 27))
        course.planned_finish = months_later(course.planned_start, _duration(rng, course.spec))
        course.extra["delay_reason"] = rng.choice(("land", "funding", "approval", "design", "market"))


def _planned_for(rng: Random, actual: dt.date) -> dt.date:
    """Most start in the planned month, some one to three months late, a few early."""
    late = rng.choices((0, 1, 2, 3, -1), (76, 10, 6, 3, 5))[0]
    day = actual if late == 0 else months_later(actual, -late)
    return max(day - dt.timedelta(rng.randint(0, min(day.day - 1, 9))), dt.date(2022, 2, 1))


def _finish(rng: Random, made: list[Course]) -> None:
    """Some continued projects finish before the end of September."""
    able = [c for c in made if c.resumed_on and not c.is_named and float(c.spec["total_wan"]) < 60_000]
    for course in rng.sample(able, FINISHING):
        course.actual_finish = dt.date(2022, rng.randint(6, 9), rng.randint(3, 28))
        course.planned_finish = course.actual_finish + dt.timedelta(rng.randint(-25, 40))


def _slip(rng: Random, made: list[Course]) -> None:
    """Some projects move their finish during the year, and say why."""
    able = [c for c in made if c.works_from and not c.is_named and not c.actual_finish and c.batch_id is None]
    for course in rng.sample(able, SLIPPING):
        course.slipped_on = dt.date(2022, rng.randint(4, 9), 15)
        course.slip_months = rng.randint(3, 8)
        course.extra["delay_reason"] = rng.choice(("land", "funding", "approval", "design", "weather", "contractor"))


def _list_later(rng: Random, made: list[Course]) -> None:
    """Some projects enter the plan after January; the plan reaches its printed number in July."""
    able = [
        c for c in made
        if c.spec["year_status"] == "new_start" and not c.is_named and "sponsor" not in c.spec and c.batch_id is None
        and (c.actual_start or c.planned_start) >= dt.date(2022, 8, 1) and c.planned_start >= dt.date(2022, 8, 1)
    ]  # fmt: skip
    for course in rng.sample(able, LISTED_LATER):
        course.listed_on = dt.date(2022, rng.randint(2, 7), 10)


def _money(rng: Random, course: Course) -> None:
    """What was done before the year, and what the year plans; giants do a small part each year."""
    total = float(course.spec["total_wan"])
    giant = total >= 1_000_000
    if course.resumed_on:
        course.done_before = round(total * rng.uniform(0.10, 0.20) if giant else total * rng.uniform(0.22, 0.62))
    rest = total - course.done_before
    begin = course.resumed_on or course.planned_start
    months = (course.planned_finish.year - 2022) * 12 + course.planned_finish.month - begin.month + 1
    active = WORKING_MONTHS - min(begin.month, 10) + 1
    share = 1.0 if course.planned_finish.year == 2022 else min(0.85, active / max(months, 1) * rng.uniform(0.8, 1.2))
    course.year_plan = round(rest * (rng.uniform(0.06, 0.12) if giant else share))
    course.pace = rng.uniform(0.55, 0.75) if course.slipped_on else min(1.0, rng.gauss(0.96, 0.06))
    if course.actual_finish:
        course.pace, course.year_plan = 1.0, rest


def _withdrawn(rng: Random) -> list[Course]:
    """Two small projects that were listed in January and taken off the plan in spring."""
    models = [s for s in plan() if s["total_wan"] < 5_000 and s["year_status"] == "new_start" and s["sector"] == "services"]
    made = []
    for i, model in enumerate(models[:2]):
        spec = {**model, "seq": 501 + i, "name": f"{model['name'].removesuffix('项目')}配套项目"}
        spec["project_id"] = f"{model['project_id'][:-6]}{501 + i:06d}"
        course = Course(spec, dt.date(2022, 9, 10), None, None, dt.date(2023, 8, 20), withdrawn_on=WITHDRAWN_AFTER)
        _money(rng, course)
        made.append(course)
    return made
