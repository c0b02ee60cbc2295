"""Answers as text: safe in a spreadsheet, exact as numbers."""

import csv
import datetime as dt
import io
import json
from decimal import Decimal

import pyarrow as pa
import pytest

from queries.output import to_csv, to_json, to_table


def written(value):
    """The one cell, as a spreadsheet would read it."""
    return next(csv.DictReader(io.StringIO(to_csv(pa.table({"cell": [value]})), newline="")))["cell"]


@pytest.mark.parametrize(
    "text", ["=1+1", "+SUM(A1)", "-2+3", "@import", "\tx", "\rx", '=HYPERLINK("http://x")', "-5.3.1", "+86 429 1234567"]
)
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text):
    assert written(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["连山区", "-5.31", "+3", "=", "-", "a=b", "2022-09-30", "1,2", 'say "so"', "two\nlines"]
)
def test_any_other_text_is_left_as_it_is(text):
    assert written(text) == text


def test_a_list_of_texts_is_one_cell_and_just_as_safe():
    assert written(["name", "total_wan"]) == "name,total_wan"
    assert written(["=1+1", "b"]) == "'=1+1,b"


@pytest.mark.parametrize(
    ("value", "text"),
    [(Decimal("39.8500"), "39.85"), (Decimal("-5.00"), "-5"), (Decimal("1E+3"), "1000"), (None, ""), (True, "True"),
     (dt.date(2022, 9, 30), "2022-09-30"), (84.6, "84.6"), (500, "500")],
)  # fmt: skip
def test_a_number_is_written_plainly(value, text):
    assert written(value) == text


def test_json_keeps_whole_amounts_whole_and_dates_as_text():
    rows = pa.table({"a": [Decimal("500.00"), Decimal("0.25")], "b": [dt.date(2022, 9, 30), None]})
    assert json.loads(to_json(rows)) == [{"a": 500, "b": "2022-09-30"}, {"a": 0.25, "b": None}]
    assert '"a": 500,' in to_json(rows)


def test_a_table_lines_up_though_a_character_is_two_columns_wide():
    lines = to_table(pa.table({"name": ["连山区", "x"], "n": [1, 2]})).splitlines()
    assert lines[2:] == ["连山区  1", "x       2"]
