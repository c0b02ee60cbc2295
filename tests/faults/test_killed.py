"""A publish that is killed at any moment leaves the old or the new snapshot, whole."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from data.manifest import read_manifest
from data.opening import generation_folders
from data.snapshots import Store
from data.verifying import verify
from tests.faults.publisher import publish
from tests.soak import record

KILLS, SOAKED = 20, 300
ROOT = Path(__file__).parents[2]


def started(folder, mark, parent):
    """A publisher that waits for its line."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.publisher", str(folder), mark, str(parent)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout.readline() == "ready\n"
    return process


def marks_of(store):
    """What the visible snapshot holds: the marks of both its tables."""
    folder = store.open().folders.popitem()[1]
    names = set(pq.read_table(folder.file("projects"), partitioning=None)["name"].to_pylist())
    return names | set(pq.read_table(folder.file("problems"), partitioning=None)["description"].to_pylist())


def test_after_a_kill_at_a_random_moment_everything_is_whole(tmp_path, request):
    kills = SOAKED if request.config.getoption("--soak") else KILLS
    rng = random.Random(9)
    process = started(tmp_path, "g1", 0)
    began = time.perf_counter()
    process.communicate("\n")
    took = time.perf_counter() - began
    store, old, new = Store(tmp_path), 0, 0
    for _ in range(kills):
        before = store.current()
        process = started(tmp_path, f"g{before + 1}", before)
        process.stdin.write("\n")
        process.stdin.flush()
        time.sleep(rng.uniform(0, 1.1 * took))
        process.kill()
        process.wait()
        after = store.current()
        assert after in (before, before + 1)
        assert verify(store).faults == []
        assert marks_of(store) == {f"g{after}"}
        old, new = old + (after == before), new + (after != before)
    if kills == SOAKED:
        record("kill -9 during a publish", kills, f"{old} times the old snapshot, {new} times the new one, 0 damaged")
    assert old and new, "the kills must fall both before and after the moment of publishing"


def test_what_a_killed_publish_left_is_never_shown_by_a_later_one(tmp_path):
    publish(tmp_path, "g1")
    store = Store(tmp_path)
    orphan = tmp_path / "as_of=2022-08-31" / "g000002"
    orphan.mkdir(parents=True)
    (orphan / "manifest.json").write_text("half", encoding="utf-8")
    (tmp_path / ".tmp-left").mkdir()
    assert len(verify(store).leftovers) == 2 and verify(store).faults == []
    publish(tmp_path, "g2")
    assert not orphan.exists() and not (tmp_path / ".tmp-left").exists()
    assert [str(day) for day in store.open().dates] == ["2022-09-30"]


@pytest.mark.parametrize("turn", range(3))
def test_of_two_publishers_with_one_parent_one_wins_and_the_other_says_who_came_first(tmp_path, turn):
    publish(tmp_path, "g1")
    two = [started(tmp_path, mark, 1) for mark in ("left", "right")]
    for process in two:
        process.stdin.write("\n")
        process.stdin.flush()
    said = sorted(process.communicate()[0].strip() for process in two)
    assert said[0].startswith("conflict 1 2 Generation 2 by") and "--parent 2" in said[0]
    assert said[1] == "published 2"
    assert read_manifest(generation_folders(tmp_path)[-1][2]).who in said[0]


def test_a_reader_never_sees_half_a_publish(tmp_path):
    publish(tmp_path, "g1")
    store = Store(tmp_path)
    process = started(tmp_path, "g2", 1)
    process.stdin.write("\n")
    process.stdin.flush()
    seen = set()
    while process.poll() is None:
        marks = marks_of(store)
        assert len(marks) == 1
        seen |= marks
    assert marks_of(store) == {"g2"} and seen <= {"g1", "g2"}
