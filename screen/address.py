"""The URL is the whole state of a view: reading it, and changing it so that Back undoes the change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

import streamlit as st

from report.model import Link
from words import DEFAULT_LANGUAGE, LANGUAGES


def query() -> dict[str, list[str]]:
    """The URL's parameters, each with all its values."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def language() -> str:
    """`lang` of the URL, else the browser's language, else Chinese."""
    asked = st.query_params.get("lang", "")
    if asked in LANGUAGES:
        return asked
    browser = (st.context.locale or "").split("-")[0].lower()
    return browser if browser in LANGUAGES else DEFAULT_LANGUAGE


def go_to(changed: Mapping[str, Sequence[str]]) -> None:
    """Replace parameters (an empty list removes one); called in callbacks it adds a step to the history.

    A list that becomes another one begins at its first page.
    """
    changed = changed if KEEP_THE_PAGE.issuperset(changed) else {"page": [], **changed}
    kept = {name: values for name, values in query().items() if name not in changed}
    st.query_params.from_dict(kept | {name: list(values) for name, values in changed.items() if values})


KEEP_THE_PAGE = {"page", "agenda", "passport", "briefing", "project", "columns", "lang"}
OF_A_PAGE = (
    "passport", "briefing", "project", "q", "sort", "page", "light", "columns", "measure", "text", "reach",
    "present", "item", "own",
)  # fmt: skip
AWAY = "going_to"


def carried_over() -> dict[str, list[str]]:
    """The URL's parameters that go along to another page: the filters, and not what belongs to this page."""
    return {name: values for name, values in query().items() if name not in OF_A_PAGE}


def sheet_address(project_id: str) -> str:
    """The address of a project's sheet, with the filters of this view."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    parameters = {**carried_over(), "project": [project_id]}
    return f"/{base}{'/' if base else ''}projects?{urlencode(parameters, doseq=True)}"


def follow(link: Link) -> None:
    """Go to a place in the dashboard; called in callbacks."""
    changes = {name: list(values) for name, values in link.changes}
    if link.path is None:
        go_to(changes)
    else:
        kept = {name: values for name, values in carried_over().items() if name not in changes}
        st.session_state[AWAY] = (link.path, kept | {name: values for name, values in changes.items() if values})


def toggle(name: str, code: str) -> None:
    """Narrow a filter to one code, or clear it when it is narrowed to just that."""
    go_to({name: [] if query().get(name) == [code] else [code]})


def open_passport(name: str) -> None:
    """Show the passport of a number."""
    go_to({"passport": [name]})


def close_passport() -> None:
    """Back to the page beneath the passport."""
    go_to({"passport": []})
