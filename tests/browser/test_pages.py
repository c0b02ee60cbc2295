"""The address is the state of a view: language, filters, Back, passports, wrong addresses."""

from __future__ import annotations

import re

from benchmarks.browser import Watch, wait_until_shown
from benchmarks.server import ROOT, serve

CHINESE = re.compile(r"[\u4e00-\u9fff]")


def test_a_new_server_shows_any_page_first(watch, context, demo_store):
    with serve(ROOT / "app.py", KEYPROJECTS_SNAPSHOTS=str(demo_store.folder)) as address:
        page = context.new_page()
        page.goto(f"{address}/reconcile?lang=en")
        wait_until_shown(page)
        assert page.locator("table").count() >= 3


def test_the_browser_decides_the_language_when_the_address_does_not(browser, app_address):
    for locale, expected in (("en-GB", False), ("zh-CN", True), ("fr-FR", True)):
        context = browser.new_context(locale=locale)
        Watch(context)
        page = context.new_page()
        page.goto(app_address)
        wait_until_shown(page)
        assert bool(CHINESE.search(page.locator("h1").inner_text())) is expected, locale
        context.close()


def test_a_filter_goes_into_the_address_and_back_takes_it_out(open_page):
    page = open_page("/", lang="en")
    before = page.locator(".st-key-heading").inner_text()
    page.locator('.st-key-filter_sector [data-testid="stMultiSelect"] input').click()
    page.get_by_role("option").first.click()
    page.wait_for_url(re.compile(r"[?&]sector="))
    page.wait_for_function("text => document.querySelector('.st-key-heading')?.innerText !== text", arg=before)
    page.go_back()
    page.wait_for_function("text => document.querySelector('.st-key-heading')?.innerText === text", arg=before)
    assert "sector=" not in page.url


def test_a_passport_opens_by_its_address(open_page):
    page = open_page("/", lang="en", passport="projects")
    dialog = page.get_by_role("dialog")
    dialog.wait_for()
    assert "sha256" in dialog.inner_text()
    assert "queries/kpis/projects.sql" in dialog.inner_text()


def test_a_wrong_address_is_answered_by_a_sentence(open_page):
    page = open_page("/", lang="en", county="000000", as_of="1999-01-01")
    assert page.locator('[data-testid="stAlert"]').count() >= 1
    assert "Traceback" not in page.locator("body").inner_text()


MAP_HEIGHTS = """() => {
    const box = document.querySelector('.kp-plot:has(.geo)');
    return [box.clientHeight, Math.round(box.querySelector('.main-svg').getBoundingClientRect().height)];
}"""


def test_a_map_drawn_on_a_narrow_screen_grows_when_the_screen_does(open_page):
    page = open_page("/counties", 390, lang="en")
    page.wait_for_selector(".kp-plot .main-svg .geo")
    small, drawn = page.evaluate(MAP_HEIGHTS)
    assert small == drawn < 390
    page.set_viewport_size({"width": 1440, "height": 900})
    page.wait_for_function(f"() => ({MAP_HEIGHTS})()[1] > {small}")
    large, drawn = page.evaluate(MAP_HEIGHTS)
    assert large == drawn
