"""Milestones and approvals of the large projects: what was due, done and stuck at a date."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

from data.demo.course import LAST, Course, known, listed
from data.demo.last_year import AS_OF as LAST_YEAR
from data.demo.last_year import carried_over
from data.demo.names import MILESTONES, SPONSORED_MILESTONES
from data.demo.printed import LARGE_WAN
from data.demo.projects import planned_finish

Row = dict[str, Any]
# Element of the approvals → who grants it, and how many days before the start it is due.
ELEMENTS = {
    "filing": ("市发展改革委", 150), "land": ("市自然资源局", 110), "planning": ("市自然资源局", 95),
    "environment": ("市生态环境局", 90), "energy_review": ("市发展改革委", 85), "finance": ("市金融发展局", 60),
    "power": ("供电公司", 45), "construction_permit": ("市住房城乡建设局", 25),
}  # fmt: skip
REVIEWED_SECTORS = ("energy", "industry")
OFTEN_STUCK = {
    "land": "用地批复待取得",
    "planning": "规划许可要件待补正",
    "environment": "环评报告待修改",
    "finance": "贷款合同待签订",
}
COMMITTED = ("取得施工许可", "开工建设", "竣工验收")  # the letters of commitment of the new-energy projects
COMMITTED_KINDS = ("wind", "solar", "storage", "biomass")
FIRST_HALF = 0.45


def milestone_rows(as_of: dt.date) -> list[Row]:
    """Six milestones for each large project, eight for a sponsored one, counted back from the finish."""
    return [row for course in _followed(as_of) for row in _milestones(course, as_of)]


def approval_rows(as_of: dt.date) -> list[Row]:
    """The approvals of the large new starts; a late start of a generated project is often stuck on one."""
    new = [course for course in _followed(as_of) if course.spec["year_status"] == "new_start"]
    return [row for course in new for row in _approvals(course, as_of)]


def _followed(as_of: dt.date) -> list[Course]:
    there = carried_over() if as_of == LAST_YEAR else listed(as_of)
    return [course for course in there if course.spec["total_wan"] >= LARGE_WAN or course.is_named]


def _milestones(course: Course, as_of: dt.date) -> list[Row]:
    rng = Random(course.spec["seq"] + 1_000)
    lateness = 0 if course.is_named else rng.choice((0, 0, 0, 12, 35))
    places = SPONSORED_MILESTONES if "sponsor" in course.spec else MILESTONES
    return [
        {
            "project_id": course.spec["project_id"], "seq": seq, "name": name, "due_on": _due(course, at, as_of),
            "done_on": known(_done(course, at, lateness), as_of), "owner_unit": course.spec["lead_unit"],
            "is_commitment": name in COMMITTED and course.spec.get("energy_kind") in COMMITTED_KINDS,
            "evidence": "illustrative",
        }
        for seq, (name, at) in enumerate(places.items(), 1)
    ]  # fmt: skip


def _due(course: Course, at: float, as_of: dt.date) -> dt.date:
    """When a milestone is due: days ahead of the start, or a part of the works back from the finish.

    What was due before the finish moved keeps its date. How far a named project should be by now was not
    printed, so the milestones within its works are still to come.
    """
    if at < 0:
        return course.planned_start + dt.timedelta(at)
    if course.is_named and 0 < at < 1:
        return LAST + dt.timedelta(round((course.planned_finish - LAST).days * at))
    first = _back_from(course, course.planned_finish, at)
    if course.slipped_on and first > course.slipped_on:
        return _back_from(course, planned_finish(course, as_of), at)
    return first


def _back_from(course: Course, finish: dt.date, at: float) -> dt.date:
    return finish - dt.timedelta(round((finish - course.planned_start).days * (1 - at)))


def _done(course: Course, at: float, lateness: int) -> dt.date | None:
    """When a milestone was reached: the start when the works began, later ones only once they did."""
    started, due = course.actual_start, _due(course, at, course.planned_start)
    if at == 1:
        return course.actual_finish
    if at == 0:
        return started
    if at < 0:
        prepared = due + dt.timedelta(lateness)
        return min(prepared, started - dt.timedelta(3)) if started else (prepared if at <= -100 else None)
    if started is None or course.is_named:
        return due if started else None
    done = max(due + dt.timedelta(lateness), started + dt.timedelta(round(60 + 120 * at)))
    if course.actual_finish:
        return min(done, course.actual_finish)
    halted = min((day for day in (course.stalled_on, course.slipped_on) if day), default=None)
    return None if halted and done > halted else done


def _approvals(course: Course, as_of: dt.date) -> list[Row]:
    rng = Random(course.spec["seq"] + 2_000)
    stuck_at = _stuck_at(course, rng)
    rows = []
    for element, (agency, days) in ELEMENTS.items():
        late = rng.choice((-12, -5, 0, 0, 6)) if rng.random() < 0.9 else rng.randint(8, 30)
        if element == "energy_review" and course.spec["sector"] not in REVIEWED_SECTORS:
            continue
        due = course.planned_start - dt.timedelta(days)
        done: dt.date | None = due + dt.timedelta(min(late, 0) if course.is_named else late)
        if course.actual_start and done:
            done = min(done, course.actual_start - dt.timedelta(1))
        if element == stuck_at or (stuck_at and element == "construction_permit"):
            done = None
        rows.append({
            "project_id": course.spec["project_id"], "element": element, "due_on": due, "agency": agency,
            "done_on": known(done, as_of), "evidence": "illustrative",
            "blocker": OFTEN_STUCK[stuck_at] if element == stuck_at and due <= as_of else None,
        })  # fmt: skip
    return rows


def _stuck_at(course: Course, rng: Random) -> str:
    """The element that holds a start up; a start that is overdue is mostly stuck, one to come seldom."""
    element, chance = rng.choice(tuple(OFTEN_STUCK)), rng.random()
    is_stuck = course.actual_start is None and not course.is_named and chance < (0.85 if course.delay_reason else 0.2)
    return element if is_stuck else ""
