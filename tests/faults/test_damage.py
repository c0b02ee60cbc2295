"""Damage and full disks: one clear sentence, and the last good snapshot still served."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from data.errors import Damaged, Refused
from data.manifest import digest_of
from data.opening import generation_folders
from data.snapshots import Store
from data.verifying import verify
from tests.faults.publisher import publish

ROOT = Path(__file__).parents[2]


@pytest.fixture
def store(tmp_path):
    """Two generations of one date; the second is the one to be damaged."""
    publish(tmp_path, "g1")
    publish(tmp_path, "g2")
    return Store(tmp_path)


def newest(store):
    return generation_folders(store.folder)[-1][2]


def flip_a_bit(path):
    content = bytearray(path.read_bytes())
    content[random.Random(4).randrange(len(content))] ^= 8
    path.write_bytes(content)


def rewrite(folder, change):
    """Change the projects file and make its manifest fit, as a faulty publisher would."""
    path = folder / "projects.parquet"
    pq.write_table(change(pq.read_table(path, partitioning=None)), path)
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    manifest["files"]["projects.parquet"] |= {"sha256": digest_of(path), "bytes": path.stat().st_size}
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


def set_in_manifest(folder, **values):
    path = folder / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | values), encoding="utf-8")


DAMAGES = {
    "a flipped bit": (lambda f: flip_a_bit(f / "projects.parquet"), "projects.parquet is not what was published"),
    "a cut file": (lambda f: os.truncate(f / "problems.parquet", 100), "problems.parquet is not what was published"),
    "a missing file": (lambda f: (f / "deals.parquet").unlink(), "deals.parquet is missing"),
    "a column is gone": (lambda f: rewrite(f, lambda t: t.drop_columns(["project_id"])), "project_id"),
    "a column of another type": (
        lambda f: rewrite(f, lambda t: t.set_column(t.column_names.index("total_wan"), "total_wan", pa.array(["x"] * t.num_rows))),
        "total_wan",
    ),
    "an unknown schema version": (lambda f: set_in_manifest(f, schema_version=99), "schema version 99"),
    "a manifest that is no JSON": (lambda f: (f / "manifest.json").write_text("{"), "manifest of as_of=2022-09-30/g000002"),
    "a manifest without its fields": (lambda f: (f / "manifest.json").write_text("{}"), "manifest of"),
}  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_named_in_one_sentence_and_the_last_good_snapshot_is_served(store, damage):
    change, said = DAMAGES[damage]
    change(newest(store))
    opened = store.open()
    assert opened.generation == 1
    assert said in str(opened.notice) and "\n" not in str(opened.notice)
    assert [said in str(fault) for fault in verify(store).faults] == [True]
    with pytest.raises(Refused, match=r"."):
        store.open(2)


def test_a_pointer_that_holds_no_number_is_named_and_the_newest_whole_snapshot_served(store):
    (store.folder / "CURRENT").write_text("garbage", encoding="utf-8")
    opened = store.open()
    assert opened.generation == 2 and "CURRENT does not hold a generation number" in str(opened.notice)
    with pytest.raises(Damaged):
        store.current()


def test_a_full_disk_is_one_sentence_and_changes_nothing(store):
    script = (
        "import resource, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))\n"
        "from data.errors import Refused\n"
        "from tests.faults.publisher import publish\n"
        "try: publish(sys.argv[1], 'g3')\n"
        "except Refused as refused: print(refused)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(store.folder)], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.startswith("Nothing was published, because") and done.stdout.count("\n") == 1, done.stderr
    assert (store.current(), verify(store).faults, verify(store).leftovers) == (2, [], [])


def test_publishing_never_touches_what_was_published_before(store):
    before = {path: path.read_bytes() for path in store.folder.rglob("g*/*") if path.is_file()}
    publish(store.folder, "g3")
    assert {path: path.read_bytes() for path in before} == before


def test_a_rollback_is_a_new_generation_that_equals_the_old_one(store):
    old, _ = (path for _, _, path in generation_folders(store.folder))
    store.rollback(1, reason="wrong file", who="tester")
    folder = store.open().folders.popitem()[1]
    assert store.current() == folder.manifest.generation == 3
    assert {f.name: f.read_bytes() for f in old.glob("*.parquet")} == {
        f.name: f.read_bytes() for f in folder.path.glob("*.parquet")
    }
    assert verify(store).checked == 3


def test_a_rollback_of_the_first_publish_withdraws_it_and_deletes_nothing(store):
    store.rollback(0, reason="never happened", who="tester")
    assert store.history()[-1].withdrawn
    assert store.open().dates == ()
    assert store.open(2).dates != ()


def test_going_back_to_the_present_or_to_the_future_is_refused(store):
    store.rollback(1, reason="back", who="tester")
    for to, said in ((1, "reads the same as now"), (3, "choose one from 0 to 2"), (9, "choose one from 0 to 2")):
        with pytest.raises(Refused, match=said):
            store.rollback(to, reason="again", who="tester")


def test_a_generation_that_is_not_there_is_refused(store):
    with pytest.raises(Refused, match="no generation 7; the newest is 2"):
        store.open(7)


def test_an_empty_store_says_how_to_publish(tmp_path):
    with pytest.raises(Refused, match="python -m data publish"):
        Store(tmp_path).open()
