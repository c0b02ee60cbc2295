"""Energy: how large its share is, of what kinds it is, and what it brings."""

import runpy

from report.energy import commitments_table, parts_table, sectors_table
from report.energy_output import output_table
from report.energy_units import clean_table, units_table
from report.listing import Listing
from report.model import Page

PAGE = Page(
    name="energy",
    path="energy",
    title="Energy",
    question="How large is energy's share, of what kinds is it, and what does it bring?",
    kpis=(
        "energy_share_by_count",
        "energy_share_by_money",
        "energy_share_over_1y",
        "commitments_kept",
        "capacity_mw",
        "annual_energy_mwh",
        "coal_saved_t",
        "co2_avoided_t",
    ),
    charts=("energy_share", "energy_kinds", "energy_map", "energy_unit_kinds"),
    tables=(
        parts_table,
        sectors_table,
        clean_table,
        output_table,
        Listing("energy_projects", hidden=("project_id",), limit=15),
        commitments_table,
        units_table,
    ),
)

if (
    __name__ == "__main__"
):  # Streamlit runs this file itself when its address is the first that a new server is asked for
    runpy.run_module("app")
