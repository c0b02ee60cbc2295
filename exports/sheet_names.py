"""Names of sheets that every office program takes."""

from __future__ import annotations

from collections.abc import Mapping

_LONGEST_NAME = 31
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " ") | {chr(code): " " for code in range(32)})


def named(title: str, taken: Mapping[str, str]) -> str:
    """The title as a legal name of a sheet that no other has; letters that differ in case alone are the same."""
    plain = " ".join(title.translate(_NOT_IN_NAMES).split()).strip("'") or "_"
    plain = "_" + plain if plain.lower() == "history" else plain
    name, number = plain[:_LONGEST_NAME], 1
    while name.lower() in taken:
        number += 1
        name = f"{plain[: _LONGEST_NAME - len(str(number)) - 1]} {number}"
    return name
