"""The list of watermelons: who, with which evidence, and the numbers that it rests on."""

import datetime as dt

SEP = dt.date(2022, 9, 30)
TABLES = {
    "projects": """
        self_status | sponsor | actual_start | total_wan | total_done_wan | progress_pct | year_status
        normal      | Li      |              | 1,000     |                |              | new_start
        ahead       | Wang    | 2022-06-30   | 1,000     | 900            | 20           | new_start
        behind      | Li      | 2022-06-30   | 1,000     | 900            | 20           | new_start
        normal      | Li      | 2022-09-01   | 1,000     | 300            | 30           | new_start
        normal      | Li      | 2022-06-30   | 1,000     | 900            | 20           | preparatory
    """,
    "problems": "project_id | raised_on | due_on\nP1 | 2022-08-01 | 2022-08-31",
}


def test_the_one_with_most_evidence_comes_first_with_its_numbers(given_tables):
    first, second = given_tables(**TABLES).ask("watermelon_list", as_of=SEP)
    assert (first.project_id, first.self_status, first.pieces) == ("P2", "ahead", 2)
    assert (first.no_stats_entry, first.spending_apart, first.overdue_problem) == (True, True, False)
    assert (first.spent_pct, first.progress_pct, first.stats_months_late) == (90, 20, 3)
    assert (second.project_id, second.pieces, second.problem_days_overdue) == ("P1", 1, 30)


def test_the_filters_of_projects_narrow_it(given_tables):
    ledger = given_tables(**TABLES)
    assert [row.project_id for row in ledger.ask("watermelon_list", as_of=SEP, sponsors=["Li"])] == ["P1"]
    assert ledger.ask("watermelon_list", as_of=SEP, counties=["211481"]) == []
