"""What changed between two states of the ledger: projects added, gone, changed."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from data.ledger import PROJECTS
from data.opening import Opened
from data.snapshots import Store

UNCOMPARED = ("as_of", "source_file", "source_sheet", "source_row")


class Change(NamedTuple):
    """One difference: kind is added, gone or changed; column, before and after are set for changed."""

    as_of: dt.date
    kind: str
    project_id: str
    name: str
    column: str
    before: Any
    after: Any


def diff_generations(store: Store, a: int, b: int) -> list[Change]:
    """The differences of every date between two generations (0 is the empty store)."""
    before, after = (store.open(g) if g else Opened(0, {}) for g in (a, b))
    changes: list[Change] = []
    for day in sorted({*before.dates, *after.dates}):
        old, new = before.folders.get(day), after.folders.get(day)
        if (old and old.path) != (new and new.path):
            changes += _diff(day, str(old.file("projects")) if old else "", str(new.file("projects")) if new else "")
    return changes


def diff_dates(store: Store, a: dt.date, b: dt.date) -> list[Change]:
    """The differences between two dates as they are known now."""
    folders = store.open().folders
    return _diff(b, *(str(folders[day].file("projects")) if day in folders else "" for day in (a, b)))


def _diff(day: dt.date, before: str, after: str) -> list[Change]:
    old, new = _rows(before), _rows(after)
    changes = [Change(day, "added", key, new[key]["name"], "", None, None) for key in new if key not in old]
    changes += [Change(day, "gone", key, old[key]["name"], "", None, None) for key in old if key not in new]
    for key in new:
        if key in old:
            changes += [
                Change(day, "changed", key, new[key]["name"], name, old[key].get(name), value)
                for name, value in new[key].items()
                if name not in UNCOMPARED and old[key].get(name) != value
            ]
    return sorted(changes, key=lambda change: (change.kind, change.project_id, change.column))


def changed_projects(before: pa.Table, after: pa.Table) -> set[str]:
    """The ids of the projects that both tables hold with other values in a column of the ledger."""
    old, new = (
        table.filter(pc.is_in(table["project_id"], other["project_id"].combine_chunks())).sort_by("project_id")
        for table, other in ((before, after), (after, before))
    )
    names = [name for name in old.column_names if name in PROJECTS.by_name and name not in UNCOMPARED]
    changed: set[str] = set()
    for name in names:
        differs = _differs(old[name].combine_chunks(), new[name].combine_chunks())
        changed |= set(new["project_id"].filter(differs).to_pylist())
    return changed


def _differs(old: pa.Array, new: pa.Array) -> pa.Array:
    """Where two columns differ, nothing being equal to nothing; lists can't be compared by Arrow."""
    if pa.types.is_list(old.type):
        return pa.array([a != b for a, b in zip(old.to_pylist(), new.to_pylist(), strict=True)], pa.bool_())
    both = pc.and_(old.is_valid(), new.is_valid())
    return pc.if_else(both, pc.not_equal(old, new), pc.xor(old.is_valid(), new.is_valid()))


def _rows(path: str) -> dict[str, dict[str, Any]]:
    """The projects of one file by their id."""
    if not path:
        return {}
    found = pq.read_table(path, partitioning=None)
    names = [name for name in found.column_names if name in PROJECTS.by_name]
    return {row["project_id"]: {name: row[name] for name in names} for row in found.to_pylist()}
