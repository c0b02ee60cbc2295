"""What doesn't go as planned: late finishes, slips, stalls, late listings. Projects that the city named have none."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.demo.course import Course

FINISHING = 44
OVERDUE_FINISHES = 9
SLIPPING = 38
STALLED = 9
LISTED_LATER = 18


def finish(rng: Random, made: list[Course]) -> None:
    """Some continued projects finish by the end of September; few of those due then don't."""
    able = [c for c in made if c.resumed_on and not c.is_named and float(c.spec["total_wan"]) < 100_000]
    able.sort(key=lambda c: (c.planned_finish > dt.date(2022, 9, 30), rng.random()))
    for course in able[:FINISHING]:
        course.actual_finish = dt.date(2022, rng.choices((6, 7, 8, 9), (20, 20, 25, 35))[0], rng.randint(3, 28))
        course.planned_finish = course.actual_finish + dt.timedelta(rng.randint(-25, 40))
    overdue = [c for c in made if c.resumed_on and not c.actual_finish and c.planned_finish <= dt.date(2022, 9, 30)]
    for course in overdue[OVERDUE_FINISHES:]:
        course.planned_finish = dt.date(2022, rng.randint(10, 12), rng.randint(5, 28))


def slip(rng: Random, made: list[Course]) -> None:
    """Some projects move their finish during the year, and say why."""
    able = [c for c in _working(made) if c.batch_id is None]
    for course in rng.sample(able, SLIPPING):
        course.slipped_on = dt.date(2022, rng.randint(4, 9), 15)
        course.slip_months = rng.randint(3, 8)
        course.delay_reason = rng.choice(("land", "funding", "approval", "design", "weather", "contractor"))


def stall(rng: Random, made: list[Course]) -> None:
    """A few sites stand still for the last months, whatever their reports say."""
    able = [c for c in _working(made) if not c.slipped_on and c.works_from and c.works_from < dt.date(2022, 5, 1)]
    for course in rng.sample(able, STALLED):
        course.stalled_on = dt.date(2022, rng.randint(5, 7), 20)
        course.delay_reason = rng.choice(("funding", "market", "contractor"))


def list_later(rng: Random, made: list[Course]) -> None:
    """Some projects enter the plan after January; the plan reaches its printed number in July."""
    able = [
        c for c in made
        if c.spec["year_status"] == "new_start" and not c.is_named and "sponsor" not in c.spec and c.batch_id is None
        and not c.spec.get("is_rolled_over") and c.planned_start >= dt.date(2022, 8, 1)
        and (c.actual_start is None or c.actual_start >= dt.date(2022, 8, 1))
    ]  # fmt: skip
    for course in rng.sample(able, LISTED_LATER):
        course.listed_on = dt.date(2022, rng.randint(2, 7), 10)


def rolled_over_start(rng: Random, course: Course) -> None:
    """What should have started the year before is planned for spring, and a late start of it has a reason."""
    if course.spec.get("is_rolled_over") and course.actual_start is None and course.planned_start.month > 9:
        course.planned_start = dt.date(2022, rng.randint(5, 8), rng.randint(5, 27))
        course.delay_reason = rng.choice(("land", "funding", "approval"))


def _working(made: list[Course]) -> list[Course]:
    return [c for c in made if c.works_from and not c.is_named and not c.actual_finish]
