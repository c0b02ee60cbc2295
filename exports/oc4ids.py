"""Open data: the projects of the filters as a package of the Open Contracting for Infrastructure Data Standard.

docs/oc4ids.md says which column becomes which field. Other systems read the file without us.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from exports.fingerprint import short_hash
from exports.oc4ids_project import project
from queries.binding import question
from report.assemble import Source, question_parameters
from report.filters import Filters
from report.model import Report
from words import Words

VERSION = "0.9"
PROJECTS, MILESTONES = "project_list", "milestone_list"


def oc4ids(reports: Sequence[Report], source: Source, words: Words) -> bytes:
    """Every project of the reports' filters, once, with its milestones."""
    found: dict[str, dict[str, Any]] = {}
    for report in reports:
        milestones = defaultdict(list)
        for row in _ask(MILESTONES, report.filters, source):
            milestones[row.project_id].append(row)
        for row in _ask(PROJECTS, report.filters, source):
            found.setdefault(row.project_id, project(row, milestones[row.project_id], source.city, words))
    package = _package(reports, source, words) | {"projects": list(found.values())}
    return json.dumps(package, ensure_ascii=False, indent=1).encode() + b"\n"


def _ask(name: str, filters: Filters, source: Source) -> list[Any]:
    return source.engine.ask(name, **question_parameters(question(name), filters))


def _package(reports: Sequence[Report], source: Source, words: Words) -> dict[str, Any]:
    """Who publishes what when: as the ledger was published, so that the same ledger gives the same file."""
    days = [report.filters.as_of for report in reports]
    manifest = source.engine.opened.folders[max(days)].manifest
    hashes = ":".join(short_hash(report) for report in reports)
    return {
        "version": VERSION,
        "uri": f"urn:keyprojects:{source.city.code}:{manifest.as_of}:g{source.engine.opened.generation}:{hashes}",
        "publishedDate": manifest.published_at,
        "publisher": {"name": source.city.name.zh if words.language == "zh" else source.city.name.en},
    }
