"""The projects sheet at a date of 2022: what was known then, and nothing later."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any, NamedTuple

from data.demo.course import Course, known, listed, months_later
from data.demo.names import DELAY_NOTES
from data.demo.pace import year_done

Row = dict[str, Any]
PLAN_YEAR = 2022
KEPT = (
    "project_id", "name", "county_code", "county_codes", "park", "sector", "energy_kind", "industry_code", "nature",
    "year_status", "total_wan", "ownership", "sponsor", "sponsor_post", "lead_unit", "owner", "capacity_mw",
    "output_capacity", "output_unit", "annual_output_wan", "annual_energy_mwh", "coal_saved_t", "area_ha",
)  # fmt: skip
NOTES = (
    (0.0, "前期手续办理中"),
    (0.01, "场地平整"),
    (15, "基础施工"),
    (35, "主体施工"),
    (75, "设备安装与收尾"),
    (100, "已竣工"),
)


class Habits(NamedTuple):
    """What is drawn once for a project, so that one month's sheet agrees with the next."""

    stats_lag: int | None  # days from the start to the entry; None: never entered
    is_rosy: bool  # reports all well when it isn't
    is_ahead: bool
    pauses: bool
    progress_bias: float  # physical progress ÷ money progress
    funds_lead: float
    funds_share: float
    public_parts: tuple[float, float, float]
    bank_part: float


def project_rows(as_of: dt.date) -> list[Row]:
    """One row per project on the plan at that date of 2022."""
    return [_row(course, as_of) for course in listed(as_of)]


def planned_finish(course: Course, as_of: dt.date) -> dt.date:
    """The planned finish as it was known at a date: later once it has slipped."""
    return (
        months_later(course.planned_finish, course.slip_months)
        if known(course.slipped_on, as_of)
        else course.planned_finish
    )


def habits(course: Course) -> Habits:
    """The habits of one project; a named one enters in time and reports what is."""
    rng = Random(course.spec["seq"])
    lag = rng.choices((rng.randint(8, 28), rng.randint(40, 75), None), (86, 9, 5))[0]
    biased = rng.random() < 0.04
    drawn = Habits(
        lag, rng.random() < 0.4, rng.random() < 0.1, rng.random() < 0.5,
        rng.choice((0.45, 1.6)) if biased else rng.uniform(0.94, 1.04), rng.uniform(1.02, 1.25),
        rng.uniform(0.01, 0.05), (rng.uniform(0.1, 0.3), rng.uniform(0.15, 0.35), rng.uniform(0.1, 0.3)),
        rng.uniform(0.25, 0.5),
    )  # fmt: skip
    return drawn._replace(stats_lag=15, is_ahead=False, pauses=False, progress_bias=1.0) if course.is_named else drawn


def published(spec: Row, row: Row) -> list[str] | None:
    """The printed columns of a row, those that it holds at its date."""
    return [name for name in spec.get("published_fields", ()) if row.get(name) is not None] or None


def funds(spec: Row, habit: Habits, total_done: int) -> Row:
    """Funds in place, somewhat ahead of the works, and where they came from."""
    total = float(spec["total_wan"])
    arrived = int(min(total, total_done * habit.funds_lead + total * habit.funds_share))
    parts = habit.public_parts if spec["ownership"] == "state" else (0.0, 0.0, habit.bank_part)
    central, bond, bank = (int(arrived * part) for part in parts)
    return {
        "funds_in_place_wan": arrived, "central_wan": central, "bond_wan": bond, "bank_wan": bank,
        "own_wan": arrived - central - bond - bank,
    }  # fmt: skip


def statistics(start: dt.date | None, habit: Habits, as_of: dt.date) -> Row:
    """Entry into the statistics: due a month after the start; most in time, some late, a few not at all."""
    if start is None or start > as_of:
        return {"stats_entry_due": None, "stats_entry_on": None}
    entered = None if habit.stats_lag is None else start + dt.timedelta(habit.stats_lag)
    return {"stats_entry_due": months_later(start, 1), "stats_entry_on": known(entered, as_of)}


def _row(course: Course, as_of: dt.date) -> Row:
    spec, habit = course.spec, habits(course)
    done = year_done(course, as_of)
    total_done = course.pace.done_before + done
    works = known(course.works_from, as_of) is not None
    row: Row = {name: spec.get(name) for name in KEPT} | {
        "plan_year": PLAN_YEAR,
        "year_plan_wan": course.pace.year_plan,
        "year_done_wan": done,
        "total_done_wan": total_done,
        "planned_start": course.planned_start,
        "actual_start": known(course.actual_start, as_of),
        "resumed_on": known(course.resumed_on, as_of),
        "planned_finish": planned_finish(course, as_of),
        "actual_finish": known(course.actual_finish, as_of),
        "stage": _stage(course, habit, as_of, works),
        "batch_id": course.batch_id if works else None,
        "evidence": "illustrative",
        **statistics(course.actual_start, habit, as_of),
        **funds(spec, habit, total_done),
        **_reported(course, habit, as_of, total_done),
    }
    return row | {"published_fields": published(spec, row)}


def _stage(course: Course, habit: Habits, as_of: dt.date, works: bool) -> str:
    if known(course.actual_finish, as_of):
        return "completed"
    if works or (course.actual_start and course.actual_start.year < PLAN_YEAR):
        return "paused" if known(course.stalled_on, as_of) and habit.pauses else "started"
    return "approved" if course.spec["seq"] % 3 else "planned"


def _reported(course: Course, habit: Habits, as_of: dt.date, total_done: int) -> Row:
    """The unit's own report: mostly honest, sometimes rosier than the evidence."""
    share = 100 * total_done / float(course.spec["total_wan"])
    pct = 100.0 if known(course.actual_finish, as_of) else round(min(99.0, share * habit.progress_bias), 1)
    late_start = known(course.actual_start, as_of) is None and course.planned_start < as_of
    in_trouble = bool(late_start or known(course.slipped_on, as_of) or known(course.stalled_on, as_of))
    trouble = course.delay_reason if in_trouble and not course.is_named and not habit.is_rosy else None
    status = "ahead" if habit.is_ahead and known(course.works_from, as_of) else "normal"
    reached = max(pct, NOTES[1][0]) if known(course.works_from, as_of) else pct
    note = next(text for least, text in reversed(NOTES) if reached >= least)
    return {
        "progress_pct": pct,
        "progress_note": note,
        "self_status": "behind" if trouble else status,
        "delay_reason": trouble,
        "delay_note": DELAY_NOTES[trouble] if trouble else None,
    }
