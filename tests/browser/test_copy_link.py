"""Copying a frozen link, with and without the browser's clipboard, and opening it again."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from benchmarks.browser import wait_until_shown
from queries.fingerprint import changed_since, fingerprint
from tests.browser.test_views import STANDARD

NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
TILES = ".kp-tile .kp-value"


@pytest.mark.parametrize("clipboard", [True, False])
def test_the_link_is_copied_and_shows_the_same_numbers(open_page, context, clipboard):
    if not clipboard:
        context.add_init_script(NO_CLIPBOARD)
    page = open_page("/", lang="en", county="211402", start_by="due")
    page.get_by_role("button", name="Take away").click()
    field = page.get_by_label("Link that shows these numbers later too")
    expect(field).to_be_visible()
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".kp-share [role=status]")).to_have_text("Copied.")
    link = field.input_value()
    asked = parse_qs(urlsplit(link).query)
    changed_since(asked.pop("made")[0], fingerprint())  # a mark, whatever was saved since the server started
    assert asked == {
        "lang": ["en"], "county": ["211402"], "start_by": ["due"], "as_of": ["2022-09-30"], "generation": ["10"],
    }  # fmt: skip
    numbers = page.locator(TILES).all_text_contents()
    page.goto(link)
    wait_until_shown(page)
    assert page.locator(TILES).all_text_contents() == numbers
    expect(page.locator('[data-testid="stAlert"]')).to_have_count(0)


def test_everyone_can_use_the_open_menu(open_page):
    page = open_page("/counties", lang="zh")
    page.get_by_role("button", name="导出").press("Enter")
    button = page.get_by_role("button", name="复制链接")
    expect(button).to_be_visible()
    button.press("Space")
    expect(page.locator(".kp-share [role=status]")).to_have_text("已复制。")
    found = Axe().run(page, options={"runOnly": STANDARD, "resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found] == []
