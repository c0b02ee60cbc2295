"""What an engine needs of any question: finding it, binding its parameters, naming its rows."""

from __future__ import annotations

import datetime as dt
from collections import namedtuple
from collections.abc import Mapping
from functools import cache
from typing import Any

from data.errors import Misused
from queries.catalog import Field, Query, catalog

_ONE: Mapping[str, type] = {"DATE": dt.date, "VARCHAR": str}


def question(name: str) -> Query:
    """The question of that name. Raises Misused with the way to the known ones."""
    if name not in catalog():
        raise Misused("There is no question “{name}”; `python -m queries list` shows them all.", name=name)
    return catalog()[name]


def bind(query: Query, parameters: Mapping[str, Any]) -> dict[str, Any]:
    """All parameters of the statement; optional ones default to None. Raises Misused for the rest."""
    unknown = sorted(set(parameters) - set(query.parameter_names))
    missing = [field.name for field in query.params if not field.optional and parameters.get(field.name) is None]
    if unknown or missing:
        raise Misused(
            "“{name}” takes {known}: unknown {unknown}, missing {missing}.",
            name=query.name, known=_listed(query.parameter_names), unknown=_listed(unknown), missing=_listed(missing),
        )  # fmt: skip
    return {field.name: _typed(query, field, parameters.get(field.name)) for field in query.params}


def _typed(query: Query, field: Field, value: Any) -> Any:
    """The value as declared. A wrong type would otherwise surface as an error of the published files."""
    if value is None:
        return None
    of = _ONE[field.type.removesuffix("[]")]
    fits = (
        isinstance(value, (list, tuple)) and all(isinstance(part, of) for part in value)
        if field.type.endswith("[]")
        else isinstance(value, of)
    )
    if not fits:
        raise Misused(
            "“{name}” takes {parameter} as {type}, and “{value}” is none.",
            name=query.name, parameter=field.name, type=field.type, value=value,
        )  # fmt: skip
    return list(value) if field.type.endswith("[]") else value


def _listed(names: Any) -> str:
    return ", ".join(names) or "–"


@cache
def row_type(query: Query) -> Any:
    """The named tuple of an answer's rows."""
    return namedtuple("Row", [field.name for field in query.returns])
