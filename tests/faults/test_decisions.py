"""Decisions are kept whatever happens: two writers at once, files that can't be written, hands that would alter them."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

from data.errors import Misused, Refused
from data.minutes import Minutes
from data.minutes_database import DECISIONS, SAVED, opened
from tests.faults.decider import decision
from tests.soak import record

ROOT = Path(__file__).parents[2]
WRITTEN, SOAKED = 60, 1000


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path}/state/minutes.sqlite"


def test_the_newest_row_of_a_decision_counts_and_every_row_is_kept(url):
    minutes = Minutes(url)
    first = minutes.decide(decision("Settle the land"))
    second = minutes.decide(decision("Connect the power"))
    minutes.decide(decision("Settle the land by May", decision_id=first))
    assert [one.what for one in minutes.decisions()] == ["Settle the land by May", "Connect the power"]
    minutes.decide(decision("Connect the power", decision_id=second), withdrawn=True)
    assert [one.what for one in minutes.decisions()] == ["Settle the land by May"]
    assert [one.what for one in minutes.decisions(all_words=True)] == [
        "Settle the land", "Connect the power", "Settle the land by May", "Connect the power",
    ]  # fmt: skip


def test_views_and_agendas_are_saved_by_name(url):
    minutes = Minutes(url)
    minutes.save("view", "Late", "projects?light=red")
    minutes.save("agenda", "Late", "[]")
    minutes.save("view", "Late", "projects?light=yellow")
    assert minutes.saved("view") == {"Late": "projects?light=yellow"}
    minutes.save("view", "Late", "", withdrawn=True)
    assert (minutes.saved("view"), minutes.saved("agenda")) == ({}, {"Late": "[]"})


def test_the_statements_only_add(url):
    minutes, seen = Minutes(url), []
    minutes.decisions()
    sa.event.listen(opened(url), "before_cursor_execute", lambda *given: seen.append(given[2].split()[0].upper()))
    key = minutes.decide(decision("Settle the land"))
    minutes.decide(decision("Settle the land", decision_id=key), withdrawn=True)
    minutes.save("view", "Late", "projects")
    minutes.saved("view")
    minutes.decisions()
    assert set(seen) == {"INSERT", "SELECT"}


@pytest.mark.parametrize("table", [DECISIONS, SAVED])
def test_the_file_itself_refuses_other_hands(url, table):
    minutes = Minutes(url)
    minutes.decide(decision("Settle the land"))
    minutes.save("view", "Late", "projects")
    for statement in (f"delete from {table.name}", f"update {table.name} set written_at = ''"):
        with sqlite3.connect(url.removeprefix("sqlite:///")) as connection, pytest.raises(sqlite3.IntegrityError):
            connection.execute(statement)


def test_two_writers_at_once_lose_nothing(url, request):
    count = SOAKED if request.config.getoption("--soak") else WRITTEN
    each = count // 2
    writers = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.faults.decider", url, mark, str(each)],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        for mark in "ab"
    ]  # fmt: skip
    for writer in writers:
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        writer.stdin.write("\n")
        writer.stdin.flush()
    assert [writer.wait(120) for writer in writers] == [0, 0]
    kept = [one.what for one in Minutes(url).decisions()]
    assert sorted(kept) == sorted(f"{mark}{place}" for mark in "ab" for place in range(each))
    assert [what for what in kept if what[0] == "a"] == [f"a{place}" for place in range(each)]
    if count == SOAKED:
        record("decisions written by two processes at once", count, "none lost")


def test_a_file_that_was_taken_away_is_made_anew(url):
    Minutes(url).decide(decision("Settle the land"))
    for left in Path(url.removeprefix("sqlite:///")).parent.iterdir():
        left.unlink()
    assert Minutes(url).decisions() == []
    Minutes(url).decide(decision("Connect the power"))
    assert len(Minutes(url).decisions()) == 1


def locked(path):
    """A file that another program holds for itself."""
    connection = sqlite3.connect(path)
    connection.execute("begin exclusive")
    return connection


def test_a_locked_file_is_one_sentence_and_nothing_is_lost(url, monkeypatch):
    monkeypatch.setattr("data.minutes_database.WAITS_SECONDS", 0.1)
    minutes = Minutes(url)
    minutes.decide(decision("Settle the land"))
    holder = locked(url.removeprefix("sqlite:///"))
    with pytest.raises(Refused, match=r"can't be read or written in sqlite:.*\(database is locked\)"):
        minutes.decide(decision("Connect the power"))
    holder.close()
    minutes.decide(decision("Connect the power"))
    assert [one.what for one in minutes.decisions()] == ["Settle the land", "Connect the power"]


def test_a_file_that_is_only_to_read_is_read(url):
    Minutes(url).decide(decision("Settle the land"))
    reader = Minutes(f"sqlite:///file:{url.removeprefix('sqlite:///')}?mode=ro&uri=true")
    assert [one.what for one in reader.decisions()] == ["Settle the land"]
    with pytest.raises(Refused, match="readonly"):
        reader.decide(decision("Connect the power"))


@pytest.mark.parametrize("place", ["sqlite:////proc/none/minutes.sqlite", "sqlite:////tmp", "no url", "nosuch://x/y"])
def test_a_place_that_can_hold_nothing_is_one_sentence(place):
    with pytest.raises(Refused, match=r"^The minutes can't be read or written in .*KEYPROJECTS_STATE\.$"):
        Minutes(place).decisions()


def test_a_file_of_something_else_is_one_sentence(tmp_path):
    (tmp_path / "x.sqlite").write_text("no database" * 200)
    with pytest.raises(Refused, match="not a database"):
        Minutes(f"sqlite:///{tmp_path}/x.sqlite").decide(decision("Settle the land"))


def test_a_password_stays_out_of_the_sentence():
    with pytest.raises(Refused) as refused:
        Minutes("nosuch://me:secret@there/x").decisions()
    assert "secret" not in str(refused.value)


def test_what_is_too_long_is_refused_and_not_cut(url):
    with pytest.raises(Misused, match="501 characters and at most 500"):
        Minutes(url).decide(decision("x" * 501))
    assert Minutes(url).decisions() == []
