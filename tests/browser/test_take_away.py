"""Taking a page away in the browser: by keyboard, each view its own file, nothing on the wall."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.browser import wait_until_shown
from tests.browser.test_views import faults_of_access
from tests.exports.workbook_file import read

BUTTON = ".st-key-take_away button"
WORKBOOK = ".st-key-take_workbook button"


def opened(page):
    page.locator(BUTTON).first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(WORKBOOK)


def taken(page):
    """The name of the workbook and what its first sheet says."""
    page.locator(WORKBOOK).focus()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    front = read(Path(download.value.path()).read_bytes()).worksheets[0]
    return download.value.suggested_filename, {str(cell.value) for row in front.iter_rows() for cell in row}


def test_each_view_gives_its_own_file_by_keyboard(open_page):
    page = open_page("/counties", lang="en", county="211402")
    opened(page)
    name, said = taken(page)
    assert re.fullmatch(r"counties-.*2022-09-30-en-[0-9a-f]{12}\.xlsx", name)
    assert {name[-17:-5], "As of 2022-09-30 · compared with 2022-08-31 · Lianshan"} <= said

    page.goto(page.url.replace("211402", "211481"))
    wait_until_shown(page)
    opened(page)
    other, said_there = taken(page)
    assert other != name
    assert {other[-17:-5], "As of 2022-09-30 · compared with 2022-08-31 · Xingcheng"} <= said_there


def test_the_opened_menu_can_be_used_by_everyone(open_page):
    page = open_page("/reconcile", lang="zh")
    opened(page)
    assert faults_of_access(page) == []


def test_there_is_nothing_to_take_from_a_wall(open_page):
    page = open_page("/", wall="1")
    assert not page.locator(BUTTON).first.is_visible()
