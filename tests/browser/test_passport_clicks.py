"""One click from any number to its passport, one step of Back to the page beneath."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from benchmarks.browser import wait_until_shown


def test_a_click_on_a_tile_opens_its_passport_and_back_closes_it(open_page):
    page = open_page("/", lang="en", county="211402")
    page.click("[data-kpi=not_started]")
    dialog = page.get_by_role("dialog")
    dialog.wait_for()
    assert "queries/kpis/not_started.sql" in dialog.inner_text()
    assert "county=211402" in page.url and "passport=not_started" in page.url
    page.go_back()
    dialog.wait_for(state="detached")
    assert "county=211402" in page.url and "passport" not in page.url


def test_escape_closes_a_passport_and_it_opens_again(open_page):
    page = open_page("/", lang="en")
    for _ in range(2):
        page.click("[data-kpi=start_rate]")
        page.get_by_role("dialog").wait_for()
        page.keyboard.press("Escape")
        page.wait_for_url(lambda url: "passport" not in url)


def test_the_button_of_a_chart_opens_the_passport_of_its_numbers(open_page):
    page = open_page("/", lang="en")
    page.locator(".st-key-card_share_by_sector .kp-passport").click()
    dialog = page.get_by_role("dialog")
    dialog.wait_for()
    assert "queries/share_by_sector.sql" in dialog.inner_text()


def test_a_printed_figure_leads_to_its_rows_and_they_can_be_taken_away(open_page):
    page = open_page("/reconcile", lang="en")
    page.locator("[data-passport=F17]").first.click()
    page.get_by_role("dialog").wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").click()
    assert re.fullmatch(r"F17-2022-09-30-[0-9a-f]{12}\.csv", download.value.suggested_filename)
    rows = download.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) == 501


def test_the_menu_carries_the_filters_to_the_next_page(open_page):
    page = open_page("/", lang="en", county="211402", sector="energy")
    page.get_by_role("link", name="Reconcile").click()
    page.wait_for_url(re.compile(r"/reconcile\?"))
    wait_until_shown(page)
    chosen = parse_qs(urlsplit(page.url).query)
    assert (chosen["county"], chosen["sector"]) == (["211402"], ["energy"])
