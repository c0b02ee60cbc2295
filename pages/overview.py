"""Overview: how much, how many, how far."""

import runpy

from report.model import Page

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
        "resumed",
        "resumption_rate",
        "plan_completion",
        "not_started",
        "projects_over_1y",
        "projects_over_100y",
        "new_starts_started",
        "sponsored_projects",
    ),
    charts=("investment_by_county", "share_by_sector", "starts_by_month"),
)

if (
    __name__ == "__main__"
):  # Streamlit runs this file itself when its address is the first that a new server is asked for
    runpy.run_module("app")
