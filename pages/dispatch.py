"""Dispatch: the wall chart (挂图作战) of the sponsored projects, and what waits for an answer."""

import runpy

from report.approvals import approvals_matrix_table
from report.model import Page
from report.problems import meetings_table, problem_list_table
from report.reach import reach_table
from report.slow import slow_projects_table, watermelons_table
from report.sponsors import scorecard_table

PAGE = Page(
    name="dispatch",
    path="dispatch",
    title="Dispatch",
    question="How do each leader's projects stand, and what must be pushed?",
    kpis=(
        "sponsored_projects",
        "start_rate",
        "plan_completion",
        "problems_open",
        "problems_overdue",
        "clearing_rate",
        "clearing_rate_on_time",
        "approvals_rate",
    ),
    lead=(scorecard_table,),
    charts=("sponsored_timetable", "problem_ageing", "problems_by_month"),
    tables=(
        reach_table,
        slow_projects_table,
        problem_list_table,
        approvals_matrix_table,
        meetings_table,
        watermelons_table,
    ),
)

if (
    __name__ == "__main__"
):  # Streamlit runs this file itself when its address is the first that a new server is asked for
    runpy.run_module("app")
