"""What a figure is read in: the phrases that are known, the dates, and what earlier words have left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.errors import Refused
from queries.sentences.around import Around
from queries.sentences.claims import Claim
from queries.sentences.dates import Calendar, Named
from queries.sentences.figures import Figure
from queries.sentences.lexicon import Lexicon
from queries.sentences.memory import Memory

Parts = dict[str, tuple[str, ...]]
Batches = Mapping[dt.date, Sequence[str]]
MONEY = frozenset({"total", "invest", "money"})
PLAIN = frozenset({"project", "planned"})
PLACES = frozenset({"counties", "sectors", "covered"})
KEPT = ("last_filters", "heads", "last", "loose", "kind")  # what brackets leave as it was before them
FIRST = "Q1"


@dataclass
class Scene:
    """The state of reading a passage."""

    words: Lexicon
    calendar: Calendar
    batches: Batches
    memory: Memory
    beside: frozenset[str] = frozenset()
    sentence: str = ""

    def own(self, said: Around) -> Parts:
        """The filters of the words themselves, with the batch that they name."""
        own = dict(said.filters)
        for named in said.places:
            own["counties"] = own.get("counties") or self.memory.placed(named)
        if said.is_batch:
            own["batches"] = (self.batch(said.is_that_batch),)
        return own

    def batch(self, is_that: bool = False) -> str:
        """The batch that is named by its quarter, the one spoken of, or the only one. Raises Refused if unclear."""
        memory = self.memory
        known = self.batches.get(memory.days_of(True)[0], ())
        if is_that or (memory.batches and not memory.quarter):
            known = tuple(memory.batches)
        if is_that or not memory.quarter:
            if len(known) == 1:
                return known[0]
            raise Refused("It doesn't say which batch is meant.")
        named = f"{self.calendar.year(memory.year)}-{self.words.batches[memory.quarter]}"
        if named not in known:
            raise Refused("The ledger has no batch of that quarter.")
        memory.batches |= {named}
        return named

    def quarter(self, said: Around) -> None:
        """A quarter names a batch; without one, the first is what was reached by its end."""
        memory = self.memory
        held = {**memory.firm, **memory.loose, **memory.last_filters}
        if not memory.quarter or said.is_batch or "batches" in held:
            return
        if self.words.batches[memory.quarter] != FIRST:
            raise Refused("It speaks of one quarter, and the ledger holds what was reached by the end of it.")
        memory.date, memory.quarter = Named("end", memory.year, 3), ""

    def remember(self, first: Claim, filters: Parts, heads: frozenset[str], own: Parts, figure: Figure,
                 is_subset: bool) -> None:  # fmt: skip
        """Keep what this figure leaves for the next ones."""
        memory = self.memory
        if "sponsored" in heads:
            filters = {**filters, "sponsors": filters.get("sponsors", self.words.sponsors)}
            own = {**own, "sponsors": filters["sponsors"]}
        if memory.last is None and not is_subset:
            memory.firm |= own
        else:
            place = {name: values for name, values in own.items() if name == "counties" and not is_subset}
            memory.firm |= place
            memory.loose |= {name: values for name, values in own.items() if name not in place}
        memory.last, memory.last_filters, memory.kind = first, dict(filters), figure.kind
        memory.said = heads - {"project", "major"}
        memory.subject = heads - PLAIN if figure.kind == "count" else memory.subject
        is_whole = figure.kind == "pct" or heads & {"done", "funds", "year_plan"}
        memory.heads = frozenset() if is_whole else heads - MONEY - PLAIN - PLACES - {"major"}
