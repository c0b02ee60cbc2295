"""A click narrows the whole page, marks what was clicked and is undone by Back; what is empty says how to go on."""

from __future__ import annotations

import re
import shutil

import pytest
from playwright.sync_api import Locator, Page, expect

from benchmarks.browser import wait_until_shown
from benchmarks.server import ROOT, serve

COLOURS = """chart => [...document.querySelectorAll(`.st-key-card_${chart} .point path`)]
    .map(path => getComputedStyle(path).fill)"""


RESTS_FOR_MS = 250


def resting_box(mark: Locator) -> dict[str, float]:
    """Where a mark stands on the screen when nothing above it moves it any more."""
    mark.wait_for()
    box = None
    for _ in range(20):
        mark.scroll_into_view_if_needed()
        last, box = box, mark.bounding_box()
        if box and box == last:
            break
        mark.page.wait_for_timeout(RESTS_FOR_MS)
    return box


def click_mark(page: Page, chart: str, place: int) -> None:
    """Click on a bar of a chart, the lowest first."""
    box = resting_box(page.locator(f".st-key-card_{chart} .point path").nth(place))
    page.mouse.click(box["x"] + min(4, box["width"] / 2), box["y"] + box["height"] / 2)


def click_county(page: Page, name: str) -> None:
    """Click on a county of the map, beside its name."""
    text = page.locator(".st-key-card_county_map .scattergeo text", has_text=name).first
    box = resting_box(text)
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] + 8)


def test_a_click_on_a_bar_narrows_the_page_marks_the_bar_and_back_and_forward_walk(open_page):
    page = open_page("/", lang="en")
    whole = page.locator("[data-kpi=projects] .kp-value").inner_text()
    page.locator(".st-key-card_investment_by_county .point path").first.wait_for()
    bars = page.locator(".st-key-card_investment_by_county .point path").count()
    click_mark(page, "investment_by_county", bars - 1)
    page.wait_for_url(re.compile(r"[?&]county=\d{6}"))
    expect(page.locator("[data-kpi=projects] .kp-value")).not_to_have_text(whole)
    narrowed = page.locator("[data-kpi=projects] .kp-value").inner_text()
    assert page.locator(".st-key-card_investment_by_county .point path").count() == bars
    page.wait_for_function(f"() => new Set(({COLOURS})('investment_by_county')).size === 2")
    page.go_back()
    expect(page.locator("[data-kpi=projects] .kp-value")).to_have_text(whole)
    page.go_forward()
    expect(page.locator("[data-kpi=projects] .kp-value")).to_have_text(narrowed)


def test_the_filter_bar_shows_what_a_click_has_chosen(open_page):
    page = open_page("/", lang="en")
    click_mark(page, "share_by_sector", 5)
    page.wait_for_url(re.compile("sector=energy"))
    expect(page.locator(".st-key-filter_sector")).to_contain_text("Energy")
    expect(page.locator(".st-key-heading")).to_contain_text("Energy")


def test_a_second_click_on_the_same_bar_lets_go(open_page):
    page = open_page("/", lang="en", sector="energy")
    click_mark(page, "share_by_sector", 5)
    page.wait_for_url(lambda url: "sector=" not in url)


def test_one_click_clears_every_filter(open_page):
    page = open_page("/", lang="en", sector="energy", county="211481", size="1y_10y")
    page.get_by_role("button", name="Clear filters").click()
    page.wait_for_url(lambda url: not re.search("sector|county|size", url))
    assert "lang=en" in page.url


def test_a_county_of_the_map_is_a_filter(open_page):
    page = open_page("/counties", lang="en")
    click_county(page, "Suizhong")
    page.wait_for_url(re.compile("county=211421"))
    expect(page.locator(".st-key-filter_county")).to_contain_text("Suizhong")


def test_the_measure_of_the_map_is_chosen_beside_it_and_stands_in_the_address(open_page):
    page = open_page("/counties", lang="en")
    page.locator(".st-key-card_county_map").get_by_role("button", name="Start rate").click()
    page.wait_for_url(re.compile("measure=start_rate"))
    for chart in ("county_map", "county_bars"):
        expect(page.locator(f".st-key-card_{chart} h2")).to_contain_text("Start rate")
    expect(page.locator(".st-key-card_county_map [aria-pressed=true]")).to_have_text("Start rate")


def test_a_cell_of_the_matrix_leads_to_its_projects(open_page):
    page = open_page("/counties", lang="en")
    page.locator(".st-key-sheet_county_by_sector tbody a").first.click()
    page.wait_for_url(re.compile(r"/projects\?.*county=211402"))
    assert "sector=energy" in page.url


def test_the_start_rate_is_switched_between_its_definitions_and_says_which(open_page):
    page = open_page("/", lang="en", start_by="due")
    assert page.locator("[data-kpi=start_rate_of_due]").inner_text().startswith("Start rate of those due")
    assert page.locator("[data-kpi=start_rate]").count() == 0


def test_every_chart_shows_its_numbers_as_a_table_by_keyboard(open_page):
    page = open_page("/", lang="en")
    for card in page.locator(".kp-card").all():
        card.get_by_role("button", name="Table").focus()
        page.keyboard.press("Enter")
        assert card.locator("tbody tr").count() > 0
        assert card.locator(".kp-plot").is_hidden()
        page.keyboard.press("Enter")
        assert card.locator(".kp-plot").is_visible()


def test_the_table_of_a_chart_sets_the_filter_that_its_marks_set(open_page):
    page = open_page("/", lang="en")
    card = page.locator(".st-key-card_investment_by_county")
    card.get_by_role("button", name="Table").click()
    card.get_by_role("link", name="Suizhong").click()
    page.wait_for_url(re.compile("county=211421"))


def test_every_chart_says_what_it_shows_to_those_who_do_not_see_it(open_page):
    page = open_page("/investment", lang="en")
    for card in page.locator(".kp-card").all():
        finding = card.locator("h2").inner_text()
        assert card.locator(".kp-plot").get_attribute("aria-label").startswith(finding)


def test_an_empty_selection_names_the_filter_that_excludes_everything_and_drops_it(open_page):
    page = open_page("/", lang="en", county="211400", sector="agriculture")
    expect(page.locator('[data-testid="stAlert"]')).to_contain_text("No project fits")
    page.get_by_role("button", name="Leave out Sector").click()
    page.wait_for_url(lambda url: "sector=" not in url)
    assert "county=211400" in page.url


@pytest.mark.parametrize("wrong", ["county", "sector", "batch", "sponsor", "size", "measure", "start_by", "compare"])
def test_an_unknown_code_is_named_and_ignored(open_page, wrong):
    page = open_page("/", lang="en", **{wrong: "nonsense"})
    assert "nonsense" in page.locator('[data-testid="stAlert"]').first.inner_text()
    assert page.locator("[data-kpi=projects] .kp-value").inner_text() == "500"


def test_a_page_that_filters_do_not_apply_to_says_so(open_page):
    page = open_page("/reconcile", lang="en", county="211402")
    expect(page.locator(".st-key-heading")).to_contain_text("filters don't apply here")


def test_the_wall_shows_a_newer_snapshot_by_itself(watch, context, demo_store, tmp_path):
    shutil.copytree(demo_store.folder, tmp_path / "store")
    (tmp_path / "store" / "CURRENT").write_text("9\n", encoding="ascii")
    with serve(ROOT / "app.py", KEYPROJECTS_SNAPSHOTS=str(tmp_path / "store")) as address:
        page = context.new_page()
        page.goto(f"{address}/?lang=en&wall=1")
        wait_until_shown(page)
        assert "2022-08-31" in page.locator(".st-key-heading").inner_text()
        assert page.locator(".st-key-filter_bar").is_hidden()
        (tmp_path / "store" / "CURRENT").write_text("10\n", encoding="ascii")
        expect(page.locator(".st-key-heading")).to_contain_text("As of 2022-09-30", timeout=30_000)
