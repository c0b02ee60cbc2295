"""Sizes in a text: 亿元以上, 500万元以上, 1亿元至10亿元, 超百亿元; which of the city's bands they are."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from data.city import rows
from data.errors import Refused
from queries.sentences.figures import NUMERAL
from queries.sentences.numbers import number

IN_WAN = {"万亿": 10**8, "百亿": 10**6, "十亿": 10**5, "亿": 10**4, "千万": 1_000, "万": 1}
PLACES = set("十百千万亿元")
ENDS = (*"，。；、：,;:)！？\n", "")
_SIZE = re.compile(
    r"(?:(?:单体)?(?:计划)?总?投资(?:额|规模)?(?:在|达到?|为)?)?(?:(?:(?P<over>超过?|过|大于|高于|逾)"
    r"|(?P<under>不足|不到|低于|小于|少于|未满))(?=[^，。；]{0,9}项目))?"
    rf"(?P<low>{NUMERAL})?(?P<low_unit>万亿|百亿|十亿|千万|亿|万)?元?"
    rf"(?:[-至到](?P<high>{NUMERAL})?(?P<high_unit>百亿|千万|亿|万)?元?(?:之?间)?)?"
    r"(?:\(含\))?(?P<side>及?\(?含?\)?以上|级|(?:以下)|(?=(?:的|重点|重大)*项目))"
)


class Size(NamedTuple):
    """A size that is said, in 万元: `above` a limit, `below` it, or `between` two."""

    side: str
    low: Decimal
    high: Decimal | None = None


def size_at(text: str, place: int) -> tuple[Size, int] | None:
    """The size that begins there and where it ends. A limit in digits at the end of a clause is a figure's bound."""
    found = _SIZE.match(text, place)
    if not found or not (found["low"] or found["low_unit"]):
        return None
    is_range = bool(found["high"] or found["high_unit"])
    is_plain = not found["low"] or not set(found["low"]) - PLACES
    ends = text[found.end() : found.end() + 1] in ENDS
    if (not found["side"] and not is_range and not found["over"] and not found["under"]) or (ends and not is_plain):
        return None
    low = _wan(found["low"], found["low_unit"], found["high_unit"])
    high = _wan(found["high"], found["high_unit"]) if is_range else None
    if low is None or (is_range and high is None):
        return None
    side = "below" if "以下" in found["side"] or found["under"] else "between" if is_range else "above"
    return Size(side, low, high), found.end()


def bands(size: Size, said: str) -> tuple[str, ...]:
    """The city's bands of a size. Raises Refused for a limit that no band has."""
    known = [(r["size"], Decimal(r["from_wan"]), Decimal(r["below_wan"] or "Infinity")) for r in rows("sizes.csv")]
    chosen = {
        "above": [name for name, begin, _ in known if begin >= size.low],
        "below": [name for name, _, end in known if end <= size.low],
        "between": [name for name, begin, end in known if begin >= size.low and end <= (size.high or end)],
    }[size.side]
    limits = {begin for _, begin, _ in known}
    if not chosen or size.low not in limits or (size.high is not None and size.high not in limits):
        raise Refused("The ledger's size bands have no limit at “{size}”.", size=said)
    return tuple(chosen)


def _wan(numeral: str | None, unit: str | None, default: str | None = None) -> Decimal | None:
    """An amount in 万元; `default` is the unit of the range's other end."""
    value = number(numeral) if numeral else Decimal(1)
    if not unit and numeral and numeral[-1] in "亿万":  # 百亿: the numeral took the unit along
        return None if value is None else value / 10_000
    times = IN_WAN.get(unit or default or "")
    return None if value is None or times is None else value * times
