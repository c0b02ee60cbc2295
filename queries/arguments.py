"""What is written on the command line, as the parameters of a question."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from data.city import city
from data.errors import Misused
from queries.catalog import Query

FILTERS = {"county": "counties", "sector": "sectors", "nature": "natures", "size": "sizes", "batch": "batches",
           "sponsor": "sponsors", "project": "projects"}  # fmt: skip
CODED = ("county", "sector", "nature", "size")


def day(text: str) -> dt.date:
    """A date as argparse wants it."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no date; write it as 2022-09-30") from None


def named_values(rest: list[str]) -> dict[str, list[str]]:
    """Further --name value pairs, for the parameters that only some questions have."""
    given: dict[str, list[str]] = {}
    parts = [part for text in rest for part in (text.split("=", 1) if text.startswith("--") else [text])]
    for name, value in zip(parts[::2], [*parts[1::2], None], strict=False):
        if not name.startswith("--") or value is None:
            raise Misused("“{text}” isn't understood; write --name value.", text=" ".join(rest))
        given.setdefault(name[2:].replace("-", "_"), []).append(value)
    return given


def published(asked: dt.date | None, dates: Sequence[dt.date]) -> dt.date:
    """The asked date, the newest for none. Raises Misused for one that isn't published."""
    if asked is not None and asked not in dates:
        raise Misused(
            "There is no snapshot of “{day}”; choose one of: {known}.", day=asked,
            known=", ".join(str(one) for one in dates),
        )  # fmt: skip
    return asked or dates[-1]


def parameters(
    query: Query, asked: argparse.Namespace, free: Mapping[str, list[str]], dates: Sequence[dt.date]
) -> dict[str, Any]:
    """The question's parameters. Raises Misused for what isn't a code, a date or published."""
    days = [published(one, dates) for one in asked.as_of or [None]]
    given: dict[str, Any] = {FILTERS[name]: _known(name, getattr(asked, name)) for name in FILTERS}
    given = {name: values for name, values in given.items() if values}
    given |= {"as_ofs": days} if "as_ofs" in query.parameter_names else {"as_of": days[-1]}
    if "project" in query.parameter_names and "projects" in given:
        given["project"] = given.pop("projects")[-1]
    types = {field.name: field.type for field in query.params}
    return given | {name: _typed(values, types.get(name, ""), query, name) for name, values in free.items()}


def _known(name: str, values: list[str] | None) -> list[str] | None:
    """The values of a filter, which must be codes where it has codes."""
    if name in CODED:
        codes = city().codes(name)
        for value in values or ():
            if value not in codes:
                raise Misused("There is no {name} “{code}”; choose one of: {known}.", name=name, code=value,
                              known=", ".join(codes))  # fmt: skip
    return values


def _typed(values: list[str], declared: str, query: Query, name: str) -> Any:
    """Texts as the type that the question declares."""
    if not declared.startswith("DATE"):
        return values if declared.endswith("[]") else values[-1]
    try:
        days = [dt.date.fromisoformat(value) for value in values]
    except ValueError as error:
        raise Misused(
            "“{name}” takes {parameter} as {type}, and “{value}” is none.",
            name=query.name, parameter=name, type=declared, value=", ".join(values),
        ) from error  # fmt: skip
    return days if declared.endswith("[]") else days[-1]
