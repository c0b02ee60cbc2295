"""The passport of a number: its definition, base, SQL, parameters, rows and snapshot, one click away."""

from __future__ import annotations

from typing import Any

import streamlit as st

from report.assemble import column_label
from report.passport import Passport
from screen.address import close_passport, sheet_address
from words import Words

ROWS_SHOWN = 500
ROW_HEIGHT = 35


def show_passport(passport: Passport, words: Words) -> None:
    """Open the passport over the page."""

    @st.dialog(passport.title, width="large", on_dismiss=close_passport)
    def dialog() -> None:
        _number(passport)
        _definition(passport, words)
        _rows(passport, words)
        _origin(passport, words)

    dialog()


def _number(passport: Passport) -> None:
    if passport.value:
        st.markdown(f"### {passport.value}")
    if passport.arithmetic:
        st.markdown(passport.arithmetic)


def _definition(passport: Passport, words: Words) -> None:
    st.markdown(f"**{words('Definition')}**  \n{passport.definition}")
    st.markdown(f"**{words('Parameters')}**")
    st.code(passport.parameters, language="yaml")
    with st.expander(f"SQL · {passport.sql_file}"):
        st.code(passport.sql, language="sql", line_numbers=True)


def _rows(passport: Passport, words: Words) -> None:
    count = passport.rows.num_rows
    st.markdown(f"**{words('Rows behind the number: {count}', count=words.number(count))}**")
    shown = passport.shown(words, ROWS_SHOWN)
    layout: dict[str, Any] = dict.fromkeys(passport.numeric(words), st.column_config.TextColumn(alignment="right"))
    named = column_label("project_id", words)
    if named in shown:
        shown[named] = [sheet_address(project) for project in shown[named]]
        layout[named] = st.column_config.LinkColumn(display_text=r"[?&]project=([^&]*)")
    st.dataframe(shown, hide_index=True, height=min(280, ROW_HEIGHT * (count + 1) + 3), column_config=layout)
    if count > ROWS_SHOWN:
        st.caption(words("The first {shown} rows; the download has them all.", shown=words.number(ROWS_SHOWN)))
    with st.container(horizontal=True):
        st.download_button(
            words("Download CSV"), passport.csv, file_name=f"{passport.file_stem}.csv", mime="text/csv",
            on_click="ignore",
        )  # fmt: skip
        st.download_button(
            words("Download Parquet"), passport.parquet, file_name=f"{passport.file_stem}.parquet",
            mime="application/vnd.apache.parquet", on_click="ignore",
        )  # fmt: skip


def _origin(passport: Passport, words: Words) -> None:
    lines = [
        words.labelled(words("Snapshot"), words.joined([words.date(day) for day in passport.dates])),
        words.labelled(words("Generation"), passport.generation),
        *(f"sha256 {day}: `{digest}`" for day, digest in passport.digests),
    ]
    st.caption("  \n".join(lines))
