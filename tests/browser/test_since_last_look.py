"""What turned since this browser last looked, across two publishes, and on a link that is frozen."""

import shutil

from playwright.sync_api import expect

from benchmarks.browser import wait_until_shown
from benchmarks.server import ROOT, serve


def test_the_list_counts_from_what_this_browser_saw_and_a_reload_keeps_it(watch, context, demo_store, tmp_path):
    shutil.copytree(demo_store.folder, tmp_path / "store")
    pointer = tmp_path / "store" / "CURRENT"
    pointer.write_text("7\n", encoding="ascii")
    with serve(ROOT / "app.py", KEYPROJECTS_SNAPSHOTS=str(tmp_path / "store")) as address:
        page = context.new_page()
        note = page.locator(".kp-listing", has=page.get_by_role("heading", name="Since you last looked"))

        def looked(query=""):
            page.goto(f"{address}/?lang=en{query}")
            wait_until_shown(page)

        looked()
        expect(note).to_contain_text("Since the date compared with, 2022-05-31 (generation 6).")
        expect(note).not_to_contain_text("last saw")
        assert [cookie["value"] for cookie in context.cookies() if cookie["name"] == "kp_seen"] == ["7.0"]
        pointer.write_text("10\n", encoding="ascii")
        for _ in range(2):
            looked()
            expect(note).to_contain_text("Since generation 7 (2022-06-30), which you last saw.")
        looked("&generation=10")
        expect(note).to_contain_text("Since the date compared with, 2022-08-31 (generation 9).")
        looked("&since=5")
        expect(note).to_contain_text("Since generation 5 (2022-04-30).")
        looked("&since=99")
        expect(page.locator('[data-testid="stAlert"]')).to_contain_text("There is no generation 99")
        kept = [cookie for cookie in context.cookies() if cookie["name"] == "kp_seen"]
        assert [(cookie["value"], cookie["sameSite"]) for cookie in kept] == [("10.7", "Lax")]
