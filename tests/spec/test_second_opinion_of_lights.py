"""SQL and plain Python agree on lights, watermelons and whom to ask, over random ledgers of three dates."""

from collections import namedtuple

import pytest
from hypothesis import HealthCheck, given, settings

from report.lights import reasons
from tests.spec import second_opinion_lights as opinions
from tests.spec.random_ledgers import empty_engine, ledgers, load, of_project
from words import Words

LEDGERS = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
FEWER = settings(LEDGERS, max_examples=40)
LIGHTS = ("start_light", "progress_light", "stats_light", "problems_light", "approvals_light", "light")
PIECES = ("no_progress", "no_stats_entry", "overdue_problem", "spending_apart")


@pytest.fixture(scope="module")
def engine():
    return empty_engine()


def view(engine, name):
    """The rows of a view by date and project."""
    cursor = engine.cursor().execute(f"select * from {name}")
    names = [column[0] for column in cursor.description]
    found = [dict(zip(names, cells, strict=True)) for cells in cursor.fetchall()]
    return {(row["as_of"], row["project_id"]): row for row in found}


@LEDGERS
@given(ledger=ledgers())
def test_every_light_has_the_same_second_opinion(engine, ledger):
    dates, rows = ledger
    load(engine, dates, rows)
    found = view(engine, "lights")
    assert len(found) == len(rows["projects"])
    for row in rows["projects"]:
        own = of_project(rows, row)
        answered = found[row["as_of"], row["project_id"]]
        assert {name: answered[name] for name in LIGHTS} == opinions.lights(row, own)
        assert answered["planned_pct"] == opinions.planned_pct(row, own["milestones"])
        assert answered["start_months_late"] == opinions.start_months_late(row)
        assert answered["stats_months_late"] == opinions.stats_months_late(row)


@FEWER
@given(ledger=ledgers())
def test_every_light_that_is_not_green_says_why(engine, ledger):
    load(engine, *ledger)
    cursor = engine.cursor().execute("select * from lights")
    row = namedtuple("Row", [column[0] for column in cursor.description])
    for one in map(row._make, cursor.fetchall()):
        wrong = [name for name in LIGHTS[:5] if getattr(one, name) not in (None, "green")]
        assert len(reasons(one, Words("zh"))) == len(reasons(one, Words("en"))) == len(wrong)


@LEDGERS
@given(ledger=ledgers())
def test_watermelons_and_whom_to_ask_have_the_same_second_opinion(engine, ledger):
    dates, rows = ledger
    load(engine, dates, rows)
    melons = view(engine, "watermelons")
    expected = {}
    for row in rows["projects"]:
        own, then = of_project(rows, row), two_before(rows["projects"], dates, row)
        answered = melons.get((row["as_of"], row["project_id"]), {})
        assert [piece for piece in PIECES if answered.get(piece)] == opinions.evidence(row, own, then)
        if row["as_of"] == dates[2] and (opinion := opinions.to_ask(row, own, then)):
            expected[row["project_id"]] = opinion
    asked = engine.ask("to_ask", as_of=dates[2])
    assert {row.project_id: (row.rule, row.rules) for row in asked} == {k: v[:2] for k, v in expected.items()}
    for row in asked:
        assert (row.amount, row.score) == pytest.approx(expected[row.project_id][2:])
    assert [row.score for row in asked] == sorted((row.score for row in asked), reverse=True)


def two_before(projects, dates, row):
    """The same project two snapshots earlier in the same year."""
    place = dates.index(row["as_of"]) - 2
    if place < 0 or dates[place].year != row["as_of"].year:
        return None
    same = [p for p in projects if p["as_of"] == dates[place] and p["project_id"] == row["project_id"]]
    return same[0] if same else None
