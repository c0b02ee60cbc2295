"""Opening what was published: which folder answers for which date, checked before it is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from data.arrow import schema_of
from data.errors import Damaged, Refused
from data.ledger import TABLES
from data.manifest import Manifest, check_files, read_manifest, shown


@dataclass(frozen=True)
class Folder:
    """One as_of as it was published by one generation."""

    path: Path
    manifest: Manifest

    def file(self, table: str) -> Path:
        """The Parquet file of a table."""
        return self.path / f"{table}.parquet"


@dataclass(frozen=True)
class Opened:
    """All dates as they were known at one generation; `notice` says what had to be left out, if anything."""

    generation: int
    folders: Mapping[dt.date, Folder]
    notice: Refused | None = None

    @property
    def dates(self) -> tuple[dt.date, ...]:
        """The published dates, ascending."""
        return tuple(sorted(self.folders))


def generation_folders(root: Path) -> list[tuple[dt.date, int, Path]]:
    """Every published folder as (as_of, generation, path), whatever its state."""
    found = []
    for path in root.glob("as_of=*/g*"):
        try:
            found.append((dt.date.fromisoformat(path.parent.name[6:]), int(path.name[1:]), path))
        except ValueError:
            continue  # a folder that no publish made
    return sorted(found)


def open_generation(root: Path, generation: int) -> Opened:
    """Each as_of at its greatest generation ≤ `generation`, checked. Raises Damaged or Refused."""
    newest: dict[dt.date, Path] = {}
    for as_of, number, path in generation_folders(root):
        if number <= generation:
            newest[as_of] = path  # sorted: the greatest comes last
    folders = {as_of: Folder(path, read_manifest(path)) for as_of, path in newest.items()}
    kept = {as_of: folder for as_of, folder in folders.items() if not folder.manifest.withdrawn}
    for folder in kept.values():
        check_folder(folder)
    return Opened(generation, kept)


def check_folder(folder: Folder) -> None:
    """Hold a folder against its manifest and the column dictionary. Raises Damaged."""
    check_files(folder.path, folder.manifest)
    for table in TABLES.values():
        path = folder.file(table.name)
        if path.name not in folder.manifest.files:
            continue  # a table that this schema version added later
        try:
            found = pq.read_schema(path)
        except (OSError, pa.ArrowException) as error:
            raise Damaged(
                "{file} is not a readable Parquet file; publish the month again.", file=shown(path)
            ) from error
        wrong = [name for name in table.key if name not in found.names]
        wrong += [
            field.name for field in schema_of(table.name) if field.name in found.names and not _same(field, found)
        ]
        if wrong:
            raise Damaged(
                "{file} lacks these columns or holds them as another type: {columns}; publish the month again.",
                file=shown(path), columns=", ".join(wrong),
            )  # fmt: skip


def _same(field: pa.Field, found: pa.Schema) -> bool:
    """Whether a file holds a column as declared; what its list calls its elements is the writer's own."""
    there = found.field(field.name).type
    return bool(there.equals(field.type) or (pa.types.is_list(there) and pa.types.is_list(field.type)))
