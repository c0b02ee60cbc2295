"""What numbers depend on besides the ledger, as one mark: the queries, the thresholds and the reference files.

A frozen link carries the mark of the day it was made. Each of the three has digits of its own in it, so that a
later reader is told which of them have changed since.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from data.city import REFERENCE
from data.errors import Misused
from queries.catalog import FOLDER, GROUPS

PARTS = ("queries", "thresholds", "reference")
DIGITS = 8  # of each part
THRESHOLDS = "thresholds.csv"
READ = (".csv", ".toml", ".geojson")  # reference files that a number, a name or a map is made of
_MADE = re.compile(rf"[0-9a-f]{{{DIGITS * len(PARTS)}}}")


@lru_cache(maxsize=4)
def fingerprint(reference: Path = REFERENCE, queries: Path = FOLDER) -> str:
    """The mark of what this process works with, in hexadecimal digits; read once, as the files themselves are."""
    asked = [path for group in (*GROUPS, "views") for path in (queries / group).glob("*.sql")]
    others = [path for path in reference.iterdir() if path.suffix in READ and path.name != THRESHOLDS]
    return "".join(
        _digest(files, folder)
        for files, folder in ((asked, queries), ([reference / THRESHOLDS], reference), (others, reference))
    )


def _digest(files: Iterable[Path], folder: Path) -> str:
    """Names and contents, whatever the order of the folder and the ends of the lines."""
    whole = hashlib.sha256()
    for path in sorted(files):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        whole.update(f"{path.relative_to(folder).as_posix()} {len(content)}\n".encode() + content)
    return whole.hexdigest()[:DIGITS]


def changed_since(made: str, now: str) -> tuple[str, ...]:
    """Which parts differ from those of an earlier mark. Raises Misused for what is no mark."""
    if not _MADE.fullmatch(made):
        raise Misused(
            "“{made}” doesn't say what a link was made with; copy the whole link again, or leave out made.", made=made
        )
    return tuple(
        part
        for place, part in enumerate(PARTS)
        if made[place * DIGITS : (place + 1) * DIGITS] != now[place * DIGITS : (place + 1) * DIGITS]
    )
