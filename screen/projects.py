"""What the list of projects offers besides the filter bar: search, lights, columns and order, pages, files."""

from __future__ import annotations

import streamlit as st

from report.assemble import Source, column_label
from report.filters import SORTABLE, Filters
from report.lights import LIGHTS, light_text
from report.model import Link, Report
from report.project_files import files_of
from report.projects import FIXED, USUAL_COLUMNS, chosen_columns, page_of, pages
from report.sorting import USUAL, is_number
from screen.address import go_to
from screen.links import links
from words import Words

ASCENDING, DESCENDING = "ascending", "descending"


def controls(filters: Filters, words: Words) -> None:
    """The search, the lights, and the choice of columns and order; every change is a step of the history."""
    with st.container(horizontal=True, key="list_controls", gap="small", vertical_alignment="bottom"):
        _search(filters, words)
        _lights(filters, words)
        with st.popover(words("Columns and order")):
            _columns(filters, words)
            _order(filters, words)


def _search(filters: Filters, words: Words) -> None:
    def changed() -> None:
        asked = st.session_state["list_q"].strip()
        go_to({"q": [asked] if asked else []})

    st.session_state["list_q"] = filters.search.q
    st.text_input(
        words("Search"), key="list_q", type="search", width=420,
        placeholder=words("Name, unit, project ID, pinyin or initials; then Enter"),
        on_change=changed,
    )  # fmt: skip


def _lights(filters: Filters, words: Words) -> None:
    st.session_state["list_light"] = list(filters.search.lights)
    st.pills(
        words("Light"), list(LIGHTS), key="list_light", selection_mode="multi", wrap=True,
        format_func=lambda code: light_text(code, words),
        on_change=lambda: go_to({"light": st.session_state["list_light"]}),
    )  # fmt: skip


def _columns(filters: Filters, words: Words) -> None:
    def changed() -> None:
        chosen = st.session_state["list_columns"]
        go_to({"columns": [] if tuple(chosen) == USUAL_COLUMNS else chosen})

    st.session_state["list_columns"] = list(chosen_columns(filters))
    st.multiselect(
        words("Columns"), [name for name in SORTABLE if name not in FIXED], key="list_columns", on_change=changed,
        format_func=lambda name: column_label(name, words, in_yi=True), select_all=False,
        placeholder=words("The usual ones"),
    )  # fmt: skip


def _order(filters: Filters, words: Words) -> None:
    now = filters.search.sort or USUAL
    by = now.removeprefix("-")

    def changed() -> None:
        name = st.session_state["list_sort_by"]
        turned = st.session_state["list_direction"] == DESCENDING if name == by else is_number(name)
        sort = f"-{name}" if turned else name
        go_to({"sort": [] if sort == USUAL else [sort]})

    st.session_state["list_sort_by"] = by
    st.selectbox(words("Sorted by"), SORTABLE, key="list_sort_by", on_change=changed,
                 format_func=lambda name: column_label(name, words, in_yi=True))  # fmt: skip
    st.session_state["list_direction"] = DESCENDING if now.startswith("-") else ASCENDING
    st.segmented_control(
        words("Direction"), (ASCENDING, DESCENDING), key="list_direction", on_change=changed, required=True,
        format_func=lambda direction: words("ascending") if direction == ASCENDING else words("descending"),
    )  # fmt: skip


def back(filters: Filters, words: Words) -> None:
    """From a project's sheet to the list as it was left."""
    to_the_list = Link((("project", ()), ("passport", ())))
    links("sheet_back", [(words("← Back to the list of projects"), to_the_list)], top=filters.search.project)


def below(report: Report, source: Source, words: Words) -> None:
    """The pages of the list and the files of all of it."""
    count = report.tables[0].total or 0
    if not count:
        return
    if pages(count) > 1:
        _pages(page_of(report.filters, count), pages(count))
    _files(report.filters, source, words)


def _pages(now: int, of: int) -> None:
    if st.session_state.get("list_page", now) != now:
        st.session_state["list_page"] = now  # Back, or another list

    def changed() -> None:
        asked = st.session_state["list_page"]
        go_to({"page": [] if asked == 1 else [str(asked)]})

    st.pagination(of, default=now, key="list_page", on_change=changed)


def _files(filters: Filters, source: Source, words: Words) -> None:
    """The files are made when they are asked for: a list of many projects isn't written for every click."""
    opened = st.expander(words("Take the list away"), key="list_files", on_change="rerun")
    if not opened.open:
        return
    files = files_of(filters, source, words)
    with opened:
        st.caption(words("All {count} projects with these columns.", count=words.number(files.rows.num_rows)))
        st.download_button(words("Download CSV"), files.csv, file_name=f"{files.file_stem}.csv", mime="text/csv",
                           on_click="ignore")  # fmt: skip
        st.download_button(words("Download Parquet"), files.parquet, file_name=f"{files.file_stem}.parquet",
                           mime="application/vnd.apache.parquet", on_click="ignore")  # fmt: skip
