"""The questions answered by DuckDB, over the Parquet files of one opened generation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from data.boards import campaign_boards
from data.city import city, rows
from data.errors import Damaged
from data.ledger import TABLES, Table
from data.opening import Opened
from queries.binding import bind, question, row_type
from queries.engines.energy import energy_tables

VIEWS = Path(__file__).parent.parent / "views"
HELD_IN_MEMORY = 200_000  # rows of all projects files: below, tables in memory answer twice as fast as files
CLOSED = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
}


class Engine:
    """Answers questions over one opened ledger; safe to share between threads."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self._connection = duckdb.connect(":memory:", config=dict(CLOSED))
        in_memory = sum(f.manifest.files["projects.parquet"].rows for f in opened.folders.values()) < HELD_IN_MEMORY
        self._guarded("", lambda: self._prepare(in_memory))

    def ask(self, name: str, /, **parameters: Any) -> list[Any]:
        """The answer's rows as named tuples, in the order of the question's `returns`."""
        query = question(name)
        bound = bind(query, parameters)
        found = self._guarded(name, lambda: self.cursor().execute(query.sql, bound).fetchall())
        return [row_type(query)(*row) for row in found]

    def answer(self, name: str, /, **parameters: Any) -> pa.Table:
        """The answer as an Arrow table of the types that the question's `returns` declares."""
        return self._arrow(name, question(name).sql, parameters)

    def behind(self, name: str, /, **parameters: Any) -> pa.Table:
        """The rows behind the answer."""
        return self._arrow(name, question(name).behind_sql, parameters)

    def count_behind(self, name: str, /, **parameters: Any) -> int:
        """How many rows stand behind the answer."""
        query = question(name)
        bound = bind(query, parameters)
        found = self._guarded(name, lambda: self.cursor().execute(query.count_sql, bound).fetchone())
        return int(found[0])

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A cursor of its own for one thread."""
        return self._connection.cursor()

    def table(self, name: str) -> pa.Table:
        """A whole table of the ledger, all dates."""
        return self.cursor().sql(f"from {TABLES[name].name}").to_arrow_table()

    def replace(self, name: str, rows: pa.Table) -> None:
        """Put other rows in the place of a table that is held in memory, to ask "what if"."""
        self._connection.register("rows_given", rows)
        self._connection.execute(f"delete from {TABLES[name].name}")
        self._connection.execute(f"insert into {TABLES[name].name} by name from rows_given")
        self._connection.unregister("rows_given")

    def close(self) -> None:
        """Let go of the memory."""
        self._connection.close()

    def _arrow(self, name: str, sql: str, parameters: dict[str, Any]) -> pa.Table:
        bound = bind(question(name), parameters)
        return self._guarded(name, lambda: self.cursor().sql(sql, params=bound).to_arrow_table())

    def _guarded(self, name: str, run: Callable[[], Any]) -> Any:
        """Run, and turn what a damaged file makes DuckDB say into one sentence."""
        try:
            return run()
        except (duckdb.Error, UnicodeDecodeError) as error:
            raise Damaged(
                "The published files can't answer “{name}”; run `python -m data verify`, which names the damaged one.",
                name=name,
            ) from error

    def _prepare(self, in_memory: bool) -> None:
        read: list[str] = []
        for table in TABLES.values():
            files = [str(f.file(table.name)) for f in self.opened.folders.values() if f.file(table.name).exists()]
            create_table(self._connection, table, files, in_memory)
            read += files
        create_reference(self._connection)
        create_snapshots(self._connection, self.opened.dates)
        for view in sorted(VIEWS.glob("*.sql")):
            self._connection.execute(view.read_text(encoding="utf-8"))
        lock(self._connection, [] if in_memory else read)


def lock(connection: duckdb.DuckDBPyConnection, files: list[str]) -> None:
    """From here on the connection reaches these files and nothing else of the machine."""
    if files:
        connection.execute(f"set allowed_paths = {_list(files)}")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")


def create_table(connection: duckdb.DuckDBPyConnection, table: Table, files: list[str], in_memory: bool) -> None:
    """A table, or a view over its files: the dictionary's columns, whichever of them the files have."""
    columns = ", ".join(f"{column.name} {column.kind.sql}" for column in table.columns)
    if not files:
        connection.execute(f"create table {table.name} ({columns})")
        return
    connection.execute(f"create table {table.name}_shape ({columns})")
    select = (
        f"from {table.name}_shape union all by name "
        f"from read_parquet({_list(files)}, union_by_name = true, hive_partitioning = true)"
    )
    connection.execute(f"create {'table' if in_memory else 'view'} {table.name} as {select}")


def _list(files: list[str]) -> str:
    """File names as a list in SQL: a view and a setting can't take parameters; the names are our own."""
    return "[" + ", ".join("'" + file.replace("'", "''") + "'" for file in files) + "]"


def create_snapshots(connection: duckdb.DuckDBPyConnection, dates: Sequence[dt.date]) -> None:
    """The dates there are, each with the one before and the one before that in the same year."""
    connection.execute("create table snapshots (as_of date, before date, second_before date)")
    for position, day in enumerate(dates):
        same_year = [earlier for earlier in dates[:position] if earlier.year == day.year]
        before = [None, None, *same_year]
        connection.execute("insert into snapshots values (?, ?, ?)", [day, before[-1], before[-2]])


def _one_row(table: str, key: str) -> str:
    """A reference file as a table of one row with a column for each of its names, so that SQL can name them."""
    return f"{table} ({', '.join(row[key] + ' double' for row in rows(table + '.csv'))})"


def create_reference(connection: duckdb.DuckDBPyConnection) -> None:
    """The city's lists as tables, in their order: divisions, sectors, sizes (in 万元), plausible ranges; months."""
    tables: dict[str, list[tuple[Any, ...]]] = {
        "divisions (position int, county_code varchar, kind varchar)": [
            (i, division.code, division.kind) for i, division in enumerate(city().divisions)
        ],
        "sectors (position int, sector varchar)": list(enumerate(city().sectors)),
        "sizes (size varchar, from_wan decimal(18, 2), below_wan decimal(18, 2), weight double)": [
            (row["size"], row["from_wan"], row["below_wan"] or None, row["weight"]) for row in rows("sizes.csv")
        ],
        "scores (rule varchar, base double, each double)": [
            (row["rule"], row["base"], row["each"]) for row in rows("scores.csv")
        ],
        "ageing (from_days bigint, to_days bigint)": [
            (row["from_days"], row["to_days"] or None) for row in rows("ageing.csv")
        ],
        _one_row("thresholds", "name"): [tuple(row["value"] for row in rows("thresholds.csv"))],
        _one_row("league", "measure"): [tuple(row["weight"] for row in rows("league.csv"))],
        "plausible (rule varchar, code varchar, highest double)": [
            (row["rule"], row["code"], row["highest"]) for row in rows("plausible.csv")
        ],
        "campaign_boards (position int, campaign varchar, board_row varchar, row_zh varchar, row_en varchar, "
        "indicator varchar, part varchar)": [
            (i, row["campaign"], row["row"], row["zh"], row["en"], row["indicator"], row["part"])
            for i, row in enumerate(campaign_boards())
        ],
        "months (month bigint)": [(month,) for month in range(1, 13)],
        **energy_tables(),
    }
    for declared, values in tables.items():
        name = declared.split(" ")[0]
        connection.execute(f"create table {declared}")
        if values:
            connection.executemany(f"insert into {name} values ({', '.join('?' * len(values[0]))})", values)
