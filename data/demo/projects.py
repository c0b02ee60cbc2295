"""The projects sheet at a date: what was known then, and nothing later."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

from data.demo.course import WORKING_MONTHS, Course, courses, months_later

Row = dict[str, Any]
PLAN_YEAR = 2022


def project_rows(as_of: dt.date) -> list[Row]:
    """One row per project on the plan at that date of 2022."""
    return [_row(course, as_of) for course in listed(as_of)]


def listed(as_of: dt.date) -> list[Course]:
    """The courses that stand on the plan at a date."""
    return [
        c for c in courses() if c.listed_on <= as_of and not (c.withdrawn_on and as_of > c.withdrawn_on)
    ]  # fmt: skip


def s_curve(share: float) -> float:
    """Slow, fast, slow: 0 at 0, 1 at 1."""
    share = min(max(share, 0.0), 1.0)
    return share * share * (3 - 2 * share)


def year_position(day: dt.date) -> float:
    """A day as months of its year that have passed."""
    return day.month - 1 + day.day / 31


def year_done(course: Course, as_of: dt.date) -> int:
    """Investment done this year up to a date, in 万元: an S from the start of the works to December or the finish."""
    begin = course.works_from
    if begin is None or begin > as_of:
        return 0
    end = year_position(course.actual_finish) if course.actual_finish else WORKING_MONTHS + 0.2
    share = s_curve((year_position(as_of) - year_position(begin) + 0.4) / (end - year_position(begin) + 0.4))
    return int(course.year_plan * course.pace * (1.0 if as_of >= (course.actual_finish or dt.date.max) else share))


def _row(course: Course, as_of: dt.date) -> Row:
    spec, rng = course.spec, Random(course.spec["seq"])
    done = year_done(course, as_of)
    total_done = int(course.done_before) + done
    works = bool(course.works_from and course.works_from <= as_of)
    finished = course.actual_finish if course.actual_finish and course.actual_finish <= as_of else None
    row: Row = {
        key: spec.get(key)
        for key in ("project_id", "name", "county_code", "county_codes", "park", "sector", "energy_kind", "nature",
                    "year_status", "total_wan", "ownership", "sponsor", "sponsor_post", "lead_unit", "owner",
                    "capacity_mw", "output_capacity", "output_unit", "annual_output_wan", "annual_energy_mwh",
                    "coal_saved_t", "area_ha", "published_fields")
    }  # fmt: skip
    row |= {
        "plan_year": PLAN_YEAR,
        "year_plan_wan": int(course.year_plan),
        "year_done_wan": done,
        "total_done_wan": total_done,
        "planned_start": course.planned_start,
        "actual_start": course.actual_start if course.actual_start and course.actual_start <= as_of else None,
        "resumed_on": course.resumed_on if course.resumed_on and course.resumed_on <= as_of else None,
        "planned_finish": planned_finish(course, as_of),
        "actual_finish": finished,
        "stage": _stage(course, rng, works, bool(finished)),
        "batch_id": course.batch_id if works else None,
        "evidence": "illustrative",
        **_statistics(course, rng, as_of),
        **_funds(spec, rng, total_done),
        **_reported(course, rng, as_of, total_done, works),
    }
    return row


def planned_finish(course: Course, as_of: dt.date) -> dt.date:
    """The planned finish as it was known at a date: later once it has slipped."""
    slipped = course.slipped_on and course.slipped_on <= as_of
    return months_later(course.planned_finish, course.slip_months) if slipped else course.planned_finish


def _stage(course: Course, rng: Random, works: bool, finished: bool) -> str:
    if finished:
        return "completed"
    if works:
        return "paused" if course.slipped_on and rng.random() < 0.12 else "started"
    return "approved" if rng.random() < 0.7 else "planned"


def _statistics(course: Course, rng: Random, as_of: dt.date) -> Row:
    """Entry into the statistics: due a month after the start; most in time, some late, a few not at all."""
    start = course.actual_start
    if start is None or start > as_of:
        return {}
    due = months_later(start, 1)
    lag = rng.choices((rng.randint(8, 28), rng.randint(40, 75), 9_999), (86, 9, 5))[0]
    if course.is_named:
        lag = min(lag, 20)
    entered = start + dt.timedelta(lag)
    return {"stats_entry_due": due, "stats_entry_on": entered if entered <= as_of else None}


def _funds(spec: Row, rng: Random, total_done: int) -> Row:
    """Funds in place, somewhat ahead of the works, and where they came from."""
    total = float(spec["total_wan"])
    arrived = int(min(total, total_done * rng.uniform(1.02, 1.25) + total * rng.uniform(0.01, 0.05)))
    public = spec.get("ownership") == "state"
    parts = (rng.uniform(0.1, 0.3), rng.uniform(0.15, 0.35), rng.uniform(0.1, 0.3)) if public else (0, 0, rng.uniform(0.25, 0.5))
    central, bond, bank = (int(arrived * part) for part in parts)
    return {
        "funds_in_place_wan": arrived, "central_wan": central, "bond_wan": bond, "bank_wan": bank,
        "own_wan": arrived - central - bond - bank,
    }  # fmt: skip


def _reported(course: Course, rng: Random, as_of: dt.date, total_done: int, works: bool) -> Row:
    """The unit's own report: mostly honest, sometimes rosier than the evidence."""
    pct = round(min(100.0, 100 * total_done / float(course.spec["total_wan"]) * rng.uniform(0.94, 1.04)), 1)
    late_start = course.actual_start is None and course.planned_start < as_of and course.resumed_on is None
    slipped = bool(course.slipped_on and course.slipped_on <= as_of)
    rosy = rng.random() < 0.35
    status = "behind" if (late_start or slipped) and not rosy else rng.choices(("normal", "ahead"), (90, 10))[0]
    trouble = (late_start or slipped) and not course.is_named
    return {
        "progress_pct": pct if works else 0.0,
        "self_status": "normal" if course.is_named else status,
        "delay_reason": course.extra.get("delay_reason") if trouble else None,
    }
