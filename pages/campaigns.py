"""Campaigns: how far each of the city's other mechanisms is from its targets, and in which phase."""

import runpy

from report.campaigns import campaign_tables
from report.model import Page

PAGE = Page(
    name="campaigns",
    path="campaigns",
    title="Campaigns",
    question="How far is each campaign from its targets, and in which phase is it?",
    kpis=("targets_stated", "targets_met", "targets_without_value", "phases_overdue"),
    charts=("campaign_progress", "campaign_phases"),
    tables=(campaign_tables,),
)

if (
    __name__ == "__main__"
):  # Streamlit runs this file itself when its address is the first that a new server is asked for
    runpy.run_module("app")
