"""Every page as it can be looked at: which address, language, width and scheme."""

from __future__ import annotations

from typing import NamedTuple

PATHS = {
    "overview": "/",
    "investment": "/investment",
    "energy": "/energy",
    "counties": "/counties",
    "projects": "/projects",
    "project": "/projects?project=2203-211481-04-01-000002",
    "reconcile": "/reconcile",
}
LANGUAGES = ("zh", "en")
WIDTHS = (1440, 820, 390)
WALL = 1920
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
        path = PATHS[self.page]
        wall = "&wall=1" if self.width == WALL else ""
        return f"{path}{'&' if '?' in path else '?'}lang={self.language}{wall}"


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
    """Three views a page, so that over the pages every width meets every language and scheme."""
    pairs = [(language, scheme) for language in LANGUAGES for scheme in SCHEMES]
    return [
        View(page, language, width, scheme)
        for turn, page in enumerate(PATHS)
        for place, width in enumerate((390, 1440, (820, WALL)[turn % 2]))
        for language, scheme in (pairs[(turn + place) % len(pairs)],)
    ]
