"""The page of projects over the demonstration: search, order, pages, columns, files, and the totals that lead to it."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pages import counties
from pages.projects import PAGE
from queries.catalog import catalog
from report.assemble import Source, assemble
from report.filters import SORTABLE, read_filters
from report.lights import LIGHTS
from report.model import Report, Table
from report.numbers import find_passport
from report.project_files import files_of
from report.projects import FIXED, ROWS_A_PAGE
from words import Words

EN, ZH = Words("en"), Words("zh")
WIND = "2203-211481-04-01-000002"


def page(demo: Source, words: Words = EN, **url: str | list[str]) -> Report:
    query = {name: values if isinstance(values, list) else [values] for name, values in url.items()}
    filters, faults = read_filters(query, demo.engine.opened.dates, demo.city)
    assert not faults
    shown = PAGE.detail if filters.search.project else PAGE
    return assemble(shown, filters, demo, words)


def listed(report: Report) -> Table:
    (table,) = report.tables
    return table


def links(table: Table, head: str) -> list[str]:
    """The projects that the names lead to."""
    place = table.columns.index(head)
    return [dict(row[place].link.changes)["project"][0] for row in table.rows]


def column(table: Table, head: str) -> list[str]:
    place = table.columns.index(head)
    return [row[place].text for row in table.rows]


def every_page(demo: Source, **url: str | list[str]) -> list[tuple[str, ...]]:
    """The texts of all rows, page after page."""
    pages = range(1, -(-listed(page(demo, **url)).total // ROWS_A_PAGE) + 1)
    shown = [listed(page(demo, **url, page=str(number))) for number in pages]
    return [tuple(cell.text for cell in row) for table in shown for row in table.rows]


@pytest.mark.parametrize(
    "q", ["兴城 一期 风电", "zhongchuan xingcheng", "zcfdxc", "fdxcyq", WIND, "２０万千瓦 兴城", "中船FD"]
)
def test_the_wind_farm_is_found_however_it_is_typed(demo, q):
    assert links(listed(page(demo, q=q)), "Project name") == [WIND]


def test_a_unit_finds_its_projects(demo):
    table = listed(page(demo, q="市交通运输局"))
    assert table.total > 5
    assert all(unit.endswith("市交通运输局") for unit in column(table, "Unit in charge"))


@pytest.mark.parametrize(
    "url",
    [{}, {"county": "211402"}, {"sector": ["energy", "industry"], "q": "yiqi"}, {"light": "red", "as_of": "2022-06-30"},
     {"light": ["grey", "yellow"], "size": "1y_10y"}, {"q": "nowhere to be found"}, {"as_of": "2021-12-31"}],
    ids=str,
)  # fmt: skip
def test_the_total_of_the_list_the_tile_and_the_rows_behind_it_are_one_number(demo, url):
    report = page(demo, **url)
    table = listed(report)
    passport = find_passport("project_list", report, demo, EN)
    assert table.total == passport.rows.num_rows == report.kpis[0].number
    assert sum(passport.rows["total_wan"].to_pylist(), Decimal(0)) == Decimal(str(report.kpis[1].number))
    assert len(every_page(demo, **url)) == table.total


def test_the_lights_part_the_list(demo):
    totals = {light: listed(page(demo, light=light)).total for light in LIGHTS}
    counted = demo.engine.cursor().execute("select light, count(*) from lights where as_of = '2022-09-30' group by 1")
    assert totals == dict(counted.fetchall())
    assert sum(totals.values()) == listed(page(demo)).total == 500


def test_the_pages_hold_every_project_once(demo):
    links_of_all = [
        project for number in range(1, 21) for project in links(listed(page(demo, page=str(number))), "Project name")
    ]
    assert len(links_of_all) == len(set(links_of_all)) == 500
    assert listed(page(demo, page="21")).note == listed(page(demo, page="20")).note == "476–500 of 500 projects."


@pytest.mark.parametrize("name", SORTABLE)
def test_every_column_can_be_shown_and_sorted_by(demo, name):
    table = listed(page(demo, columns=name, sort=name))
    assert table.total == 500
    if name not in FIXED:
        assert len(table.columns) == len(FIXED) + 4
        assert table.sorted_by == (3, False)
    back = listed(page(demo, columns=name, sort=f"-{name}"))
    place = back.sorted_by[0]
    assert [row[place].text == "" for row in back.rows] == sorted(row[place].text == "" for row in back.rows)


@pytest.mark.parametrize("name", ["total_wan", "year_done_wan", "progress_pct", "source_row", "planned_start"])
def test_the_order_is_that_of_sql(demo, name):
    found = demo.engine.cursor().execute(
        f"select project_id from projects where as_of = '2022-09-30' order by {name} desc nulls last, total_wan desc, "
        "project_id limit 25"
    )
    assert links(listed(page(demo, sort=f"-{name}")), "Project name") == [row[0] for row in found.fetchall()]


URLS = [
    {},
    {
        "light": "red",
        "sort": "name",
        "columns": ["project_id", "total_wan", "planned_finish", "sponsor", "county_codes"],
    },
    {"q": "xingcheng", "compare": "none", "columns": "progress_pct"},
    {"sector": "energy", "as_of": "2022-05-31", "sort": "-capacity_mw", "columns": ["capacity_mw", "energy_kind"]},
]


@pytest.mark.parametrize("words", [EN, ZH], ids=["en", "zh"])
@pytest.mark.parametrize("url", URLS, ids=str)
def test_the_file_holds_every_row_of_the_list_in_its_order_and_columns(demo, url, words):
    report = page(demo, words, **url)
    files = files_of(report.filters, demo, words)
    rows = list(csv.DictReader(io.StringIO(files.csv.decode("utf-8-sig"), newline="")))
    table = listed(report)
    assert len(rows) == table.total
    for head, texts in zip(
        table.columns, zip(*[[c.text for c in row] for row in table.rows], strict=True), strict=True
    ):
        if head in rows[0] and not table.numeric[table.columns.index(head)]:
            assert [row[head] for row in rows[: len(texts)]] == list(texts), head
    money = next((head for head in rows[0] if head.startswith(("Total investment", "总投资"))), None)
    if money:
        place = table.columns.index(next(head for head in table.columns if head[:3] == money[:3]))
        assert [words.yi(Decimal(row[money])) for row in rows[:25]] == [row[place].text for row in table.rows]
    kept = pq.read_table(pa.BufferReader(files.parquet))
    assert kept["project_id"].to_pylist() == [next(iter(row.values())) for row in rows]


def test_a_cell_of_the_matrix_leads_to_as_many_projects_as_it_says(demo):
    filters = read_filters({}, demo.engine.opened.dates, demo.city)[0]
    matrix = next(t for t in assemble(counties.PAGE, filters, demo, EN).tables if t.name == "county_by_sector")
    cells = [cell for row in matrix.rows[:3] + matrix.rows[-1:] for cell in row if cell.link]
    assert len(cells) > 10
    for cell in cells:
        narrowed = {name: list(values) for name, values in cell.link.changes}
        assert cell.text.split(" · ")[0] == EN.number(listed(page(demo, **narrowed)).total)


def test_what_excludes_everything_is_said_and_can_be_left_out(demo):
    report = page(demo, q="兴城", county="211402", light="red")
    assert listed(report).rows == ()
    said = {relief.sentence.split(":")[0]: relief.link.changes for relief in report.reliefs}
    assert said["Leave out County (Lianshan)"] == (("county", ()),)
    assert any(sentence.startswith("Leave out Search (兴城)") for sentence in said)
    assert not any("Light" in sentence for sentence in said)


def test_a_search_that_finds_nothing_offers_to_search_less(demo):
    (relief,) = page(demo, q="nowhere").reliefs
    assert (relief.sentence, relief.link.changes) == ("Leave out Search (nowhere): 500 projects", (("q", ()),))


def test_the_sentence_says_search_and_lights(demo):
    assert page(demo, ZH, q="风电", light=["red", "grey"]).sentence.endswith("搜索“风电” · 亮灯：滞后、无依据")


@pytest.mark.parametrize("words", [EN, ZH], ids=["en", "zh"])
def test_every_project_has_its_sheet(demo, words):
    ids = demo.engine.answer("project_names", as_of=demo.engine.opened.dates[-1])["project_id"].to_pylist()
    for project in ids[::25]:
        report = page(demo, words, project=project)
        assert [chart.title for chart in report.charts if not chart.title] == []
        assert {table.name for table in (*report.lead, *report.tables)} >= {"project_facts", "project_origins"}


def test_the_sheet_tells_printed_values_from_illustrative_ones(demo):
    report = page(demo, project=WIND)
    marks = {row[0].text: (row[1].text, row[2].text) for row in report.lead[0].rows}
    assert marks["Total investment"] == ("13.00 × 100m yuan", "Printed")
    assert marks["Installed capacity"] == ("200 MW", "Printed")
    assert marks["Planned this year"][1] == "Illustrative"


def test_every_table_and_chart_of_the_sheet_has_its_question_and_rows(demo):
    report = page(demo, project="2201-211402-04-02-000001")
    for one in (*report.lead, *report.tables, *report.charts):
        passport = find_passport(one.name, report, demo, EN)
        assert "$project" in passport.sql
        assert "2201-211402-04-02-000001" in passport.parameters
        assert {"source_file", "source_sheet", "source_row"} <= set(passport.rows.column_names)


def test_the_questions_about_one_project_say_that_no_filter_applies():
    named = [query for query in catalog().values() if "project" in query.parameter_names]
    assert len(named) >= 5
    assert all(len(query.ignores) == 6 and query.because for query in named)
