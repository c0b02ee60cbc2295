"""The opened ledger: resolved once per page run, shared by all readers of a generation."""

from __future__ import annotations

import gc
import hashlib

import streamlit as st

from data.city import city
from data.snapshots import Store
from queries.engines.duckdb import Engine
from report.assemble import Source, assemble
from report.filters import Filters
from report.model import Page, Report
from words import Words

GENERATIONS_HELD = 4
REPORTS_HELD = 512


@st.cache_resource(max_entries=GENERATIONS_HELD, show_spinner=False)
def _engine(folder: str, generation: int, _asked: int | None) -> Engine:
    engine = Engine(Store().open(_asked))
    gc.collect()
    gc.freeze()  # what lives as long as the process need not be walked after every page run
    return engine


def open_source(asked: int | None = None) -> Source:
    """The ledger at the asked generation, else at the current one. Raises Refused or Damaged."""
    store = Store()
    return Source(_engine(str(store.folder), asked or store.current(), asked), city())


def report_of(page: Page, filters: Filters, source: Source, words: Words) -> Report:
    """The page's report, made once for each state of a view."""
    opened = source.engine.opened
    return _report(page.name, filters, words.language, _identity(source), opened.generation, page, source, words)


@st.cache_resource(max_entries=REPORTS_HELD, show_spinner=False)
def _report(
    page_name: str, filters: Filters, language: str, identity: str, generation: int,
    _page: Page, _source: Source, _words: Words,
) -> Report:  # fmt: skip
    return assemble(_page, filters, _source, _words)


def _identity(source: Source) -> str:
    folders = source.engine.opened.folders
    return hashlib.sha256("|".join(str(f.path) for f in folders.values()).encode()).hexdigest()
