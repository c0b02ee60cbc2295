"""What a published folder says of itself: the manifest beside its Parquet files."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from data.errors import Damaged, Refused
from data.ledger import SCHEMA_VERSION

NAME = "manifest.json"


@dataclass(frozen=True)
class File:
    """One published file: sha256 in hex, bytes, rows."""

    sha256: str
    bytes: int
    rows: int


@dataclass(frozen=True)
class Manifest:
    """One published as_of of one generation: what it holds, where it came from, what it was based on."""

    as_of: dt.date
    generation: int
    parent: int
    schema_version: int
    published_at: str
    who: str
    reason: str
    source_name: str
    source_sha256: str
    withdrawn: bool
    files: dict[str, File]

    @property
    def rows(self) -> int:
        """Rows of all files."""
        return sum(file.rows for file in self.files.values())

    def to_json(self) -> str:
        """The manifest as JSON text."""
        return json.dumps({**asdict(self), "as_of": self.as_of.isoformat()}, ensure_ascii=False, indent=1) + "\n"

    def based_on(self, parent: int, generation: int, reason: str, who: str, at: str) -> Manifest:
        """The same content as a later generation."""
        return replace(self, parent=parent, generation=generation, reason=reason, who=who, published_at=at)


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a published folder. Raises Damaged, or Refused for a schema of another version."""
    path = folder / NAME
    try:
        fields: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        version = int(fields["schema_version"])
        if version != SCHEMA_VERSION:
            raise Refused(
                "{folder} was written with schema version {version}, and this program reads version {known}; "
                "open it with the program that wrote it, or publish the month again.",
                folder=shown(folder), version=version, known=SCHEMA_VERSION,
            )  # fmt: skip
        fields["files"] = {name: File(**file) for name, file in fields["files"].items()}
        fields["as_of"] = dt.date.fromisoformat(fields["as_of"])
        return Manifest(**fields)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise Damaged(
            "The manifest of {folder} can't be read; restore that folder from a backup, or publish the month again.",
            folder=shown(folder),
        ) from error


def check_files(folder: Path, manifest: Manifest) -> None:
    """Hold every file against its sha256. Raises Damaged for the first that is missing or altered."""
    for name, file in manifest.files.items():
        path = folder / name
        try:
            about = path.stat()
            intact = about.st_size == file.bytes and _digest(path, about.st_mtime_ns, about.st_size) == file.sha256
        except OSError as error:
            raise Damaged(
                "{file} is missing or can't be read; restore it from a backup, or publish the month again.",
                file=shown(path),
            ) from error
        if not intact:
            raise Damaged(
                "{file} is not what was published (its sha256 differs); restore it from a backup, "
                "or publish the month again.",
                file=shown(path),
            )  # fmt: skip


def digest_of(path: Path) -> str:
    """The sha256 of a file, in hex."""
    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


@lru_cache(maxsize=100_000)
def _digest(path: Path, _changed: int, _size: int) -> str:
    """Read once per process for each state of a file."""
    return digest_of(path)


def shown(path: Path) -> str:
    """A published path as a reader needs it: from the as_of folder on."""
    parts = path.parts
    start = next((i for i, part in enumerate(parts) if part.startswith("as_of=")), max(len(parts) - 2, 0))
    return "/".join(parts[start:])
