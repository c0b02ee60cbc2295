"""Which part of the plan a figure is of, by its own words and by what earlier words have left."""

from __future__ import annotations

from queries.sentences.around import Around, Filters
from queries.sentences.memory import Memory

TOPIC_STAYS = ("counties",)  # a place named first is what the whole sentence is about


def parted(memory: Memory, own: Filters, said: Around) -> tuple[list[dict[str, tuple[str, ...]]], bool]:
    """The filters that a figure may have, most likely first, and whether all of them must agree.

    其中 keeps those of the figure before. A part of the same kind as the one before takes its place. Otherwise a
    place that the sentence began with stays, and anything else may have been meant for the earlier figure alone.
    """
    if said.is_subset:
        memory.must_be_clear()
        return [{**memory.last_filters, **own}], False
    options, strict = _parted(memory, own)
    unique = _unique([{**memory.topic, **option} for option in options])
    return unique, strict and len(unique) > 1


def _unique(options: list[dict[str, tuple[str, ...]]]) -> list[dict[str, tuple[str, ...]]]:
    return [option for place, option in enumerate(options) if option not in options[:place]]


def _parted(memory: Memory, own: Filters) -> tuple[list[dict[str, tuple[str, ...]]], bool]:
    replaced = memory.last is not None and any(
        name in memory.last_filters and memory.last_filters[name] != values for name, values in own.items()
    )
    if own and replaced:
        return [{**memory.last_filters, **own}, _stay(memory.firm, own)], False
    if own:
        options = [{**memory.firm, **memory.loose, **own}, {**memory.firm, **own}, _stay(memory.firm, own)]
    else:
        options = [{**memory.firm, **memory.loose}, dict(memory.firm)]
    return options, True


def _stay(firm: Filters, own: Filters) -> dict[str, tuple[str, ...]]:
    return {**{name: values for name, values in firm.items() if name in TOPIC_STAYS}, **own}
