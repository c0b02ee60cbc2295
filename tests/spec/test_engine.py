"""The engine: the same answers from memory and from files, for many at once, and nothing else reached."""

import datetime as dt
import threading
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from data.errors import Damaged
from data.opening import Folder, Opened
from data.snapshots import Store
from queries.catalog import catalog
from queries.engines import duckdb as engines
from queries.engines.duckdb import Engine
from tests.spec.samples import given_to

SEP, DEC = dt.date(2022, 9, 30), dt.date(2021, 12, 31)


@pytest.fixture(scope="module")
def over_files(demo_store):
    """The demonstration as a ledger too large for memory would be read."""
    held, engines.HELD_IN_MEMORY = engines.HELD_IN_MEMORY, 0
    try:
        yield Engine(demo_store.open())
    finally:
        engines.HELD_IN_MEMORY = held


@pytest.mark.parametrize("name", sorted(catalog()))
def test_files_answer_as_memory_does(demo, over_files, name):
    asked = given_to(catalog()[name])
    assert over_files.ask(name, **asked) == demo.engine.ask(name, **asked)
    assert over_files.answer(name, **asked).to_pylist() == [row._asdict() for row in demo.engine.ask(name, **asked)]
    assert over_files.count_behind(name, **asked) == demo.engine.behind(name, **asked).num_rows


def test_only_the_files_of_the_asked_date_are_read(over_files):
    plan = over_files.cursor().execute("explain analyze select count(*) from ledger where as_of = date '2022-09-30'")
    assert "Total Files Read: 1" in plan.fetchall()[0][1].replace("  ", " ")


def test_many_readers_at_once_get_each_their_own_answer(demo):
    counties = [None, ["211402"], ["211481"], ["multi"]] * 8
    expected = [demo.engine.ask("start_rate", as_ofs=[SEP], counties=one) for one in counties]
    found = [None] * len(counties)

    def ask(place):
        for _ in range(5):
            found[place] = demo.engine.ask("start_rate", as_ofs=[SEP], counties=counties[place])

    threads = [threading.Thread(target=ask, args=(place,)) for place in range(len(counties))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == expected


@pytest.mark.parametrize(
    "statement",
    ["from read_csv('{other}')", "copy projects to '{other}'", "attach '{other}'", "install excel", "load excel",
     "set enable_external_access = true", "from glob('/*')"],
)  # fmt: skip
@pytest.mark.parametrize("which", ["memory", "files"])
def test_the_rest_of_the_machine_is_out_of_reach(demo, over_files, tmp_path, which, statement):
    other = tmp_path / "other.csv"
    other.write_text("a\n1\n", encoding="utf-8")
    engine = demo.engine if which == "memory" else over_files
    with pytest.raises(duckdb.Error):
        engine.cursor().execute(statement.format(other=other)).fetchall()
    assert other.read_text(encoding="utf-8") == "a\n1\n"


def test_a_folder_name_that_sql_would_misread_is_just_a_name(demo_store, tmp_path):
    folder = demo_store.open().folders[SEP]
    odd = tmp_path / "o'clock; drop" / "as_of=2022-09-30"
    odd.mkdir(parents=True)
    for table in ("projects", "deals"):
        (odd / f"{table}.parquet").write_bytes(folder.file(table).read_bytes())
    engine = Engine(Opened(1, {SEP: Folder(odd, folder.manifest)}))
    assert engine.ask("projects", as_ofs=[SEP])[0].value == 500
    assert engine.ask("meetings_held", as_ofs=[SEP]) == []


def test_a_column_that_an_old_file_lacks_is_empty_in_it(demo_store, tmp_path):
    folders = demo_store.open().folders
    old = tmp_path / "as_of=2021-12-31"
    old.mkdir()
    rows = pq.read_table(folders[DEC].file("projects"), partitioning=None)
    pq.write_table(rows.drop_columns(["sponsor"]), old / "projects.parquet")
    engine = Engine(Opened(1, {DEC: Folder(old, folders[DEC].manifest), SEP: folders[SEP]}))
    assert [row.value for row in engine.ask("sponsored_projects", as_ofs=[DEC, SEP])] == [73]
    assert len(engine.ask("projects", as_ofs=[DEC, SEP])) == 2


def test_a_file_that_is_damaged_after_opening_is_said_in_a_sentence(demo_store, tmp_path, monkeypatch):
    monkeypatch.setattr(engines, "HELD_IN_MEMORY", 0)
    folder = demo_store.open().folders[SEP]
    copy = tmp_path / "as_of=2022-09-30"
    copy.mkdir()
    content = folder.file("projects").read_bytes()
    (copy / "projects.parquet").write_bytes(content)
    engine = Engine(Opened(1, {SEP: Folder(copy, folder.manifest)}))
    (copy / "projects.parquet").write_bytes(content[:200] + bytes(len(content) - 400) + content[-200:])
    with pytest.raises(Damaged, match="python -m data verify"):
        engine.ask("projects", as_ofs=[SEP])


def test_a_damaged_file_refuses_the_engine_in_a_sentence(tmp_path, demo_store):
    folder = demo_store.open().folders[SEP]
    (tmp_path / "projects.parquet").write_bytes(b"PAR1 not really")
    with pytest.raises(Damaged):
        Engine(Opened(1, {SEP: Folder(Path(tmp_path), folder.manifest)}))


def test_a_ledger_without_any_date_answers_with_nothing():
    engine = Engine(Opened(0, {}))
    assert engine.ask("projects", as_ofs=[SEP]) == []
    assert len(engine.ask("investment_by_county", as_of=SEP)) == 8
    engine.close()


def test_a_store_reads_each_date_at_the_asked_generation(demo_store: Store):
    engine = Engine(demo_store.open(3))
    assert [row.as_of for row in engine.ask("projects", as_ofs=[DEC, SEP])] == [DEC]
