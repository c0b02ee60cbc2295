"""A slow, obvious second opinion on lights, watermelons and whom to ask: plain Python over plain rows."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Any

from data.city import rows
from tests.spec.second_opinion import has_started, planned, size

Row = dict[str, Any]
LIMIT = {row["name"]: float(row["value"]) for row in rows("thresholds.csv")}
SCORE = {row["rule"]: (float(row["base"]), float(row["each"])) for row in rows("scores.csv")}
WEIGHT = {row["size"]: float(row["weight"]) for row in rows("sizes.csv")}
LONG = 72  # months: longer than any project of these ledgers
ORDER = ("red", "yellow", "grey", "green")


def month_end(year: int, month: int) -> dt.date:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def same_day(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last one of a month that is too short."""
    end = month_end(day.year, day.month + months)
    return min(end, end.replace(day=min(day.day, end.day)))


def months_since(day: dt.date, as_of: dt.date) -> int:
    return sum(1 for n in range(1, LONG) if same_day(day, n) <= as_of) if day <= as_of else 0


def whole_months(first: dt.date, last: dt.date) -> int:
    """Months of work from the morning of the first day to the evening of the last."""
    return sum(1 for n in range(1, LONG) if last_day_of_work(first, n) <= last)


def last_day_of_work(first: dt.date, months: int) -> dt.date:
    if first.day == 1:
        return month_end(first.year, first.month + months - 1)
    end = month_end(first.year, first.month + months)
    return end.replace(day=min(first.day - 1, end.day))


def past(day: dt.date | None, as_of: dt.date) -> bool:
    return day is not None and day <= as_of


def start_months_late(row: Row) -> int | None:
    if row["year_status"] != "new_start" or has_started(row, row["as_of"]) or row["planned_start"] is None:
        return None
    first = row["planned_start"]
    ends = sum(1 for n in range(LONG) if month_end(first.year, first.month + n) <= row["as_of"])
    return ends - 1 if ends else None


def start_light(row: Row) -> str | None:
    if has_started(row, row["as_of"]):
        return "green"
    if row["year_status"] == "continued" or row["planned_start"] is None:
        return "grey"
    late = start_months_late(row)
    return None if late is None else "red" if late >= LIMIT["start_red_months"] else "yellow"


def planned_pct(row: Row, milestones: list[Row]) -> float | None:
    first, last, as_of = row["planned_start"], row["planned_finish"], row["as_of"]
    if first is None or last is None or last <= first:
        return None
    if milestones:
        due = [m["due_on"] for m in milestones if m["due_on"] <= as_of]
        found = 100 * (max(due) - first).days / (last - first).days if due else 0
    elif last <= as_of:
        found = 100
    else:
        found = 100 * whole_months(first, as_of) / max(whole_months(first, last), 1)
    return min(max(found, 0), 100)


def progress_light(row: Row, milestones: list[Row]) -> str | None:
    if past(row["actual_finish"], row["as_of"]):
        return "green"
    if not has_started(row, row["as_of"]):
        return None
    plan = planned_pct(row, milestones)
    if plan is None or row["progress_pct"] is None:
        return "grey"
    under = plan - row["progress_pct"]
    return ("red" if under > LIMIT["progress_red_points"] else
            "yellow" if under >= LIMIT["progress_yellow_points"] else "green")  # fmt: skip


def stats_months_late(row: Row) -> int | None:
    missing = has_started(row, row["as_of"]) and not past(row["stats_entry_on"], row["as_of"])
    return months_since(row["actual_start"], row["as_of"]) if missing and row["actual_start"] else None


def stats_light(row: Row) -> str | None:
    if past(row["stats_entry_on"], row["as_of"]):
        return "green"
    if not has_started(row, row["as_of"]):
        return None
    late = stats_months_late(row)
    if late is None:
        return "grey"
    return "red" if late >= LIMIT["stats_red_months"] else "yellow" if late >= LIMIT["stats_yellow_months"] else "green"


def days_overdue(as_of: dt.date, problems: list[Row]) -> list[int]:
    still_open = [p for p in problems if not past(p["resolved_on"], as_of) and p["due_on"]]
    return [(as_of - p["due_on"]).days for p in still_open if p["due_on"] < as_of and p["raised_on"] <= as_of]


def problems_light(row: Row, problems: list[Row]) -> str | None:
    raised = [p for p in problems if p["raised_on"] <= row["as_of"]]
    overdue = days_overdue(row["as_of"], problems)
    if overdue:
        return "red" if max(overdue) >= LIMIT["problem_red_days"] else "yellow"
    if any(p["due_on"] is None and not past(p["resolved_on"], row["as_of"]) for p in raised):
        return "grey"
    return "green" if raised else None


def blocking(row: Row, approvals: list[Row]) -> int:
    as_of = row["as_of"]
    if has_started(row, as_of) or not past(row["planned_start"], as_of):
        return 0
    return sum(1 for a in approvals if a["due_on"] <= as_of and not past(a["done_on"], as_of))


def lights(row: Row, of: dict[str, list[Row]]) -> dict[str, str | None]:
    """The five lights and the worst of them; `of` holds the project's own milestones, problems and approvals."""
    found = {
        "start_light": start_light(row),
        "progress_light": progress_light(row, of["milestones"]),
        "stats_light": stats_light(row),
        "problems_light": problems_light(row, of["problems"]),
        "approvals_light": "red" if blocking(row, of["approvals"]) else "green" if of["approvals"] else None,
    }
    return found | {"light": next((light for light in ORDER if light in found.values()), "grey")}


def evidence(row: Row, of: dict[str, list[Row]], second_before: Row | None) -> list[str]:
    """The pieces of evidence against the report of a project."""
    if row["self_status"] not in ("ahead", "normal"):
        return []
    now, as_of = row["progress_pct"], row["as_of"]
    begun = has_started(row, as_of)
    found = []
    then = second_before["progress_pct"] if second_before else None
    went_on = begun and second_before is not None and has_started(second_before, second_before["as_of"])
    if went_on and not past(row["actual_finish"], as_of) and None not in (now, then) and now <= then < 100:
        found.append("no_progress")
    if (stats_months_late(row) or 0) >= LIMIT["stats_red_months"]:
        found.append("no_stats_entry")
    if days_overdue(as_of, of["problems"]):
        found.append("overdue_problem")
    if begun and now is not None and row["total_done_wan"] is not None:
        spent = 100 * float(row["total_done_wan"]) / float(row["total_wan"])
        found += ["spending_apart"] if abs(spent - now) > LIMIT["spending_points"] else []
    return found


def gap(row: Row) -> float | None:
    """Points that the year's investment lies under the elapsed months, of a started project with a plan."""
    if not has_started(row, row["as_of"]) or not row["year_plan_wan"]:
        return None
    elapsed = sum(1 for month in range(1, 13) if month_end(row["as_of"].year, month) <= row["as_of"])
    return 100 * elapsed / 12 - 100 * float(row["year_done_wan"] or 0) / float(row["year_plan_wan"])


def days_missed(as_of: dt.date, milestones: list[Row]) -> list[int]:
    """By how many days each committed milestone is overdue that is not done."""
    owed = [m for m in milestones if m["is_commitment"] and not past(m["done_on"], as_of)]
    return [(as_of - m["due_on"]).days for m in owed if m["due_on"] < as_of]


def to_ask(row: Row, of: dict[str, list[Row]], second_before: Row | None) -> tuple[str, int, float, float] | None:
    """The rule that weighs most, how many rules select the project, the rule's amount, and the project's score."""
    late, overdue, under = start_months_late(row), days_overdue(row["as_of"], of["problems"]), gap(row)
    pieces = len(evidence(row, of, second_before))
    amounts: dict[str, float] = {"slipped_start": late} if late is not None else {}
    amounts |= {"overdue_problem": max(overdue)} if overdue else {}
    amounts |= {"approval_blocking": blocking(row, of["approvals"])} if blocking(row, of["approvals"]) else {}
    missed = days_missed(row["as_of"], of["milestones"])
    amounts |= {"promise_missed": max(missed)} if missed else {}
    amounts |= {"plan_gap": under} if under is not None and under > LIMIT["plan_gap_points"] else {}
    amounts |= {"watermelon": pieces} if pieces else {}
    if not amounts or not planned([row]):
        return None
    weight = WEIGHT.get(size(row) or "", 1)
    points = {rule: (SCORE[rule][0] + SCORE[rule][1] * amount) * weight for rule, amount in amounts.items()}
    most = min(points, key=lambda rule: (-points[rule], rule))
    return most, len(points), amounts[most], sum(points.values())
