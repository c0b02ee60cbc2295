"""Since you last looked: since which generation, what the browser keeps, and what the table shows."""

import datetime as dt

import pytest

from data.city import city
from data.snapshots import Store
from queries.engines.duckdb import Engine
from report.alerts import alerts_table
from report.assemble import Source
from report.filters import Filters
from report.seen import last_seen, settled, to_keep
from words import Words

AUG, SEP = dt.date(2022, 8, 31), dt.date(2022, 9, 30)
EN = Words("en")


@pytest.mark.parametrize(
    ("kept", "current", "seen", "keeps"),
    [
        ("", 10, None, "10.0"),  # a first visit
        ("10.0", 10, None, "10.0"),  # its reload
        ("10.0", 11, 10, "11.10"),  # something was published
        ("11.10", 11, 10, "11.10"),  # a reload doesn't empty the list
        ("11.10", 14, 11, "14.11"),
        ("12.9", 11, None, "11.0"),  # another store, or one that was set up anew
        ("11.11", 11, None, "11.11"),
        ("nonsense", 11, None, "11.0"),
        ("11.10; path=/", 11, None, "11.0"),
        ("-1.2", 11, None, "11.0"),
    ],
)
def test_what_the_browser_last_saw_and_what_it_keeps(kept, current, seen, keeps):
    assert (last_seen(kept, current), to_keep(kept, current)) == (seen, keeps)


def test_the_address_comes_before_the_browser_and_a_frozen_link_knows_no_browser(demo):
    opened = demo.engine.opened

    def since(filters, kept="10.8"):
        found, faults = settled(filters, opened, kept)
        return found.since, found.seen, len(faults)

    assert since(Filters(SEP, AUG)) == (None, 8, 0)
    assert since(Filters(SEP, AUG, since=3)) == (3, None, 0)
    assert since(Filters(SEP, AUG, generation=10)) == (None, None, 0)
    assert since(Filters(SEP, AUG, generation=10, since=3)) == (3, None, 0)
    assert since(Filters(AUG, None)) == (None, None, 0)
    assert since(Filters(SEP, AUG), kept="") == (None, None, 0)
    for wrong in (0, 11, 999):
        assert since(Filters(SEP, AUG, since=wrong)) == (None, 8, 1)


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        (Filters(SEP, AUG), "Since the date compared with, 2022-08-31 (generation 9)."),
        (Filters(SEP, AUG, since=7), "Since generation 7 (2022-06-30)."),
        (Filters(SEP, AUG, seen=8), "Since generation 8 (2022-07-31), which you last saw."),
        (Filters(SEP, AUG, since=10), "Nothing turned."),
        (Filters(SEP), "There is no earlier snapshot to compare with."),
        (Filters(AUG, None, since=99), "There is no generation 99; the newest is 10."),
    ],
)
def test_the_note_says_since_when(demo, filters, said):
    assert said in alerts_table(filters, demo, EN).note


def test_without_a_browser_the_list_is_that_of_the_date_compared_with(demo):
    compared, explicit = (alerts_table(Filters(SEP, AUG, since=since), demo, EN) for since in (None, 9))
    assert compared.rows == explicit.rows != ()


def test_a_frozen_link_shows_the_same_list_when_more_was_published(demo, demo_store):
    frozen = Source(Engine(Store(demo_store.folder).open(9)), city())
    filters = Filters(AUG, dt.date(2022, 7, 31))
    assert alerts_table(filters, frozen, EN).note.startswith("Since the date compared with, 2022-07-31 (generation 8).")
    assert alerts_table(filters, frozen, EN).rows == alerts_table(filters, demo, EN).rows


@pytest.mark.parametrize("language", ["zh", "en"])
def test_names_lead_to_sheets_counties_to_the_filter_and_leaders_to_their_page(demo, language):
    table = alerts_table(Filters(SEP, AUG), demo, Words(language))
    for _, project, county, _, _, sponsor in table.rows:
        assert (project.link.path == "projects") if project.text else project.link is None
        assert county.link.changes[0][0] == "county"
        assert sponsor.link is None or sponsor.link.path == "dispatch"


def test_the_filters_of_the_page_narrow_the_list(demo):
    whole = alerts_table(Filters(SEP, AUG), demo, EN)
    one = alerts_table(Filters(SEP, AUG, counties=("211402",)), demo, EN)
    assert {row[2].text for row in one.rows} == {"Lianshan"}
    assert len(one.rows) < len(whole.rows)


def test_at_most_three_of_a_kind_stand_there_and_the_note_counts_all(demo):
    table = alerts_table(Filters(SEP, AUG, since=5), demo, EN)
    kinds = [row[0].text for row in table.rows]
    assert max(kinds.count(kind) for kind in kinds) == 3
    assert f"The first {len(kinds)} of " in table.note
