"""Figures of one month: what began or came in within it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from data.errors import Refused
from queries.sentences.around import Around
from queries.sentences.changes import change
from queries.sentences.clauses import Clause
from queries.sentences.dates import Named
from queries.sentences.figures import Figure
from queries.sentences.levels import Reading, level
from queries.sentences.scene import Scene

JANUARY = 1


def in_month(scene: Scene, figure: Figure, said: Around, clause: Clause, named: Named) -> Reading:
    """The claims about one month. Money and deals are what was added; whoever means the sum must not be right or wrong.

    Raises Refused for what no month has of its own, such as a rate.
    """
    memory = scene.memory
    day = scene.calendar.month(named, memory.year)
    if said.direction or said.compared:
        if memory.last is None or memory.last.measure.change != "month":
            raise Refused("It speaks of one month, and the ledger holds what was reached by the end of it.")
        return change(scene, figure, said, (day,))
    if said.heads - {"project"} == {"new"}:
        said.heads = {"month_new"}
    claims, strict = level(scene, figure, said, clause, (day,))
    if claims[0].measure.change == "month":
        return claims, strict
    if claims[0].measure.change != "flow" or claims[0].measure.part or strict:
        raise Refused("It speaks of one month, and the ledger holds what was reached by the end of it.")
    memory.last = None
    if day.month == JANUARY:
        return claims, False
    before = scene.calendar.published_day(day.replace(day=1) - dt.timedelta(days=1))
    return [replace(claims[0], before=before), *claims], False
