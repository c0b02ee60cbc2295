"""The store of snapshots: immutable folders, one pointer, an expected parent.

`as_of=2022-09-30/g000012/` holds one Parquet file a table and a manifest; `CURRENT` holds a
generation G, and each as_of is read at its greatest generation ≤ G. A publish becomes visible
by the one atomic replacement of `CURRENT`; whatever lies above it belongs to a publish that
never finished. The clock orders nothing.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from filelock import FileLock, Timeout

from data.errors import Damaged, Refused
from data.ledger import SCHEMA_VERSION, TABLES
from data.manifest import NAME, File, Manifest, digest_of, read_manifest
from data.opening import Opened, generation_folders, open_generation

DEFAULT_FOLDER = Path(__file__).parent / "snapshots"
POINTER = "CURRENT"
UNFINISHED = ".tmp-"
LOCK_SECONDS = 60


class Conflict(Refused):
    """Another publish came first; `parent` and `current` are the generations to compare."""

    parent: int
    current: int


class Store:
    """The published snapshots of one folder."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = Path(folder or os.environ.get("KEYPROJECTS_SNAPSHOTS") or DEFAULT_FOLDER).absolute()

    def current(self) -> int:
        """The generation that readers see; 0 when nothing is published. Raises Damaged."""
        try:
            return int((self.folder / POINTER).read_text(encoding="ascii"))
        except FileNotFoundError:
            return 0
        except (OSError, ValueError) as error:
            raise Damaged(
                "{file} does not hold a generation number; write the number of the last whole generation into it "
                "(`python -m data list` shows them).",
                file=str(self.folder / POINTER),
            ) from error

    def open(self, generation: int | None = None) -> Opened:
        """All dates at a generation, checked once. Without one: the current, else the last that is whole."""
        if generation is not None:
            return self._open_asked(generation)
        try:
            current = self.current()
            notice: Refused | None = None
        except Damaged as damaged:
            current, notice = max((g for _, g, _ in generation_folders(self.folder)), default=0), damaged
        for candidate in range(current, 0, -1):
            try:
                opened = open_generation(self.folder, candidate)
            except Refused as refused:
                notice = notice or refused
                continue
            return Opened(candidate, opened.folders, notice)
        raise notice or Refused(
            "Nothing has been published in {folder}; publish a ledger with `python -m data publish`, "
            "or the demonstration with `python -m data demo`.",
            folder=str(self.folder),
        )  # fmt: skip

    def _open_asked(self, generation: int) -> Opened:
        if not 0 < generation <= self.current():
            raise Refused(
                "There is no generation {generation}; the newest is {current}.",
                generation=generation, current=self.current(),
            )  # fmt: skip
        return open_generation(self.folder, generation)

    def publish(
        self, tables: Mapping[str, pa.Table], *, as_of: dt.date, reason: str, source_name: str, source_sha256: str,
        who: str, parent: int | None = None,
    ) -> Manifest:  # fmt: skip
        """Publish all tables of one date as a new generation. Raises Conflict, Damaged or Refused."""
        with self._writing(parent) as current:
            manifest = Manifest(
                as_of, current + 1, current, SCHEMA_VERSION, _now(), who, reason, source_name, source_sha256, False, {}
            )
            with self._temporary() as temporary:
                for name in TABLES:
                    path = temporary / f"{name}.parquet"
                    pq.write_table(tables[name], path, compression="zstd")
                    _sync(path)
                    manifest.files[path.name] = File(digest_of(path), path.stat().st_size, tables[name].num_rows)
                self._place(temporary, manifest)
            self._point_to(manifest.generation)
            return manifest

    def rollback(self, to: int, *, reason: str, who: str, parent: int | None = None) -> list[Manifest]:
        """A new generation in which every date reads as it did at generation `to`; nothing is deleted."""
        with self._writing(parent) as current:
            if not 0 <= to < current:
                raise Refused(
                    "Generation {to} can't be gone back to; choose one from 0 to {last}.", to=to, last=current - 1
                )
            then, now = self._state(to), self._state(current)
            changed = [(as_of, then.get(as_of)) for as_of in now if _content(then.get(as_of)) != _content(now[as_of])]
            manifests = [self._again(as_of, old, current, reason, who) for as_of, old in changed]
            if not manifests:
                raise Refused("Generation {to} reads the same as now; there is nothing to go back.", to=to)
            self._point_to(current + 1)
            return manifests

    def _state(self, generation: int) -> dict[dt.date, Path]:
        return {as_of: path for as_of, number, path in generation_folders(self.folder) if number <= generation}

    def _again(self, as_of: dt.date, old: Path | None, current: int, reason: str, who: str) -> Manifest:
        """Place the content of an old folder, or a withdrawn marker, as the next generation of its date."""
        with self._temporary() as temporary:
            if old is None:
                manifest = Manifest(as_of, current + 1, current, SCHEMA_VERSION, _now(), who, reason, "", "", True, {})
            else:
                manifest = read_manifest(old).based_on(current, current + 1, reason, who, _now())
                for name in manifest.files:
                    shutil.copyfile(old / name, temporary / name)
                    _sync(temporary / name)
            self._place(temporary, manifest)
        return manifest

    def history(self) -> list[Manifest]:
        """The manifests of all visible generations, in order. Raises Damaged."""
        current = self.current()
        manifests = [read_manifest(path) for _, number, path in generation_folders(self.folder) if number <= current]
        return sorted(manifests, key=lambda manifest: (manifest.generation, manifest.as_of))

    def leftovers(self) -> list[Path]:
        """What publishes that never finished have left; no reader sees it, the next publish removes it."""
        current = self.current()
        unfinished = [path for _, number, path in generation_folders(self.folder) if number > current]
        return unfinished + sorted(self.folder.glob(f"{UNFINISHED}*"))

    @contextmanager
    def _writing(self, parent: int | None) -> Iterator[int]:
        """Hold the lock, remove leftovers, check the expected parent; errors of the disk become one sentence."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with FileLock(self.folder / ".lock", timeout=LOCK_SECONDS):
                current = self.current()
                if parent is not None and parent != current:
                    raise self._conflict(parent, current)
                for path in self.leftovers():
                    shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)
                yield current
        except Timeout as error:
            raise Refused(
                "Another publish holds {folder}; try again when it is done.", folder=str(self.folder)
            ) from error
        except OSError as error:
            raise Refused(
                "Nothing was published, because {folder} can't be written ({cause}); free space or choose another "
                "folder by KEYPROJECTS_SNAPSHOTS.",
                folder=str(self.folder), cause=error.strerror or type(error).__name__,
            ) from error  # fmt: skip

    def _conflict(self, parent: int, current: int) -> Conflict:
        newest = [manifest for manifest in self.history() if manifest.generation == current]
        conflict = Conflict(
            "Generation {current} by {who} ({reason}) came first, and yours is based on generation {parent}; "
            "look at the difference, then publish again with --parent {current}.",
            current=current, parent=parent, who=newest[-1].who if newest else "?",
            reason=newest[-1].reason if newest else "?",
        )  # fmt: skip
        conflict.parent, conflict.current = parent, current
        return conflict

    @contextmanager
    def _temporary(self) -> Iterator[Path]:
        folder = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=self.folder))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _place(self, temporary: Path, manifest: Manifest) -> None:
        """Write the manifest last, then move the whole folder to its place."""
        (temporary / NAME).write_text(manifest.to_json(), encoding="utf-8")
        _sync(temporary / NAME)
        os.chmod(temporary, 0o755)  # mkdtemp makes it private, and readers may run as another user
        target = self.folder / f"as_of={manifest.as_of}" / f"g{manifest.generation:06d}"
        target.parent.mkdir(exist_ok=True)
        _sync(temporary)
        os.rename(temporary, target)
        _sync(target.parent)

    def _point_to(self, generation: int) -> None:
        handle, name = tempfile.mkstemp(prefix=UNFINISHED, dir=self.folder)
        with os.fdopen(handle, "w", encoding="ascii") as pointer:
            pointer.write(f"{generation}\n")
            pointer.flush()
            os.fsync(pointer.fileno())
        os.chmod(name, 0o644)
        os.replace(name, self.folder / POINTER)
        _sync(self.folder)


def _sync(path: Path) -> None:
    """Bring a file or folder to the disk; Windows can't open folders and doesn't need it."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _content(folder: Path | None) -> dict[str, File]:
    """What a folder holds; nothing for none and for a withdrawn one."""
    return read_manifest(folder).files if folder else {}


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
