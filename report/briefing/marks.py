"""Figures inside a text: marked while sentences are put together, cut out when the text is finished."""

from __future__ import annotations

import re

from report.model import Mark

# Characters of no script stand around the name and the text of a figure; a ledger's own are taken out.
BEGIN, MIDDLE, END = "\ue000", "\ue001", "\ue002"
_FIGURE = re.compile(f"{BEGIN}([^{MIDDLE}]*){MIDDLE}([^{END}]*){END}")


def marked(text: str, passport: str) -> str:
    """A figure as it goes into a sentence."""
    return f"{BEGIN}{passport}{MIDDLE}{text}{END}"


def unmarked(text: str) -> str:
    """A text of the ledger's own, which marks nothing."""
    return text.translate(dict.fromkeys(map(ord, (BEGIN, MIDDLE, END))))


def cut(text: str) -> tuple[Mark, ...]:
    """A finished text as pieces: its figures, each with the name of its passport, and what stands between."""
    found, begin = [], 0
    for figure in _FIGURE.finditer(text):
        found += [Mark(text[begin : figure.start()]), Mark(figure[2], passport=figure[1])]
        begin = figure.end()
    return tuple(mark for mark in (*found, Mark(text[begin:])) if mark.text)
