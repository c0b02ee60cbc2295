"""The workbook: its numbers are the answers of SQL, its texts stay texts, its charts are Excel's own."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from io import BytesIO

import pytest

from data.city import city
from exports.fingerprint import short_hash
from exports.number_formats import number_format
from exports.plots import plots
from exports.sheet import HEAD, columns_of
from exports.sheet_names import named
from exports.workbook import workbook
from queries.catalog import catalog
from report.assemble import Source, assemble, cell_of, whole_tables
from report.filters import Filters, Search, read_filters
from report.listing import Listing
from report.units import UNITS
from tests.contracts.test_docs import all_pages
from tests.exports.workbook_file import as_stored, cells_of, differences, numeral, read, same, sheets_of
from tests.pages.random_urls import random_urls
from tests.pages.test_numbers import asked_by_command
from words import Words, rounded

EN, ZH = Words("en"), Words("zh")
PAGES = {page.name: page for page in all_pages()}
SAMPLE, SOAK = 2, 12
SEP = dt.date(2022, 9, 30)
HOSTILE = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "=HYPERLINK(\"http://x\",\"y\")", "http://example.com",
           "{=1}", "<c><f>1+1</f></c>", "'=1"]  # fmt: skip


def pytest_generate_tests(metafunc):
    if "number" in metafunc.fixturenames:
        soak = metafunc.config.getoption("--soak")
        metafunc.parametrize("number", range(SOAK if soak else SAMPLE), scope="module")
        metafunc.parametrize("named_page", sorted(PAGES), scope="module")


@pytest.fixture(scope="module")
def url(demo, number):
    return random_urls(demo, SOAK)[number]


@pytest.fixture(scope="module")
def report(demo, named_page, url):
    filters, _ = read_filters(url, demo.engine.opened.dates, city())
    return assemble(PAGES[named_page], filters, demo, EN)


@pytest.fixture(scope="module")
def book(demo, report):
    return read(workbook((report,), demo, EN))


@pytest.fixture(scope="module")
def sheets(demo, report):
    return sheets_of(report, demo, EN)


def test_the_numbers_of_the_first_sheet_are_the_answers(demo, report, url, book):
    front = list(book.worksheets[0].iter_rows(values_only=True))
    for kpi in report.kpis:
        found = asked_by_command(kpi.name, url, report, demo)
        unit = catalog()[kpi.name].unit
        value = float(found[0].value) if found and found[0].value is not None else None if unit == "pct" else 0.0
        shown = next(row[1] for row in front if row[0] == kpi.title)
        assert shown == (None if value is None else pytest.approx(value / UNITS[unit].scale, rel=1e-12)), kpi.name


def test_the_rows_of_a_chart_are_the_answer_of_its_question(demo, report, url, sheets):
    for sheet, part in sheets:
        if part.charts:
            name = part.table.name
            expected = [
                [as_stored(f.name, row, cell_of(f.name, row, demo.city, EN).text) for f in catalog()[name].returns]
                for row in asked_by_command(name, url, report, demo)
            ]
            assert differences(cells_of(sheet, part), expected) == [], name


def test_a_listing_is_the_whole_answer_of_its_question(demo, report, url, sheets):
    listed = {build.query: build for build in report.page.tables if isinstance(build, Listing)}
    for sheet, part in sheets:
        if part.table.name in listed and not part.charts:
            fields = [f for f in catalog()[part.table.name].returns if f.name not in listed[part.table.name].hidden]
            expected = [
                [as_stored(f.name, row, cell_of(f.name, row, demo.city, EN).text) for f in fields]
                for row in asked_by_command(part.table.name, url, report, demo)
            ]
            assert differences(cells_of(sheet, part), expected) == [], part.table.name


def test_what_a_page_shows_as_a_number_is_that_number_in_its_cell(sheets):
    for sheet, part in sheets:
        columns = columns_of(part.table)
        for row, cells in zip(part.table.rows, cells_of(sheet, part), strict=True):
            for column, held in zip(columns, cells, strict=True):
                shown = numeral(row[column.at].text)
                if column.part is not None or shown is None or not part.table.numeric[column.at]:
                    continue
                where = (part.table.name, column.head, row[column.at])
                assert isinstance(held, (int, float)), where
                decimals = -shown.as_tuple().exponent
                assert abs(rounded(row[column.at].value, decimals)) == abs(shown), where
                assert same([held], [float(row[column.at].value)]), where


def test_the_charts_are_drawn_from_cells_that_hold_the_numbers_of_the_figures(sheets, book):
    for sheet, part in sheets:
        drawn = [plot for chart in part.charts for plot in plots(chart.figure) if plot.is_native and plot.series]
        assert len(sheet._charts) == len(drawn), part.table.name
        for chart, plot in zip(sheet._charts, drawn, strict=True):
            found = [values_of(book, series) for one in (chart, *chart._charts[1:]) for series in one.series]
            for series in plot.series:
                expected = [None if value is None else float(value) for value in series.values]
                assert any(same(values, expected) for values in found), (part.table.name, series.name)


def values_of(book, series):
    name, cells = re.fullmatch(r"'?(.+?)'?!(.+)", series.val.numRef.f).groups()
    held = book[name.replace("''", "'")][cells]
    return [row[0].value for row in held] if isinstance(held, tuple) else [held.value]


def test_a_sheet_is_frozen_below_its_heads_and_filtered_by_them(sheets):
    for sheet, part in sheets:
        assert sheet.freeze_panes == f"B{HEAD + 2}"
        assert bool(sheet.auto_filter.ref) == bool(part.table.rows)
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)


@pytest.fixture(scope="module")
def overview(demo):
    return assemble(PAGES["overview"], Filters(SEP, dt.date(2022, 8, 31), counties=("211402",)), demo, ZH)


def test_the_first_sheet_says_what_the_workbook_is(demo, overview):
    front = read(workbook((overview,), demo, ZH)).worksheets[0]
    said = {str(cell.value) for row in front.iter_rows() for cell in row if cell.value is not None}
    manifest = demo.engine.opened.folders[SEP].manifest
    assert {overview.question, overview.sentence, short_hash(overview), "演示数据", "2022-09-30", str(overview.generation),
            manifest.source_name, manifest.files["projects.parquet"].sha256, "queries/kpis/start_rate.sql"} <= said  # fmt: skip
    assert any("计划项目的开工占比？" in text for text in said)


def test_every_sheet_says_what_it_is_of_on_paper_and_when_it_is_illustrative(demo, overview):
    for sheet, _ in sheets_of(overview, demo, ZH):
        assert f"演示数据 · 校验码 {short_hash(overview)} · " in sheet.oddFooter.left.text
        assert overview.sentence in sheet.oddFooter.left.text
        assert sheet["A2"].value.startswith("演示数据")


def test_several_reports_make_one_workbook(demo, overview):
    other = assemble(PAGES["counties"], Filters(SEP), demo, ZH)
    book = read(workbook((overview, other), demo, ZH))
    assert len(book.sheetnames) == len({name.lower() for name in book.sheetnames})
    assert len(book.worksheets) == 1 + sum(len(sheets_of(one, demo, ZH)) for one in (overview, other))
    said = {cell.value for row in book.worksheets[0].iter_rows() for cell in row}
    assert {short_hash(overview), short_hash(other)} <= said


def test_the_list_of_projects_is_whole(demo):
    page = assemble(PAGES["projects"], Filters(SEP, search=Search(page=3)), demo, EN)
    ((sheet, part),) = sheets_of(page, demo, EN)
    assert len(page.tables[0].rows) == 25
    assert len(cells_of(sheet, part)) == page.tables[0].total == 500


def test_a_table_that_a_page_cuts_is_whole_when_taken_away(demo):
    report = assemble(PAGES["dispatch"], Filters(SEP), demo, EN)
    shown = {table.name: len(table.rows) for table in (*report.lead, *report.tables)}
    whole = {table.name: len(table.rows) for table in whole_tables(report, demo, EN)}
    assert whole["slow_projects"] > shown["slow_projects"] == 15
    assert whole["slow_projects"] == len(demo.engine.ask("slow_projects", as_of=SEP))


def test_texts_of_the_ledger_stay_texts(given_ledger):
    names = "\n".join(f"    {name}" for name in HOSTILE)
    source = Source(given_ledger(f"name\n{names}"), city())
    for page in ("projects", "overview", "investment"):
        report = assemble(PAGES[page], Filters(SEP), source, EN)
        content = workbook((report,), source, EN)
        cells = [cell for sheet in read(content).worksheets for row in sheet.iter_rows() for cell in row]
        assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
        assert page != "projects" or {name.strip() for name in HOSTILE} <= {str(cell.value) for cell in cells}
        parts = zipfile.ZipFile(BytesIO(content))
        assert [name for name in parts.namelist() if "externalLink" in name] == []
        for name in parts.namelist():
            if name.startswith("xl/worksheets/sheet"):
                assert b"<f>" not in parts.read(name)
            if name.endswith(".rels"):
                assert b'TargetMode="External"' not in parts.read(name)
            if name.startswith("xl/charts/"):
                drawn = re.findall(rb"<c:f>(.*?)</c:f>", parts.read(name))
                assert all(re.fullmatch(rb"'?[^\]\[]+'?!\$\w+\$\d+(:\$\w+\$\d+)?", formula) for formula in drawn)


def test_names_of_sheets_are_legal_and_each_there_once():
    taken = {}
    for title in ("a/b:c", "A B C", "x" * 40, "x" * 40, "[]", "'quoted'", "History", "项目" * 20):
        name = named(title, taken)
        assert 0 < len(name) <= 31 and not set("[]:*?/\\") & set(name) and name.lower() not in taken
        assert name[0] != "'" != name[-1] and name.lower() != "history"
        taken[name.lower()] = name


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("1,234", 1234, "#,##0"),
        ("84.6%", 84.6, '#,##0.0"%"'),
        ("▲ 12", 12, '"▲ "#,##0'),
        ("+7.0个百分点", 7.04, '+#,##0.0"个百分点";-#,##0.0"个百分点";#,##0.0"个百分点"'),
        ("-3.20", -3.2, "#,##0.00"),
        ("↓2", -2, '"↓"#,##0;"↓"#,##0'),
        ("2022", 2022, "0"),
        ("no change", 0.0, "#,##0.00"),
        ("592.9兆瓦（59.29万千瓦）", 592.9, '#,##0.0"兆瓦"'),
        ("12 / 500 = 2.4%", 12, "#,##0"),
        ("+1.20（+3.4%）", 1.2, "+#,##0.00;-#,##0.00;#,##0.00"),
        ("2022-09-30", SEP, "yyyy-mm-dd"),
    ],
)
def test_a_number_looks_in_its_cell_as_it_does_on_the_page(text, value, expected):
    assert number_format(text, value) == expected


def test_the_hash_stands_for_the_numbers(demo, overview):
    again = assemble(PAGES["overview"], overview.filters, demo, ZH)
    other = assemble(PAGES["overview"], Filters(SEP, dt.date(2022, 8, 31), counties=("211481",)), demo, ZH)
    assert short_hash(again) == short_hash(overview) != short_hash(other)
    assert re.fullmatch("[0-9a-f]{12}", short_hash(overview))


def test_views_that_their_page_does_not_narrow_have_hashes_of_their_own(demo):
    """Open data taken from there holds the projects of the filters all the same."""
    views = [assemble(PAGES["reconcile"], Filters(SEP, counties=codes), demo, ZH) for codes in ((), ("211402",))]
    assert short_hash(views[0]) != short_hash(views[1])
