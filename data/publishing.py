"""From a file to a snapshot: read, check, refuse or publish."""

from __future__ import annotations

import datetime as dt
import getpass
from pathlib import Path

from data.checking import Fault, check, typed
from data.errors import Refused
from data.manifest import Manifest
from data.reading import read_ledger
from data.snapshots import Store


class Faulty(Refused):
    """A ledger with faults; nothing was published."""

    faults: list[Fault]


def publish_file(
    path: Path,
    *,
    as_of: dt.date,
    reason: str,
    parent: int | None = None,
    store: Store | None = None,
    who: str | None = None,
) -> Manifest:
    """Publish a ledger file. Raises Faulty with the faults, Conflict when another came first, Refused, Damaged."""
    store = store or Store()
    based_on = store.current() if parent is None else parent  # before the reading, which may take a while
    raw = read_ledger(path)
    faults = check(raw)
    if faults:
        refusal = Faulty(
            "{path} has {count} faults, so nothing was published; `python -m data check {path} --errors faults.xlsx` "
            "marks them in a copy.",
            path=path.name, count=len(faults),
        )  # fmt: skip
        refusal.faults = faults
        raise refusal
    return store.publish(
        typed(raw, as_of), as_of=as_of, reason=reason, source_name=raw.file_name, source_sha256=raw.sha256,
        who=who or user(), parent=based_on,
    )  # fmt: skip


def user() -> str:
    """The name of the operating system's user, for the manifest."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"
