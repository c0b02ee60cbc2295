"""Every SQL file keeps what its header promises, and stays within what a second engine understands."""

import datetime as dt
import importlib
import inspect
from pathlib import Path

import duckdb
import pytest
import sqlglot
from sqlglot import exp

from data.errors import Misused, Refused
from data.ledger import TABLES
from data.opening import Opened
from data.reading import RawLedger
from queries.arguments import FILTERS
from queries.catalog import FOLDER, catalog, read_query
from queries.engines.duckdb import Engine

SEP = dt.date(2022, 9, 30)
QUERIES = sorted(catalog())
RULES = sorted(path.stem for path in (FOLDER / "checks").glob("*.sql"))
CHARTS = [
    chart
    for path in sorted((FOLDER.parent / "charts").glob("[a-z]*.py"))
    if hasattr(chart := importlib.import_module(f"charts.{path.stem}"), "QUERY")
]


@pytest.fixture(scope="module")
def engine():
    return Engine(Opened(1, {}))


def described(connection, sql, query):
    """The columns and types that the statement really returns."""
    samples = {"DATE": "date '2022-09-30'", "DATE[]": "[date '2022-09-30']", "VARCHAR": "'x'", "VARCHAR[]": "['x']"}
    for field in sorted(query.params, key=lambda field: -len(field.name)):
        sql = sql.replace(f"${field.name}", samples[field.type])
    return [(row[0], row[1]) for row in connection.execute(f"describe {sql}").fetchall()]


@pytest.mark.parametrize("name", QUERIES)
def test_the_declared_parameters_are_those_of_the_statement(name):
    query = catalog()[name]
    assert set(duckdb.extract_statements(query.sql)[0].named_parameters) == set(query.parameter_names)


@pytest.mark.parametrize("name", QUERIES)
def test_the_statement_returns_what_is_declared(name, engine):
    query = catalog()[name]
    declared = [(field.name, field.type) for field in query.returns]
    assert described(engine.cursor(), query.sql, query) == declared


@pytest.mark.parametrize("name", QUERIES)
def test_the_rows_behind_an_answer_are_its_last_step_before_the_aggregate(name):
    query = catalog()[name]
    tree = sqlglot.parse_one(query.sql, dialect="duckdb")
    assert tree.ctes[-1].alias == "behind"
    assert {table.name for table in tree.copy().find(exp.From).find_all(exp.Table)} <= {"behind", "months"}
    assert query.sql == query.behind_sql.removesuffix("select * from behind\n") + query.final_sql
    assert sqlglot.parse_one(query.behind_sql, dialect="duckdb").ctes == tree.ctes
    source = {"source_file", "source_sheet", "source_row"}
    columns = tree.ctes[-1].this.selects
    whole = {column.name for one in columns if one.is_star for column in TABLES[one.table].columns}
    assert source <= {column.alias_or_name for column in columns} | whole


@pytest.mark.parametrize("name", QUERIES)
def test_every_statement_names_its_date(name):
    assert {"as_of", "as_ofs"} & set(catalog()[name].parameter_names)


FILTERED = {
    "counties": "county_code", "sectors": "sector", "natures": "nature", "sizes": "size", "batches": "batch_id",
    "sponsors": "sponsor", "projects": "project_id",
}  # fmt: skip
SHARED = list(FILTERED)[:6]


@pytest.mark.parametrize("name", QUERIES)
def test_a_filter_is_spelled_the_same_way_everywhere(name):
    query = catalog()[name]
    for parameter in set(query.parameter_names) & set(FILTERED):
        spelled = f"and (${parameter} is null or list_contains(${parameter}, {FILTERED[parameter]}))"
        assert query.sql.replace("ledger.", "").count(spelled) == 1 == query.sql.count(f"${parameter} is null")


@pytest.mark.parametrize("name", [name for name in QUERIES if " ledger" in catalog()[name].sql])
def test_a_question_about_projects_takes_every_filter_but_those_it_says_it_ignores(name):
    query = catalog()[name]
    ignored = [FILTERS[name] for name in query.ignores]
    assert [parameter for parameter in SHARED if parameter not in query.parameter_names] == ignored


@pytest.mark.parametrize("name", QUERIES)
def test_a_share_says_the_unit_of_its_base(name):
    query = catalog()[name]
    assert query.base in ("count", "wan")
    if query.group == "kpis":
        assert query.unit and query.means


def name_of(chart):
    return chart.__name__.removeprefix("charts.")


@pytest.mark.parametrize("chart", CHARTS, ids=name_of)
def test_a_chart_finds_its_columns_in_the_answer(chart):
    returned = {field.name for field in catalog()[chart.QUERY].returns}
    assert set(chart.Row._fields) <= returned


@pytest.mark.parametrize("chart", CHARTS, ids=name_of)
def test_a_chart_that_sets_a_filter_marks_it_and_its_question_ignores_it(chart):
    """Else a click on a mark would take all others away. What else it ignores has a reason."""
    sets, query = getattr(chart, "SETS", ""), catalog()[chart.QUERY]
    assert not sets or sets in query.ignores
    assert query.because or query.ignores == ((sets,) if sets else ())
    assert ("marked" in inspect.signature(chart.draw).parameters) == bool(sets)


@pytest.mark.parametrize("rule", RULES)
def test_a_check_returns_where_the_fault_stands(rule):
    from data.checking import SENTENCES, prepare
    from data.raw_engine import open_raw

    query = read_query(FOLDER / "checks" / f"{rule}.sql")
    connection = open_raw(RawLedger("x", "", {}, (), ()))
    prepare(connection)
    declared = [(field.name, field.type) for field in query.returns]
    assert described(connection, query.sql, query) == declared
    assert rule in SENTENCES


HEADER = "-- title:   A\n-- asks:    b\n-- grain:   c\n-- params:  as_of DATE\n-- returns: a BIGINT\n"
SQL = "with behind as (\n    select 1 as a where $as_of is not null\n)\n\nselect a\nfrom behind\n"


@pytest.fixture
def written(monkeypatch, tmp_path):
    """The catalogue of one file with this text."""
    monkeypatch.setattr("queries.catalog.FOLDER", tmp_path)
    catalog.cache_clear()

    def write(text):
        (tmp_path / "wrong.sql").write_text(text, encoding="utf-8")
        return catalog()

    yield write
    catalog.cache_clear()


def test_a_header_that_keeps_the_contract_is_read(written):
    assert written(HEADER + SQL)["wrong"].params == (("as_of", "DATE", False),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEADER.replace("-- asks:    b\n", "") + SQL, "unknown –, missing asks"),
        (HEADER + "-- extra:   x\n" + SQL, "unknown extra, missing –"),
        (HEADER + "-- title:   B\n" + SQL, "unknown title, missing –"),
        (HEADER + "-- a stray remark\n" + SQL, "unknown -- a stray remark"),
        (HEADER + "-- ignores: colour\n" + SQL, "unknown colour, missing –"),
        (HEADER.replace("as_of DATE", "as_of") + SQL, "declares “as_of”"),
        (HEADER.replace("as_of DATE", "as_of BIGINT") + SQL, "unknown as_of BIGINT"),
        (HEADER.replace("as_of DATE", "as_of DATE, unused DATE?") + SQL, "unknown unused, missing –"),
        (HEADER + SQL.replace("$as_of", "$as_of and $more"), "unknown –, missing more"),
        (HEADER + "select $as_of as a\n", "missing behind"),
    ],
)
def test_a_file_that_breaks_the_contract_is_refused_by_name(written, text, said):
    with pytest.raises(Refused, match=f"wrong.sql.*{said}"):
        written(text)


def test_the_catalogue_is_read_in_the_blink_of_an_eye(monkeypatch):
    """Counted in file reads, not seconds: each file once, and none again."""
    reads = []
    read = Path.read_text
    monkeypatch.setattr(Path, "read_text", lambda path, **options: reads.append(path) or read(path, **options))
    catalog.cache_clear()
    assert catalog() is catalog()
    assert len(reads) == len(set(reads)) == len(catalog())


def test_an_unknown_question_is_refused_in_a_sentence(engine):
    with pytest.raises(Misused, match="no question “nonsense”"):
        engine.ask("nonsense")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"colour": "red"}, "takes as_ofs, counties.*: unknown colour, missing as_ofs"),
        ({"as_ofs": "2022-09-30"}, "takes as_ofs as DATE.., and “2022-09-30” is none"),
        ({"as_ofs": [SEP], "counties": "211402"}, "takes counties as VARCHAR"),
        ({"as_ofs": [SEP], "counties": [211402]}, "takes counties as VARCHAR"),
        ({"as_ofs": None}, "missing as_ofs"),
    ],
)
def test_a_wrong_parameter_is_refused_in_a_sentence(engine, given, said):
    with pytest.raises(Misused, match=said):
        engine.ask("projects", **given)


@pytest.mark.parametrize(
    ("name", "tables"),
    [
        ("total_investment", ("projects",)),
        ("deals_landed", ("deals",)),
        ("problems_open", ("projects", "problems")),
        ("sponsor_scorecard", ("problems", "projects", "milestones", "approvals")),
    ],
)
def test_a_question_names_the_tables_that_it_reads_itself_or_by_a_view(name, tables):
    assert set(catalog()[name].tables) == set(tables)
