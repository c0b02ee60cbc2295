"""Milestones, approvals and problems of the projects: what was planned, done and stuck at a date."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

from data.demo.course import Course
from data.demo.names import LEAD_UNITS, MILESTONES, PROBLEMS
from data.demo.projects import listed, planned_finish

Row = dict[str, Any]
ELEMENTS = {
    "filing": ("市发展改革委", 150), "land": ("市自然资源局", 110), "planning": ("市自然资源局", 95),
    "environment": ("市生态环境局", 90), "energy_review": ("市发展改革委", 85), "finance": ("市金融发展局", 60),
    "power": ("供电公司", 45), "construction_permit": ("市住房城乡建设局", 25),
}  # fmt: skip
TROUBLED = 140


def milestone_rows(as_of: dt.date) -> list[Row]:
    """Six milestones for each project of 1亿元 and more, counted back from the planned finish."""
    return [row for course in _followed(as_of) for row in _milestones(course, as_of)]


def approval_rows(as_of: dt.date) -> list[Row]:
    """The approvals of the large new starts; a late start of a generated project is often stuck on one."""
    new = [course for course in _followed(as_of) if course.spec["year_status"] == "new_start"]
    return [row for course in new for row in _approvals(course, as_of)]


def problem_rows(as_of: dt.date) -> list[Row]:
    """Problems of generated projects, raised before the date; named projects have none."""
    able = [c for c in listed(dt.date(2022, 9, 30)) if not c.is_named]
    troubled = Random(77).sample(able, TROUBLED)
    there = {course.spec["project_id"] for course in listed(as_of)}
    rows = [_problem(number, course, as_of) for number, course in enumerate(troubled, 1)]
    return [row for row in rows if row["raised_on"] <= as_of and row["project_id"] in there]


def _followed(as_of: dt.date) -> list[Course]:
    return [course for course in listed(as_of) if course.spec["total_wan"] >= 10_000]


def _milestones(course: Course, as_of: dt.date) -> list[Row]:
    rng = Random(course.spec["seq"] + 1_000)
    start, finish = course.planned_start, planned_finish(course, as_of)
    works = (finish - start).days
    offsets = (-120, -30, 0, int(works * 0.45), int(works * 0.8), works)
    lateness = 0 if course.is_named else rng.choice((0, 0, 0, 12, 35)) + (60 if course.slipped_on else 0)
    rows = []
    for seq, (name, offset) in enumerate(zip(MILESTONES, offsets, strict=True), 1):
        due = start + dt.timedelta(offset)
        rows.append({
            "project_id": course.spec["project_id"], "seq": seq, "name": name, "due_on": due,
            "done_on": _done(course, seq, due, lateness, as_of), "owner_unit": course.spec["lead_unit"],
            "is_commitment": course.spec["sector"] == "energy" and seq in (3, 6), "evidence": "illustrative",
        })  # fmt: skip
    return rows


def _done(course: Course, seq: int, due: dt.date, lateness: int, as_of: dt.date) -> dt.date | None:
    """When a milestone was reached: the start when the works began, later ones only once they did."""
    started = course.actual_start
    if seq == 6:
        done = course.actual_finish
    elif seq == 3:
        done = started
    elif seq < 3:
        limit = started - dt.timedelta(3) if started else None
        done = min(due + dt.timedelta(lateness), limit) if limit else (due if seq == 1 else None)
    else:
        done = max(due + dt.timedelta(lateness), started + dt.timedelta(30)) if started else None
    return done if done and done <= as_of else None


def _approvals(course: Course, as_of: dt.date) -> list[Row]:
    rng = Random(course.spec["seq"] + 2_000)
    stuck_at = rng.choice(("land", "planning", "environment", "construction_permit")) if _is_stuck(course) else ""
    rows = []
    for element, (agency, days) in ELEMENTS.items():
        if element == "energy_review" and course.spec["sector"] not in ("energy", "industry"):
            continue
        due = course.planned_start - dt.timedelta(days)
        done: dt.date | None = due + dt.timedelta(rng.randint(-12, 6))
        if course.actual_start:
            done = min(done or due, course.actual_start - dt.timedelta(1))
        if element == stuck_at or (stuck_at and element == "construction_permit"):
            done = None
        rows.append({
            "project_id": course.spec["project_id"], "element": element, "due_on": due, "agency": agency,
            "done_on": done if done and done <= as_of else None, "evidence": "illustrative",
            "blocker": "要件待补正" if element == stuck_at and due <= as_of else None,
        })  # fmt: skip
    return rows


def _is_stuck(course: Course) -> bool:
    return course.actual_start is None and not course.is_named


def _problem(number: int, course: Course, as_of: dt.date) -> Row:
    rng = Random(number + 3_000)
    kind = rng.choice(tuple(PROBLEMS))
    raised = dt.date(2022, rng.randint(2, 9), rng.randint(2, 27))
    due = raised + dt.timedelta(rng.choice((14, 21, 30, 45)))
    resolved = due + dt.timedelta(rng.choices((rng.randint(-12, 0), rng.randint(1, 25), 9_999), (68, 18, 14))[0])
    resolved = max(resolved, raised)
    cleared = resolved <= as_of
    return {
        "problem_id": f"W2022-{number:03d}", "project_id": course.spec["project_id"], "raised_on": raised,
        "meeting_id": None, "kind": kind, "description": PROBLEMS[kind][0], "due_on": due,
        "owner_unit": LEAD_UNITS[course.spec["sector"]], "resolved_on": resolved if cleared else None,
        "resolution": PROBLEMS[kind][1] if cleared else None, "evidence": "illustrative",
    }  # fmt: skip


