"""Every SQL file keeps what its header promises, and stays within what a second engine understands."""

import duckdb
import pytest
import sqlglot
from sqlglot import exp

from charts import investment_by_county, share_by_sector, starts_by_month
from data.errors import Refused
from data.opening import Opened
from data.reading import RawLedger
from queries.catalog import FOLDER, catalog, read_query
from queries.engines.duckdb import Engine

QUERIES = sorted(catalog())
RULES = sorted(path.stem for path in (FOLDER / "checks").glob("*.sql"))
CHARTS = (investment_by_county, share_by_sector, starts_by_month)


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
    source = {"source_file", "source_sheet", "source_row"}
    assert source <= {column.alias_or_name for column in tree.ctes[-1].this.selects}


@pytest.mark.parametrize("name", QUERIES)
def test_every_statement_names_its_date(name):
    assert {"as_of", "as_ofs"} & set(catalog()[name].parameter_names)


@pytest.mark.parametrize("name", QUERIES)
def test_the_statement_stays_in_the_portable_set(name):
    tree = sqlglot.parse_one(catalog()[name].sql, dialect="duckdb")
    refused = (exp.Qualify, exp.Star, exp.Lambda, exp.Unnest, exp.Median, exp.PercentileCont, exp.GroupConcat)
    inside = [
        node.sql()
        for kind in refused
        for node in tree.find_all(kind)
        if not isinstance(node.parent, (exp.Count, exp.Select))
    ]
    assert inside == []
    assert not any(group.args.get("all") for group in tree.find_all(exp.Group))
    assert sqlglot.transpile(
        catalog()[name].sql, read="duckdb", write="spark", unsupported_level=sqlglot.ErrorLevel.RAISE
    )


@pytest.mark.parametrize("name", QUERIES)
def test_a_share_says_the_unit_of_its_base(name):
    query = catalog()[name]
    assert query.base in ("count", "wan")
    if query.group == "kpis":
        assert query.unit and query.means


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.QUERY)
def test_a_chart_finds_its_columns_in_the_answer(chart):
    returned = {field.name for field in catalog()[chart.QUERY].returns}
    assert set(chart.Row._fields) <= returned


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


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("-- title: A\n", "missing"),
        ("-- title: A\n-- asks: b\n-- grain: c\n-- params: none\n-- returns: a DATE\n-- extra: x\n", "extra"),
        ("-- title: A\n-- asks: b\n-- grain: c\n-- params: as_of\n-- returns: a DATE\n", "as_of"),
    ],
)
def test_a_header_that_breaks_the_contract_is_refused_by_name(header, said, monkeypatch, tmp_path):
    monkeypatch.setattr("queries.catalog.FOLDER", tmp_path)
    (tmp_path / "wrong.sql").write_text(header + "select 1", encoding="utf-8")
    with pytest.raises(Refused, match=f"wrong.sql.*{said}"):
        read_query(tmp_path / "wrong.sql")


def test_an_unknown_question_and_a_wrong_parameter_are_refused_in_a_sentence(engine):
    with pytest.raises(Refused, match="no question “nonsense”"):
        engine.ask("nonsense")
    with pytest.raises(Refused, match="unknown \\['colour'\\], missing \\['as_ofs'\\]"):
        engine.ask("projects", colour="red")
