"""Pictures of every page at four widths, in both languages and schemes. `python -m docs.screenshots`.

The pictures show the demonstration ledger, whatever is published on this machine.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.browser import PATHS, WALL, Watch, address_of, launch_arguments, wait_until_shown
from benchmarks.server import ROOT, publish_demonstration, serve

FOLDER = Path(__file__).parent / "screenshots"
VIEWS = ((1440, "zh", "light"), (1440, "en", "light"), (1440, "zh", "dark"), (820, "zh", "light"), (390, "zh", "light"),
         (390, "en", "dark"), (WALL, "zh", "light"))  # fmt: skip
COLOURS = 128
TALLEST = 12_000
ATTEMPTS = 6
SETTLES_WITHIN_MS = 700
BOTTOM = """() => {
    const main = document.querySelector('[data-testid="stMain"]');
    const bottoms = [...main.querySelectorAll('.stElementContainer')].map(one => one.getBoundingClientRect().bottom);
    return Math.ceil(Math.max(...bottoms) + main.scrollTop) + 32;
}"""


class Picture(NamedTuple):
    """One picture: which page, how wide, in which language and scheme."""

    page: str
    width: int
    language: str
    scheme: str = "light"

    @property
    def name(self) -> str:
        """The file's name."""
        return f"{self.page}-{self.width}-{self.language}{'-dark' if self.scheme == 'dark' else ''}.png"


def pictures() -> Iterator[Picture]:
    """Every page on a laptop, a tablet, a phone and a wall, in both languages and schemes."""
    for page in PATHS:
        for width, language, scheme in VIEWS:
            yield Picture(page, width, language, scheme)


def main() -> None:
    """Publish the demonstration into a temporary folder, serve it, take the pictures, drop the ones of old pages."""
    FOLDER.mkdir(exist_ok=True)
    taken = {picture.name for picture in pictures()}
    for old in [path for path in FOLDER.glob("*.png") if path.name not in taken]:
        old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        publish_demonstration(Path(folder))
        with serve(ROOT / "app.py", KEYPROJECTS_SNAPSHOTS=folder) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(**launch_arguments())
            for picture in pictures():
                print(f"{picture.name:32} {take(browser, address, picture) / 1000:6.0f} kB", flush=True)
            browser.close()


def take(browser: Browser, address: str, picture: Picture) -> int:
    """Take one picture; gives its size in bytes. Raises RuntimeError when the page asked for anything outside."""
    context = browser.new_context(
        viewport={"width": picture.width, "height": 900},
        color_scheme="dark" if picture.scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    watch = Watch(context)
    page = context.new_page()
    page.goto(address + address_of(picture.page, picture.language, picture.width))
    wait_until_shown(page)
    _fit(page, picture.width)
    path = FOLDER / picture.name
    page.screenshot(path=path, animations="disabled")
    context.close()
    if watch.outside:
        raise RuntimeError(f"{picture.name} asked for {watch.outside}")
    return _squeeze(path)


def _fit(page: Page, width: int) -> None:
    """Make the window as tall as the page: its scrolling area would hide the rest, and some is drawn late."""
    height = 0
    for _ in range(ATTEMPTS):
        page.wait_for_timeout(SETTLES_WITHIN_MS)
        found = min(int(page.evaluate(BOTTOM)), TALLEST)
        if found == height:
            return
        height = found
        page.set_viewport_size({"width": width, "height": height})
        wait_until_shown(page)


def _squeeze(path: Path) -> int:
    """A palette of 128 colours is enough for a page without photographs, and a third of the size."""
    with Image.open(path) as image:
        image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    return path.stat().st_size


if __name__ == "__main__":
    main()
