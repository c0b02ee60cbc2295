"""The lights in words: a shape and a word for each, and the reasons of a project's lights."""

from __future__ import annotations

from typing import Any

from charts.lights import LIGHTS as LIGHTS
from data.city import rows
from words import Words


def light_text(code: str | None, words: Words) -> str:
    """A light as its shape and its word, so that it never speaks by colour alone; empty where none applies."""
    if code is None:
        return ""
    shape, word = LIGHTS[code]
    return f"{shape} {words(word)}"


def rules(words: Words) -> list[str]:
    """The rules of the lights with their thresholds, one sentence each."""
    return [
        f"{row[words.language]}{words.wrapped(row['value'])}"
        for row in rows("thresholds.csv")
        if row["name"].split("_")[0] in ("start", "progress", "stats", "problem")
    ]


def reasons(row: Any, words: Words) -> list[str]:
    """Why a project has its lights: one sentence for each that is not green. `row` has the columns of the view."""
    return [said for said in reasons_by_light(row, words).values() if said]


def reasons_by_light(row: Any, words: Words) -> dict[str, str]:
    """The reason of each light, empty for one that is green."""
    return {
        "start": _start(row, words),
        "progress": _progress(row, words),
        "stats": _stats(row, words),
        "problems": _problems(row, words),
        "approvals": _approvals(row, words),
    }


def _start(row: Any, words: Words) -> str:
    if row.start_light == "grey":
        return words("not resumed this year, or no planned start")
    if row.start_months_late is None or row.start_light == "green":
        return ""
    if row.start_months_late == 0:
        return words("not started, and the planned month is over")
    return words("not started {months} months after the planned one", months=words.number(row.start_months_late))


def _progress(row: Any, words: Words) -> str:
    if row.progress_light == "grey":
        return words("progress is not reported, or not planned")
    if row.progress_light not in ("yellow", "red"):
        return ""
    return words(
        "progress {points} points under the plan of {planned}",
        points=words.number(row.progress_points_under, 1), planned=words.percent(row.planned_pct),
    )  # fmt: skip


def _stats(row: Any, words: Words) -> str:
    if row.stats_light == "grey":
        return words("not entered in the statistics, and the start has no date")
    if row.stats_light not in ("yellow", "red"):
        return ""
    months = words.number(row.stats_months_late)
    return words("not entered in the statistics {months} months after the start", months=months)


def _problems(row: Any, words: Words) -> str:
    if row.problems_light == "grey":
        return words("an open problem has no date by which it must be cleared")
    if not row.problems_overdue:
        return ""
    return words(
        "overdue problems: {count}, the oldest for {days} days",
        count=words.number(row.problems_overdue), days=words.number(row.problem_days_overdue),
    )  # fmt: skip


def _approvals(row: Any, words: Words) -> str:
    if not row.approvals_blocking:
        return ""
    return words("{count} approvals in the way of a due start", count=words.number(row.approvals_blocking))
