"""The database of the minutes: its tables, and how it is opened. SQLite's refuses whatever isn't an addition."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import sqlalchemy as sa
from filelock import FileLock

WAITS_SECONDS = 30
LONGEST = {"what": 500, "who": 100, "name": 100, "content": 20_000}
METADATA = sa.MetaData()
DECISIONS = sa.Table(
    "decisions", METADATA,
    sa.Column("entry", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("decision_id", sa.String(32), nullable=False, index=True),
    sa.Column("project_id", sa.String(100), nullable=False),
    sa.Column("project_name", sa.String(500), nullable=False),
    sa.Column("what", sa.String(LONGEST["what"]), nullable=False),
    sa.Column("who", sa.String(LONGEST["who"]), nullable=False),
    sa.Column("due_on", sa.Date),
    sa.Column("meeting_on", sa.Date, nullable=False),
    sa.Column("as_of", sa.Date, nullable=False),
    sa.Column("generation", sa.Integer, nullable=False),
    sa.Column("withdrawn", sa.Boolean, nullable=False),
    sa.Column("written_at", sa.String(32), nullable=False),
)  # fmt: skip
SAVED = sa.Table(
    "saved", METADATA,
    sa.Column("entry", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("kind", sa.String(10), nullable=False),
    sa.Column("name", sa.String(LONGEST["name"]), nullable=False),
    sa.Column("content", sa.Text, nullable=False),
    sa.Column("withdrawn", sa.Boolean, nullable=False),
    sa.Column("written_at", sa.String(32), nullable=False),
)  # fmt: skip


def opened(url: str) -> sa.Engine:
    """The database, with its tables. Raises what the database or the disk says."""
    if not _is_there(sa.make_url(url)):
        _engine.cache_clear()  # a file that was taken away is made anew
    return _engine(url)


@lru_cache(maxsize=16)
def _engine(url: str) -> sa.Engine:
    parts = sa.make_url(url)
    if parts.get_backend_name() != "sqlite":
        engine = sa.create_engine(url)
        METADATA.create_all(engine)
        return engine
    engine = sa.create_engine(url, poolclass=sa.NullPool, connect_args={"timeout": WAITS_SECONDS})
    if not _is_there(parts) or not {*METADATA.tables} <= {*sa.inspect(engine).get_table_names()}:
        _make_sqlite(engine, Path(parts.database or ""))
    return engine


def _is_there(parts: sa.URL) -> bool:
    """Whether a database file exists; one that is named otherwise is taken as there."""
    name = str(parts.database or "")
    return parts.get_backend_name() != "sqlite" or name.startswith("file:") or Path(name).exists()


def _make_sqlite(engine: sa.Engine, file: Path) -> None:
    """Make the tables, which write ahead so that readers never wait, and refuse what isn't an addition."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(f"{file}.lock", timeout=WAITS_SECONDS), engine.begin() as connection:
        connection.exec_driver_sql("pragma journal_mode = wal")
        for table in METADATA.sorted_tables:
            connection.execute(sa.schema.CreateTable(table, if_not_exists=True))
            for verb in ("update", "delete"):
                connection.exec_driver_sql(
                    f"create trigger if not exists no_{verb}_of_{table.name} before {verb} on {table.name} "
                    "begin select raise(abort, 'the minutes are append-only'); end"
                )
