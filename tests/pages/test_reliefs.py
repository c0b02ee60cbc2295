"""An empty selection says which filter excludes everything, and what is left without it."""

import datetime as dt

import pytest

from data.city import city
from report.assemble import Source, assemble
from report.choosing import known_choices, reliefs
from report.filters import Filters
from tests.contracts.test_docs import all_pages
from words import Words

EN = Words("en")
SEP = dt.date(2022, 9, 30)
LEDGER = """
    county_code | sector   | total_wan | batch_id
    211402      | energy   | 20,000    | B1
    211402      | industry | 20,000    |
    211481      | industry | 600       |
"""


def ways_out(engine, **chosen):
    return {relief.sentence: relief.link.changes for relief in reliefs(Filters(SEP, **chosen), engine, EN)}


def test_while_a_project_is_left_there_is_nothing_to_leave_out(given_ledger):
    assert ways_out(given_ledger(LEDGER), counties=("211402",), sectors=("energy",)) == {}


def test_each_filter_whose_removal_alone_helps_is_offered(given_ledger):
    assert ways_out(given_ledger(LEDGER), counties=("211481",), sectors=("energy",)) == {
        "Leave out County (Xingcheng): 1 projects": (("county", ()),),
        "Leave out Sector (Energy): 1 projects": (("sector", ()),),
    }


def test_the_filter_that_does_not_exclude_is_not_offered(given_ledger):
    offered = ways_out(given_ledger(LEDGER), counties=("211402",), sectors=("services",))
    assert offered == {"Leave out Sector (Services): 2 projects": (("sector", ()),)}


def test_when_none_helps_alone_they_are_left_out_together(given_ledger):
    offered = ways_out(given_ledger(LEDGER), counties=("211421",), sectors=("services",))
    assert offered == {
        "Leave out County (Suizhong), Sector (Services): 3 projects": (("county", ()), ("sector", ())),
    }  # fmt: skip


def test_a_ledger_without_projects_offers_nothing(given_ledger):
    assert ways_out(given_ledger("year_status\npreparatory"), counties=("211402",)) == {}


def test_every_filter_can_be_set_to_what_the_ledger_names(given_ledger):
    known = known_choices(given_ledger("county_code | batch_id | sponsor\n211499 | B1 | S1"))
    assert known["batch"] == ("B1",) and known["sponsor"] == ("S1",)
    assert known["county"] == (*city().codes("county"), "211499")
    assert known["size"] == tuple(city().codes("size"))


EMPTY = {"counties": ("211421",), "sectors": ("services",)}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("declared", all_pages(), ids=lambda page: page.name)
def test_every_page_of_an_empty_selection_is_shown_in_plain_sentences(given_ledger, declared, language):
    source = Source(given_ledger(LEDGER), city())
    report = assemble(declared, Filters(SEP, **EMPTY), source, Words(language))
    said = " ".join([*(chart.title for chart in report.charts), *(table.note for table in report.tables)])
    assert not any(wrong in said for wrong in ("nan", "None", "inf"))
    assert bool(report.reliefs) is (not declared.unfiltered_because)
