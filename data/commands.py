"""What each command of `python -m data` does; each gives its exit code."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections.abc import Sequence
from typing import Any

from data.checking import check, fault_table
from data.demo import publish_demo, write_workbooks
from data.diffing import Change, diff_dates, diff_generations
from data.error_workbook import write_error_workbook
from data.errors import Refused
from data.ledger import PROJECTS
from data.manifest import Manifest
from data.publishing import Faulty, publish_file, user
from data.reading import read_ledger
from data.snapshots import Conflict, Store
from data.tables import aligned
from data.template import write_template
from data.verifying import verify
from words import Words

CHANGES_PRINTED = 200
KINDS = {"added": "added", "gone": "gone", "changed": "changed"}


def template(asked: argparse.Namespace, words: Words) -> int:
    """Write the empty workbook."""
    write_template(asked.file, asked.lang)
    print(words("Wrote {path}.", path=asked.file))
    return 0


def check_file(asked: argparse.Namespace, words: Words) -> int:
    """Print the faults of a ledger, and mark them in a copy when asked."""
    faults = check(read_ledger(asked.file))
    print(fault_table(faults, words), end="")
    if asked.errors and faults:
        write_error_workbook(asked.file, faults, asked.errors, words)
        print(words("Wrote {path}.", path=asked.errors))
    return 1 if faults else 0


def publish(asked: argparse.Namespace, words: Words) -> int:
    """Publish a ledger; a refused one changes nothing."""
    store = Store()
    try:
        manifest = publish_file(
            asked.file, as_of=asked.as_of, reason=asked.reason, parent=asked.parent, store=store, who=asked.who
        )
    except Faulty as faulty:
        print(fault_table(faulty.faults, words), end="")
        raise
    except Conflict as conflict:
        _print_changes(diff_generations(store, conflict.parent, conflict.current), words)
        raise
    print(_published(manifest, words))
    return 0


def history(asked: argparse.Namespace, words: Words) -> int:
    """List the generations."""
    store = Store()
    current = store.current()
    rows = [
        [str(m.generation), str(m.as_of), words("withdrawn") if m.withdrawn else words.number(m.rows), m.published_at,
         m.who, m.reason, str(m.parent)]
        for m in store.history()
    ]  # fmt: skip
    titles = [
        words("Generation"),
        words("As of"),
        words("Rows"),
        words("Published"),
        words("Who"),
        words("Why"),
        words("Parent"),
    ]
    print(aligned(titles, rows), end="")
    print(words("Current generation: {current}", current=current))
    return 0


def show(asked: argparse.Namespace, words: Words) -> int:
    """Print the manifests of one generation."""
    found = [manifest for manifest in Store().history() if manifest.generation == asked.generation]
    if not found:
        raise Refused(
            "There is no generation {generation}; `python -m data list` shows them.", generation=asked.generation
        )
    for manifest in found:
        print(manifest.to_json(), end="")
    return 0


def diff(asked: argparse.Namespace, words: Words) -> int:
    """Print what changed between two generations or two dates."""
    store = Store()
    if asked.a.isdecimal() and asked.b.isdecimal():
        changes = diff_generations(store, int(asked.a), int(asked.b))
    else:
        changes = diff_dates(store, dt.date.fromisoformat(asked.a), dt.date.fromisoformat(asked.b))
    if asked.format == "json":
        print(json.dumps([change._asdict() for change in changes], ensure_ascii=False, default=str, indent=1))
    else:
        _print_changes(changes, words)
    return 0


def verify_all(asked: argparse.Namespace, words: Words) -> int:
    """Hold every published file against its manifest."""
    verdict = verify(Store())
    for fault in verdict.faults:
        print(fault.sentence(words))
    for path in verdict.leftovers:
        print(words("{path} is left over from a publish that never finished; no reader sees it.", path=path))
    print(words("{checked} folders checked, {faults} damaged.", checked=verdict.checked, faults=len(verdict.faults)))
    return 1 if verdict.faults else 0


def rollback(asked: argparse.Namespace, words: Words) -> int:
    """Publish an old state again as a new generation."""
    for manifest in Store().rollback(asked.to, reason=asked.reason, who=asked.who or user(), parent=asked.parent):
        print(_published(manifest, words))
    return 0


def demo(asked: argparse.Namespace, words: Words) -> int:
    """Publish the demonstration, or write its workbooks."""

    def progress(done: int, of: int, what: str) -> None:
        print(f"{done}/{of} {what}", file=sys.stderr, flush=True)

    if asked.workbooks:
        write_workbooks(asked.workbooks, progress)
    else:
        publish_demo(progress=progress)
    print(words("The demonstration is illustrative: generated, and calibrated to the printed figures."))
    return 0


def _published(manifest: Manifest, words: Words) -> str:
    if manifest.withdrawn:
        return words("Generation {generation}: {day} withdrawn.", generation=manifest.generation, day=manifest.as_of)
    return words(
        "Generation {generation}: {day} published, {rows} rows.", generation=manifest.generation, day=manifest.as_of,
        rows=words.number(manifest.rows),
    )  # fmt: skip


def _print_changes(changes: Sequence[Change], words: Words) -> None:
    rows = [
        [str(c.as_of), words(KINDS[c.kind]), c.project_id, c.name, _column(c.column, words), _text(c.before),
         _text(c.after)]
        for c in changes[:CHANGES_PRINTED]
    ]  # fmt: skip
    titles = [
        words("As of"),
        words("Change"),
        words("Project ID"),
        words("Project"),
        words("Column"),
        words("From"),
        words("To"),
    ]
    print(aligned(titles, rows), end="")
    more = len(changes) - len(rows)
    if more:
        print(words("… and {more} more.", more=more))
    counts = {kind: len({c.project_id for c in changes if c.kind == kind}) for kind in KINDS}
    print(words("{added} projects added, {gone} gone, {changed} changed.", **counts))


def _column(name: str, words: Words) -> str:
    return PROJECTS.column(name).label.in_language(words.language) if name else ""


def _text(value: Any) -> str:
    return "" if value is None else ",".join(value) if isinstance(value, list) else str(value)
