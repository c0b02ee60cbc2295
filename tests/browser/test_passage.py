"""Checking a passage in the browser: paste it, see it marked, open a passport, go back; what is pasted isn't run."""

import re
from urllib.parse import parse_qs, quote, urlsplit

from playwright.sync_api import expect

from benchmarks.browser import wait_until_shown

TEXT = "全市开工项目423个，开工率85.6%，民营项目30个。"
MARKS = ".kp-passage mark"


def test_a_pasted_passage_is_marked_and_stands_in_the_address(open_page):
    page = open_page("/reconcile", lang="en")
    page.get_by_label("Check what is said: paste a passage").fill(TEXT)
    page.get_by_role("button", name="Check", exact=True).click()
    page.wait_for_url(re.compile("text="))
    wait_until_shown(page)
    assert parse_qs(urlsplit(page.url).query)["text"] == [TEXT]
    expect(page.locator(MARKS)).to_have_text(["423个right", "85.6%wrong", "30个not found"])
    expect(page.locator(".kp-passage")).to_contain_text("民营项目")
    page.go_back()
    wait_until_shown(page)
    expect(page.locator(MARKS)).to_have_count(0)


def test_a_mark_leads_to_its_passport_and_the_passage_stays(open_page):
    page = open_page("/reconcile", lang="en", text=quote(TEXT))
    page.locator(f"{MARKS} a").nth(1).click()
    dialog = page.get_by_role("dialog")
    dialog.wait_for()
    assert "queries/kpis/start_rate.sql" in dialog.inner_text()
    assert parse_qs(urlsplit(page.url).query)["text"] == [TEXT]


def test_clearing_it_clears_the_address(open_page):
    page = open_page("/reconcile", lang="en", text=quote(TEXT))
    page.get_by_role("button", name="Clear", exact=True).click()
    page.wait_for_url(re.compile(r"^((?!text=).)*$"))
    expect(page.locator(MARKS)).to_have_count(0)


def test_what_is_pasted_is_shown_and_not_run(open_page):
    wild = "**开工423个** <img src=x onerror=alert(x)> ![](http://example.invalid/a.png) $x$ :red[y] <script>z</script>"
    page = open_page("/reconcile", lang="en", text=quote(wild))
    expect(page.locator(".kp-passage")).to_contain_text("<img src=x onerror=alert(x)>")
    expect(page.locator(".kp-passage")).to_contain_text("**开工")
    assert page.locator(".kp-listing :is(img, script, strong)").count() == 0
