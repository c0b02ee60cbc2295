"""The target of the address, read as the command line reads it."""

from __future__ import annotations

from data.city import City
from data.errors import Refused
from queries.reach import ranked_in, read_target


def target_text(asked: str, city: City, faults: list[Refused]) -> str:
    """The target to reach, written in the one way; nothing for none, and a fault for what is none."""
    if not asked:
        return ""
    try:
        return read_target(asked, ranked_in(city)).text
    except Refused as refused:
        faults.append(refused)
        return ""
