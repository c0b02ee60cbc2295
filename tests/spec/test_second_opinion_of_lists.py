"""SQL and plain Python agree on problems, approvals, meetings, slow projects and watermelons, over random ledgers."""

import datetime as dt
from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.spec import second_opinion_lists as opinions
from tests.spec.random_ledgers import COUNTIES, SHEETS, SIZES, empty_engine, ledgers, load, of_project
from tests.spec.second_opinion import chosen, planned
from tests.spec.second_opinion_lights import blocking, evidence
from tests.spec.test_second_opinion_of_lights import PIECES, two_before

LEDGERS = settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
filters = st.fixed_dictionaries({
    "counties": st.sampled_from([None, None, COUNTIES[:2], ("multi", "211400")]),
    "sizes": st.sampled_from([None, None, None, SIZES[:2]]),
    "sectors": st.sampled_from([None, None, None, ("energy",)]),
})  # fmt: skip
# Problems and approvals of the projects that the last date has, days before or after it, where the rules have their edges.
days = st.sampled_from([-91, -61, -60, -31, -16, -15, -1, -1, 0, 0, 1])
problem = st.fixed_dictionaries({
    "raised_on": days, "due_on": st.one_of(st.none(), days), "resolved_on": st.one_of(st.none(), days),
    "meeting_id": st.sampled_from([None, "M1", "M2"]),
})  # fmt: skip
approval = st.fixed_dictionaries({
    "element": st.sampled_from(["filing", "land"]), "due_on": days, "done_on": st.one_of(st.none(), days),
})  # fmt: skip
problems_of_last = st.lists(problem, max_size=10)
approvals_of_last = st.lists(approval, max_size=10)
# Courses of started projects over the snapshots of a half-year: listed or not, reported or not, slow or not.
MONTHS = tuple(dt.date(2022, month, 30) for month in (4, 5, 6, 7, 8, 9))
progress = st.lists(
    st.sampled_from(["not listed", None, 0.0, 20.0, 40.0, 45.0, 55.0, 90.0]), min_size=len(MONTHS), max_size=len(MONTHS)
)
courses = st.dictionaries(st.sampled_from("ABCD"), progress, min_size=1)


def with_more(rows, dates, sheet, drawn):
    """The rows of the ledger with these besides, spread over the projects that the last date has."""
    last = dates[2]
    there = [row["project_id"] for row in rows["projects"] if row["as_of"] == last]
    more = []
    for place, row in enumerate(drawn if there else []):
        placed = {name: last + dt.timedelta(value) if isinstance(value, int) else value for name, value in row.items()}
        more.append(placed | {"as_of": last, "project_id": there[place % len(there)]})
        if sheet == "problems":
            more[-1]["problem_id"] = f"N{place}"
    return rows | {sheet: rows[sheet] + more}


@pytest.fixture(scope="module")
def engine():
    return empty_engine()


def narrowed(rows, day, given):
    """The chosen projects of the date, and what belongs to those of them that are in the plan."""
    projects = chosen([row for row in rows["projects"] if row["as_of"] == day], given)
    sheets = {name: [row for row in rows[name] if row["as_of"] == day] for name in ("problems", "approvals")}
    return projects, *(opinions.in_plan(sheets[name], projects) for name in ("problems", "approvals"))


def asked(given):
    return {name: None if values is None else list(values) for name, values in given.items()}


@LEDGERS
@given(ledger=ledgers(), more=problems_of_last, given=filters)
def test_open_overdue_and_ageing_have_the_same_second_opinion(engine, ledger, more, given):
    dates, rows = ledger[0], with_more(ledger[1], ledger[0], "problems", more)
    load(engine, dates, rows)
    for day in dates:
        _, problems, _ = narrowed(rows, day, given)
        listed = engine.ask("problem_list", as_of=day, **asked(given))
        assert {row.problem_id: (row.days_open, row.overdue_days) for row in listed} == opinions.problem_list(
            problems, day
        )
        late = [row.overdue_days for row in listed if row.overdue_days is not None]
        assert late == sorted(late, reverse=True)
        assert [row.overdue_days for row in listed[: len(late)]] == late
        bands = engine.ask("problem_ageing", as_of=day, **asked(given))
        assert [row[2:] for row in bands] == opinions.ageing(problems, day)
        months = engine.ask("problems_by_month", as_of=day, **asked(given))
        assert [row[2:] for row in months] == opinions.by_month(problems, day)
        assert months[day.month - 1].still_open == len(listed)


@LEDGERS
@given(ledger=ledgers(), more=problems_of_last, given=filters)
def test_the_outcomes_of_meetings_have_the_same_second_opinion(engine, ledger, more, given):
    dates, rows = ledger[0], with_more(ledger[1], ledger[0], "problems", more)
    load(engine, dates, rows)
    for day in dates:
        _, problems, _ = narrowed(rows, day, given)
        meetings = [row for row in rows["meetings"] if row["as_of"] == day]
        found = engine.ask("meeting_outcomes", as_of=day, **asked(given))
        assert {row.meeting_id: row[6:] for row in found} == opinions.outcomes(meetings, problems, day)
        assert [row.held_on for row in found] == sorted((row.held_on for row in found), reverse=True)


@LEDGERS
@given(ledger=ledgers(), more=approvals_of_last, given=filters)
def test_approvals_have_the_same_second_opinion(engine, ledger, more, given):
    dates, rows = ledger[0], with_more(ledger[1], ledger[0], "approvals", more)
    load(engine, dates, rows)
    for day in dates:
        projects, _, approvals = narrowed(rows, day, given)
        rate = engine.ask("approvals_rate", as_ofs=[day], **asked(given))
        granted, due = opinions.granted_of_due(approvals, day)
        assert [row[1:] for row in rate] == ([(granted, due, 100 * granted / due)] if due else [])
        found = {row.element: row[1:3] for row in engine.ask("approvals_by_element", as_of=day, **asked(given))}
        assert found == {
            element: opinions.granted_of_due([a for a in approvals if a["element"] == element], day)
            for element in {a["element"] for a in approvals}
        }
        matrix = engine.ask("approvals_matrix", as_of=day, **asked(given))
        expected, held_up = Counter(), {}
        for project in planned(projects):
            own = [a for a in approvals if a["project_id"] == project["project_id"]]
            states = [opinions.approval_state(a, project) for a in own]
            if set(states) - {"granted"}:
                expected.update((project["project_id"], a["element"], s) for a, s in zip(own, states, strict=True))
                held_up[project["project_id"]] = blocking(project, own)
        assert Counter((row.project_id, row.element, row.approval_state) for row in matrix) == expected
        found = Counter(row.project_id for row in matrix if row.approval_state == "blocking")
        assert {key: found[key] for key in held_up} == held_up
        order = [held_up[row.project_id] for row in matrix]
        assert order == sorted(order, reverse=True)


@LEDGERS
@given(ledger=ledgers(), given=filters)
def test_slow_projects_have_the_same_second_opinion(engine, ledger, given):
    compare_slow(engine, *ledger, given)


@LEDGERS
@given(courses=courses)
def test_how_long_a_project_has_been_slow_has_the_same_second_opinion(engine, courses):
    """Planned from January to December, so that 45 % is slow from July and 20 % from May."""
    projects = [
        BLANK | {"as_of": day, "project_id": key, "name": key, "progress_pct": points}
        for key, course in courses.items()
        for day, points in zip(MONTHS, course, strict=True)
        if points != "not listed"
    ]
    compare_slow(engine, MONTHS, {name: [] for name in SHEETS} | {"projects": projects}, {})


BLANK = {
    "plan_year": 2022, "year_status": "new_start", "county_code": "211402", "sector": "industry",
    "total_wan": Decimal(1_000), "planned_start": dt.date(2022, 1, 1), "actual_start": dt.date(2022, 1, 1),
    "planned_finish": dt.date(2022, 12, 31), "actual_finish": None, "resumed_on": None,
}  # fmt: skip


def compare_slow(engine, dates, rows, given):
    """Who is slow at each date, and since when, by both."""
    load(engine, dates, rows)
    for place, day in enumerate(dates):
        expected = {}
        for project in planned(narrowed(rows, day, given)[0]):
            before = dates[: place + 1]
            late = opinions.slow([course_at(rows, project["project_id"], then) for then in before], list(before))
            if late:
                expected[project["project_id"]] = late
        found = engine.ask("slow_projects", as_of=day, **asked(given))
        assert {row.project_id: (row.light, row.slow_since, row.slow_days) for row in found} == expected
        assert [row.light for row in found] == sorted(row.light for row in found)


def course_at(rows, key, day):
    """A project with its milestones at a date; None and none where it isn't listed."""
    there = [row for row in rows["projects"] if row["project_id"] == key and row["as_of"] == day]
    return (there[0], of_project(rows, there[0])["milestones"]) if there else (None, [])


@LEDGERS
@given(ledger=ledgers(), more=problems_of_last, given=filters)
def test_watermelons_have_the_same_second_opinion(engine, ledger, more, given):
    dates, rows = ledger[0], with_more(ledger[1], ledger[0], "problems", more)
    load(engine, dates, rows)
    expected = {}
    for project in planned(narrowed(rows, dates[2], given)[0]):
        against = evidence(project, of_project(rows, project), two_before(rows["projects"], dates, project))
        if against:
            expected[project["project_id"]] = against
    found = engine.ask("watermelon_list", as_of=dates[2], **asked(given))
    assert {row.project_id: [piece for piece in PIECES if getattr(row, piece)] for row in found} == expected
    assert [row.pieces for row in found] == sorted((len(pieces) for pieces in expected.values()), reverse=True)
