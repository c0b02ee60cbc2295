"""Attraction: what the promotion of investment did, and what came of it."""

import runpy

from report.attraction import funnel_tables, waiting_table
from report.model import Page

PAGE = Page(
    name="attraction",
    path="attraction",
    title="Attraction",
    question="What was promoted, what was signed, and what has landed?",
    kpis=(
        "projects_matched",
        "deals_signed",
        "deals_signed_money",
        "enterprises_visited",
        "deals_landed",
        "deals_landed_money",
        "landing_rate",
        "landing_rate_by_money",
    ),
    charts=("deal_funnel", "deals_by_month", "visits_by_month"),
    tables=(funnel_tables, waiting_table),
)

if (
    __name__ == "__main__"
):  # Streamlit runs this file itself when its address is the first that a new server is asked for
    runpy.run_module("app")
