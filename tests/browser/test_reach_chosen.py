"""Choosing a target on the page of dispatch: it stands in the address, Back undoes it, and the table follows."""

import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect

from benchmarks.browser import wait_until_shown

TABLE = ".st-key-sheet_reach_projects"
TITLE = f"{TABLE} h2, {TABLE} h3"


def target(page):
    return parse_qs(urlsplit(page.url).query).get("reach")


def test_a_target_is_chosen_typed_and_undone(open_page):
    page = open_page("/dispatch", lang="en")
    usual = page.locator(TITLE).first.inner_text()
    assert usual == "With 27 more started, the start rate rises from 84.6% to 90.0%"
    share = page.get_by_label("Target (%)")
    share.fill("86")
    share.press("Enter")
    page.wait_for_url(re.compile("reach="))
    wait_until_shown(page)
    assert target(page) == ["start_rate:86"]
    expect(page.locator(TITLE).first).to_have_text("With 7 more started, the start rate rises from 84.6% to 86.0%")
    page.go_back()
    wait_until_shown(page)
    expect(page.locator(TITLE).first).to_have_text(usual)
    expect(share).to_have_value("90")


def test_a_place_names_its_county_and_stays_on_its_page(open_page):
    page = open_page("/dispatch", lang="zh", reach="rank:211481:1")
    expect(page.locator(TITLE).first).to_have_text("5个项目补齐短板，兴城市可由第5位升至第1位")
    page.get_by_label("目标位次").fill("3")
    page.get_by_label("目标位次").press("Enter")
    page.wait_for_url(re.compile("211481%3A3|211481:3"))
    wait_until_shown(page)
    expect(page.locator(TITLE).first).to_have_text("2个项目补齐短板，兴城市可由第5位升至第3位")
    page.get_by_role("link", name="县区").or_(page.get_by_text("县区", exact=True)).first.click()
    page.wait_for_url(re.compile("/counties"))
    assert target(page) is None


def test_what_is_no_target_is_one_sentence(open_page):
    page = open_page("/dispatch", lang="en", reach="everything:100")
    expect(page.get_by_text("“everything:100” is no target; write one of")).to_be_visible()
    expect(page.locator(TITLE).first).to_contain_text("start rate")
