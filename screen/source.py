"""The opened ledger: resolved once per page run, shared by all readers of a generation."""

from __future__ import annotations

import gc
import hashlib
import threading
from collections import OrderedDict

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
SKELETON_HEIGHT = 640
Key = tuple[str, Filters, str, str, int]


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


class Reports:
    """Finished reports by the state of their view, shared between viewers; the ones not asked for longest go first."""

    def __init__(self) -> None:
        self._held: OrderedDict[Key, Report] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Key) -> Report | None:
        """The report of that state, if it is held."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
            return self._held.get(key)

    def put(self, key: Key, report: Report) -> Report:
        """Hold a report."""
        with self._lock:
            self._held[key] = report
            if len(self._held) > REPORTS_HELD:
                self._held.popitem(last=False)
        return report


@st.cache_resource(show_spinner=False)
def _reports() -> Reports:
    return Reports()


def report_of(page: Page, filters: Filters, source: Source, words: Words) -> Report:
    """The page's report, made once for each state of a view; while it is made, a skeleton keeps its place."""
    if page.is_live:
        return assemble(page, filters, source, words)
    key = (page.name, filters, words.language, _identity(source), source.engine.opened.generation)
    place = st.empty()
    held = _reports().get(key)
    if held is None:
        with place:
            st.skeleton(height=SKELETON_HEIGHT)
        try:
            held = _reports().put(key, assemble(page, filters, source, words))
        finally:
            place.empty()
    return held


def _identity(source: Source) -> str:
    folders = source.engine.opened.folders
    return hashlib.sha256("|".join(str(f.path) for f in folders.values()).encode()).hexdigest()
