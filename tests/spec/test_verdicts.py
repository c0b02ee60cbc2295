"""How a printed figure is judged: rounding, bounds, nothing to judge by."""

import datetime as dt

import pytest

from queries import reconcile as module
from queries.reconcile import reconcile

SEP = dt.date(2022, 9, 30)


@pytest.fixture
def judged(given_ledger, monkeypatch):
    """The verdict and the computed value of one printed figure over a small ledger."""

    def judge(ledger, value, query, unit="", relation="=", arguments="", flag="", table="projects"):
        printed = {
            "id": "X1", "system": "s", "measure": "m", "measure_en": "m", "value": value, "unit": unit, "flag": flag,
            "as_of": "2022", "relation": relation, "judged_on": "2022-09-30", "query": query, "arguments": arguments,
            "note_zh": "", "note_en": "",
        }  # fmt: skip
        monkeypatch.setattr(module, "rows", lambda name: [printed])
        return reconcile(given_ledger(ledger, table))[0]

    return judge


@pytest.mark.parametrize(
    ("printed", "wan", "verdict"),
    [
        ("78.6", "785,500", "agrees"),
        ("78.6", "785,499.99", "differs"),
        ("78.6", "786,499.99", "agrees"),
        ("78.6", "786,500", "differs"),
        ("78.60", "786,049.99", "agrees"),
        ("78.60", "786,050", "differs"),
    ],
)
def test_a_value_is_rounded_half_up_to_the_printed_decimals(judged, printed, wan, verdict):
    assert judged(f"total_wan\n{wan}", printed, "total_investment", "亿元").verdict == verdict


def test_a_half_of_a_ratio_is_rounded_up_too(judged):
    ledger = "year_status | actual_start\n" + "\n".join(["new_start | 2022-03-01"] + ["new_start |"] * 7)
    found = judged(ledger, "13", "start_rate", "%")
    assert (str(found.computed), found.verdict) == ("13", "agrees")  # 12.5


def test_a_half_of_a_change_is_rounded_up_too_though_neither_share_ends(judged):
    before = ["2021-12-31 | energy"] + ["2021-12-31 | industry"] * 5
    now = ["2022-09-30 | energy"] * 139 + ["2022-09-30 | industry"] * 461
    rows = [f"P{i} | {row}" for i, row in enumerate(before + now)]
    ledger = "\n".join(["project_id | as_of | sector", *rows])
    found = judged(ledger, "7", "sector_share_change", "个百分点", "~", '{"of_sectors": ["energy"]}')
    assert (str(found.computed), found.verdict) == ("7", "agrees")  # 23.1666… − 16.6666… = 6.5


@pytest.mark.parametrize(
    ("relation", "printed", "verdict"),
    [(">=", "2", "agrees"), (">=", "3", "differs"), ("<=", "2", "agrees"), ("<=", "1", "differs")],
)
def test_a_bound_includes_itself(judged, relation, printed, verdict):
    assert judged("sector\nenergy\nindustry", printed, "projects", relation=relation).verdict == verdict


def test_a_bound_is_held_against_the_value_and_not_against_its_rounding(judged):
    assert judged("total_wan\n48,000", "5", "total_investment", "亿元", ">=").verdict == "differs"


@pytest.mark.parametrize(("resumed", "verdict"), [(400, "agrees"), (399, "differs")])
def test_a_printed_hundred_per_cent_claims_all(judged, resumed, verdict):
    rows = ["continued | 2022-03-01"] * resumed + ["continued |"] * (400 - resumed)
    found = judged("\n".join(["year_status | resumed_on", *rows]), "100", "resumption_rate", "%")
    assert (str(found.computed), found.verdict) == ("100", verdict)


@pytest.mark.parametrize(
    ("query", "arguments", "ledger"),
    [
        ("projects", '{"batches": ["B9"]}', "sector\nenergy"),
        ("sector_share_by_money", '{"of_sectors": ["energy"]}', "total_wan\n0"),
        ("plan_completion", "", "year_plan_wan\n0"),
        ("sector_share_change", '{"of_sectors": ["energy"]}', "sector\nenergy"),
        (
            "sector_share_change",
            '{"of_sectors": ["energy"]}',
            "as_of | year_status\n2021-12-31 | preparatory\n2022-09-30 | new_start",
        ),
        ("capacity_mw", "", "project_id | capacity_mw\nA |"),
        ("projects", "", "as_of\n2022-08-31"),
    ],
    ids=["no rows", "no money", "no plan", "no year before", "nothing the year before", "not stated", "no snapshot"],
)
def test_without_anything_to_judge_by_there_is_no_verdict(judged, query, arguments, ledger):
    found = judged(ledger, "1", query, arguments=arguments)
    assert (found.verdict, found.computed) == ("no_data", None)


def test_a_plausible_statement_is_not_flagged(judged):
    ledger = "project_id | energy_kind | capacity_mw | annual_energy_mwh\nA | wind | 200 | 500,000"
    assert judged(ledger, "5", "annual_energy_mwh", "亿千瓦时", flag="capacity_factor").flag == ""
    ledger = ledger.replace("500,000", "1,300,000")
    assert judged(ledger, "13", "annual_energy_mwh", "亿千瓦时", flag="capacity_factor").flag_values["value"] == "74.2%"


def test_the_base_is_counted_in_rows(judged):
    one, two = judged("sector\nenergy", "1", "projects"), judged("sector\nenergy\nenergy", "2", "projects")
    assert (one.basis, one.basis_values) == ("recomputed from one row", {})
    assert (two.basis, two.basis_values) == ("recomputed from {rows} rows", {"rows": 2})
