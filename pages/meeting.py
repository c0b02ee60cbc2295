"""Meeting: the agenda, and the decisions with what became of them. Its body is in `screen/meeting/`."""

import runpy

from report.meeting import decisions_tables
from report.model import Page

PAGE = Page(
    name="meeting",
    path="meeting",
    title="Meeting",
    question="What is on the agenda, and what became of what was decided?",
    tables=(decisions_tables,),
    is_live=True,
)

if (
    __name__ == "__main__"
):  # Streamlit runs this file itself when its address is the first that a new server is asked for
    runpy.run_module("app")
