"""Words: every sentence, number and date that a reader sees, in Chinese and in English.

Sentences are English in the code and translated by `zh_CN/messages.po`. One `Words` belongs
to one reader; nothing is installed globally, so two readers may differ in language.
"""

from __future__ import annotations

import calendar
import datetime as dt
import gettext
import io
import os
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES = ("zh", "en")
DEFAULT_LANGUAGE = "zh"
NOTHING = "—"
WAN_PER_YI = 10_000

_FOLDER = Path(__file__).parent


@lru_cache(maxsize=len(LANGUAGES))
def _translations(language: str) -> gettext.NullTranslations:
    if language != "zh":
        return gettext.NullTranslations()
    with (_FOLDER / "zh_CN" / "messages.po").open("rb") as source:
        catalog = read_po(source, locale="zh_CN")
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def terminal_language() -> str:
    """The language of a terminal: KEYPROJECTS_LANG, else LANG, else English."""
    named = os.environ.get("KEYPROJECTS_LANG") or os.environ.get("LANG", "")
    return "zh" if named.lower().startswith("zh") else "en"


def rounded(value: Decimal | float | int, decimals: int) -> Decimal:
    """The value rounded half up, as a city prints it; exact for DECIMAL, nearest for DOUBLE."""
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    return exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


class Words:
    """The sentences, numbers and dates of one language ("zh" or "en")."""

    def __init__(self, language: str = DEFAULT_LANGUAGE) -> None:
        self.language = language if language in LANGUAGES else DEFAULT_LANGUAGE
        self._gettext = _translations(self.language).gettext

    def __call__(self, sentence: str, /, **values: object) -> str:
        """The sentence in this language, its {names} filled in."""
        text = self._gettext(sentence) if sentence else ""  # gettext answers nothing with its own header
        return text.format(**values) if values else text

    def number(self, value: Decimal | float | int | None, decimals: int = 0, *, sign: bool = False) -> str:
        """Thousands separated, rounded half up; a dash for nothing."""
        if value is None:
            return NOTHING
        result = rounded(value, decimals) + 0  # no minus before a zero
        return f"{result:+,.{decimals}f}" if sign and result else f"{result:,.{decimals}f}"

    def yi(self, wan: Decimal | float | int | None, *, sign: bool = False) -> str:
        """An amount held in 万元 as the number of 亿元 (100 million yuan), two decimals."""
        return NOTHING if wan is None else self.number(Decimal(str(wan)) / WAN_PER_YI, 2, sign=sign)

    def money(self, wan: Decimal | float | int | None, *, sign: bool = False) -> str:
        """An amount held in 万元 with its unit, in 亿元."""
        return NOTHING if wan is None else f"{self.yi(wan, sign=sign)}{self.unit_gap}{self('× 100m yuan')}"

    def percent(self, value: Decimal | float | None, decimals: int = 1) -> str:
        """A share of 0–100 with its sign."""
        return NOTHING if value is None else f"{self.number(value, decimals)}%"

    def points(self, value: Decimal | float | None, decimals: int = 1) -> str:
        """The change of a share, in percentage points."""
        return NOTHING if value is None else f"{self.number(value, decimals, sign=True)}{self.unit_gap}{self('pp')}"

    @property
    def unit_gap(self) -> str:
        """What stands between a number and its unit: nothing in Chinese, a space in English."""
        return "" if self.language == "zh" else " "

    def date(self, day: dt.date | None) -> str:
        """The day as it stands in a sentence: 2022年9月30日 or 2022-09-30. Columns of dates use ISO order."""
        if day is None:
            return NOTHING
        return f"{day.year}年{day.month}月{day.day}日" if self.language == "zh" else day.isoformat()

    def month(self, number: int) -> str:
        """The month of a year by its number, such as 9月 or Sep."""
        return f"{number}月" if self.language == "zh" else calendar.month_abbr[number]

    def joined(self, parts: list[str] | tuple[str, ...]) -> str:
        """A list of words, as each language joins them."""
        return ("、" if self.language == "zh" else ", ").join(parts)

    def labelled(self, label: str, text: object) -> str:
        """The text behind its label and a colon, full-width in Chinese."""
        return f"{label}：{text}" if self.language == "zh" else f"{label}: {text}"

    def wrapped(self, text: str) -> str:
        """The text in parentheses, full-width in Chinese."""
        return f"（{text}）" if self.language == "zh" else f" ({text})"
