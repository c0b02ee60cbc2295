"""The lists of dispatch over the demonstration: they count what the tiles count, whatever the address says."""

import datetime as dt

import pytest

from pages import dispatch
from report.assemble import assemble
from report.filters import Filters, read_filters
from tests.pages.random_urls import COUNT, random_urls
from words import Words

EN = Words("en")
SEP = dt.date(2022, 9, 30)


@pytest.mark.parametrize("number", range(COUNT))
def test_lists_ageing_and_months_count_the_problems_of_the_tiles(demo, number):
    filters, _ = read_filters(random_urls(demo)[number], demo.engine.opened.dates, demo.city)
    report = assemble(dispatch.PAGE, filters, demo, EN)
    tiles = {kpi.name: kpi for kpi in report.kpis}
    asked = {"as_of": filters.as_of, **filters.parameters()}
    listed = demo.engine.ask("problem_list", **asked)
    bands = demo.engine.ask("problem_ageing", **asked)
    months = demo.engine.ask("problems_by_month", **asked)
    overdue = sum(1 for row in listed if row.overdue_days is not None)
    assert len(listed) == sum(row.problems for row in bands) == tiles["problems_open"].number
    assert months[filters.as_of.month - 1].still_open == len(listed)
    assert overdue == sum(row.overdue for row in bands) == tiles["problems_overdue"].number


@pytest.mark.parametrize("number", range(COUNT))
def test_the_elements_of_the_matrix_sum_to_the_tile(demo, number):
    filters, _ = read_filters(random_urls(demo)[number], demo.engine.opened.dates, demo.city)
    report = assemble(dispatch.PAGE, filters, demo, EN)
    tile = next(kpi for kpi in report.kpis if kpi.name == "approvals_rate")
    note = next(table for table in report.tables if table.name == "approvals_matrix").note
    assert not note if tile.number is None else f"{tile.base} = {tile.value}%" in note


def test_what_the_tables_leave_out_is_said(demo):
    report = assemble(dispatch.PAGE, Filters(SEP), demo, EN)
    notes = {table.name: table.note for table in report.tables}
    for name in ("slow_projects", "problem_list", "approvals_matrix", "watermelon_list"):
        assert "The first 15 of " in notes[name], name
    assert "The filters narrow" not in notes["meeting_outcomes"]
    meetings = next(table for table in report.tables if table.name == "meeting_outcomes")
    assert len(meetings.rows) == demo.engine.ask("meetings_held", as_ofs=[SEP])[0].value


def test_an_empty_year_before_the_plan_is_shown_without_rows_or_notes(demo):
    report = assemble(dispatch.PAGE, Filters(dt.date(2021, 12, 31), sponsors=("nobody",)), demo, EN)
    tables = {table.name: table for table in report.tables}
    for name in ("slow_projects", "problem_list", "approvals_matrix", "watermelon_list"):
        assert (tables[name].rows, tables[name].note) == ((), ""), name
