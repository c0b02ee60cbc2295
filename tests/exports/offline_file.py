"""An offline page read back as a reader's browser would: its elements, its tables, its tiles, its figures."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

VOID = {"meta", "br", "wbr", "img", "input", "link", "hr"}


@dataclass
class Element:
    """One element: its name, its attributes, what is in it."""

    tag: str
    attributes: dict[str, str]
    inside: list[Element | str] = field(default_factory=list)

    def all(self, tag: str = "", **attributes: str) -> Iterator[Element]:
        """Every element below with this name and these attributes."""
        for child in self.inside:
            if isinstance(child, Element):
                named = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
                if tag in ("", child.tag) and named.items() <= child.attributes.items():
                    yield child
                yield from child.all(tag, **attributes)

    def one(self, tag: str = "", **attributes: str) -> Element:
        """The first of them."""
        return next(self.all(tag, **attributes))

    @property
    def text(self) -> str:
        """All text in it."""
        return "".join(child if isinstance(child, str) else child.text for child in self.inside)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("document", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(made)
        if tag not in VOID:
            self.open.append(made)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, (self.open[-1].tag, tag)
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def read(content: bytes) -> Element:
    """The document; every element in it is closed where it must be."""
    reader = _Reader()
    reader.feed(content.decode())
    reader.close()
    assert len(reader.open) == 1
    return reader.open[0]


def table_texts(element: Element) -> list[list[str]]:
    """The rows of a table as texts."""
    return [[cell.text for cell in row.all("td")] for row in element.one("tbody").all("tr")]


def figure(document: Element, section: str, chart: str) -> Any:
    """The figure of a chart, as its script element holds it."""
    return json.loads(document.one("script", id=f"{section}--{chart}").text)
