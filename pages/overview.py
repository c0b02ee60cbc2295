"""Overview: how much, how many, how far."""

import runpy

from report.asking import to_ask_table
from report.listing import Listing
from report.model import Page
from report.months import months_table

PAGE = Page(
    name="overview",
    path="",
    title="Overview",
    question="How much, how many, how far?",
    kpis=(
        "projects",
        "total_investment",
        "started",
        "start_rate",
        "resumption_rate",
        "plan_completion",
        "month_starts",
        "not_started",
        "finished",
        "finish_rate",
        "projects_over_1y",
        "sponsored_projects",
    ),
    lead=(to_ask_table,),
    charts=("start_rate_bridge", "starts_by_month", "investment_by_county", "share_by_sector"),
    tables=(months_table, Listing("start_rate_differences", limit=15)),
)

if (
    __name__ == "__main__"
):  # Streamlit runs this file itself when its address is the first that a new server is asked for
    runpy.run_module("app")
