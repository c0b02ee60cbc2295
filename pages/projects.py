"""Projects: the list to search, sort and take away, and the sheet of each project."""

import runpy

from report.model import Page
from report.project import facts_table, lights_table, missing, project_heading
from report.project_history import history_table, origins_table
from report.project_tables import approvals_table, problems_table, timetable_table
from report.projects import projects_table

SHEET = Page(
    name="project",
    path="projects",
    title="Project",
    question="What is known of this project, how far is it, and what has changed?",
    lead=(facts_table, lights_table, history_table),
    charts=("project_money", "project_timetable"),
    tables=(timetable_table, approvals_table, problems_table, origins_table),
    heading=project_heading,
    narrowed_by="project",
    instead=missing,
)

PAGE = Page(
    name="projects",
    path="projects",
    title="Project list",
    question="Which projects are these, and how far is each?",
    kpis=("projects", "total_investment", "start_rate", "plan_completion"),
    tables=(projects_table,),
    narrowed_by="search",
    detail=SHEET,
)

if (
    __name__ == "__main__"
):  # Streamlit runs this file itself when its address is the first that a new server is asked for
    runpy.run_module("app")
