"""Every page in a real browser: nothing from outside, nothing on the console, nothing cut off or untranslated."""

from __future__ import annotations

import contextlib
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import TimeoutError

from benchmarks.browser import Watch, wait_until_shown
from benchmarks.server import ROOT, serve

PATHS = ("/", "/reconcile")
WIDTHS = (1440, 820, 390)
CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("path", PATHS)
def test_a_page_shows_its_question_and_asks_nothing_outside_the_machine(open_page, path, lang):
    page = open_page(path, lang=lang)
    assert page.locator("h1").inner_text().strip()
    assert page.locator('[data-testid="stException"], [data-testid="stAlertContentError"]').count() == 0


def test_a_new_server_shows_any_page_first(watch, context, demo_store):
    with serve(ROOT / "app.py", KEYPROJECTS_SNAPSHOTS=str(demo_store.folder)) as address:
        page = context.new_page()
        page.goto(f"{address}/reconcile?lang=en")
        wait_until_shown(page)
        assert page.locator("table").count() >= 3


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_wider_than_the_screen(open_page, path, width):
    page = open_page(path, width=width, lang="en")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


# Texts of one column that lie over each other, and texts that end in an ellipsis or are clipped by their own box.
OVERLAPPING = """() => {
    const extent = one => {  // of the text itself, without the padding around it
        const range = document.createRange();
        range.selectNodeContents(one);
        return one.tagName === 'TABLE' ? one.getBoundingClientRect() : range.getBoundingClientRect();
    };
    const isHidden = one => one && (getComputedStyle(one).clipPath !== 'none' || isHidden(one.parentElement));
    const texts = [...document.querySelectorAll('[data-testid="stMain"] :is(h1, h2, h3, h4, p, th, td, table)')]
        .filter(one => !isHidden(one)).map(one => [one, extent(one)]).filter(([, box]) => box.width && box.height);
    const found = [];
    for (const [one, a] of texts) for (const [other, b] of texts) {
        if (one === other || one.contains(other) || other.contains(one)) continue;
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 2 && down > 3) found.push(`${one.innerText.slice(0, 30)} / ${other.innerText.slice(0, 30)}`);
    }
    return found;
}"""
CUT_OFF = """() => [...document.querySelectorAll('[data-testid="stMain"] *')]
    .filter(one => one.innerText && one.clientWidth > 2 && one.scrollWidth > one.clientWidth + 1
        && (one.children.length === 0 || getComputedStyle(one).textOverflow === 'ellipsis')
        && getComputedStyle(one).overflow !== 'visible')
    .map(one => one.innerText)"""
LAID_OUT_WITHIN_MS = 5_000


def left_over(page, question):
    """What a question about the layout still finds when the page has had time to lay itself out."""
    with contextlib.suppress(TimeoutError):
        page.wait_for_function(f"() => ({question})().length === 0", timeout=LAID_OUT_WITHIN_MS)
    return page.evaluate(question)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("path", PATHS)
def test_nothing_overlaps_or_is_cut_off(open_page, path, lang, width):
    page = open_page(path, width=width, lang=lang)
    assert left_over(page, OVERLAPPING) == []
    assert left_over(page, CUT_OFF) == []


def test_english_pages_carry_no_chinese_outside_the_language_choice(open_page):
    page = open_page("/", lang="en")
    lines = [line for line in page.locator("body").inner_text().splitlines() if CHINESE.search(line)]
    assert [line for line in lines if line.strip() != "中文"] == []


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


@pytest.mark.parametrize("path", PATHS)
def test_a_page_has_no_serious_accessibility_fault_of_ours(open_page, path):
    page = open_page(path, lang="en")
    found = Axe().run(page, context="[data-testid='stMain']").response["violations"]
    serious = [(fault["id"], fault["nodes"][0]["html"][:160]) for fault in found if fault["impact"] == "critical"]
    assert serious == []
