"""Figures in a text: a numeral with its unit, in the ways that Chinese texts write them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from queries.sentences.lexicon import Lexicon
from queries.sentences.numbers import ARABIC, CHINESE, number

NUMERAL = rf"(?:{ARABIC}|{CHINESE}+(?:点{CHINESE}+)?)"
_AMOUNT = re.compile(
    rf"(?P<number>{NUMERAL})(?P<more>[多余来]?)(?P<times>万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百)?(?P<more2>[多余来]?)"
)
_PERCENT = re.compile(
    rf"百分之(?P<of>{CHINESE}+(?:点{CHINESE}+)?|{ARABIC})|(?P<low>{CHINESE}+|\d+)分之(?P<high>{CHINESE}+|\d+)"
    r"|(?P<tenths>[一二两三四五六七八九]|\d(?:\.\d)?)成(?P<half>半|[一二三四五六七八九])?(?![立功员本果绩为长])"
    r"|(?P<more>过|超过?|逾)?(?:一半|半数)(?P<over>多|强|有余)?|(?P<about>近|约)半(?=[。，；的数])|过半"
)
_TO = re.compile("[-至到]")


class Figure(NamedTuple):
    """A figure as it is printed: the numeral in its unit, and the words that are part of it (多, 余).

    `limit` is what a bound is held against where the figure is a fraction: 33.33… for 三分之一.
    """

    printed: str
    kind: str
    scale: Decimal
    unit: str
    relation: str = "="
    high: str = ""
    limit: str = ""


class Found(NamedTuple):
    """A figure and where it ends."""

    figure: Figure
    end: int


def figures_at(text: str, place: int, words: Lexicon) -> list[Found]:
    """The readings of a figure that begins there."""
    if place and (text[place - 1].isascii() and text[place - 1].isalnum()):
        return []
    return [found for read in (_percent, _amount) if (found := read(text, place, words))]


def _percent(text: str, place: int, _words: Lexicon) -> Found | None:
    found = _PERCENT.match(text, place)
    read = found and _share(found)
    if not found or not read:
        return None
    limit = str(100 * (number(found["high"]) or 0) / (number(found["low"]) or 1)) if found["high"] else ""
    return Found(Figure(read[0], "pct", Decimal(1), "%", read[1], limit=limit), found.end())


def _share(found: re.Match[str]) -> tuple[str, str] | None:
    """A share in words as per cent and relation: 百分之…, …分之…, …成, 半."""
    if found["of"]:
        value = number(found["of"])
        return None if value is None else (str(value), "=")
    if found["high"]:
        low, high = number(found["low"]), number(found["high"])
        return (str((100 * high / low).quantize(Decimal(1))), "=") if low and high is not None else None
    if found["tenths"]:
        more = {"半": Decimal(5), None: Decimal(0)}.get(found["half"])
        more = number(found["half"]) if more is None else more
        return f"{10 * (number(found['tenths']) or 0) + (more or 0):.0f}", "about"
    if found["about"]:
        return "50", "near" if found["about"] == "近" else "about"
    return "50", ">" if found["more"] or found["over"] or found[0].endswith("过半") else "="


def _amount(text: str, place: int, words: Lexicon) -> Found | None:
    found = _AMOUNT.match(text, place)
    if not found:
        return None
    numeral, times = _without_times(found["number"], found["times"] or "")
    value = number(numeral)
    if value is None:
        return None
    unit, end = _unit_at(text, found.end(), times, words)
    if ranged := _up_to(text, f"{value:f}", unit, end, words):
        return ranged
    if not unit and re.search(CHINESE, numeral):
        return None
    kind, scale = words.units[unit] if unit else ("none", Decimal(1))
    scale = scale if times and unit.startswith(times) else scale * _times(times)
    relation = {"来": "about", "": "="}.get(found["more"] or found["more2"], "more")
    return Found(Figure(f"{value:f}", kind, scale, unit, relation), end)


def _without_times(numeral: str, times: str) -> tuple[str, str]:
    """一千二百点五亿 is 1200.5, of 亿: the unit's own 万 or 亿 isn't part of the printed number."""
    stripped = None if times else re.fullmatch(r"(.+?)(万亿|亿|万)", numeral)
    return (stripped[1], stripped[2]) if stripped and not re.search("[万亿]", stripped[1]) else (numeral, times)


def _up_to(text: str, low: str, unit: str, end: int, words: Lexicon) -> Found | None:
    """5—10家, 70%至80%: a range, where a second number of the same unit follows."""
    joint = _TO.match(text, end)
    second = joint and _amount(text, joint.end(), words)
    if not second or second.figure.high or (unit and unit != second.figure.unit):
        return None
    return Found(second.figure._replace(printed=low, high=second.figure.printed), second.end)


def _times(times: str) -> Decimal:
    value = Decimal(1)
    for sign in times:
        value *= {"万": 10**4, "亿": 10**8, "千": 1000, "百": 100, "十": 10}[sign]
    return value


def _unit_at(text: str, place: int, times: str, words: Lexicon) -> tuple[str, int]:
    """The longest unit that stands there, together with 万 or 亿 before it where that is a unit of its own."""
    for length in range(6, 0, -1):
        unit = text[place : place + length]
        if len(unit) == length and (times + unit in words.units):
            return times + unit, place + length
        if len(unit) == length and unit in words.units and unit not in ("万", "亿"):
            return unit, place + length
    return (times, place) if times in words.units else ("", place)
