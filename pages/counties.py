"""Counties: who is ahead, who is behind, and what each county builds."""

import runpy

from report.league import league_table
from report.listing import Listing
from report.matrix import matrix_table
from report.model import Page

PAGE = Page(
    name="counties",
    path="counties",
    title="Counties",
    question="Which county is ahead, which is behind, and what does each build?",
    kpis=("projects", "total_investment", "start_rate", "plan_completion"),
    charts=("county_map", "county_bars", "county_courses"),
    tables=(league_table, matrix_table, Listing("parks", limit=15)),
)

if (
    __name__ == "__main__"
):  # Streamlit runs this file itself when its address is the first that a new server is asked for
    runpy.run_module("app")
