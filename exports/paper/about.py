"""What every paper says of its origin: filters, date, generation, hash; and where its numbers lead."""

from __future__ import annotations

import os
from urllib.parse import urlencode

from exports.fingerprint import short_hash
from report.assemble import Source
from report.filters import write_filters
from report.model import Report
from words import Words

ADDRESS = "http://localhost:8501"


def footer(report: Report, source: Source, words: Words) -> str:
    """Filters as a sentence, date, generation, hash, and whether it is illustrative."""
    parts = [
        words("Illustrative data") if report.illustrative else "",
        report.filters.sentence(words, source.city),
        words("Generation {generation}", generation=report.generation),
        short_hash(report),
    ]
    return " · ".join(filter(None, parts))


def address_of(passport: str, report: Report, source: Source) -> str:
    """Where a reader finds the rows behind a number, at the generation that it was written from."""
    base = os.environ.get("KEYPROJECTS_ADDRESS", ADDRESS).rstrip("/")
    query = write_filters(report.filters, source.engine.opened.dates)
    kept = {name: query[name] for name in query if name not in ("project", "q", "sort", "light", "columns", "text")}
    frozen = {"as_of": [str(report.filters.as_of)], "generation": [str(report.generation)]}
    shown = {"lang": [report.language], "passport": [passport]}
    return f"{base}/?{urlencode({**kept, **frozen, **shown}, doseq=True)}"
