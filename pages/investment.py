"""Investment: how much is planned, done and in place, and where the change comes from."""

import runpy

from report.listing import Listing
from report.model import Page

PAGE = Page(
    name="investment",
    path="investment",
    title="Investment",
    question="How much is invested, does it keep up with the year, and where does it come from?",
    kpis=(
        "total_investment",
        "year_plan",
        "year_done",
        "plan_completion",
        "funds_in_place",
        "private_share",
        "projects_over_1y",
        "projects_over_100y",
    ),
    charts=(
        "investment_curve",
        "investment_by_month",
        "investment_change_by_county",
        "investment_change_by_sector",
        "investment_by_size",
        "funds_by_source",
        "investment_tree",
    ),
    tables=(Listing("largest_projects", limit=15),),
)

if (
    __name__ == "__main__"
):  # Streamlit runs this file itself when its address is the first that a new server is asked for
    runpy.run_module("app")
