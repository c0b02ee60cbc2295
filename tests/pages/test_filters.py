"""The URL is the whole state of a view: what it says is what the page is narrowed to."""

import datetime as dt

import pytest

from data.city import city
from report.filters import Filters, Search, default_comparison, read_filters, write_filters
from words import Words

JAN, FEB, MAR = (dt.date(2022, 1, 31), dt.date(2022, 2, 28), dt.date(2022, 3, 31))
LAST_YEAR = dt.date(2021, 12, 31)
DATES = (LAST_YEAR, JAN, FEB, MAR)


def read(**query):
    return read_filters({name: list(values) for name, values in query.items()}, DATES, city())


def test_without_parameters_the_newest_date_is_compared_with_the_one_before():
    filters, faults = read()
    assert (filters.as_of, filters.compare, faults) == (MAR, FEB, ())


def test_the_first_date_of_a_plan_year_is_compared_with_nothing():
    assert default_comparison(JAN, DATES) is None


def test_compare_none_compares_with_nothing():
    assert read(compare=["none"])[0].compare is None


def test_a_date_of_another_year_can_be_compared_with():
    assert read(compare=["2021-12-31"])[0].compare == LAST_YEAR


def test_several_values_of_one_filter_are_kept_in_order():
    filters, _ = read(county=["211481", "211402"], sector=["energy"])
    assert filters.counties == ("211481", "211402")
    assert filters.parameters()["sectors"] == ["energy"]
    assert filters.parameters()["sizes"] is None


def test_an_unknown_code_is_left_out_and_said():
    filters, faults = read(county=["211499", "211402"])
    assert filters.counties == ("211402",)
    assert "211499" in str(faults[0]) and "211402" in str(faults[0])


KNOWN = {"batch": ("2022-Q4",), "sponsor": (), "county": (*city().codes("county"), "211499")}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"batch": ["2022-Q9"]}, "2022-Q4"),
        ({"sponsor": ["nobody"]}, "nobody"),
        ({"measure": ["height"]}, "investment"),
        ({"start_by": ["luck"]}, "substance"),
        ({"generation": ["last"]}, "whole number"),
        ({"since": ["last"]}, "whole number"),
        ({"page": ["two"]}, "whole number"),
        ({"sort": ["-colour"]}, "total_wan"),
        ({"columns": ["colour"]}, "total_wan"),
        ({"light": ["blue"]}, "yellow"),
        ({"compare": ["2022-02-30"]}, "2022-01-31"),
    ],
    ids=str,
)
def test_whatever_is_unknown_is_said_and_the_page_shown_without_it(wrong, said):
    filters, faults = read_filters(wrong, DATES, city(), KNOWN)
    assert filters == Filters(MAR, FEB)
    assert len(faults) == 1 and said in str(faults[0])


def test_a_county_that_only_the_ledger_knows_can_be_chosen():
    filters, faults = read_filters({"county": ["211499"]}, DATES, city(), KNOWN)
    assert (filters.counties, faults) == (("211499",), ())


def test_an_unpublished_date_is_said_and_the_newest_shown():
    filters, faults = read(as_of=["2022-02-30"])
    assert filters.as_of == MAR
    assert "2022-02-30" in str(faults[0])


@pytest.mark.parametrize(
    "filters",
    [
        Filters(MAR, FEB),
        Filters(FEB, None, counties=("211402", "multi"), sizes=("1y_10y",)),
        Filters(MAR, LAST_YEAR, sectors=("energy",), natures=("retrofit",), batches=("b1",), sponsors=("x",)),
        Filters(MAR, FEB, generation=3),
        Filters(MAR, FEB, since=2),
        Filters(MAR, FEB, start_by="due", measure="projects"),
        Filters(MAR, FEB, search=Search("P1", "风电", ("red", "grey"), "-total_wan", ("sponsor", "park"), 3)),
    ],
)
def test_what_is_written_to_the_url_reads_back_the_same(filters):
    assert read_filters(write_filters(filters, DATES), DATES, city()) == (filters, ())


def test_defaults_leave_the_url():
    assert write_filters(Filters(MAR, FEB), DATES) == {}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", "截至2022年3月31日 · 对比2022年2月28日 · 连山区 · 能源"),
        ("en", "As of 2022-03-31 · compared with 2022-02-28 · Lianshan · Energy"),
    ],
)
def test_the_filters_stand_as_one_sentence(language, said):
    filters = Filters(MAR, FEB, counties=("211402",), sectors=("energy",))
    assert filters.sentence(Words(language), city()) == said
