"""For every question: whoever takes its rows away and adds them up again finds the same answer."""

import csv
import io
from decimal import Decimal

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from queries.catalog import catalog
from queries.engines.duckdb import create_reference
from queries.output import to_csv, to_parquet
from tests.spec.samples import given_to

KPIS = sorted(name for name, query in catalog().items() if query.group == "kpis")
PER_DATE = [name for name in KPIS if "as_ofs" in catalog()[name].parameter_names]
NARROWED = [{}, {"counties": ["211402", "multi"], "sectors": ["energy", "industry"]}, {"sizes": ["1y_10y"]}]


def again(name, rows, asked):
    """The question's last step alone, over nothing but the given rows."""
    connection = duckdb.connect()
    create_reference(connection)
    connection.register("behind", rows)
    final = catalog()[name].final_sql
    named = duckdb.extract_statements(final)[0].named_parameters
    return connection.execute(final, {key: asked[key] for key in named}).fetchall()


@pytest.mark.parametrize("narrowed", NARROWED, ids=str)
@pytest.mark.parametrize("name", sorted(catalog()))
def test_the_rows_taken_away_as_parquet_give_the_answer_again(demo, name, narrowed):
    asked = given_to(catalog()[name], **narrowed)
    rows = pq.read_table(pa.BufferReader(to_parquet(demo.engine.behind(name, **asked))))
    assert again(name, rows, asked) == [tuple(row) for row in demo.engine.ask(name, **asked)]


@pytest.mark.parametrize("name", PER_DATE)
def test_the_rows_taken_away_as_csv_are_added_up_again_by_hand(demo, name):
    asked = given_to(catalog()[name])
    behind = list(csv.DictReader(io.StringIO(to_csv(demo.engine.behind(name, **asked)), newline="")))
    answers = demo.engine.ask(name, **asked)
    assert len(answers) == len({row["as_of"] for row in behind}) > 0
    for answer in answers:
        rows = [row for row in behind if row["as_of"] == str(answer.as_of)]
        value = numerator = sum((Decimal(row["numerator"]) for row in rows if row["numerator"]), Decimal(0))
        if catalog()[name].unit == "pct":
            value = 100 * numerator / sum(Decimal(row["denominator"]) for row in rows)
        assert answer.value == pytest.approx(float(value)), (name, answer.as_of)
        assert answer.numerator == numerator


@pytest.mark.parametrize("name", KPIS)
def test_every_row_behind_a_number_says_where_it_stands_in_the_workbook(demo, name):
    rows = demo.engine.behind(name, **given_to(catalog()[name])).to_pylist()
    assert rows
    assert all(row["source_file"] and row["source_sheet"] and row["source_row"] > 1 for row in rows)
