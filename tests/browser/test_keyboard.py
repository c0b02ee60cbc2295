"""Everything that a mouse can operate, a keyboard reaches, with a visible focus."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from benchmarks.browser import PATHS

# What can be operated: by what it is, not by how we made it. Hidden ones and those inside a picture don't count.
OPERABLE = """() => [...document.querySelectorAll(
        'a[href], button, input, select, textarea, [role=button], [role=combobox], [tabindex="0"]')]
    .filter(one => !one.disabled && one.getClientRects().length && getComputedStyle(one).visibility !== 'hidden'
        && !one.closest('[aria-hidden=true], template, [inert]'))
    .map((one, place) => { one.dataset.place = place; return one; })
    .filter(one => one.getAttribute('tabindex') !== '-1')
    .map(one => [one.dataset.place, one.outerHTML.slice(0, 140)])"""
FOCUSED = """() => [document.activeElement.dataset.place ?? '', document.activeElement.tagName]"""
ONE_OF_A_GROUP = "data-variant="  # Tab reaches the chosen one, the arrow keys the others


def walked(page: Page, steps: int) -> set[str]:
    """The places that Tab reaches, from the top of the page."""
    reached = set()
    for _ in range(steps):
        page.keyboard.press("Tab")
        place, tag = page.evaluate(FOCUSED)
        if tag == "BODY":
            break
        reached.add(place)
    return reached


@pytest.mark.parametrize("name", [name for name, path in PATHS.items() if "?" not in path])
def test_tab_reaches_every_control(open_page, name):
    assert unreached(open_page(PATHS[name], lang="en")) == []


def unreached(page: Page) -> list[str]:
    """The controls that a walk by Tab from the top leaves out."""
    controls = page.evaluate(OPERABLE)
    assert len(controls) > 5
    reached = walked(page, 2 * len(controls) + 20)
    return [html for place, html in controls if place not in reached and ONE_OF_A_GROUP not in html]


def test_the_arrow_keys_reach_the_other_of_a_group(open_page):
    page = open_page("/", lang="en")
    page.locator(".st-key-filter_lang button", has_text="English").focus()
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement.innerText") == "中文"


def test_a_tile_opens_by_enter_and_its_focus_is_seen(open_page):
    page = open_page("/", lang="en")
    tile = page.locator("[data-kpi=projects]")
    tile.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert tile.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.get_by_role("dialog").wait_for()


def test_the_focus_stays_where_it_was_when_the_page_follows_a_filter(open_page):
    page = open_page("/counties", lang="en")
    page.locator(".st-key-card_county_map").get_by_role("button", name="Projects", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-card_county_map [aria-pressed=true]")).to_have_text("Projects")
    assert page.evaluate("document.activeElement.innerText") == "Projects"
