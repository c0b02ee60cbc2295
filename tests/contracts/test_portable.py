"""The SQL outside the checks stays in the set that DuckDB and Spark read alike."""

import pytest

from queries.catalog import FOLDER, catalog
from tests.contracts.portable import nonportable

VIEWS = sorted(path.stem for path in (FOLDER / "views").glob("*.sql"))


@pytest.mark.parametrize("name", sorted(catalog()))
def test_the_statement_stays_in_the_portable_set(name):
    query = catalog()[name]
    assert nonportable(query.sql) == nonportable(query.behind_sql) == nonportable(query.count_sql) == []


@pytest.mark.parametrize("name", VIEWS)
def test_the_view_stays_in_the_portable_set(name):
    assert nonportable((FOLDER / "views" / f"{name}.sql").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "sql",
    [
        "select a from t group by all",
        "select a from t qualify row_number() over (order by a) = 1",
        "select * exclude (a) from t",
        "select a from t where a in $xs",
        "select sum(a) / sum(b) as share from t",
        "select quantile_cont(a, 0.5) from t",
        "select median(a) from t",
        "select string_agg(a, ',' order by a) from t",
        "select list_filter(a, x -> x > 1) from t",
        "select a[1] from t",
        "select unnest(a) from t",
        "select strftime(a, '%Y') from t",
        "select a || b from t",
    ],
)
def test_what_a_second_engine_reads_otherwise_is_seen(sql):
    assert nonportable(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "select 100 * cast(sum(a) as double) / nullif(sum(b), 0) as share from t",
        "select a from t where list_contains($xs, a) and ($ys is null or list_contains($ys, b))",
        "select extract(month from a) as month, count(*) as rows from t group by extract(month from a)",
    ],
)
def test_what_both_read_alike_is_let_through(sql):
    assert nonportable(sql) == []
