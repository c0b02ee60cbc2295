"""A passage cut into figures, dates, phrases that are understood, and words that are not."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from queries.sentences.dates import DATES, Named
from queries.sentences.figures import figures_at
from queries.sentences.lexicon import Lexicon
from queries.sentences.numbers import narrowed
from queries.sentences.sizes import size_at

STOPS, COMMAS, SKIPPED = "。！？!?\n", "，,、:;", "“”‘’\"'《》「」【】· \t\r　"
# Numbers that are no figures: names and numbers of things, ordinals, dates and spans of time, telephone numbers.
_NO_FIGURE = re.compile(
    r"[A-Za-z][A-Za-z0-9\-]*\d[A-Za-z0-9\-]*|第[\d〇零一二两三四五六七八九十百]+(?:[个项批次届期季]|(?!\d))"
    r"|\d{3,4}-\d{7,8}|\d{7,}(?![\d.]*[亿万元个%])|[〔\[(]\d{4}[〕\])]\d+号|\d+号|十[一二三四五]五"
    r"|[一二三四五六七八九十\d]+(?:大(?!类)|届|期|年|周年|月|天内|日|季度|条龙|部曲|位一体|张清单|刻|路|岁)"
    r"|一个个|一(?:个|项|家|次|场|批|件|条|些|系列|体|起|直|定|致|样|边|流|把手|线)|\d+(?:热线|路|线|号楼|时|点|:\d+)"
    r"|[一二两三四五六七八九十\d]+个(?:多?月|工作日|小时|百分百|季度|年度)"
)

# What numbers the items of a text: （一）, 1., 一、 where a sentence begins.
_ITEM = re.compile(r"\([一二三四五六七八九十\d]{1,3}\)|[①-⑳]")
_FIRST_ITEM = re.compile(r"(?:\d{1,2}[、.](?!\d)|[一二三四五六七八九十]{1,3}、)")


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
    if text[place] == "】":  # 【计划】: a heading
        return Token("comma", ":", place, place + 1, "")
    if text[place] in SKIPPED:
        return Token("filler", "", place, place + 1, "")
    if end := _item(text, place):
        return Token("filler", "", place, end, "")
    readings = [*_dates(text, place), *_phrases(text, place, words)]
    if size := size_at(text, place):
        readings.insert(0, Token("size", size[0], place, size[1], ""))
    if none := _NO_FIGURE.match(text, place):
        readings.append(Token("unknown", "", place, none.end(), ""))
    readings += [Token("figure", found.figure, place, found.end, "") for found in figures_at(text, place, words)]
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


def _item(text: str, place: int) -> int:
    """Where the number of an item ends that begins there, 0 for none."""
    begins = not text[:place].strip() or text[:place].rstrip(" ")[-1] in STOPS
    found = _ITEM.match(text, place) or (begins and _FIRST_ITEM.match(text, place))
    return found.end() if found else 0


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
