"""What became of a decision: the project as it was known when it was decided, held against what is known now."""

import datetime as dt
from decimal import Decimal

import pytest

from data.arrow import empty_table, table_of
from data.city import city
from data.ledger import TABLES
from data.minutes import Decision, Minutes
from data.snapshots import Store
from pages.meeting import PAGE
from queries.engines.duckdb import Engine
from report.assemble import Source, assemble
from report.filters import Filters
from report.meeting import held
from words import Words

AUG, SEP = dt.date(2022, 8, 31), dt.date(2022, 9, 30)
EN = Words("en")
PROJECT = {
    "project_id": "P1", "name": "Project 1", "plan_year": 2022, "county_code": "211402", "sector": "energy",
    "year_status": "new_start", "total_wan": Decimal(1000), "evidence": "reported", "progress_pct": 10.0,
    "planned_finish": dt.date(2023, 6, 30),
}  # fmt: skip
PROBLEM = {"problem_id": "W1", "project_id": "P1", "raised_on": dt.date(2022, 7, 1), "evidence": "reported"}


@pytest.fixture(autouse=True)
def minutes(tmp_path, monkeypatch):
    """Minutes of this test's own."""
    monkeypatch.setenv("KEYPROJECTS_STATE", f"sqlite:///{tmp_path}/state/minutes.sqlite")
    return Minutes()


@pytest.fixture
def publish(tmp_path):
    """Publishes a date: the changes of the project, of a problem (None for no problem); gives the newest ledger."""
    store = Store(tmp_path / "snapshots")

    def published(day, problem=None, **changes):
        rows = {"projects": [PROJECT | changes | {"as_of": day}]}
        rows["problems"] = [PROBLEM | problem | {"as_of": day}] if problem is not None else []
        tables = {name: table_of(name, rows[name]) if rows.get(name) else empty_table(name) for name in TABLES}
        store.publish(tables, as_of=day, reason="test", source_name="test", source_sha256="", who="test")
        return Source(Engine(store.open()), city())

    return published


def decided(**other):
    return Decision("P1", "Project 1", "Start it", "The unit", None, AUG, AUG, 1)._replace(**other)


def verdict(source, day=SEP, **chosen):
    (one,) = held(Filters(day, **chosen), source, EN)
    return one.became


CHANGES = [
    ({}, "unchanged", ""),
    ({"actual_start": dt.date(2022, 9, 2)}, "done", "has started"),
    ({"actual_start": dt.date(2022, 10, 2)}, "unchanged", ""),
    ({"actual_finish": dt.date(2022, 9, 30)}, "done", "has finished"),
    ({"actual_finish": dt.date(2022, 10, 30)}, "unchanged", ""),
    ({"progress_pct": 25.0}, "moved", "progress 10.0% → 25.0%"),
    ({"progress_pct": 5.0}, "moved", "progress 10.0% → 5.0%"),
    ({"progress_pct": None}, "moved", "progress 10.0% → –"),
    ({"planned_finish": dt.date(2023, 9, 30)}, "moved", "planned finish 2023-06-30 → 2023-09-30"),
    ({"planned_start": dt.date(2022, 12, 1)}, "moved", "planned start – → 2022-12-01"),
]


@pytest.mark.parametrize(("changes", "code", "said"), CHANGES, ids=[str(one[0]) for one in CHANGES])
def test_what_became_of_it_is_what_changed_since(minutes, publish, changes, code, said):
    publish(AUG)
    source = publish(SEP, **changes)
    minutes.decide(decided())
    found = verdict(source)
    assert found.verdict == code
    assert said in found.said
    assert bool(found.said) == (code != "unchanged")


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ({}, {"resolved_on": dt.date(2022, 9, 20)}, "done"),
        ({}, {"resolved_on": dt.date(2022, 10, 20)}, "unchanged"),
        ({"resolved_on": dt.date(2022, 8, 20)}, {"resolved_on": dt.date(2022, 8, 20)}, "unchanged"),
        (None, {}, "moved"),
    ],
)
def test_a_problem_that_was_open_is_cleared(minutes, publish, before, after, code):
    publish(AUG, before)
    source = publish(SEP, after)
    minutes.decide(decided())
    assert verdict(source).verdict == code


def test_a_light_that_turned_is_a_move(minutes, publish):
    publish(AUG, planned_start=dt.date(2022, 12, 1))
    source = publish(SEP, planned_start=dt.date(2022, 3, 1))
    minutes.decide(decided())
    assert "light " in verdict(source).said


def test_a_correction_of_the_same_date_counts_from_what_was_known(minutes, publish):
    publish(AUG)
    source = publish(AUG, progress_pct=12.0)
    minutes.decide(decided())
    assert verdict(source, AUG) == ("moved", "progress 10.0% → 12.0%")


def test_it_cannot_be_told_without_newer_data_or_without_the_project(minutes, publish):
    source = publish(AUG)
    minutes.decide(decided())
    assert verdict(source, AUG) == ("unknown", "No newer data than when it was decided.")
    source = publish(SEP, project_id="P2")
    assert verdict(source) == ("unknown", "It is not in the ledger shown.")
    minutes.decide(decided(project_id="P2", decision_id=minutes.decisions()[0].decision_id))
    assert verdict(source) == ("unknown", "It was not in the ledger when it was decided.")


def test_earlier_data_tells_nothing_of_a_later_decision(minutes, publish):
    publish(AUG)
    source = publish(SEP)
    minutes.decide(decided(as_of=SEP, generation=2))
    assert verdict(source, AUG) == ("unknown", "It was decided on later data than is shown.")


def test_a_decision_is_not_known_to_an_earlier_generation(minutes, publish):
    earlier = publish(AUG)
    publish(SEP)
    minutes.decide(decided(as_of=SEP, generation=2))
    assert held(Filters(AUG), earlier, EN) == []


def test_the_filters_leave_the_decisions_about_their_projects(minutes, publish):
    publish(AUG)
    source = publish(SEP)
    minutes.decide(decided())
    minutes.decide(decided(project_id="gone"))
    assert len(held(Filters(SEP), source, EN)) == 2
    assert len(held(Filters(SEP, counties=("211402",)), source, EN)) == 1
    assert held(Filters(SEP, counties=("211481",)), source, EN) == []


def test_the_page_opens_with_the_last_meeting(minutes, publish):
    publish(AUG)
    source = publish(SEP, progress_pct=30.0)
    minutes.decide(decided(what="The old one", meeting_on=dt.date(2022, 8, 1)))
    minutes.decide(decided(what="The last one"))
    report = assemble(PAGE, Filters(SEP), source, EN)
    last, earlier = report.tables
    assert (last.title, earlier.title) == ("Decisions of the meeting of 2022-08-31", "Decisions of earlier meetings")
    assert [row[3].text for row in last.rows] == ["The last one"]
    assert [row[3].text for row in earlier.rows] == ["The old one"]
    assert last.note.startswith("Has moved: 1. Carried out: ")


def test_a_page_without_decisions_and_one_without_minutes_say_so(publish, monkeypatch):
    source = publish(AUG)
    (table,) = assemble(PAGE, Filters(AUG), source, EN).tables
    assert table.note == "Nothing has been decided yet."
    monkeypatch.setenv("KEYPROJECTS_STATE", "sqlite:////proc/none/minutes.sqlite")
    (table,) = assemble(PAGE, Filters(AUG), source, EN).tables
    assert table.note.startswith("The minutes can't be read or written in ")
