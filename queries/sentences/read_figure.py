"""One figure: what it may claim, by the words of its own and by what earlier words have left."""

from __future__ import annotations

from typing import NamedTuple

from data.errors import Refused
from queries.sentences.around import Around, around
from queries.sentences.changes import change
from queries.sentences.claims import Claim
from queries.sentences.clauses import Clause
from queries.sentences.figures import Figure
from queries.sentences.indicators import of_indicator
from queries.sentences.levels import Reading, level
from queries.sentences.lists import EACH
from queries.sentences.memory import Memory
from queries.sentences.months import in_month
from queries.sentences.overhearing import WITHIN, doubt
from queries.sentences.phrases import Phrase
from queries.sentences.scene import Scene
from queries.sentences.shares import share_reading

CHANGES = {"more", "less", "compare"}


class Read(NamedTuple):
    """A figure of the passage: where it stands, what it may claim; all readings must agree where `is_strict`."""

    start: int
    end: int
    figure: Figure
    relation: str = "="
    claims: tuple[Claim, ...] = ()
    is_strict: bool = False
    reason: Refused | None = None


def read_figure(scene: Scene, phrase: Phrase, clause: Clause) -> Read:
    """The figure of a phrase with the claims that it may make, or the reason why it can't be told."""
    start, end = _as_said(phrase)
    memory, said = scene.memory, Around()
    found = Read(start, end, phrase.figure.value)
    kept = (memory.date, memory.year, set(memory.days))
    try:
        said = around(phrase)
        if phrase.is_taken_of:
            raise Refused("Another figure is taken of it, so it isn't what is claimed.")
        found = found._replace(relation=said.relation)
        said.is_subset, memory.is_subset = said.is_subset or memory.is_subset, False
        said.is_subset |= _goes_on(memory, said)
        said.parts |= memory.parts
        said.is_superlative |= memory.is_superlative
        memory.hear(said)
        _understood(clause, memory, found.figure)
        _placed(clause, memory, said)
        claims, strict = _claims(scene, found.figure, said, clause)
        memory.subset_by = frozenset(said.filters) if said.is_subset else frozenset()
        memory.is_subset = phrase.after[-1:] == clause.tokens[-1:] and clause.text.endswith(WITHIN)
        return found._replace(claims=tuple(claims), is_strict=strict)
    except Refused as reason:
        if clause.unknown or not clause.roles & CHANGES:  # a change narrows nothing
            memory.last, memory.heads, memory.kind = None, frozenset(), ""
            doubt(scene, clause, memory.doubt or clause.text)
        return found._replace(reason=reason)
    finally:
        memory.awaits, memory.renamed = False, {}
        if said.is_once:  # 由8月底的…提高到…: that date is of this figure alone
            memory.date, memory.year, memory.days = kept


def _goes_on(memory: Memory, said: Around) -> bool:
    """其中工业类21个、能源类6个: what is parted the same way is a part of the same."""
    return bool(memory.subset_by) and frozenset(said.filters) == memory.subset_by and said.heads <= {"project"}


def _placed(clause: Clause, memory: Memory, said: Around) -> None:
    """Raises Refused where it isn't said which places are meant, or that all of several have it each."""
    if "counties" in said.filters or said.is_whole:
        memory.unplaced = ""
    if memory.unplaced:
        raise Refused("It doesn't say which places are meant.")
    is_list = any(len(values) > 1 for name, values in said.filters.items() if name != "sizes")
    if (said.is_of_each or is_list) and any(word in clause.text for word in EACH):
        raise Refused("It speaks of each of several.")


def _understood(clause: Clause, memory: Memory, figure: Figure) -> None:
    """Raises Refused where words that aren't understood may narrow the figure, or its unit measures nothing here."""
    if clause.unknown:
        raise Refused("These words aren't understood and may narrow it: {words}", words=clause.unknown)
    if memory.refused:
        raise memory.refused
    if doubt := memory.doubt or memory.old_doubt or memory.spell:
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
    if memory.date and memory.date.kind == "month":
        return in_month(scene, figure, said, clause, memory.date)
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
