"""One click on a leader on the overview gives the scorecard; its address, opened afresh, shows the same."""

from __future__ import annotations

import re
from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

import pytest

from benchmarks.browser import wait_until_shown

CARD = ".st-key-sheet_sponsor_scorecard"
CHART = ".st-key-wide_sponsored_timetable"


def cards(page):
    """The rows of the scorecard as texts."""
    return page.locator(f"{CARD} tbody tr").all_inner_texts()


def test_one_click_on_a_leader_gives_the_scorecard_and_its_address_the_same(open_page, context):
    page = open_page("/", lang="en")
    link = page.locator('.st-key-sheet_to_ask a[href*="sponsor="]').first
    leader = link.inner_text()
    link.click()
    page.wait_for_url(re.compile(r"/dispatch\?"))
    wait_until_shown(page)
    assert parse_qs(urlsplit(page.url).query)["sponsor"] == [leader]
    (shown,) = cards(page)
    assert shown.startswith(leader)
    afresh = context.new_page()
    afresh.goto(page.url)
    wait_until_shown(afresh)
    assert cards(afresh) == [shown]
    assert afresh.locator(f"{CHART} .kp-finding").inner_text() == page.locator(f"{CHART} .kp-finding").inner_text()
    page.go_back()
    page.wait_for_url(lambda address: "/dispatch" not in address)


def test_a_name_on_the_scorecard_narrows_the_page_to_this_leader_and_back_undoes_it(open_page):
    page = open_page("/dispatch", lang="en")
    assert len(cards(page)) == 9
    first = cards(page)[0]
    page.locator(f"{CARD} tbody a").first.click()
    page.wait_for_url(re.compile(r"[?&]sponsor="))
    page.wait_for_function(f"() => document.querySelectorAll('{CARD} tbody tr').length === 1")
    assert cards(page) == [first]
    page.go_back()
    page.wait_for_function(f"() => document.querySelectorAll('{CARD} tbody tr').length === 9")


@pytest.mark.parametrize("width", [1440, 820, 390])
def test_every_name_of_the_wall_chart_is_whole_and_the_years_are_never_far(open_page, width):
    """Each line is at least 20 pixels high, and from any line the years of its leader are less than a screen away."""
    page = open_page("/dispatch", width, lang="zh")
    page.wait_for_selector(f"{CHART} .textpoint")
    plot = page.locator(f"{CHART} .kp-plot").bounding_box()
    boxes = page.locator(f"{CHART} .textpoint text").evaluate_all(
        """all => all.map(text => {
            const box = text.getBoundingClientRect();
            return [text.textContent.replaceAll('\\u200b', ''), box.left, box.right, box.top];
        })"""
    )
    names = [box for box in boxes if box[0][0] in "▲◆○●"]
    assert len(names) == 73
    assert all(left >= plot["x"] and right <= plot["x"] + plot["width"] for _, left, right, _ in names)
    tops = sorted(top for *_, top in names)
    assert min(later - earlier for earlier, later in pairwise(tops)) >= 20
    years = [top for text, *_, top in boxes if re.fullmatch(r"\d{4}", text)]
    assert all(min(abs(top - year) for year in years) < 400 for top in tops)
