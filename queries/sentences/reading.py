"""Reading a passage: each figure with the claims that it may make, or the reason why it can't be told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from copy import copy
from typing import NamedTuple

from data.errors import Refused
from queries.sentences.around import Around, around
from queries.sentences.changes import change
from queries.sentences.claims import Claim
from queries.sentences.clauses import Clause, Phrase, clauses, phrases
from queries.sentences.dates import Calendar
from queries.sentences.figures import Figure
from queries.sentences.indicators import of_indicator
from queries.sentences.levels import Reading, level
from queries.sentences.lexicon import Lexicon
from queries.sentences.memory import Memory
from queries.sentences.overhearing import WITHIN, doubt, overhear
from queries.sentences.scene import KEPT, Batches, Scene
from queries.sentences.shares import share_reading
from queries.sentences.tokens import tokens

ALL_OF_THEM = ("均", "都", "全", "皆")


class Read(NamedTuple):
    """A figure of the passage: where it stands, what it may claim; all readings must agree where `is_strict`."""

    start: int
    end: int
    figure: Figure
    relation: str = "="
    claims: tuple[Claim, ...] = ()
    is_strict: bool = False
    reason: Refused | None = None


def read(text: str, words: Lexicon, calendar: Calendar, batches: Batches) -> list[Read]:
    """The figures of a passage in order, each with what it may claim."""
    scene = Scene(words, calendar, batches, Memory(calendar))
    found: list[Read] = []
    kept: list[dict[str, object]] = []
    begin, parts = 0, list(clauses(tokens(text, words)))
    for place, clause in enumerate(parts):
        if not place or parts[place - 1].ends_sentence:
            scene.beside, scene.sentence = _of_the_sentence(parts[place:])
        if clause.opens:
            kept.append({name: copy(getattr(scene.memory, name)) for name in KEPT})
        found[begin:] = _afterthought(scene, clause, _is_last(parts, place), found[begin:])
        found += _figures(scene, clause)
        if clause.closes and kept:
            for name, value in kept.pop().items():
                setattr(scene.memory, name, value)
        if clause.ends_sentence:
            scene.memory.end_sentence()
            begin = len(found)
    return found


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


def _figures(scene: Scene, clause: Clause) -> list[Read]:
    if not clause.has_figure:
        overhear(scene, clause)
        return []
    found = [_phrase(scene, phrase, clause) for phrase in phrases(clause)]
    if clause.unknown:
        doubt(scene, clause, clause.unknown)
    return found


def _phrase(scene: Scene, phrase: Phrase, clause: Clause) -> Read:
    start, end = _as_said(phrase)
    memory, said = scene.memory, Around()
    found = Read(start, end, phrase.figure.value)
    kept = (memory.date, memory.year, set(memory.days))
    try:
        said = around(phrase)
        found = found._replace(relation=said.relation)
        said.is_subset, memory.is_subset = said.is_subset or memory.is_subset, False
        said.parts |= memory.parts
        said.is_superlative |= memory.is_superlative
        memory.hear(said)
        _understood(clause, memory, found.figure)
        claims, strict = _claims(scene, found.figure, said, clause)
        memory.is_subset = phrase.after[-1:] == clause.tokens[-1:] and clause.text.endswith(WITHIN)
        return found._replace(claims=tuple(claims), is_strict=strict)
    except Refused as reason:
        if clause.unknown or not (said.direction or said.compared):  # a change narrows nothing
            memory.last, memory.heads, memory.kind = None, frozenset(), ""
            doubt(scene, clause, memory.doubt or clause.text)
        return found._replace(reason=reason)
    finally:
        if said.is_once:  # 由8月底的…提高到…: that date is of this figure alone
            memory.date, memory.year, memory.days = kept


def _understood(clause: Clause, memory: Memory, figure: Figure) -> None:
    """Raises Refused where words that aren't understood may narrow the figure, or its unit measures nothing here."""
    if clause.unknown:
        raise Refused("These words aren't understood and may narrow it: {words}", words=clause.unknown)
    if memory.refused:
        raise memory.refused
    if doubt := memory.doubt or memory.old_doubt:
        raise Refused("Words before it aren't understood and may narrow it: {words}", words=doubt)
    if figure.kind == "none":
        raise Refused("It has no unit.")
    if figure.kind == "other":
        raise Refused("Nothing in the ledger is measured in this unit.")


def _claims(scene: Scene, figure: Figure, said: Around, clause: Clause) -> Reading:
    memory = scene.memory
    if said.indicators:
        return of_indicator(figure, said, scene.sentence, memory, scene.words), False
    if said.is_campaign or memory.is_campaign:
        raise Refused("The campaign has no indicator of this name.")
    if said.is_target:
        raise Refused("It is a target or a plan, and not what the ledger holds.")
    scene.quarter(said)
    days: Sequence[dt.date]
    if memory.date and memory.date.kind == "month" and said.heads - {"project"} in ({"new"}, {"month_new"}):
        said.heads, days = {"month_new"}, (scene.calendar.month(memory.date, memory.year),)
    else:
        days = memory.days_of(bool(said.dates))
    if said.direction or said.compared:
        return change(scene, figure, said, days)
    if figure.kind == "pct" and said.is_share:
        return share_reading(scene, figure, said, days)
    return level(scene, figure, said, clause, days)


def _as_said(phrase: Phrase) -> tuple[int, int]:
    """Where the figure stands with the bound beside it."""
    start, end = phrase.figure.start, phrase.figure.end
    for token in reversed(phrase.before):
        if token.role != "bound" or token.end != start:
            break
        start = token.start
    if phrase.after and phrase.after[0].role == "after" and phrase.after[0].start == end:
        end = phrase.after[0].end
    return start, end


def _afterthought(scene: Scene, clause: Clause, last: bool, before: list[Read]) -> list[Read]:
    """The figures of the sentence so far, without those that this clause takes something out of or narrows."""
    reason = Refused("What follows narrows it: {words}", words=clause.text)
    if any(word in clause.text for word in scene.words.exclusions):
        return [one._replace(claims=(), reason=one.reason or reason) for one in before]
    roles = {token.role for token in clause.tokens}
    of_all = clause.text[:1] in ALL_OF_THEM and not roles & {"head"}
    if not before or (clause.has_figure and not of_all) or not (clause.closes or last or of_all):
        return before
    narrows = bool(roles & {"filter", "size", "batched", "date"}) and not roles & {"subset", "compare", "more", "less"}
    narrows = narrows or bool(clause.unknown and (clause.closes or clause.text[:1] in ALL_OF_THEM))
    narrows = narrows or (of_all and clause.has_figure)
    narrows = narrows or bool(clause.closes and roles & {"head", "bound", "after"})
    return [*before[:-1], before[-1]._replace(claims=(), reason=before[-1].reason or reason)] if narrows else before


def _is_last(parts: Sequence[Clause], place: int) -> bool:
    """Whether no figure follows in the same sentence."""
    for one in parts[place:]:
        if one.has_figure:
            return False
        if one.ends_sentence:
            break
    return True
