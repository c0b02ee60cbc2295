"""`python -m queries run alerts`: the message, the object for a program, silence for cron, and the generations."""

import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from data.arrow import empty_table, table_of
from data.ledger import TABLES
from data.snapshots import Store
from queries.__main__ import main
from tests.conftest import rows_of
from tests.spec.test_command import read, run  # noqa: F401


@pytest.fixture
def told(tmp_path, monkeypatch, capfdbinary):
    """Publishes ledgers of projects, one generation each, and runs the command over them."""
    store = Store(tmp_path)
    monkeypatch.setenv("KEYPROJECTS_SNAPSHOTS", str(tmp_path))

    def publish(day, text):
        tables = {name: empty_table(name) for name in TABLES}
        tables["projects"] = table_of("projects", rows_of(f"as_of | {text}".replace("\n", f"\n{day} | ")))
        import datetime as dt

        store.publish(tables, as_of=dt.date.fromisoformat(day), reason="test", source_name="t", source_sha256="",
                      who="test")  # fmt: skip

    def ran(*arguments):
        code = main(["--lang", "en", "run", "alerts", *arguments])
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return publish, ran


LATE = "name | planned_start\nA | 2022-06-01\nB | 2022-09-01"
ON_TIME = "name | planned_start\nA | 2022-09-01\nB | 2022-09-01"


def test_the_message_says_between_what_how_many_and_the_worst_first(run):  # noqa: F811
    code, out, err = run("run", "alerts", "--since", "9", lang="zh")
    lines = out.decode().splitlines()
    assert (code, err) == (0, "")
    assert lines[0] == "重点项目提醒：2022年8月31日（第9代）至2022年9月30日（第10代）的变化（演示数据）"
    assert lines[1].startswith("新亮红灯：")
    assert len(lines) <= 22
    assert run("run", "alerts", "--since", "9")[1].decode().startswith(
        "What turned from 2022-08-31 (generation 9) to 2022-09-30 (generation 10) (illustrative data)\n"
    )  # fmt: skip


def test_the_object_has_both_ledgers_the_counts_and_every_alert(run):  # noqa: F811
    found = json.loads(run("run", "alerts", "--since", "9", "--format", "json")[1])
    assert {"since": 9, "since_as_of": "2022-08-31", "generation": 10, "as_of": "2022-09-30"}.items() <= found.items()
    assert found["illustrative"] is True
    assert sum(found["counts"].values()) == len(found["alerts"]) > 0
    rows = read(run("run", "alerts", "--since", "9", "--format", "csv")[1])
    assert [row["project_id"] for row in rows] == [alert["project_id"] for alert in found["alerts"]]
    parquet = pq.read_table(pa.BufferReader(run("run", "alerts", "--since", "9", "--format", "parquet")[1]))
    assert parquet.column("amount").to_pylist() == [alert["amount"] for alert in found["alerts"]]


def test_the_filters_of_a_page_narrow_the_alerts(run):  # noqa: F811
    rows = read(run("run", "alerts", "--since", "9", "--county", "211402", "--format", "csv")[1])
    assert {row["county_code"] for row in rows} == {"211402"}


def test_nothing_turned_is_one_sentence_and_with_quiet_nothing_at_all(run):  # noqa: F811
    said = "Nothing turned from 2022-09-30 (generation 10) to 2022-09-30 (generation 10).\n"
    assert run("run", "alerts", "--since", "10") == (0, said.encode(), "")
    assert run("run", "alerts", "--since", "10", "--quiet") == (0, b"", "")
    assert json.loads(run("run", "alerts", "--since", "10", "--format", "json")[1])["alerts"] == []
    assert run("run", "alerts", "--since", "9", "--quiet")[1] == run("run", "alerts", "--since", "9")[1]


def test_an_earlier_date_is_compared_with_what_was_known_of_it(run):  # noqa: F811
    found = json.loads(run("run", "alerts", "--since", "8", "--as-of", "2022-08-31", "--format", "json")[1])
    assert (found["since_as_of"], found["as_of"]) == ("2022-07-31", "2022-08-31")


def test_a_correction_of_the_same_date_turns_what_it_corrects(told):
    publish, ran = told
    publish("2022-09-30", ON_TIME)
    publish("2022-09-30", LATE)
    code, out, _ = ran("--since", "1")
    assert code == 0
    assert out.splitlines() == [
        "What turned from 2022-09-30 (generation 1) to 2022-09-30 (generation 2)",
        "Newly red: 1",
        "Newly red: 1",
        "- A (Lianshan): not started 3 months after the planned one",
    ]
    assert ran("--since", "1", "--generation", "1")[1].startswith("Nothing turned")


def test_a_generation_before_the_date_was_published_has_nothing_to_compare_with(told):
    publish, ran = told
    publish("2022-09-30", ON_TIME)
    publish("2022-08-31", ON_TIME)
    code, out, err = ran("--since", "1", "--as-of", "2022-08-31")
    assert (code, out) == (1, "")
    assert err == "At generation 1 nothing up to 2022-08-31 was published; choose a later one.\n"


def test_a_long_list_is_cut_and_says_how_many_are_left(told):
    publish, ran = told
    many = [f"P{i} | 2022-06-01 |" for i in range(40)]
    publish("2022-08-31", "\n".join(["name | planned_start | planned_finish", *many]))
    publish("2022-09-30", "\n".join(["name | planned_start | planned_finish", *many]))
    lines = ran("--since", "1")[1].splitlines()
    assert (lines[2], lines[-1], len(lines)) == ("Newly red: 40", "- and 24 more", 20)
