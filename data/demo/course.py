"""The course of every project of the plan: when it starts, resumes, slips and finishes, drawn once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from data.city import city
from data.demo.pace import UNPACED, Pace, money
from data.demo.places import COUNTIES, SLOW_COUNTY
from data.demo.plan import DATES, Spec, plan
from data.demo.printed import count
from data.demo.trouble import finish, list_later, rolled_over_start, slip, stall

SPRING_BATCH, SPRING_DAY = "2022-Q2", dt.date(2022, 4, 28)
# Starts besides the named projects and the September batch: the spring batch, then by month.
SPRING_COUNT = 36
STARTS = {2: 2, 3: 21, 4: 10, 5: 30, 6: 26, 7: 18, 8: 13, 9: 12}
RESUMPTIONS = {2: 8, 3: 46, 4: 34, 5: 12}
SLOW_UNSTARTED = 21
OVERDUE_STARTS = 30
WITHDRAWN_ON = dt.date(2022, 4, 30)


@dataclass
class Course:
    """One project's dates and pace, as they turn out; a sheet shows what is known of them at its date."""

    spec: Spec
    planned_start: dt.date
    actual_start: dt.date | None
    resumed_on: dt.date | None
    planned_finish: dt.date
    batch_id: str | None = None
    actual_finish: dt.date | None = None
    slipped_on: dt.date | None = None
    slip_months: int = 0
    stalled_on: dt.date | None = None
    listed_on: dt.date = dt.date(2022, 1, 1)
    withdrawn_on: dt.date | None = None
    delay_reason: str | None = None
    pace: Pace = UNPACED

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
    made = [_continued(rng, dict(s)) if s["year_status"] == "continued" else _new(rng, dict(s)) for s in plan()]
    _start(rng, [course for course in made if course.spec["year_status"] == "new_start"])
    finish(rng, made)
    slip(rng, made)
    stall(rng, made)
    list_later(rng, made)
    made += _withdrawn(rng)
    for course in made:
        course.pace = money(rng, course)
        course.spec.setdefault("project_id", _project_id(rng, course))
    return tuple(made)


def listed(as_of: dt.date) -> list[Course]:
    """The courses that stand on the plan of 2022 at a date."""
    return [c for c in courses() if c.listed_on <= as_of and not (c.withdrawn_on and as_of > c.withdrawn_on)]


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day some months later, at most the 28th."""
    index = day.year * 12 + day.month - 1 + months
    return dt.date(index // 12, index % 12 + 1, min(day.day, 28))


def duration(rng: Random, spec: Spec) -> int:
    """Months of works, longer for more money."""
    total = float(spec["total_wan"])
    if total >= 1_000_000:
        return rng.randint(44, 72)
    return rng.randint(8, 14) if total < 10_000 else rng.randint(14, 30) if total < 100_000 else rng.randint(26, 48)


def _continued(rng: Random, spec: Spec) -> Course:
    start: dt.date = spec.get("start") or _earlier_start(rng, float(spec["total_wan"]))
    due = months_later(start, duration(rng, spec))
    earliest = dt.date(2023, 3, 28) if spec.get("is_named") else dt.date(2022, rng.randint(6, 12), rng.randint(5, 28))
    resumed = dt.date(2022, rng.choices(list(RESUMPTIONS), list(RESUMPTIONS.values()))[0], rng.randint(2, 27))
    planned = start if spec.get("is_named") else months_later(start, -rng.choice((0, 0, 0, 1)))
    return Course(spec, planned, start, resumed, max(due, earliest))


def _earlier_start(rng: Random, total_wan: float) -> dt.date:
    years, weights = ((2020, 2021), (18, 82)) if total_wan < 10_000 else ((2019, 2020, 2021), (8, 40, 52))
    year = rng.choices(years, weights)[0]
    return dt.date(
        year, rng.randint(9, 11) if total_wan < 10_000 and year == 2020 else rng.randint(3, 11), rng.randint(3, 27)
    )


def _new(rng: Random, spec: Spec) -> Course:
    start: dt.date | None = spec.get("start")
    planned = start or dt.date(2022, rng.randint(10, 12), rng.randint(5, 27))
    finish_on = spec.get("planned_finish") or months_later(planned, duration(rng, spec))
    return Course(spec, planned, start, None, finish_on, batch_id=spec.get("batch_id"))


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
        course.planned_finish = months_later(course.planned_start, duration(rng, course.spec))
    rng.shuffle(waiting)
    for course in waiting[:OVERDUE_STARTS]:
        course.planned_start = dt.date(2022, rng.randint(3, 8), rng.randint(5, 27))
        course.planned_finish = months_later(course.planned_start, duration(rng, course.spec))
        course.delay_reason = rng.choice(("land", "funding", "approval", "design", "market"))
    for course in new:
        rolled_over_start(rng, course)


def _planned_for(rng: Random, actual: dt.date) -> dt.date:
    """Most start in the planned month, some one to three months late, a few early."""
    late = rng.choices((0, 1, 2, 3, -1), (76, 10, 6, 3, 5))[0]
    day = actual if late == 0 else months_later(actual, -late)
    return max(day - dt.timedelta(rng.randint(0, min(day.day - 1, 9))), dt.date(2022, 2, 1))


def _withdrawn(rng: Random) -> list[Course]:
    """Two small projects that were listed in January and taken off the plan in spring."""
    small = [
        s for s in plan() if s["total_wan"] < 5_000 and s["year_status"] == "new_start" and s["sector"] == "services"
    ]
    made = []
    for seq, model in enumerate(small[:2], len(plan()) + 1):
        spec = {**model, "seq": seq, "name": f"{model['name'].removesuffix('项目')}配套项目", "is_rolled_over": False}
        made.append(Course(spec, dt.date(2022, 9, 10), None, None, dt.date(2023, 8, 20), withdrawn_on=WITHDRAWN_ON))
    return made


def _project_id(rng: Random, course: Course) -> str:
    """In the form of GB/T 40058: filed at its site, some months before the start was due and before it was listed."""
    spec = course.spec
    due = rng.randint(3, 12)
    filed = min(months_later(course.planned_start, -due), months_later(course.listed_on, -1))
    if spec.get("is_rolled_over"):
        filed = min(filed, dt.date(2021, rng.randint(1, 3), 1))
    site = spec["county_code"] if spec["county_code"] in COUNTIES else city().code
    kind = "02" if spec["nature"] == "retrofit" else "01"
    return f"{filed:%y%m}-{site}-04-{kind}-{spec['seq']:06d}"


def known(day: dt.date | None, as_of: dt.date) -> dt.date | None:
    """A date that a sheet of `as_of` can hold: what lies later isn't known yet."""
    return day if day is not None and day <= as_of else None


FIRST, LAST = DATES[1], DATES[-1]
