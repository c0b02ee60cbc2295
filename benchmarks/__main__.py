"""Measures and records in docs/bench.md. `python -m benchmarks`."""

from __future__ import annotations

import os
import platform
import tempfile
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Playwright, sync_playwright

from benchmarks import exporting, publishing
from benchmarks.bare_page import measured_pages
from benchmarks.browser import launch_arguments
from benchmarks.clicks import CLICKS, Clicker, Course, in_turn
from benchmarks.server import ROOT, publish_demonstration, serve
from report.model import Page

PAGE = ROOT / "docs" / "bench.md"
HEAD = """# What was measured

Written by `make bench`; never a timed test. Each figure stands beside its floor or limit from the same run.
"""
AT_MOST_TIMES_BARE = 1.5
PUBLISH_WITHIN_S = 10
PUBLISH_WITHIN_BYTES = 1_000_000_000
DEMO_WITHIN_S = 20


class Clicked(NamedTuple):
    """One page and its floor, clicked in turn."""

    page: str
    charts: int
    ours: Course
    bare: Course

    @property
    def ratio(self) -> float:
        """Our median over that of the bare page."""
        return self.ours.median / self.bare.median


def clicks() -> list[Clicked]:
    """Every page with enough charts beside a bare page with as many metrics and charts."""
    with tempfile.TemporaryDirectory() as folder:
        publish_demonstration(Path(folder))
        with (
            serve(ROOT / "app.py", KEYPROJECTS_SNAPSHOTS=folder) as ours,
            serve(ROOT / "benchmarks" / "bare_page.py", PYTHONPATH=str(ROOT)) as bare,
            sync_playwright() as playwright,
        ):
            return [_clicked(playwright, page, ours, bare) for page in measured_pages()]


def _clicked(playwright: Playwright, page: Page, ours: str, bare: str) -> Clicked:
    browser = playwright.chromium.launch(**launch_arguments())
    filtered = "county" if page.name == "energy" else "sector"  # a filter that moves most of the page's charts
    pages = [
        Clicker(browser, f"{ours}/{page.path}", filtered=filtered),
        Clicker(browser, f"{bare}/?page={page.name}", heading=".js-plotly-plot"),
    ]
    courses = in_turn(pages)
    browser.close()
    return Clicked(page.name, len(page.charts), *courses)


def click_lines(clicked: Sequence[Clicked]) -> Iterator[str]:
    """The clicks as table rows."""
    yield f"## From a click on a filter to the last chart repainted, median of {CLICKS} clicks in a browser"
    yield ""
    yield "The floor is a bare Streamlit page with as many metrics and charts of constant data."
    yield ""
    yield "| page | charts | median | fastest | slowest | bare page | ratio | limit | verdict |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|---|"
    for one in clicked:
        times = one.ours.milliseconds
        yield (
            f"| {one.page} | {one.charts} | {one.ours.median:.0f} ms | {min(times):.0f} ms | {max(times):.0f} ms "
            f"| {one.bare.median:.0f} ms | {one.ratio:.2f} | {AT_MOST_TIMES_BARE} "
            f"| {_verdict(one.ratio <= AT_MOST_TIMES_BARE)} |"
        )
    yield ""


def publish_lines(large: publishing.Cost, demo: publishing.Cost) -> Iterator[str]:
    """The publishes as table rows."""
    is_small = large.peak_bytes < PUBLISH_WITHIN_BYTES
    yield "## Publishing, the whole command"
    yield ""
    yield "| what | seconds | limit | peak memory | limit | verdict |"
    yield "|---|---:|---:|---:|---:|---|"
    yield (
        f"| a CSV of {publishing.ROWS:,} projects | {large.seconds:.1f} | {PUBLISH_WITHIN_S} "
        f"| {large.peak_bytes / 1e6:.0f} MB | {PUBLISH_WITHIN_BYTES / 1e6:.0f} MB "
        f"| {_verdict(large.seconds < PUBLISH_WITHIN_S and is_small)} |"
    )
    yield (
        f"| the demonstration ledger, ten dates | {demo.seconds:.1f} | {DEMO_WITHIN_S} "
        f"| {demo.peak_bytes / 1e6:.0f} MB | | {_verdict(demo.seconds < DEMO_WITHIN_S)} |"
    )
    yield ""


def export_lines(made: Sequence[exporting.Made]) -> Iterator[str]:
    """The files as table rows."""
    yield f"## Taking away, once the reports are assembled, median of {exporting.TIMES}"
    yield ""
    yield "| what | seconds | limit | size | verdict |"
    yield "|---|---:|---:|---:|---|"
    for one in made:
        holds = _verdict(one.seconds < one.within_s)
        yield f"| {one.what} | {one.seconds:.1f} | {one.within_s:.0f} | {one.size / 1e3:,.0f} kB | {holds} |"
    yield ""


def machine() -> str:
    """What it ran on, without its name."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("streamlit", "duckdb", "plotly"))
    return f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}, {packages}.\n"


def main() -> None:
    """Measure everything, print it, write the page."""
    lines = [HEAD, machine()]
    for found in _measured():
        print("\n".join(found), flush=True)
        lines += found
    PAGE.write_text("\n".join(lines), encoding="utf-8")


def _measured() -> Iterator[list[str]]:
    yield list(publish_lines(publishing.publish_large(), publishing.publish_demo()))
    yield list(export_lines(exporting.exported()))
    yield list(click_lines(clicks()))


def _verdict(holds: bool) -> str:
    return "holds" if holds else "**missed**"


if __name__ == "__main__":
    main()
