"""Chinese names as they are typed: in characters, in pinyin, or by the initials of their pinyin."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from pypinyin import Style, lazy_pinyin

TEXTS_HELD = 200_000
_RUNS = re.compile(r"[\u3400-\u9fff]+|[^\u3400-\u9fff]+")
_MARKS = str.maketrans({"ü": "v", "'": "", "’": ""})


class Spelled(NamedTuple):
    """A text in the forms it can be found by; `starts` are the places in `pinyin` where a syllable begins."""

    text: str
    pinyin: str
    starts: tuple[int, ...]
    initials: str


def folded(text: str) -> str:
    """Full-width forms as half-width ones, capitals as small letters."""
    return unicodedata.normalize("NFKC", text).casefold()


@lru_cache(maxsize=TEXTS_HELD)
def spelled(text: str) -> Spelled:
    """A text with its pinyin; what isn't Chinese stays as it is."""
    plain = folded(text)
    syllables = [part.strip() for part in lazy_pinyin(plain, style=Style.NORMAL)]
    initials = "".join(part.strip() for part in lazy_pinyin(plain, style=Style.FIRST_LETTER))
    return Spelled(plain, "".join(syllables), (0, *accumulate(map(len, syllables))), initials)


def fits(word: str, name: Spelled) -> bool:
    """Whether a folded word stands in the name: in characters, from the begin of a syllable, as initials, or mixed."""
    if _fits(word, name):
        return True
    runs = _RUNS.findall(word)
    return len(runs) > 1 and not any(run.isdecimal() for run in runs) and all(_fits(run, name) for run in runs)


def _fits(word: str, name: Spelled) -> bool:
    if word in name.text:
        return True
    typed = word.translate(_MARKS)
    if not typed.isascii() or not typed:
        return False
    return typed in name.initials or (
        typed in name.pinyin and any(name.pinyin.startswith(typed, start) for start in name.starts)
    )
