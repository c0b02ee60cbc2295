"""Numerals as they are written in Chinese texts, read as exact numbers."""

from __future__ import annotations

import re
from decimal import Decimal

DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
PLACES = {"十": 10, "百": 100, "千": 1_000}
MYRIADS = {"万": 10_000, "亿": 100_000_000}
CHINESE = "[〇零一二两三四五六七八九十百千万亿]"
ARABIC = r"\d+(?:,\d{3})*(?:\.\d+)?"
# Full-width signs are read as their narrow selves; each stays one character, so places in the text stay the same.
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {ord("﹪"): "%", ord("　"): " ", ord("—"): "-",
           ord("–"): "-", ord("~"): "-", ord("～"): "-", ord("〜"): "-", ord("．"): "."}  # fmt: skip
_KEPT = "，"  # a sentence's comma, which isn't that of thousands
_THOUSANDS = re.compile(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")


def narrowed(text: str) -> str:
    """The text with narrow digits and signs, of the same length."""
    joined = _THOUSANDS.sub(",", text)
    kept = {ord(sign) for sign in _KEPT}
    return joined.translate({code: narrow for code, narrow in _NARROW.items() if code not in kept})


def number(text: str) -> Decimal | None:
    """The number of an Arabic or a Chinese numeral, None for what is none."""
    if re.fullmatch(ARABIC, text):
        return Decimal(text.replace(",", ""))
    whole, _, fraction = text.partition("点")
    value = _whole(whole)
    if value is None or (not fraction and "点" in text) or any(sign not in DIGITS for sign in fraction):
        return None
    return Decimal(f"{value}.{''.join(str(DIGITS[sign]) for sign in fraction)}") if fraction else Decimal(value)


def _whole(text: str) -> int | None:
    if not text or not re.fullmatch(f"{CHINESE}+", text):
        return None
    if len(text) > 1 and all(sign in DIGITS for sign in text):  # 二〇二二, read sign by sign
        return int("".join(str(DIGITS[sign]) for sign in text))
    for sign in ("亿", "万"):
        before, found, after = text.rpartition(sign)
        if found:
            high, low = _whole(before) if before else 1, _whole(after.lstrip("零〇")) if after.lstrip("零〇") else 0
            return None if high is None or low is None else high * MYRIADS[sign] + _spoken(after, low, sign)
    return _below_a_myriad(text)


def _spoken(after: str, low: int, sign: str) -> int:
    """三万五 is 35,000: one digit after 万 or 亿 stands for the place below it."""
    return low * MYRIADS[sign] // 10 if len(after) == 1 and after in DIGITS and low else low


def _below_a_myriad(text: str) -> int | None:
    total, digit, last = 0, None, 10_000
    for sign in text:
        if sign in PLACES:
            if PLACES[sign] >= last:
                return None
            last = PLACES[sign]
            total += (1 if digit is None else digit) * last
            digit = None
        elif digit is None or digit == 0:
            digit = DIGITS[sign]
        else:
            return None
    if digit and text[-2:-1] in ("百", "千"):  # 三百五 is 350
        digit *= PLACES[text[-2]] // 10
    return total + (digit or 0)
