"""Holding everything that was published against its manifests."""

from __future__ import annotations

from typing import NamedTuple

from data.errors import Refused
from data.manifest import read_manifest, shown
from data.opening import Folder, check_folder, generation_folders
from data.snapshots import Store


class Verdict(NamedTuple):
    """Faults (what a reader would stumble over) and leftovers (what no reader sees)."""

    checked: int
    faults: list[Refused]
    leftovers: list[str]


def verify(store: Store) -> Verdict:
    """Check every visible generation of every date, each file by its sha256."""
    try:
        current = store.current()
    except Refused as refused:
        return Verdict(0, [refused], [])
    faults: list[Refused] = []
    folders = [path for _, generation, path in generation_folders(store.folder) if generation <= current]
    for path in folders:
        try:
            check_folder(Folder(path, read_manifest(path)))
        except Refused as refused:
            faults.append(refused)
    if current and not any(generation == current for _, generation, _ in generation_folders(store.folder)):
        faults.append(
            Refused(
                "CURRENT names generation {current}, which has no folder; restore it from a backup.", current=current
            )
        )
    return Verdict(len(folders), faults, [shown(path) for path in store.leftovers()])
