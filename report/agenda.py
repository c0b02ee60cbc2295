"""An agenda: views of pages in order. It is a part of an address, and a file.

A view is written as the page's name and its parameters, `investment?county=…&sector=energy`; an agenda is several of
these, as the repeated parameter `agenda`. A meeting speaks of one generation, that of its own address, and in one
language: views don't carry theirs.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import parse_qs, quote, urlsplit

from data.errors import Misused, Refused
from report.filters import CHOICES

MOST, LONGEST = 30, 4_000
KEPT = (
    "as_of", "compare", *(choice.url for choice in CHOICES), "start_by", "measure", "project", "q", "light", "sort",
    "columns", "page", "text", "reach",
)  # fmt: skip
UNQUOTED = "/:,|~!*'()$@"


class View(NamedTuple):
    """A page by its name, with the parameters of its address."""

    page: str
    parameters: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def query(self) -> dict[str, list[str]]:
        """The parameters as an address has them."""
        return {name: list(values) for name, values in self.parameters}

    @property
    def text(self) -> str:
        """The view as it is written in an address."""
        pairs = [f"{name}={_quoted(value)}" for name, values in self.parameters for value in values]
        return self.page + ("?" + "&".join(pairs) if pairs else "")


def view_of(page: str, query: Mapping[str, Sequence[str]]) -> View:
    """A view from the parameters of a page's address; what says nothing of what is shown is left out."""
    return View(page, tuple((name, tuple(query[name])) for name in KEPT if query.get(name)))


def read_view(text: str, paths: Mapping[str, str]) -> View:
    """A view from how it is written, or from an address that was pasted; `paths` gives each page's path by its name.

    Raises Misused for what is no page.
    """
    parts = urlsplit(text.strip())
    last = parts.path.rstrip("/").rpartition("/")[2]
    named = {path: name for name, path in paths.items()} | {name: name for name in paths}
    page = named.get(last)
    if page is None:
        raise Misused("“{text}” is no view of a page; paste the address of a page, or choose one of: {known}.",
                      text=text.strip(), known=", ".join(paths))  # fmt: skip
    return view_of(page, parse_qs(parts.query, max_num_fields=200))


def read_agenda(texts: Iterable[str], paths: Mapping[str, str]) -> tuple[tuple[View, ...], tuple[Refused, ...]]:
    """The views of an address; what can't be used is left out and said in a sentence."""
    found, faults = [], list[Refused]()
    for text in texts:
        try:
            found.append(read_view(text, paths))
        except Misused as fault:
            faults.append(fault)
    return tuple(found), tuple(faults)


def checked(views: Sequence[View]) -> Sequence[View]:
    """The views, where an address can hold them. Raises Misused where it can't."""
    length = sum(len(quote(view.text)) for view in views)
    if len(views) > MOST or length > LONGEST:
        raise Misused(
            "An agenda holds {most} views and {longest} characters at most, and this one has {count} and {length}; "
            "make two of it.",
            most=MOST, longest=LONGEST, count=len(views), length=length,
        )  # fmt: skip
    return views


def written(views: Sequence[View]) -> str:
    """The agenda as a file."""
    listed = [{"page": view.page, "parameters": view.query} for view in views]
    return json.dumps({"agenda": listed}, ensure_ascii=False, indent=1) + "\n"


def read_file(content: str | bytes, paths: Mapping[str, str]) -> tuple[View, ...]:
    """The agenda of a file. Raises Misused for one that isn't an agenda."""
    try:
        listed = json.loads(content)["agenda"]
        views = [view_of(str(one["page"]), _texts(one.get("parameters", {}))) for one in listed]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Misused("This is no agenda; choose a file that was saved on the page of the meeting.") from error
    for view in views:
        read_view(view.page, paths)
    checked(views)
    return tuple(views)


def moved(views: Sequence[View], place: int, by: int) -> tuple[View, ...]:
    """The agenda with one view moved up or down, as far as it goes."""
    left = [view for i, view in enumerate(views) if i != place]
    left.insert(min(max(place + by, 0), len(left)), views[place])
    return tuple(left)


def _texts(parameters: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    return {str(name): [str(value) for value in values] for name, values in parameters.items()}


def _quoted(value: str) -> str:
    """A value with what an address needs for itself written otherwise; Chinese stays readable."""
    return "".join(one if one.isalnum() or one in UNQUOTED or one in "-._" else quote(one) for one in value)
