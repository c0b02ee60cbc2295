"""The catalogue of questions: every SQL file with its header, which is its contract.

A statement has a last CTE named `behind`: the rows behind the number. The final select only
aggregates it, so the same statement gives the number and, ended otherwise, its rows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from data.errors import Refused
from data.ledger import TABLES

FOLDER = Path(__file__).parent
GROUPS = ("", "kpis", "figures")
REQUIRED = ("title", "asks", "grain", "params", "returns")
KEYS = (*REQUIRED, "means", "unit", "base", "ignores")
VIEWS = {"ledger": "projects"}
_HEADER = re.compile(r"^-- (\w+):\s+(.*\S)\s*$")
_MORE = re.compile(r"^--\s{2,}(.*\S)\s*$")
_FIELD = re.compile(r"(\w+) ([A-Z]+(?:\(\d+,\s?\d+\))?(?:\[\])?)(\?)?$")
_TABLE = re.compile(r"\b(?:from|join) (\w+)")


class Field(NamedTuple):
    """A parameter or a returned column; an optional parameter may be left out."""

    name: str
    type: str
    optional: bool = False


@dataclass(frozen=True)
class Query:
    """One question: its contract and its SQL. `base` is the unit of numerator and denominator of a share."""

    name: str
    group: str
    path: str
    title: str
    asks: str
    means: str
    grain: str
    unit: str
    base: str
    params: tuple[Field, ...]
    ignores: tuple[str, ...]
    returns: tuple[Field, ...]
    sql: str

    @property
    def parameter_names(self) -> tuple[str, ...]:
        """The names of the parameters."""
        return tuple(field.name for field in self.params)

    @property
    def behind_sql(self) -> str:
        """The same statement, ended by its rows instead of its aggregate."""
        return self.sql[: self.sql.rindex("\nselect")] + "\nselect * from behind\n"

    @property
    def count_sql(self) -> str:
        """The same statement, ended by the number of its rows."""
        return self.sql[: self.sql.rindex("\nselect")] + "\nselect count(*) from behind\n"

    @property
    def final_sql(self) -> str:
        """The aggregate alone, over a table named `behind`."""
        return self.sql[self.sql.rindex("\nselect") + 1 :]

    @property
    def tables(self) -> tuple[str, ...]:
        """The ledger tables that the statement reads, in order; the view `ledger` is the projects."""
        named = (VIEWS.get(name, name) for name in _TABLE.findall(self.sql))
        return tuple(dict.fromkeys(name for name in named if name in TABLES))


@lru_cache(maxsize=1)
def catalog() -> Mapping[str, Query]:
    """All questions by name. Raises Refused naming the file and what is wrong with its header."""
    found: dict[str, Query] = {}
    for group in GROUPS:
        for path in sorted((FOLDER / group).glob("*.sql")):
            query = read_query(path)
            if query.name in found:
                raise Refused("{path} has the name of another question; rename it.", path=query.path)
            found[query.name] = query
    return MappingProxyType(found)


def read_query(path: Path) -> Query:
    """One SQL file as a Query. Raises Refused for a header that breaks the contract."""
    name, text = path.relative_to(FOLDER).as_posix(), path.read_text(encoding="utf-8")
    header = _header(text, name)
    sql = "\n".join(line for line in text.splitlines() if not line.startswith("--")).strip() + "\n"
    return Query(
        name=path.stem,
        group=path.parent.name if path.parent != FOLDER else "",
        path=name,
        title=header["title"],
        asks=header["asks"],
        means=header.get("means", ""),
        grain=header["grain"],
        unit=header.get("unit", ""),
        base=header.get("base", "count"),
        params=_fields(header["params"], name),
        ignores=tuple(part.strip() for part in header.get("ignores", "").split(",") if part.strip()),
        returns=_fields(header["returns"], name),
        sql=sql,
    )


def _header(text: str, name: str) -> dict[str, str]:
    header: dict[str, str] = {}
    last = ""
    for line in text.splitlines():
        if not line.startswith("--"):
            break
        if more := _MORE.match(line):
            header[last] = f"{header.get(last, '')} {more[1]}"
        elif entry := _HEADER.match(line):
            last = entry[1]
            header[last] = entry[2]
    unknown, missing = sorted(set(header) - set(KEYS)), [key for key in REQUIRED if key not in header]
    if unknown or missing:
        raise Refused(
            "The header of queries/{name} breaks the contract: unknown {unknown}, missing {missing}.",
            name=name, unknown=unknown, missing=missing,
        )  # fmt: skip
    return header


def _fields(text: str, name: str) -> tuple[Field, ...]:
    fields = []
    for part in re.split(r",\s*(?![^()]*\))", text):
        if part.strip() in ("", "none"):
            continue
        match = _FIELD.match(part.strip())
        if not match:
            raise Refused("queries/{name} declares “{part}”; write a name and a type.", name=name, part=part.strip())
        fields.append(Field(match[1], match[2].replace(" ", ""), bool(match[3])))
    return tuple(fields)
