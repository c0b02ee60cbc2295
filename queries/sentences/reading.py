"""Reading a passage: each figure with the claims that it may make, or the reason why it can't be told."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy

from data.errors import Refused
from queries.sentences.clauses import Clause, clauses
from queries.sentences.dates import Calendar
from queries.sentences.lexicon import Lexicon
from queries.sentences.lists import spread
from queries.sentences.memory import Memory
from queries.sentences.overhearing import doubt, overhear
from queries.sentences.phrases import phrases
from queries.sentences.read_figure import Read, read_figure
from queries.sentences.scene import KEPT, Batches, Scene
from queries.sentences.tails import PASSAGE, SEGMENT, SENTENCE, taken_back
from queries.sentences.tokens import tokens

HEADING, AS_FOLLOWS = 14, "如下"  # a sentence of so few characters without a figure is a heading
SEMICOLONS = (";", "；")


def read(text: str, words: Lexicon, calendar: Calendar, batches: Batches) -> list[Read]:
    """The figures of a passage in order, each with what it may claim."""
    scene = Scene(words, calendar, batches, Memory(calendar))
    found: list[Read] = []
    kept: list[dict[str, object]] = []
    parts = list(clauses(spread(tokens(text, words))))
    begins = {PASSAGE: 0, SENTENCE: 0, SEGMENT: 0}
    for place, clause in enumerate(parts):
        is_first = not place or parts[place - 1].ends_sentence
        if is_first:
            scene.beside, scene.sentence = _of_the_sentence(parts[place:])
        if clause.opens:
            kept.append({name: copy(getattr(scene.memory, name)) for name in KEPT})
        _begin(scene.memory, clause, parts[max(place - 1, 0)].mark in SEMICOLONS)
        found += _figures(scene, clause, is_first and clause.ends_sentence)
        if reach := taken_back(words, parts, place):
            _take_back(found, begins.get(reach, max(len(found) - 1, 0)), clause.text)
        if clause.closes and kept:
            for name, value in kept.pop().items():
                setattr(scene.memory, name, value)
        if clause.ends_sentence or clause.mark in SEMICOLONS:
            begins[SEGMENT] = len(found)
        if clause.ends_sentence:
            scene.memory.end_sentence()
            begins[SENTENCE] = len(found)
    return found


def _begin(memory: Memory, clause: Clause, is_after_semicolon: bool) -> None:
    """What the beginning of a clause says to those before: the places it names, and whether it starts afresh."""
    named = [token.value.partition("=") for token in clause.tokens if token.role == "filter"]
    memory.see(code for name, _, code in named if name == "counties")
    if is_after_semicolon and clause.roles & {"date", "scope"}:
        memory.heads = frozenset()


def _take_back(found: list[Read], begin: int, words: str) -> None:
    """Take back the figures from `begin` on: what follows them narrows or denies them."""
    reason = Refused("What follows narrows it: {words}", words=words)
    found[begin:] = [one._replace(claims=(), reason=one.reason or reason) for one in found[begin:]]


def _of_the_sentence(parts: Sequence[Clause]) -> tuple[frozenset[str], str]:
    """What a sentence counts, and its words."""
    found: set[str] = set()
    text = ""
    for one in parts:
        found |= {token.value for token in one.tokens if token.role == "head"}
        text += one.text
        if one.ends_sentence:
            break
    return frozenset(found), text


def _figures(scene: Scene, clause: Clause, is_alone: bool) -> list[Read]:
    if not clause.has_figure:
        overhear(scene, clause, is_alone and (len(clause.text) <= HEADING or clause.text.endswith(AS_FOLLOWS)))
        return []
    found = [read_figure(scene, phrase, clause) for phrase in phrases(clause)]
    if clause.unknown:
        doubt(scene, clause, clause.unknown)
    return found
