"""Every number leads to its rows: whoever adds up the downloaded rows again finds the number on the page."""

import csv
import io
from decimal import Decimal

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pages import overview, reconcile
from queries.binding import row_type
from queries.catalog import catalog
from queries.reconcile import reconcile as reconciled
from report.assemble import Source, assemble
from report.filters import Filters, read_filters
from report.numbers import find_passport
from report.passport import Passport
from tests.contracts.test_docs import all_pages
from words import Words, rounded

WORDS = Words("zh")
pages = pytest.mark.parametrize("declared", all_pages(), ids=lambda page: page.name)
NARROWED = [
    {},
    {"county": ["211402"]},
    {"sector": ["energy", "industry"], "size": ["1y_10y", "10y_100y"]},
    {"as_of": ["2022-05-31"], "nature": ["retrofit"]},
    {"as_of": ["2021-12-31"]},
    {"county": ["multi", "211400"], "sector": ["agriculture"]},
]


def filters_of(demo: Source, query: dict[str, list[str]]) -> Filters:
    return read_filters(query, demo.engine.opened.dates, demo.city)[0]


def downloaded(passport: Passport) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(passport.csv.decode("utf-8-sig"))))


def added_up(rows: list[dict[str, str]], unit: str) -> float | None:
    numerator = sum((Decimal(row["numerator"]) for row in rows), Decimal(0))
    if unit != "pct":
        return float(numerator)
    denominator = sum((Decimal(row["denominator"]) for row in rows), Decimal(0))
    return float(100 * numerator / denominator) if denominator else None


@pages
@pytest.mark.parametrize("query", NARROWED, ids=str)
def test_the_rows_of_a_kpi_add_up_to_its_number(demo, query, declared):
    report = assemble(declared, filters_of(demo, query), demo, WORDS)
    for kpi in report.kpis:
        passport = find_passport(kpi.name, report, demo, WORDS)
        again = added_up(downloaded(passport), catalog()[kpi.name].unit)
        assert again == pytest.approx(kpi.number), kpi.name


@pytest.mark.parametrize("query", NARROWED, ids=str)
def test_every_point_of_a_trend_is_the_number_of_its_own_date(demo, query):
    report = assemble(overview.PAGE, filters_of(demo, query), demo, WORDS)
    for day in {day for kpi in report.kpis for day, _ in kpi.trend}:
        then = assemble(overview.PAGE, filters_of(demo, {**query, "as_of": [str(day)]}), demo, WORDS)
        for kpi, other in zip(report.kpis, then.kpis, strict=True):
            assert dict(kpi.trend)[day] == other.number, (kpi.name, day)


@pages
@pytest.mark.parametrize("query", NARROWED, ids=str)
def test_the_rows_of_a_chart_aggregate_to_its_table(demo, query, declared):
    report = assemble(declared, filters_of(demo, query), demo, WORDS)
    for chart in report.charts:
        passport = find_passport(chart.name, report, demo, WORDS)
        assert again_over(passport, chart.rows.name, report.filters) == [
            [cell.text for cell in row] for row in chart.rows.rows
        ], chart.name


def again_over(passport: Passport, name: str, filters: Filters) -> list[list[str]]:
    """The question's last step alone, over nothing but the downloaded rows."""
    from queries.engines.duckdb import create_reference
    from report.assemble import cell_of

    connection = duckdb.connect()
    create_reference(connection)
    connection.register("behind", pq.read_table(pa.BufferReader(passport.parquet)))
    final = catalog()[name].final_sql
    named = duckdb.extract_statements(final)[0].named_parameters
    given = {"as_of": filters.as_of, "compare": filters.compare}
    found = connection.execute(final, {name: value for name, value in given.items() if name in named}).fetchall()
    fields = catalog()[name].returns
    return [
        [cell_of(f.name, row_type(catalog()[name])(*row), passport.source.city, WORDS).text for f in fields]
        for row in found
    ]


def test_the_rows_of_every_printed_figure_give_its_computed_value(demo):
    report = assemble(reconcile.PAGE, filters_of(demo, {}), demo, WORDS)
    for figure in reconciled(demo.engine):
        passport = find_passport(figure.id, report, demo, WORDS)
        rows = downloaded(passport)
        if figure.query == "sector_share_change":
            now = [row for row in rows if row["as_of"] == str(figure.parameters["as_of"])]
            before = [row for row in rows if row not in now]
            again = added_up(now, "pct") - added_up(before, "pct")
        else:
            again = added_up(rows, catalog()[figure.query].unit)
        decimals = len(figure.printed.partition(".")[2])
        scale = figure.numerator / figure.computed if catalog()[figure.query].unit in ("wan", "mw", "mwh", "t") else 1
        assert rounded(Decimal(repr(again)) / scale, decimals) == figure.computed, figure.id


def test_a_passport_names_its_sql_its_parameters_its_snapshot_and_its_checksum(demo):
    report = assemble(overview.PAGE, filters_of(demo, {"county": ["211402"]}), demo, WORDS)
    passport = find_passport("start_rate", report, demo, WORDS)
    folder = demo.engine.opened.folders[report.filters.as_of]
    assert passport.sql_file == "queries/kpis/start_rate.sql"
    assert "with behind as" in passport.sql
    assert "counties: 211402" in passport.parameters
    assert passport.generation == demo.engine.opened.generation
    assert passport.digests == (("2022-09-30 projects.parquet", folder.manifest.files["projects.parquet"].sha256),)


def test_a_text_that_a_spreadsheet_would_run_is_defused_in_the_download(given_ledger, demo):
    engine = given_ledger('name\n=HYPERLINK("http://x")')
    source = Source(engine, demo.city)
    report = assemble(overview.PAGE, filters_of(source, {}), source, WORDS)
    assert downloaded(find_passport("projects", report, source, WORDS))[0]["name"].startswith("'=")


def test_an_unknown_number_has_no_passport(demo):
    report = assemble(overview.PAGE, filters_of(demo, {}), demo, WORDS)
    assert find_passport("nonsense", report, demo, WORDS) is None
