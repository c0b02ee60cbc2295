"""The decisions of the meetings as tables: the last meeting's first, each with what the ledger says of it now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from data.errors import Refused
from data.minutes import Decision, Minutes
from queries.alerts import known_at
from queries.engines.duckdb import Engine
from report.assemble import Source, project_link
from report.columns import WHOLE, first_of, rows_of
from report.decided import RULE, TONES, VERDICTS, Became, became
from report.filters import Filters
from report.model import Cell, Link, Table
from words import Words

QUESTION = "decided_projects"
EARLIER = 50
COLUMNS = (
    "Meeting",
    "Project",
    "County",
    "What was decided",
    "Who (unit or post)",
    "By when",
    "What became of it",
    "What changed",
)


class Held(NamedTuple):
    """A decision, the county of its project, and what became of it."""

    decision: Decision
    county_code: str
    became: Became


def decisions_tables(filters: Filters, source: Source, words: Words) -> tuple[Table, ...]:
    """The decisions of the last meeting, and those of the meetings before it."""
    try:
        found = held(filters, source, words)
    except Refused as refused:
        return (
            _table("decisions", words("Decisions of the last meeting"), (), source, words, refused.sentence(words)),
        )
    last = max((one.decision.meeting_on for one in found), default=None)
    title = words("Decisions of the meeting of {day}", day=words.date(last)) if last else words("Decisions")
    latest = [one for one in found if one.decision.meeting_on == last]
    earlier = [one for one in found if one.decision.meeting_on != last]
    shown = filters.first(earlier, EARLIER)
    note = f"{counted(latest, words)} {words(RULE)}" if latest else words("Nothing has been decided yet.")
    tables = [_table("decisions", title, latest, source, words, note)]
    if earlier:
        note = " ".join(filter(None, (counted(earlier, words), first_of(len(shown), len(earlier), words))))
        tables.append(_table("earlier_decisions", words("Decisions of earlier meetings"), shown, source, words, note))
    return tuple(tables)


def held(filters: Filters, source: Source, words: Words) -> list[Held]:
    """The decisions about the projects that the filters leave, the newest meeting first. Raises Refused."""
    known = [one for one in Minutes().decisions() if one.generation <= source.engine.opened.generation]
    everything = Filters(filters.as_of)
    now = {row.project_id: row for row in rows_of(QUESTION, everything, source)}
    left = {row.project_id for row in rows_of(QUESTION, replace(filters, compare=None), source)}
    narrowed = any(filters.parameters().values())
    chosen = [one for one in known if one.project_id in left or not (narrowed or one.project_id in now)]
    ordered = sorted(chosen, key=lambda one: one.meeting_on, reverse=True)
    return [_held(one, now.get(one.project_id), filters, source, words) for one in ordered]


def counted(found: Sequence[Held], words: Words) -> str:
    """How many decisions came to what, as a sentence; nothing for none."""
    counts = {code: sum(one.became.verdict == code for one in found) for code in VERDICTS}
    said = [words.labelled(words(VERDICTS[code]), words.number(count)) for code, count in counts.items() if count]
    return words("{counts}.", counts=words.joined(said)) if said else ""


def _held(decision: Decision, now: Any, filters: Filters, source: Source, words: Words) -> Held:
    county = now.county_code or "" if now else ""
    opened = source.engine.opened
    if (filters.as_of, opened.generation) == (decision.as_of, decision.generation):
        return Held(decision, county, Became("unknown", words("No newer data than when it was decided.")))
    if filters.as_of < decision.as_of:
        return Held(decision, county, Became("unknown", words("It was decided on later data than is shown.")))
    try:
        was = _then(decision, source)
    except Refused:
        return Held(decision, county, Became("unknown", words("The ledger it was decided on can't be opened.")))
    return Held(decision, county, became(was, now, words))


def _then(decision: Decision, source: Source) -> Any:
    """The project as it was known when it was decided."""
    folder = next(iter(source.engine.opened.folders.values())).path.parents[1]
    engine: Engine = known_at(folder, decision.generation, decision.as_of)
    found = engine.ask(QUESTION, as_of=engine.opened.dates[-1], projects=[decision.project_id])
    return found[0] if found else None


def _table(name: str, title: str, found: Sequence[Held], source: Source, words: Words, note: str) -> Table:
    return Table(
        name,
        title,
        tuple(words(column) for column in COLUMNS),
        (False,) * len(COLUMNS),
        tuple(_row(one, source, words) for one in found),
        note,
    )


def _row(one: Held, source: Source, words: Words) -> tuple[Cell, ...]:
    decision = one.decision
    county = source.city.label("county", one.county_code, words.language) if one.county_code else ""
    return (
        _date(decision.meeting_on),
        Cell(decision.project_name, link=project_link(decision.project_id)),
        Cell(county, link=Link((("county", (one.county_code,)),)) if county else None),
        Cell(decision.what),
        Cell(decision.who),
        _date(decision.due_on),
        Cell(words(VERDICTS[one.became.verdict]), tone=TONES[one.became.verdict]),
        Cell(one.became.said),
    )


def _date(day: dt.date | None) -> Cell:
    return Cell(str(day or ""), tone=WHOLE, value=day)
