"""A passage cut into figures, dates, phrases that are understood, and words that are not."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, NamedTuple

from queries.sentences.dates import DATES, Named
from queries.sentences.lexicon import Lexicon
from queries.sentences.numbers import ARABIC, CHINESE, narrowed, number

NUMERAL = rf"(?:{ARABIC}|{CHINESE}+(?:点{CHINESE}+)?)"
STOPS, COMMAS, SKIPPED = "。！？!?\n", "，,、:;", "“”‘’\"'《》「」【】· \t\r　"
MILLIONS = {"万亿": 10**8, "百亿": 10**6, "十亿": 10**5, "亿": 10**4, "千万": 1_000, "万": 1}
_AMOUNT = re.compile(
    rf"(?P<number>{NUMERAL})(?P<more>[多余来]?)(?P<times>万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百)?(?P<more2>[多余来]?)"
)
_PERCENT = re.compile(
    rf"百分之(?P<of>{CHINESE}+(?:点{CHINESE}+)?|{ARABIC})|(?P<low>{CHINESE}+|\d+)分之(?P<high>{CHINESE}+|\d+)"
    r"|(?P<tenths>[一二两三四五六七八九]|\d(?:\.\d)?)成(?P<half>半|[一二三四五六七八九])?(?![立功员本果绩为长])"
    r"|(?P<more>过|超过?|逾)?(?:一半|半数)|(?P<about>近|约)半(?=[。，；的数])|过半"
)
_SIZE = re.compile(
    rf"(?:(?:计划)?总?投资(?:额|规模)?(?:在|达到?|为)?)?(?:(?P<over>超过?|过)(?=[^，。；]{{0,9}}项目))?(?P<low>{NUMERAL})?(?P<low_unit>万亿|百亿|十亿|千万|亿|万)?元?"
    rf"(?:[-至到](?P<high>{NUMERAL})?(?P<high_unit>百亿|千万|亿|万)?元?(?:之?间)?)?"
    r"(?:\(含\))?(?P<side>及?\(?含?\)?以上|级|(?:以下)|(?=(?:的|重点|重大)*项目))"
)
_NO_FIGURE = re.compile(
    r"[A-Za-z][A-Za-z0-9\-]*\d[A-Za-z0-9\-]*|第[\d〇零一二两三四五六七八九十百]+(?:[个项批次届期季]|(?!\d))|\d{3,4}-\d{7,8}|\d{7,}(?![\d.]*[亿万元个%])"
    r"|[〔\[(]\d{4}[〕\])]\d+号|\d+号|十[一二三四五]五|[一二三四五六七八九十\d]+(?:大(?!类)|届|期|年|周年|月|天内|日|季度|条龙|部曲|位一体|张清单|刻|路|岁)"
    r"|一个个|一(?:个|项|家|次|场|批|件|条|些|系列|体|起|直|定|致|样|边|流|把手|线)|\d+(?:热线|路|线|号楼|时|点|:\d+)"
    r"|[一二两三四五六七八九十\d]+个(?:多?月|工作日|小时|百分百|季度|年度)"
)


class Figure(NamedTuple):
    """A figure as it is printed: the numeral in its unit, and the words that are part of it (多, 余)."""

    printed: str
    kind: str
    scale: Decimal
    unit: str
    relation: str = "="
    high: str = ""


class Token(NamedTuple):
    """A part of the passage: what it is, its value, and where it stands."""

    role: str
    value: Any
    start: int
    end: int
    text: str


def tokens(text: str, words: Lexicon) -> list[Token]:
    """The passage as tokens in order; at each place the longest reading wins."""
    plain, place, found = narrowed(text), 0, []
    while place < len(plain):
        token = _at(plain, place, words)
        found.append(token._replace(text=text[token.start : token.end]))
        place = token.end
    return found


def _at(text: str, place: int, words: Lexicon) -> Token:
    if text[place] in SKIPPED:
        return Token("filler", "", place, place + 1, "")
    readings = [*_dates(text, place), *_sizes(text, place), *_phrases(text, place, words)]
    if none := _NO_FIGURE.match(text, place):
        readings.append(Token("unknown", "", place, none.end(), ""))
    readings += _figures(text, place, words)
    readings.sort(key=lambda token: -token.end)  # stable: of two that are as long the first kind wins
    if readings:
        return readings[0]
    if text[place] in STOPS:
        return Token("stop", "", place, place + 1, "")
    if text[place] in COMMAS:
        return Token("comma", text[place], place, place + 1, "")
    if text[place] in "()":
        return Token(text[place], "", place, place + 1, "")
    return Token("unknown", "", place, place + 1, "")


def _dates(text: str, place: int) -> list[Token]:
    for pattern, make in DATES:
        if found := pattern.match(text, place):
            named: Named | None = make(found)
            if named:
                return [Token("date", named, place, found.end(), "")]
    return []


def _phrases(text: str, place: int, words: Lexicon) -> list[Token]:
    found = words.at(text, place)
    return [Token(found[1].role, found[1].value, place, place + len(found[0]), "")] if found else []


def _wan(numeral: str | None, unit: str | None, default: str | None = None) -> Decimal | None:
    times = MILLIONS.get(unit or default or "")
    value = Decimal(1) if not numeral else number(numeral)
    if not unit and numeral and numeral[-1] in "亿万":  # 百亿: the numeral took the unit along
        return None if value is None else value / 10_000
    return None if value is None or times is None else value * times


def _sizes(text: str, place: int) -> list[Token]:
    """亿元以上, 500万元以上, 1亿元至10亿元, 超百亿元 before what they narrow; at a clause's end they are bounds."""
    found = _SIZE.match(text, place)
    if not found or not (found["low"] or found["low_unit"]):
        return []
    ranged = bool(found["high"] or found["high_unit"])
    if not found["side"] and not ranged and not found["over"]:
        return []
    is_plain = not found["low"] or not set(found["low"]) - set("十百千万亿")  # 亿元以上, without a digit
    if text[found.end() : found.end() + 1] in (*"，。；、：,;:)！？\n", "") and not is_plain:
        return []
    low = _wan(found["low"], found["low_unit"], found["high_unit"])
    high = _wan(found["high"], found["high_unit"]) if ranged else None
    if low is None or (ranged and high is None):
        return []
    side = "below" if "以下" in found["side"] else "between" if ranged else "above"
    return [Token("size", (side, low, high), place, found.end(), "")]


def _figures(text: str, place: int, words: Lexicon) -> list[Token]:
    if place and (text[place - 1].isascii() and text[place - 1].isalnum()):
        return []
    return [token for read in (_percent, _amount) if (token := read(text, place, words))]


def _percent(text: str, place: int, _words: Lexicon) -> Token | None:
    found = _PERCENT.match(text, place)
    if not found:
        return None
    printed, relation = "50", "="
    if found["of"]:
        value = number(found["of"])
        if value is None:
            return None
        printed = str(value)
    elif found["high"]:
        low, high = number(found["low"]), number(found["high"])
        if not low or high is None:
            return None
        printed = str((100 * high / low).quantize(Decimal(1)))
    elif found["tenths"]:
        tenths = number(found["tenths"])
        half = {"半": Decimal("0.5"), None: Decimal(0)}.get(found["half"])
        more = half if half is not None else (number(found["half"]) or Decimal(0)) / 10
        printed, relation = f"{((tenths or 0) + more) * 10:.0f}", "about"
    elif found["about"]:
        relation = "near" if found["about"] == "近" else "about"
    elif found["more"] or found[0].endswith("过半"):
        relation = ">"
    return Token("figure", Figure(printed, "pct", Decimal(1), "%", relation), place, found.end(), "")


def _amount(text: str, place: int, words: Lexicon) -> Token | None:
    found = _AMOUNT.match(text, place)
    if not found:
        return None
    numeral, times = found["number"], found["times"] or ""
    if not times and (stripped := re.fullmatch(r"(.+?)(万亿|亿|万)", numeral)) and not re.search("[万亿]", stripped[1]):
        numeral, times = stripped[1], stripped[2]
    value = number(numeral)
    if value is None:
        return None
    unit, end = _unit_at(text, found.end(), times, words)
    printed = f"{value:f}"
    high = ""
    if rest := re.compile(rf"[-至到](?P<number>{NUMERAL})").match(text, end):
        second = _amount(text, rest.start("number"), words)
        if second and not second.value.high and (not unit or unit == second.value.unit):
            return second._replace(value=second.value._replace(printed=printed, high=second.value.printed), start=place)
    if not unit and re.search(CHINESE, numeral):
        return None
    kind, scale = words.units.get(unit, words.units["个"]) if unit else ("none", Decimal(1))
    scale = scale if times and unit.startswith(times) else scale * _times(times)
    more = found["more"] or found["more2"]
    relation = "about" if more == "来" else "more" if more else "="
    return Token("figure", Figure(printed, kind, scale, unit, relation, high), place, end, "")


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
