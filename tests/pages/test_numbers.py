"""Every number on every page is the answer of its question for the same address, and the parts sum to the whole."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from queries.__main__ import _parser
from queries.arguments import parameters
from queries.catalog import catalog
from report.assemble import Source, assemble, cell_of
from report.filters import read_filters
from report.model import Report
from report.units import number_in
from tests.contracts.test_docs import all_pages
from tests.pages.random_urls import COUNT, random_urls
from words import Words

WORDS = Words("en")
PAGES = {page.name: page for page in all_pages()}
NAMES = {"county": "counties", "sector": "sectors", "nature": "natures", "size": "sizes", "batch": "batches",
         "sponsor": "sponsors"}  # fmt: skip
numbers = pytest.mark.parametrize("number", range(COUNT))
pages = pytest.mark.parametrize("named", sorted(PAGES))


@pytest.fixture
def url(demo, number):
    return random_urls(demo)[number]


def report_of(page: str, url: dict[str, list[str]], demo: Source) -> Report:
    filters, faults = read_filters(url, demo.engine.opened.dates, demo.city)
    assert not faults
    return assemble(PAGES[page], filters, demo, WORDS)


def asked_by_command(name: str, url: dict[str, list[str]], report: Report, demo: Source):
    """The answer's rows, its parameters read as `python -m queries run` reads them: never by the report."""
    query = catalog()[name]
    taken = {key: values for key, values in url.items() if NAMES.get(key) in query.parameter_names}
    options = [part for key, values in taken.items() for value in values for part in (f"--{key}", value)]
    asked, _ = _parser().parse_known_args(["run", name, "--as-of", str(report.filters.as_of), *options])
    free = {}
    if "compare" in query.parameter_names and report.filters.compare:
        free["compare"] = [str(report.filters.compare)]
    return demo.engine.ask(name, **parameters(query, asked, free, demo.engine.opened.dates))


@numbers
@pages
def test_a_tile_is_the_answer_of_its_question(demo, named, url):
    report = report_of(named, url, demo)
    for kpi in report.kpis:
        found = asked_by_command(kpi.name, url, report, demo)
        unit = catalog()[kpi.name].unit
        value = float(found[0].value) if found and found[0].value is not None else None if unit == "pct" else 0.0
        assert kpi.value == number_in(value, unit, WORDS), kpi.name


@numbers
@pages
def test_the_table_of_a_chart_is_the_answer_of_its_question(demo, named, url):
    report = report_of(named, url, demo)
    for chart in report.charts:
        fields = catalog()[chart.rows.name].returns
        expected = [
            [cell_of(field.name, row, demo.city, WORDS).text for field in fields]
            for row in asked_by_command(chart.rows.name, url, report, demo)
        ]
        assert [[cell.text for cell in row] for row in chart.rows.rows] == expected, chart.name


@numbers
@pytest.mark.parametrize(
    "name", ["investment_by_county", "county_measures", "share_by_sector", "investment_by_size", "investment_tree"]
)
def test_the_money_of_the_parts_sums_to_the_whole(demo, name, url):
    rows, whole = parts_and_whole(demo, name, url, "total_investment")
    assert sum((row.total_wan for row in rows), Decimal(0)) == whole


@numbers
@pytest.mark.parametrize(
    "name", ["investment_by_county", "county_measures", "lights_by_county", "share_by_sector", "investment_by_size"]
)
def test_the_projects_of_the_parts_sum_to_the_whole(demo, name, url):
    rows, whole = parts_and_whole(demo, name, url, "projects")
    assert sum(row.projects for row in rows) == whole


def parts_and_whole(demo, name, url, whole):
    """The rows of a question and the tile of the same selection; the filter that the question ignores is left out."""
    url = {key: values for key, values in url.items() if key not in catalog()[name].ignores}
    report = report_of("overview", url, demo)
    number = next(kpi.number for kpi in report.kpis if kpi.name == whole)
    return asked_by_command(name, url, report, demo), Decimal(str(number))


def test_filters_compose_wherever_they_apply(demo):
    """Two filters leave what both leave: the projects of one among those of the other."""

    def left(**chosen):
        return {row["project_id"] for row in demo.engine.behind(
            "projects", as_ofs=[dt.date(2022, 9, 30)], **chosen).to_pylist()}  # fmt: skip

    values = {
        "counties": ["211402", "211481"], "sectors": ["energy", "industry"], "natures": ["new_build"],
        "sizes": ["1y_10y", "10y_100y"],
    }  # fmt: skip
    for one in values:
        for other in values:
            both = left(**{one: values[one], other: values[other]})
            assert both == left(**{one: values[one]}) & left(**{other: values[other]}), (one, other)
            assert both
