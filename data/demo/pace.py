"""How much money a project takes and when: an S from the start of its works to its finish."""

from __future__ import annotations

import calendar
import datetime as dt
from random import Random
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from data.demo.course import Course

SEASON_END = 11.3  # winter stops the sites: little is done after the first days of December
GIANT_WAN = 1_000_000
EAGER = 0.8  # below 1 the S rises a little earlier


class Pace(NamedTuple):
    """Investment before the year, planned for it, and done by its end if nothing stops the works, in 万元."""

    done_before: int
    year_plan: int
    year_done: int


UNPACED = Pace(0, 0, 0)


def money(rng: Random, course: Course) -> Pace:
    """What was done before the year, what the year plans and reaches; giants do a small part each year."""
    total = int(course.spec["total_wan"])
    giant = total >= GIANT_WAN
    before = 0
    if course.resumed_on:
        before = round(total * (rng.uniform(0.10, 0.20) if giant else rng.uniform(0.22, 0.62)))
    rest = total - before
    if course.actual_finish:
        return Pace(before, round(rest * rng.uniform(0.94, 1)), rest)
    planned = round(rest * (rng.uniform(0.06, 0.12) if giant else _share(rng, course)))
    reached = rng.uniform(0.55, 0.75) if course.slipped_on else rng.gauss(0.96, 0.07)
    return Pace(before, planned, min(rest, round(planned * min(reached, 1.12))))


def _share(rng: Random, course: Course) -> float:
    """The part of what is left that this year takes: all of it when the finish is due this year."""
    begin = course.resumed_on or course.planned_start
    months = (course.planned_finish.year - 2022) * 12 + course.planned_finish.month - begin.month + 1
    if course.planned_finish.year == 2022:
        return 1.0
    active = round(SEASON_END) - min(begin.month, 10) + 1
    return min(0.85, active / max(months, 1) * rng.uniform(0.8, 1.2))


def year_done(course: Course, as_of: dt.date) -> int:
    """Investment done this year up to a date, in 万元; what has stalled stays where it was."""
    begin = course.works_from
    if begin is None or begin > as_of:
        return 0
    if course.actual_finish and as_of >= course.actual_finish:
        return course.pace.year_done
    day = min(as_of, course.stalled_on) if course.stalled_on else as_of
    first, last = position(begin), position(course.actual_finish) if course.actual_finish else SEASON_END
    return int(course.pace.year_done * s_curve((position(day) - first) / (last - first)))


def s_curve(share: float) -> float:
    """Slow, fast, slow: 0 at 0, 1 at 1."""
    share = min(max(share, 0.0), 1.0) ** EAGER
    return share * share * (3 - 2 * share)


def position(day: dt.date) -> float:
    """A day as months of its year that have passed; the last day of September is 9."""
    return day.month - 1 + day.day / calendar.monthrange(day.year, day.month)[1]
