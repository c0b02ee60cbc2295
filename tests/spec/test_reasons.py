"""A light speaks by its shape and its word, and every light that isn't green says why."""

from collections import namedtuple

import pytest

from report.lights import LIGHTS, light_text, reasons, rules
from words import Words

ZH, EN = Words("zh"), Words("en")


def why(engine, words=EN):
    """The reasons of each project's lights, in the order of the projects."""
    found = engine.cursor().execute("select * from lights where as_of = date '2022-09-30' order by project_id")
    row = namedtuple("Row", [column[0] for column in found.description])
    return [reasons(row(*cells), words) for cells in found.fetchall()]


def test_a_light_is_a_shape_and_a_word_in_either_language():
    assert [light_text(code, EN) for code in ("red", "yellow", "grey", "green")] == [
        "▲ late", "◆ slipping", "○ no evidence", "● on time",
    ]  # fmt: skip
    assert [light_text(code, ZH).split(" ")[0] for code in ("red", "yellow", "grey", "green")] == ["▲", "◆", "○", "●"]
    assert not any(word in light_text(code, ZH) for code, (_, word) in LIGHTS.items())


def test_no_light_is_no_text():
    assert light_text(None, EN) == ""


def test_no_two_lights_share_a_shape():
    assert len({shape for shape, _ in LIGHTS.values()}) == len(LIGHTS)


def test_a_green_project_needs_no_reason(given_tables):
    ledger = given_tables(
        projects="""
            planned_start | planned_finish | actual_start | progress_pct | stats_entry_on
            2022-01-01    | 2022-12-31     | 2022-01-01   | 75           | 2022-02-01
        """,
        problems="project_id | raised_on | due_on\nP1 | 2022-09-01 | 2022-10-31",
        approvals="project_id | due_on\nP1 | 2022-01-31",
    )
    assert why(ledger) == [[]]


def test_a_start_says_how_late_it_is(given_tables):
    ledger = given_tables(projects="planned_start\n2022-09-01\n2022-08-01\n2022-03-01\n2022-12-01")
    assert why(ledger) == [
        ["not started, and the planned month is over"],
        ["not started 1 months after the planned one"],
        ["not started 6 months after the planned one"],
        [],
    ]


def test_progress_says_how_far_it_is_under_the_plan(given_tables):
    ledger = given_tables(
        projects="""
        planned_start | planned_finish | actual_start | progress_pct | stats_entry_on
        2022-01-01    | 2022-12-31     | 2022-01-01   | 64.5         | 2022-02-01
        2022-01-01    | 2022-12-31     | 2022-01-01   | 0            | 2022-02-01
    """
    )
    assert why(ledger) == [
        ["progress 10.5 points under the plan of 75.0%"], ["progress 75.0 points under the plan of 75.0%"],
    ]  # fmt: skip


def test_a_missing_statistics_entry_says_for_how_long(given_tables):
    ledger = given_tables(
        projects="""
        planned_start | planned_finish | actual_start | progress_pct
        2022-01-01    | 2022-12-31     | 2022-08-31   | 75
        2022-01-01    | 2022-12-31     | 2022-01-31   | 75
    """
    )
    assert why(ledger) == [
        ["not entered in the statistics 1 months after the start"],
        ["not entered in the statistics 8 months after the start"],
    ]


def test_overdue_problems_and_blocking_approvals_say_how_many(given_tables):
    ledger = given_tables(
        projects="planned_start\n2022-09-30",
        problems="""
            project_id | raised_on  | due_on
            P1         | 2022-07-01 | 2022-08-31
            P1         | 2022-07-01 | 2022-09-29
        """,
        approvals="project_id | due_on\nP1 | 2022-08-31\nP1 | 2022-09-30",
    )
    assert why(ledger)[0][1:] == [
        "overdue problems: 2, the oldest for 30 days",
        "2 approvals in the way of a due start",
    ]


def test_what_has_no_evidence_says_what_is_missing(given_tables):
    ledger = given_tables(
        projects="""
            year_status | planned_start | actual_start | resumed_on | stats_entry_on
            new_start   |               |              |            |
            continued   | 2020-03-01    | 2020-03-01   |            |
            continued   | 2020-03-01    |              | 2022-03-01 |
            new_start   | 2022-12-01    |              |            |
        """,
        problems="project_id | raised_on | due_on\nP4 | 2022-09-01 |",
    )
    assert why(ledger) == [
        ["not resumed this year, or no planned start"],
        ["not resumed this year, or no planned start"],
        ["progress is not reported, or not planned", "not entered in the statistics, and the start has no date"],
        ["an open problem has no date by which it must be cleared"],
    ]


@pytest.mark.parametrize("words", [ZH, EN], ids=["zh", "en"])
def test_the_rules_stand_beside_the_lights_with_their_thresholds(words):
    said = rules(words)
    assert len(said) == 6
    assert [sentence.rstrip("）)")[-2:].strip("（( ") for sentence in said] == ["3", "10", "30", "1", "2", "30"]
    assert len(set(said)) == len(said)
