"""Reconcile: does the ledger give the figures that the city printed?"""

from report.figures import count_table, flagged_table, recomputed_table, restated_table
from report.model import Page

PAGE = Page(
    name="reconcile",
    path="reconcile",
    title="Reconcile",
    question="Does the ledger give the figures that the city printed?",
    tables=(count_table, flagged_table, recomputed_table, restated_table),
    unfiltered_because="The filters don't apply here: every printed figure is judged on its own base and date.",
)
