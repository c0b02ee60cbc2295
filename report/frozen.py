"""A frozen link, opened later: what has changed since it was made. Its own numbers stay as they were."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

from data.diffing import changed_projects
from data.opening import Opened
from queries.catalog import catalog
from queries.engines.duckdb import Engine
from queries.fingerprint import changed_since
from report.assemble import Source, kpi_names, kpi_of, question_parameters
from report.filters import Filters
from report.model import Kpi, Report
from report.searching import narrowing
from report.units import change_in
from words import Words

QUESTION = "project_list"
PARTS = {"queries": "the queries", "thresholds": "the thresholds", "reference": "the reference files"}
PAIRS_HELD = 4


class Newer(NamedTuple):
    """What is said of newer data, and the date to look at instead."""

    sentence: str
    day: dt.date


class Counts(NamedTuple):
    """Projects of a selection that came, went and changed."""

    new: int
    gone: int
    changed: int


def rules_changed(made: str, now: str, words: Words) -> str:
    """Which of the queries, thresholds and reference files are not those the link was made with; empty for none.

    Raises Misused for a mark that is none.
    """
    changed = [words(PARTS[part]) for part in changed_since(made, now)]
    if not changed:
        return ""
    return words(
        "Since this link was made, these have changed: {parts}. Its numbers may differ from those that were shared.",
        parts=words.joined(changed),
    )


def newer_data(report: Report, source: Source, newest: Source, words: Words) -> Newer | None:
    """That something was published since the generation of the link, and what it changes; None for nothing."""
    then, now = source.engine.opened, newest.engine.opened
    if now.generation <= then.generation or not now.dates:
        return None
    day = report.filters.as_of
    values = {"day": words.date(day), "generation": now.generation}
    if day not in now.folders:
        return Newer(words("{day} has been withdrawn since, generation {generation}.", **values), now.dates[-1])
    later = [one for one in now.dates if one > day and one not in then.folders]
    corrected = _is_corrected(then, now, day)
    earlier = [words.date(one) for one in then.dates if one < day and _is_corrected(then, now, one)]
    if later:
        said = [words("Newer data exists: {later}, generation {generation}.", **values, later=words.date(later[-1]))]
        said += [words("{day} was corrected too.", **values)] * corrected
    elif corrected:
        said = [words("Newer data exists: {day} was corrected, generation {generation}.", **values)]
    else:
        said = [words("Generation {generation} is newer; it changes nothing of {day}.", **values)]
    said += [words("Earlier dates were corrected: {days}.", days=words.joined(earlier))] if earlier else []
    shown = later[-1] if later else day
    if later or corrected:
        said += _changes(report, source, newest, shown, words)
    return Newer(" ".join(said), shown)


def _is_corrected(then: Opened, now: Opened, day: dt.date) -> bool:
    """Whether a date reads otherwise now, whatever generation gave it."""
    found = now.folders.get(day)
    return found is None or found.manifest.files != then.folders[day].manifest.files


def _changes(report: Report, source: Source, newest: Source, day: dt.date, words: Words) -> list[str]:
    """What is different on this page: its projects and its tiles."""
    shown = report.filters.alone() if report.page.unfiltered_because else report.filters
    asked = narrowing(report.page, replace(shown, as_of=day, compare=None), newest.engine)
    counts = _counts(source.engine, shown, newest.engine, asked)
    kpis = [kpi_of(name, asked, newest, words) for name in kpi_names(report.page, asked)]
    moved = [_moved(old, new, words) for old, new in zip(report.kpis, kpis, strict=True) if old.value != new.value]
    projects = words(
        "Against this link, projects: {new} new, {gone} gone, {changed} changed.",
        new=words.number(counts.new), gone=words.number(counts.gone), changed=words.number(counts.changed),
    )  # fmt: skip
    if not kpis:
        return [projects]
    return [projects, words("{tiles}.", tiles=words("; ").join(moved)) if moved else words("The tiles show the same.")]


def _moved(old: Kpi, new: Kpi, words: Words) -> str:
    """A tile's number then and now, and the change."""
    gap = words.unit_gap if new.unit not in ("", "%") else ""
    said = f"{new.title} {old.value} → {new.value}{gap}{new.unit}"
    change = change_in(new.number, old.number, catalog()[new.name].unit, words)
    return words("{said}, {change}", said=said, change=change) if change else said


@lru_cache(maxsize=PAIRS_HELD)
def _counts(then: Engine, filters: Filters, now: Engine, asked: Filters) -> Counts:
    old, new = (_projects(engine, of) for engine, of in ((then, filters), (now, asked)))
    before, after = (set(table["project_id"].to_pylist()) for table in (old, new))
    return Counts(len(after - before), len(before - after), len(changed_projects(old, new)))


def _projects(engine: Engine, filters: Filters) -> Any:
    return engine.behind(QUESTION, **question_parameters(catalog()[QUESTION], filters))
