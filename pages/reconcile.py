"""Reconcile: does the ledger give the figures that the city printed?"""

import runpy

from report.figures import count_table, flagged_table, recomputed_table, restated_table
from report.model import Page
from report.said import said_table

PAGE = Page(
    name="reconcile",
    path="reconcile",
    title="Reconcile",
    question="Does the ledger give the figures that the city printed?",
    tables=(said_table, count_table, flagged_table, recomputed_table, restated_table),
    unfiltered_because="The filters don't apply here: every printed figure is judged on its own base and date.",
)

if (
    __name__ == "__main__"
):  # Streamlit runs this file itself when its address is the first that a new server is asked for
    runpy.run_module("app")
