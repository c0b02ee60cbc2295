"""The list of watermelons: most evidence first, each piece in words with its number."""

import datetime as dt

from data.city import city
from report.assemble import Source
from report.filters import Filters
from report.slow import watermelons_table
from words import Words

SEP = dt.date(2022, 9, 30)
EN, ZH = Words("en"), Words("zh")
PROJECTS = """
    name  | self_status | year_status | actual_start | stats_entry_on | total_wan | total_done_wan | progress_pct | sponsor
    One   | normal      | new_start   | 2022-08-31   | 2022-09-01     | 1,000     | 900            | 40           |
    Two   | ahead       | new_start   | 2022-07-31   |                | 1,000     | 900            | 40           | S1
    None  | behind      | new_start   | 2022-07-31   |                | 1,000     | 900            | 40           | S1
    Sound | normal      | new_start   | 2022-08-31   | 2022-09-01     | 1,000     | 400            | 40           |
    Later | normal      | preparatory |              |                | 1,000     |                |              |
"""
PROBLEMS = "problem_id | project_id | raised_on | due_on\nW1 | P5 | 2022-08-01 | 2022-09-01"


def test_those_with_most_evidence_come_first_and_only_projects_of_the_plan_are_listed(given_tables):
    ledger = given_tables(projects=PROJECTS, problems=PROBLEMS)
    assert [(row.name, row.pieces) for row in ledger.ask("watermelon_list", as_of=SEP)] == [("Two", 2), ("One", 1)]
    assert [row.name for row in ledger.ask("watermelon_list", as_of=SEP, sponsors=["S1"])] == ["Two"]


def test_each_piece_of_evidence_is_told_with_its_number(given_tables):
    source = Source(given_tables(projects=PROJECTS, problems=PROBLEMS), city())
    table = watermelons_table(Filters(SEP), source, EN)
    assert [cell.text for cell in table.rows[0]] == [
        "Two", "Lianshan", "Ahead",
        "not entered in the statistics (2 months after the start); "
        "spending and progress are far apart (spent 90.0%, progress 40.0%)",
        "", "S1",
    ]  # fmt: skip
    assert table.note == ("no progress over two snapshots: 0, not entered in the statistics: 1, "
                          "a problem is overdue: 0, spending and progress are far apart: 2.")  # fmt: skip
    assert "未入库（开工后2个月）" in watermelons_table(Filters(SEP), source, ZH).rows[0][3].text


def test_without_watermelons_the_table_is_empty(given_tables):
    table = watermelons_table(Filters(SEP), Source(given_tables(projects="name\nA"), city()), EN)
    assert (table.rows, table.note) == ((), "")
