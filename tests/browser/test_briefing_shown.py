"""The briefing over the page: opened from the menu by keyboard, copied, and each number leads to its rows."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.test_copy_link import NO_CLIPBOARD
from tests.browser.test_views import STANDARD


@pytest.mark.parametrize("clipboard", [True, False])
def test_the_text_is_copied_with_and_without_the_clipboard(open_page, context, clipboard):
    if not clipboard:
        context.add_init_script(NO_CLIPBOARD)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = open_page("/", lang="zh", county="211402", briefing="1")
    expect(page.locator(".kp-briefing p").first).to_contain_text("截至2022年9月30日，连山区重点项目共106个")
    page.get_by_role("button", name="复制全文").click()
    expect(page.locator(".kp-said")).to_have_text("已复制。")
    expect(page.locator(".kp-briefing textarea")).to_be_hidden()
    if clipboard:
        copied = page.evaluate("navigator.clipboard.readText()")
        shown = page.locator(".kp-briefing p").all_text_contents()
        assert copied.replace("\r", "") == "\n".join(["连山区重点项目建设情况通报", *shown])


def test_a_number_opens_its_passport_and_back_returns_to_the_text(open_page):
    page = open_page("/", lang="zh")
    page.get_by_role("button", name="导出").press("Enter")
    page.get_by_role("button", name="查看情况通报").press("Enter")
    number = page.locator(".kp-briefing a[href*='passport=briefing-start_rate']").first
    expect(number).to_be_visible()
    expect(page.get_by_role("button", name="查看情况通报")).to_have_count(0)
    found = Axe().run(page, options={"runOnly": STANDARD, "resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found] == []
    number.press("Enter")
    expect(page.get_by_role("dialog")).to_contain_text("423 / 500")
    page.go_back()
    expect(page.locator(".kp-briefing p").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".kp-briefing")).to_have_count(0)
    expect(page).to_have_url(re.compile("lang=zh$"))
