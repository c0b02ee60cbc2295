"""Figures that say by how much something has changed since an earlier date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from data.errors import Refused
from queries.sentences.around import Around
from queries.sentences.claims import Claim, changed, claim, fits, measured
from queries.sentences.dates import Calendar
from queries.sentences.figures import Figure
from queries.sentences.levels import Reading
from queries.sentences.parting import parted
from queries.sentences.scene import Parts, Scene
from queries.sentences.shares import share_reading

LEVELS = {"pp": ("pct",), "pct": ("count", "wan")}  # of what a figure in this unit may be the change


def change(scene: Scene, figure: Figure, said: Around, days: Sequence[dt.date]) -> Reading:
    """The claim about a change. Raises Refused where it isn't clear of what, since when, or which way."""
    named = said.compared or scene.memory.compared
    if said.is_baseline and not said.direction and named and len(days) == 1:  # 较上年末的453个增加…
        scene.memory.compared = named
        level = _level(scene, figure, said, days[0])
        return [replace(level, day=Calendar(days[0], scene.calendar.published).baseline(named))], False
    if not said.direction:
        raise Refused("It compares, and doesn't say what changed.")
    if named is None:
        raise Refused("It doesn't say since when.")
    if len(days) > 1:
        raise Refused("The sentence names several dates.")
    scene.memory.compared = named
    found = _level(scene, figure, said, days[0])
    before = Calendar(days[0], scene.calendar.published).baseline(named)
    return [changed(found, figure.kind, before, named.kind, said.direction)], False


def _level(scene: Scene, figure: Figure, said: Around, day: dt.date) -> Claim:
    """The level whose change is spoken of: named beside the change, or the figure before."""
    memory, kinds, own = scene.memory, LEVELS.get(figure.kind, (figure.kind,)), scene.own(said)
    if said.is_share:
        claims, strict = share_reading(scene, figure._replace(kind="pct"), said, [day])
        if strict:
            raise Refused("It doesn't say whether it is a share by count or by money.")
        return claims[0]
    if said.heads or own:
        return _named(scene, figure, said, own, kinds, day)
    if memory.last is None or memory.last.day != day or memory.kind not in kinds:
        raise Refused("It doesn't say what changed.")
    if figure.kind == "count" and not fits(memory.last.measure, figure.unit):
        raise Refused("It doesn't say what changed.")
    memory.must_be_clear()
    return replace(memory.last, before=None, growth=False, sign=1)


def _named(
    scene: Scene, figure: Figure, said: Around, own: Parts, kinds: tuple[str, ...], day: dt.date
) -> Claim:  # fmt: skip
    options, strict = parted(scene.memory, own, said)
    if strict:
        raise Refused("It isn't clear whether what was said before narrows it.")
    heads = frozenset(said.heads)
    for kind in kinds if heads else ():
        try:
            measure, filters = measured(kind, heads, options[0], scene.words)
        except Refused:
            continue
        if figure.kind == "count" and not fits(measure, figure.unit):
            break
        found = claim(measure, filters, day)
        scene.remember(found, options[0], heads, own, figure._replace(kind=kind), said.is_subset)
        return found
    raise Refused("It doesn't say what changed.")
