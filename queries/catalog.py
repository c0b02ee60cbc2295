"""The catalogue of questions: every SQL file with its header, which is its contract.

A statement has a last CTE named `behind`: the rows behind the number. The final select only
aggregates it, so the same statement gives the number and, ended otherwise, its rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
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
KEYS = (*REQUIRED, "means", "unit", "base", "ignores", "because")
FILTERS = ("county", "sector", "nature", "size", "batch", "sponsor")
FINAL = "\n)\n\nselect"  # the last step's end and the aggregate's begin: where a statement is cut to give its rows
PARAMETERS = ("DATE", "DATE[]", "VARCHAR", "VARCHAR[]")
VIEWS = FOLDER / "views"
WHOLE = {f"{table.name}.*": table for table in TABLES.values()}  # every column of a table, as its dictionary has them
_HEADER = re.compile(r"^-- (\w+):\s+(.*\S)\s*$")
_MORE = re.compile(r"^--\s{2,}(.*\S)\s*$")
_FIELD = re.compile(r"(\w+) ([A-Z]+(?:\(\d+,\s?\d+\))?(?:\[\])?)(\?)?$")
_TABLE = re.compile(r"\b(?:from|join) (\w+)")
_PARAMETER = re.compile(r"\$(\w+)")


class Field(NamedTuple):
    """A parameter or a returned column; an optional parameter may be left out."""

    name: str
    type: str
    optional: bool = False


@dataclass(frozen=True)
class Query:
    """One question: its contract and its SQL.

    `base` is the unit of numerator and denominator of a share; `because` says why the filters that
    it ignores don't apply.
    """

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
    because: str = ""

    @property
    def parameter_names(self) -> tuple[str, ...]:
        """The names of the parameters."""
        return tuple(field.name for field in self.params)

    @property
    def _steps(self) -> str:
        """All that comes before the aggregate."""
        return self.sql[: self.sql.rindex(FINAL) + len(FINAL) - len("select")]

    @property
    def behind_sql(self) -> str:
        """The same statement, ended by its rows instead of its aggregate."""
        return self._steps + "select * from behind\n"

    @property
    def count_sql(self) -> str:
        """The same statement, ended by the number of its rows."""
        return self._steps + "select count(*) from behind\n"

    @property
    def final_sql(self) -> str:
        """The aggregate alone, over a table named `behind`."""
        return self.sql[len(self._steps) :]

    @property
    def tables(self) -> tuple[str, ...]:
        """The ledger tables that the statement reads, itself or by a view, in order."""
        return tuple(dict.fromkeys(_tables_of(self.sql)))


def _tables_of(sql: str) -> Iterator[str]:
    for name in _TABLE.findall(sql):
        if name in TABLES:
            yield name
        elif (view := VIEWS / f"{name}.sql").exists():
            yield from _tables_of(_view(view))


@lru_cache
def _view(view: Path) -> str:
    """The statement of a view, without its comments."""
    return re.sub(r"--.*", "", view.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def catalog() -> Mapping[str, Query]:
    """All questions by name. Raises Refused naming the file and what is wrong with its header."""
    found: dict[str, Query] = {}
    for group in GROUPS:
        for path in sorted((FOLDER / group).glob("*.sql")):
            query = read_query(path)
            if not query.sql.rpartition(FINAL)[0] or "behind as (" not in query.sql or "behind" not in query.final_sql:
                raise _broken(query.path, [], ["behind"])
            if query.name in found:
                raise Refused("{path} has the name of another question; rename it.", path=query.path)
            found[query.name] = query
    return MappingProxyType(found)


def read_query(path: Path) -> Query:
    """One SQL file as a Query. Raises Refused for a header that breaks the contract."""
    name, text = path.relative_to(FOLDER).as_posix(), path.read_text(encoding="utf-8")
    header = _header(text, name)
    sql = "\n".join(line for line in text.splitlines() if not line.startswith("--")).strip() + "\n"
    params, used = _fields(header["params"], name), set(_PARAMETER.findall(sql))
    declared = {field.name for field in params}
    unbindable = [f"{field.name} {field.type}" for field in params if field.type not in PARAMETERS]
    if used != declared or unbindable:
        raise _broken(name, sorted(declared - used) + unbindable, sorted(used - declared))
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
        params=params,
        ignores=_names(header.get("ignores", "")),
        returns=_fields(header["returns"], name),
        sql=sql,
        because=header.get("because", ""),
    )


def _header(text: str, name: str) -> dict[str, str]:
    header: dict[str, str] = {}
    wrong: list[str] = []
    last = ""
    for line in text.splitlines():
        if not line.startswith("--"):
            break
        if more := _MORE.match(line):
            header[last] = f"{header.get(last, '')} {more[1]}"
        elif entry := _HEADER.match(line):
            last = entry[1]
            wrong += [last] if last in header else []
            header[last] = entry[2]
        else:
            wrong.append(line)
    unknown = sorted({*header} - {*KEYS}) + wrong
    unknown += [part for part in _names(header.get("ignores", "")) if part not in FILTERS]
    missing = [key for key in REQUIRED if key not in header]
    if unknown or missing:
        raise _broken(name, unknown, missing)
    return header


def _broken(name: str, unknown: list[str], missing: list[str]) -> Refused:
    return Refused(
        "The header of queries/{name} breaks the contract: unknown {unknown}, missing {missing}.",
        name=name, unknown=", ".join(unknown) or "–", missing=", ".join(missing) or "–",
    )  # fmt: skip


def _names(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _fields(text: str, name: str) -> tuple[Field, ...]:
    fields = []
    for part in re.split(r",\s*(?![^()]*\))", text):
        if part.strip() in ("", "none"):
            continue
        if part.strip() in WHOLE:
            fields += [Field(column.name, column.kind.sql) for column in WHOLE[part.strip()].columns]
            continue
        match = _FIELD.match(part.strip())
        if not match:
            raise Refused("queries/{name} declares “{part}”; write a name and a type.", name=name, part=part.strip())
        fields.append(Field(match[1], match[2].replace(" ", ""), bool(match[3])))
    return tuple(fields)
