"""Words without a figure: a topic, a date, or talk; and the doubts that words leave which aren't understood."""

from __future__ import annotations

from data.errors import Refused
from queries.sentences.around import Around, Filters, of_words
from queries.sentences.clauses import Clause
from queries.sentences.memory import Memory
from queries.sentences.scene import PLAIN, Scene

COLONS = (":", "：")
WITHIN = ("中", "里", "内", "当中")


def overhear(scene: Scene, clause: Clause, is_heading: bool) -> None:
    """Words without a figure: a topic, a date, or talk. What might narrow the next figures leaves a doubt."""
    memory = scene.memory
    try:
        said = of_words(clause.tokens)
        memory.hear(said)
        own = scene.own(_placed(said, clause, memory))
        _take_up(memory, said, own, clause.mark in COLONS)
        if _says_no_fact(said, own, clause.mark in COLONS):
            doubt(scene, clause, clause.text)
        _overhear_a_part(scene, said, clause)
        if is_heading:
            _head(scene, clause, said, own)
    except Refused as reason:
        memory.refused = reason
        memory.spell = clause.text if is_heading else memory.spell
    if scene.words.exclusions.search(clause.text):
        doubt(scene, clause, clause.text)
    if clause.mark in COLONS and clause.unknown:
        memory.unplaced = clause.text
    if _is_risky(scene, clause.unknown, clause.text):
        doubt(scene, clause, clause.unknown)


def _take_up(memory: Memory, said: Around, own: Filters, is_topic: bool) -> None:
    """Keep what the words name for the figures that follow."""
    memory.firm |= own
    memory.heard |= own
    memory.renamed |= own
    memory.loose = {name: values for name, values in memory.loose.items() if name not in own}
    memory.topic |= own if is_topic else {}
    memory.heads = frozenset(said.heads) or memory.heads
    memory.awaits = bool(said.heads - {"project"}) or memory.awaits
    memory.is_subset |= said.is_subset
    memory.parts = frozenset(said.parts)
    memory.is_superlative |= said.is_superlative
    memory.is_campaign |= said.is_campaign
    memory.compared = said.compared or memory.compared


def _says_no_fact(said: Around, own: Filters, is_topic: bool) -> bool:
    """Whether the words speak of a plan, a target, or of a part whose figures can't be told."""
    is_plan = said.heads == {"planned"} and is_topic
    return is_plan or said.is_target or said.is_share or bool(said.is_subset and (own or said.heads))


def _head(scene: Scene, clause: Clause, said: Around, own: Filters) -> None:
    """A short sentence without a figure heads what follows: its part, and whether that is a plan or an exception."""
    memory = scene.memory
    memory.heading = {name: values for name, values in own.items() if name != "counties"}
    is_plan = said.is_target or "planned" in said.heads
    is_doubtful = is_plan or scene.words.exclusions.search(clause.text) or _is_risky(scene, clause.unknown)
    memory.spell = clause.text if is_doubtful else ""


def _placed(said: Around, clause: Clause, memory: Memory) -> Around:
    """三个城区中，某区…: which places are meant is said only later, if at all."""
    named = [] if "counties" in said.filters else said.places
    if any(not memory.can_place(one) for one in named):
        memory.unplaced, said.places = clause.text, []
    return said


def _overhear_a_part(scene: Scene, said: Around, clause: Clause) -> None:
    """包保项目中，… or 开工项目中，… : what follows is of these, as after 其中."""
    memory = scene.memory
    if "sponsored" in said.heads:
        memory.firm["sponsors"] = memory.heard["sponsors"] = memory.firm.get("sponsors", scene.words.sponsors)
    if said.heads and clause.text.endswith(WITHIN):
        memory.subject, memory.last_filters = frozenset(said.heads - PLAIN), dict(memory.firm)
        memory.is_subset = True


def doubt(scene: Scene, clause: Clause, words: str) -> None:
    """Keep words that may narrow what follows: in the sentence, and beyond it where they name owners, places, sizes."""
    memory = scene.memory
    memory.doubt = words
    names_a_part = any(token.role in ("filter", "size") for token in clause.tokens)
    if names_a_part or scene.words.lasting.search(clause.unknown):
        memory.lasting = memory.lasting or words


def _is_risky(scene: Scene, unknown: str, text: str = "") -> bool:
    """Whether words that aren't understood may narrow what follows; the rest is talk."""
    risks = scene.words.risks
    return bool(unknown) and bool(risks.search(unknown) or risks.search(text))
