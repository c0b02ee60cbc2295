"""What the filters can choose from, and the way out when they leave nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from queries.engines.duckdb import Engine
from report.filters import CHOICES, Choice, Filters, chosen_label
from report.model import Link, Relief
from words import Words

ENGINES_HELD = 4


@lru_cache(maxsize=ENGINES_HELD)
def known_choices(engine: Engine) -> Mapping[str, tuple[str, ...]]:
    """The values that the ledger has of the filters without a code list: start batches and sponsors."""
    found = engine.ask("choices", as_ofs=list(engine.opened.dates))
    return {kind: tuple(row.code for row in found if row.kind == kind) for kind in ("batch", "sponsor")}


def reliefs(filters: Filters, engine: Engine, words: Words) -> tuple[Relief, ...]:
    """Nothing while a project is left; else each filter whose removal alone gives projects, or all of them together."""
    chosen = [choice for choice in CHOICES if filters.chosen(choice)]
    if not chosen or _projects(filters, engine):
        return ()
    alone = tuple(found for choice in chosen if (found := _without([choice], filters, engine, words)))
    together = _without(chosen, filters, engine, words)
    return alone or ((together,) if together else ())


def _without(left_out: list[Choice], filters: Filters, engine: Engine, words: Words) -> Relief | None:
    emptied: dict[str, Any] = {choice.field: () for choice in left_out}
    count = _projects(replace(filters, **emptied), engine)
    if not count:
        return None
    names = words.joined([chosen_label(choice, filters, words) for choice in left_out])
    sentence = words("Leave out {filters}: {count} projects", filters=names, count=words.number(count))
    return Relief(sentence, Link(tuple((choice.url, ()) for choice in left_out)))


def _projects(filters: Filters, engine: Engine) -> int:
    """How many projects of the plan the filters leave."""
    found = engine.ask("projects", as_ofs=[filters.as_of], **filters.parameters())
    return int(found[0].value) if found else 0
