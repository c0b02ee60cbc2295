"""Since you last looked: what turned, as a table, the worst of each kind, and since when."""

from __future__ import annotations

from pathlib import Path

from data.errors import Refused
from queries.alert_words import KIND_WORDS, counted, said
from queries.alerts import Alerts, alerts_between, alerts_since
from queries.catalog import catalog
from queries.turned import KINDS, Alert
from report.assemble import Source, cell_of, project_link, question_parameters
from report.columns import Column, first_of, table_of
from report.filters import Filters
from report.model import Cell, Table
from report.sponsors import sponsor_link
from words import Words

QUESTION = "alert_state"
EACH = 3  # of a kind
TONES = {"red": "light-red", "overdue": "light-red", "late": "light-yellow", "moved": "light-yellow"}


def alerts_table(filters: Filters, source: Source, words: Words) -> Table:
    """What turned since the generation that the filters count from, else since the date compared with."""
    try:
        found = _found(filters, source)
    except Refused as refused:
        return table_of(QUESTION, (), _columns(source, words), words, refused.sentence(words))
    if found is None:
        note = words("There is no earlier snapshot to compare with.")
        return table_of(QUESTION, (), _columns(source, words), words, note)
    shown = [alert for kind in KINDS for alert in filters.first(found.of(kind), EACH)]
    parts = (_since(found, filters, words), _counts(found, words), first_of(len(shown), len(found.alerts), words))
    return table_of(QUESTION, shown, _columns(source, words), words, " ".join(filter(None, parts)))


def _found(filters: Filters, source: Source) -> Alerts | None:
    opened, given = source.engine.opened, question_parameters(catalog()[QUESTION], filters)
    as_of = given.pop("as_of")
    since = filters.since or filters.seen
    if since:
        return alerts_since(_folder(source), since, source.engine, as_of, given)
    if filters.compare is None:
        return None
    published = opened.folders[filters.compare].manifest.generation
    return alerts_between(source.engine, filters.compare, published, source.engine, as_of, given)


def _folder(source: Source) -> Path:
    """The store that the ledger was opened from: the folder above those of the dates."""
    return next(iter(source.engine.opened.folders.values())).path.parents[1]


def _since(found: Alerts, filters: Filters, words: Words) -> str:
    values = {"day": words.date(found.since_as_of), "generation": found.since}
    if filters.since:
        return words("Since generation {generation} ({day}).", **values)
    if filters.seen:
        return words("Since generation {generation} ({day}), which you last saw.", **values)
    return words("Since the date compared with, {day} (generation {generation}).", **values)


def _counts(found: Alerts, words: Words) -> str:
    return words("{counts}.", counts=counted(found, words)) if found.alerts else words("Nothing turned.")


def _columns(source: Source, words: Words) -> list[Column]:
    return [
        Column(words("What turned"), lambda alert: Cell(words(KIND_WORDS[alert.kind]), tone=TONES.get(alert.kind, ""))),
        Column(words("Project"), _project),
        Column(words("County"), lambda alert: cell_of("county_code", alert, source.city, words)),
        Column(words("How"), lambda alert: Cell(said(alert, words))),
        Column(words("Unit in charge"), lambda alert: Cell(alert.lead_unit)),
        Column(words("Sponsor"), _sponsor),
    ]


def _project(alert: Alert) -> Cell:
    return Cell(alert.name, link=project_link(alert.project_id) if alert.project_id else None)


def _sponsor(alert: Alert) -> Cell:
    return Cell(alert.sponsor, link=sponsor_link(alert.sponsor) if alert.sponsor else None)
