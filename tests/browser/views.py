"""Every page as it can be looked at: which address, language, width and scheme."""

from __future__ import annotations

from typing import NamedTuple

from benchmarks.browser import PATHS, WALL, address_of

LANGUAGES = ("zh", "en")
WIDTHS = (1440, 820, 390)
SCHEMES = ("light", "dark")


class View(NamedTuple):
    """One way to look at a page; at the width of a wall it is the wall's view."""

    page: str
    language: str
    width: int
    scheme: str

    @property
    def address(self) -> str:
        """The path with its parameters."""
        return address_of(self.page, self.language, self.width)


def all_views() -> list[View]:
    """Every page in both languages and schemes at every width."""
    return [
        View(page, language, width, scheme)
        for page in PATHS
        for language in LANGUAGES
        for width in (*WIDTHS, WALL)
        for scheme in SCHEMES
    ]


def sample() -> list[View]:
    """Two views a page, so that over the pages every width meets every page's language and scheme."""
    pairs = [(language, scheme) for language in LANGUAGES for scheme in SCHEMES]
    widths = ((390, 1440), (1440, 820), (390, WALL))
    return [
        View(page, language, width, scheme)
        for turn, page in enumerate(PATHS)
        for place, width in enumerate(widths[turn % len(widths)])
        for language, scheme in (pairs[(turn + place) % len(pairs)],)
    ]
