"""Measures and records in docs/bench.md. `python -m benchmarks`."""

from __future__ import annotations

import os
import platform
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks import publishing
from benchmarks.browser import launch_arguments
from benchmarks.clicks import CLICKS, Clicker, Course, in_turn
from benchmarks.server import ROOT, publish_demonstration, serve

PAGE = ROOT / "docs" / "bench.md"
HEAD = """# What was measured

Written by `make bench`; never a timed test. Each figure stands beside its floor or limit from the same run.
"""
AT_MOST_TIMES_BARE = 1.5
PUBLISH_WITHIN_S = 10
PUBLISH_WITHIN_BYTES = 1_000_000_000
DEMO_WITHIN_S = 20


def clicks() -> tuple[Course, Course]:
    """The overview and the bare page, clicked in turn."""
    with tempfile.TemporaryDirectory() as folder:
        publish_demonstration(Path(folder))
        with (
            serve(ROOT / "app.py", KEYPROJECTS_SNAPSHOTS=folder) as ours,
            serve(ROOT / "benchmarks" / "bare_page.py", PYTHONPATH=str(ROOT)) as bare,
            sync_playwright() as playwright,
        ):
            browser = playwright.chromium.launch(**launch_arguments())
            courses = in_turn([Clicker(browser, ours), Clicker(browser, bare, heading=".js-plotly-plot")])
            browser.close()
    return courses[0], courses[1]


def click_lines(ours: Course, bare: Course) -> Iterator[str]:
    """The clicks as table rows."""
    ratio = ours.median / bare.median
    yield f"## From a click on a filter to the last chart repainted, median of {CLICKS} clicks in a browser"
    yield ""
    yield "| page | median | fastest | slowest |"
    yield "|---|---:|---:|---:|"
    for name, course in (("overview", ours), ("bare Streamlit page, as many metrics and charts", bare)):
        times = course.milliseconds
        yield f"| {name} | {course.median:.0f} ms | {min(times):.0f} ms | {max(times):.0f} ms |"
    yield ""
    yield f"Ratio {ratio:.2f}; limit {AT_MOST_TIMES_BARE}: {_verdict(ratio <= AT_MOST_TIMES_BARE)}."
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
    yield list(click_lines(*clicks()))


def _verdict(holds: bool) -> str:
    return "holds" if holds else "**missed**"


if __name__ == "__main__":
    main()
