"""Milestones of a project in the fields of OC4IDS: the dates that every project has, and those of the ledger."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from exports.oc4ids_measures import day
from words import Words


def milestones_of(row: Any, listed: Sequence[Any], words: Words) -> list[dict[str, Any]]:
    """Start, entry into the statistics and finish, then the milestones that the ledger lists."""
    return [*_own_milestones(row, words), *(_milestone(one) for one in listed)]


def _own_milestones(row: Any, words: Words) -> list[dict[str, Any]]:
    """The dates that every project has, planned and actual."""
    dates = (
        ("start", words("Start of works"), row.planned_start, row.actual_start),
        ("statistics", words("Entry into the statistics"), row.stats_entry_due, row.stats_entry_on),
        ("finish", words("Finish of works"), row.planned_finish, row.actual_finish),
    )
    return [
        {"id": name, "title": title, "dueDate": day(due), "dateMet": day(met := until(done, row.as_of)),
         "status": "met" if met else "notMet" if due and due < row.as_of else "scheduled"}
        for name, title, due, done in dates
        if due or done
    ]  # fmt: skip


def _milestone(row: Any) -> dict[str, Any]:
    return {"id": str(row.seq), "title": row.milestone, "dueDate": day(row.due_on), "dateMet": day(row.done_on),
            "status": row.milestone_state}  # fmt: skip


def until(done: dt.date | None, as_of: dt.date) -> dt.date | None:
    """What is dated after the as-of date hasn't happened yet."""
    return done if done and done <= as_of else None
