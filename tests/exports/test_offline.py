"""The offline page: its numbers are the answers of SQL, its texts stay texts, and it is whole in itself."""

from __future__ import annotations

import base64
import hashlib
import importlib
import json
import re

import pytest

from data.city import city
from exports.fingerprint import short_hash
from exports.offline import offline_page
from exports.offline.parts import _css_text, _points, in_script
from queries.catalog import catalog
from report.assemble import Source, assemble, cell_of
from report.filters import CHOICE, read_filters
from report.units import number_in
from tests.contracts.test_docs import all_pages
from tests.exports.offline_file import figure, read, table_texts
from tests.pages.random_urls import random_urls
from tests.pages.test_numbers import asked_by_command
from words import Words

EN, ZH = Words("en"), Words("zh")
PAGES = {page.name: page for page in all_pages()}
LARGEST = 8_000_000
SAMPLE, SOAK = 3, 40
NUMBER = r"-?[\d.]+(E[-+]?\d+|e[-+]?\d+)?"
HOSTILE = "</script><script>alert(1)</script><!--<b>{{ 7 * 7 }}</style>\"'>&amp;"


def report_of(page, url, source, words=EN):
    filters, _ = read_filters(url, source.engine.opened.dates, city())
    return assemble(PAGES[page], filters, source, words)


def pytest_generate_tests(metafunc):
    if "number" in metafunc.fixturenames:
        metafunc.parametrize("number", range(SOAK if metafunc.config.getoption("--soak") else SAMPLE), scope="module")


@pytest.fixture(scope="module")
def url(demo, number):
    return random_urls(demo, SOAK)[number]


@pytest.fixture(scope="module")
def reports(demo, url):
    return [report_of(name, url, demo) for name in PAGES]


@pytest.fixture(scope="module")
def document(demo, reports):
    """All pages in one file, for one random address."""
    content = offline_page(reports, demo, EN)
    assert len(content) < LARGEST
    return read(content)


@pytest.fixture(scope="module")
def usual(demo):
    """All pages in Chinese, for the address without parameters."""
    return offline_page([report_of(name, {}, demo, ZH) for name in PAGES], demo, ZH)


def test_a_tile_is_the_answer_of_its_question(demo, document, reports, url):
    for report in reports:
        section = document.one("section", id=report.page.name)
        tiles = {tile.attributes["data-kpi"]: tile for tile in section.all("a", class_="tile")}
        assert list(tiles) == [kpi.name for kpi in report.kpis]
        for name, tile in tiles.items():
            found = asked_by_command(name, url, report, demo)
            unit = catalog()[name].unit
            value = float(found[0].value) if found and found[0].value is not None else None if unit == "pct" else 0.0
            assert tile.attributes["data-number"] == ("" if value is None else str(value)), name
            assert tile.one("span", class_="value").inside[0] == number_in(value, unit, EN), name


def test_the_table_and_the_figure_of_a_chart_are_the_answer_of_its_question(demo, document, reports, url):
    for report in reports:
        for chart in report.charts:
            rows = asked_by_command(chart.rows.name, url, report, demo)
            card = next(card for card in document.one("section", id=report.page.name).all("article")
                        if any(card.all("div", data_chart=chart.name)))  # fmt: skip
            fields = catalog()[chart.rows.name].returns
            expected = [[cell_of(field.name, row, demo.city, EN).text for field in fields] for row in rows]
            assert table_texts(card.one("table")) == expected, chart.name
            whole = [number for row in rows for number in numbers_of(row, fields)]
            assert raw_numbers(card.one("table")) == pytest.approx(whole, rel=1e-12), chart.name
            assert figure(document, report.page.name, chart.name) == drawn(chart, rows, report), chart.name


def raw_numbers(table):
    """The whole numbers behind the texts of a table, row by row."""
    given = [cell.attributes.get("data-value", "") for cell in table.one("tbody").all("td")]
    return [float(value) for value in given if re.fullmatch(NUMBER, value)]


def numbers_of(row, fields):
    """The numbers of an answer's row as they are shown: amounts in 亿元."""
    values = [(getattr(row, field.name), 10_000 if field.name.endswith("_wan") else 1)
              for field in fields if field.type.split("(")[0] in ("BIGINT", "DOUBLE", "DECIMAL")]  # fmt: skip
    return [float(value) / unit for value, unit in values if value is not None]


def drawn(chart, rows, report):
    """The figure that the chart's file draws of these rows."""
    drawing = importlib.import_module(f"charts.{chart.name}")
    marked = {"marked": report.filters.chosen(CHOICE[chart.sets])} if chart.sets else {}
    measure = {"measure": report.filters.measure} if chart.measures else {}
    return json.loads(drawing.draw(rows, EN, **marked, **measure).to_json())


def test_a_table_is_that_of_the_report(document, reports):
    for report in reports:
        section = document.one("section", id=report.page.name)
        sheets = list(section.all("article", class_="sheet"))
        tables = [*report.lead, *report.tables]
        assert [sheet.one("h3").text for sheet in sheets] == [table.title for table in tables]
        for sheet, table in zip(sheets, tables, strict=True):
            shown = table_texts(sheet.one("table")) if table.rows else []
            assert shown == [[cell.text for cell in row] for row in table.rows], table.name
            assert (table.note in sheet.text) and (table.rows or EN("Nothing to show in this selection.") in sheet.text)


def test_the_foot_has_filters_generation_hash_and_the_illustrative_mark(document, reports):
    for report in reports:
        foot = document.one("section", id=report.page.name).one("footer").text
        for part in (report.sentence, "Generation: 10", f"Hash: {short_hash(report)}", "Illustrative data"):
            assert part in foot


def test_every_link_leads_to_a_place_in_the_file_and_no_two_places_have_one_name(usual):
    document = read(usual)
    places = [element.attributes["id"] for element in document.all() if "id" in element.attributes]
    assert len(places) == len(set(places))
    links = {element.attributes["href"] for element in document.all("a")}
    assert len(links) > 50
    assert {link.removeprefix("#") for link in links} <= set(places)
    assert not [element for element in document.all() if {"src", "srcset", "action"} & set(element.attributes)]


def test_a_tile_leads_to_its_definition_with_its_sql(usual):
    document = read(usual)
    for tile in document.all("a", class_="tile"):
        query = catalog()[tile.attributes["data-kpi"]]
        definition = document.one("article", id=tile.attributes["href"].removeprefix("#"))
        assert definition.one("h3").text == ZH(query.title)
        assert ZH(query.means or query.asks) in definition.text
        assert definition.one("pre").text.strip() == query.sql.strip()


def test_a_printed_figure_leads_to_the_question_that_computes_it(usual):
    sheet = next(table for table in read(usual).all("table", data_table="recomputed"))
    links = [link.attributes["href"] for link in sheet.all("a")]
    assert len(links) == len(table_texts(sheet))
    assert "#q-start_rate" in links


def test_no_script_runs_but_the_two_of_the_file(usual):
    document = read(usual)
    policy = document.one("meta", http_equiv="Content-Security-Policy").attributes["content"]
    allowed = set(re.findall(r"'sha256-([^']+)'", policy))
    scripts = [element for element in document.all("script") if element.attributes.get("type") != "application/json"]
    found = {base64.b64encode(hashlib.sha256(script.text.encode()).digest()).decode() for script in scripts}
    assert len(scripts) == 2
    assert found == allowed
    assert policy.startswith("default-src 'none'; script-src 'sha256-")


def test_a_page_may_stand_there_twice_with_other_filters(demo):
    urls = ({"county": ["211402"]}, {"county": ["211481"]})
    document = read(offline_page([report_of("overview", url, demo) for url in urls], demo, EN))
    for anchor, county in (("overview", "Lianshan"), ("overview-2", "Xingcheng")):
        assert county in document.one("section", id=anchor).one("p", class_="filters").text
    assert figure(document, "overview", "starts_by_month") != figure(document, "overview-2", "starts_by_month")


@pytest.fixture
def hostile(given_ledger):
    """A ledger whose names are written to break out of the file."""
    engine = given_ledger(f"""
        name      | sponsor   | sponsor_post | lead_unit | total_wan | planned_start | planned_finish | actual_start
        {HOSTILE} | {HOSTILE} | {HOSTILE}    | {HOSTILE} |   900,000 | 2022-01-01    | 2023-01-01     | 2022-02-01
        Plain     | {HOSTILE} | {HOSTILE}    | {HOSTILE} |     5,000 | 2022-01-01    | 2022-02-01     |
    """)
    return Source(engine, city())


def test_names_stay_text_wherever_they_stand(hostile):
    url = {"sponsor": [HOSTILE]}
    names = ("overview", "investment", "projects", "dispatch")
    content = offline_page([report_of(name, url, hostile) for name in names], hostile, EN)
    document = read(content)
    scripts = [element for element in document.all("script") if element.attributes.get("type") != "application/json"]
    assert len(scripts) == 2
    assert b"<script>alert" not in content
    assert b"</style>\"'" not in content
    listed = document.one("section", id="projects").one("table", data_table="project_list")
    assert HOSTILE in [text for row in table_texts(listed) for text in row]
    assert HOSTILE in document.one("section", id="overview").one("footer").text
    drawn_labels = figure(document, "investment", "investment_tree")["data"][0]["labels"]
    assert HOSTILE.replace("<", "&lt;") in drawn_labels
    assert not [text for text in drawn_labels if "<" in text]


def test_what_is_given_to_a_script_can_not_end_it(usual):
    assert in_script({"a": HOSTILE}).count("<") == 0
    assert json.loads(in_script({"a": HOSTILE})) == {"a": HOSTILE}
    given = list(read(usual).all("script", type="application/json"))
    assert len(given) > 20
    assert not [one.attributes["id"] for one in given if "<" in one.text]


def test_a_style_sheet_holds_any_text_as_text():
    assert _css_text("a1") == "a1"
    assert _css_text('"}</') == r"\22 \7d \3c \2f "
    assert _css_text("截") == r"\622a "


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], ""),
        ([1.0], ""),
        ([None, 1.0], ""),
        ([0.0, 1.0, 2.0], "3.0,25.0 36.0,14.0 69.0,3.0"),
        ([2.0, None, 2.0], "3.0,14.0 69.0,14.0"),
    ],
)
def test_a_tiles_course_runs_from_the_lowest_to_the_highest(values, expected):
    assert _points([(None, value) for value in values]) == expected


def test_an_empty_selection_says_so(demo):
    url = {"county": ["211402"], "batch": ["nobody"], "sponsor": ["nobody"]}
    document = read(offline_page([report_of("overview", url, demo)], demo, EN))
    assert EN("Nothing to show in this selection.") in document.text
