"""Overview: how much, how many, how far."""

import runpy

from report.alerts import alerts_table
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
        "start_rate",
        "plan_completion",
        "not_started",
        "month_starts",
        "finished",
        "projects_over_1y",
    ),
    lead=(to_ask_table, months_table, alerts_table),
    charts=("start_rate_bridge", "starts_by_month", "lights_by_county", "investment_by_county", "share_by_sector"),
    tables=(Listing("start_rate_differences", limit=15),),
)

if (
    __name__ == "__main__"
):  # Streamlit runs this file itself when its address is the first that a new server is asked for
    runpy.run_module("app")
