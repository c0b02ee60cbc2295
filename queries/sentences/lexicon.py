"""The phrases that are understood, and what each stands for: the reference files and what the ledger itself names."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from data.city import city, rows
from data.codes import CODES
from queries.catalog import catalog
from queries.engines.duckdb import Engine

SUFFIXES_OF_A_COUNTY = ("区", "县", "市")
SEVERAL = ("unit", "risk", "lasting", "exclusion", "batch", "suffix")  # roles whose phrases may have another role too
ENGINES_HELD = 4
_BRACKET = re.compile(r"[(（]([^)）]*)[)）]")


class Saying(NamedTuple):
    """What a phrase stands for: its role in a sentence, and its value there."""

    role: str
    value: str


class Unit(NamedTuple):
    """What a unit measures, and how many of the stored unit one of it is."""

    kind: str
    scale: Decimal


class Measure(NamedTuple):
    """What a combination of words asks for: a question, which part of its answer, with which arguments.

    `units` are the classifiers that fit, none for any; `change` says between which dates a change means
    something; `also` is another question that the same words might ask for.
    """

    question: str
    part: str
    arguments: tuple[tuple[str, tuple[str, ...]], ...]
    units: tuple[str, ...]
    change: str
    also: str


class Indicator(NamedTuple):
    """A campaign's indicator by its names."""

    campaign: str
    name: str
    unit: str
    is_target: bool
    period_end: dt.date


@dataclass(frozen=True)
class Lexicon:
    """Everything that can be said: phrases, units, measures, and what the ledger names."""

    sayings: Mapping[str, Saying]
    units: Mapping[str, Unit]
    risks: re.Pattern[str]
    lasting: re.Pattern[str]
    exclusions: re.Pattern[str]
    batches: Mapping[str, str]
    measures: Mapping[tuple[str, frozenset[str]], Measure]
    shares: Mapping[tuple[str, str], Measure]
    indicators: Mapping[str, tuple[Indicator, ...]]
    sponsors: tuple[str, ...] = ()
    longest: int = field(default=0)

    def at(self, text: str, place: int) -> tuple[str, Saying] | None:
        """The longest phrase that begins there."""
        for end in range(min(len(text), place + self.longest), place, -1):
            if found := self.sayings.get(text[place:end]):
                return text[place:end], found
        return None


@lru_cache(maxsize=ENGINES_HELD)
def lexicon(engine: Engine) -> Lexicon:
    """The lexicon for an opened ledger, read once."""
    listed = [(row["role"], row["value"], phrase) for row in rows("sayings.csv") for phrase in row["phrases"].split()]
    sayings = {phrase: Saying(role, value) for role, value, phrase in listed if role not in SEVERAL}
    suffixes = [phrase for role, _, phrase in listed if role == "suffix"]
    batches = {phrase: value for role, value, phrase in listed if role == "batch"}
    sayings |= {phrase: Saying("quarter", phrase) for phrase in batches}
    indicators = _indicators(engine)
    sponsors = tuple(
        r.code for r in engine.ask("choices", as_ofs=list(engine.opened.dates)) if r.kind == "sponsor"
    )  # fmt: skip
    campaigns = {label.zh: Saying("campaign", code) for code, label in CODES["campaign"].items()}
    sayings = campaigns | {name: Saying("indicator", name) for name in indicators} | sayings
    sayings |= {name: Saying("filter", f"sponsors={name}") for name in sponsors}
    sayings |= _of_the_city(suffixes)
    own = city().name.zh.removesuffix("市")
    risks = tuple(phrase for role, _, phrase in listed if role in ("risk", "unknown") and phrase != own)
    sayings = {risk: Saying("unknown", "") for risk in risks if len(risk) > 1} | sayings  # kept whole: 预计, 新能源
    return Lexicon(
        sayings,
        {phrase: _unit(value) for role, value, phrase in listed if role == "unit"},
        _any_of(risks),
        _any_of(phrase for role, _, phrase in listed if role == "lasting"),
        _any_of(phrase for role, _, phrase in listed if role == "exclusion"),
        batches, _measures(), _shares(), indicators, sponsors, max(map(len, sayings)),
    )  # fmt: skip


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, phrases)))


def _of_the_city(suffixes: list[str]) -> dict[str, Saying]:
    """The names of the city, its divisions and its sectors, as they are shortened and lengthened."""
    name = city().name.zh
    found = {one: Saying("scope", "") for one in (name, name.removesuffix("市"))}
    for code, label in city().sectors.items():
        names = {label.zh, *(f"{label.zh}{suffix}" for suffix in suffixes)}
        found |= {one: Saying("filter", f"sectors={code}") for one in names}
    for division in city().divisions:
        short = division.label.zh
        if division.kind == "county" and len(short) > 2 and short.endswith(SUFFIXES_OF_A_COUNTY):
            found[short[:-1]] = Saying("filter", f"counties={division.code}")
        found[short] = Saying("filter", f"counties={division.code}")
    return found


def _unit(value: str) -> Unit:
    kind, _, scale = value.partition(":")
    return Unit(kind, Decimal(scale))


def _measure(row: Mapping[str, str]) -> Measure:
    arguments: dict[str, Any] = json.loads(row["arguments"] or "{}")
    given = tuple((name, tuple(values)) for name, values in arguments.items())
    return Measure(row["question"], row["part"], given, tuple(row["units"].split()), row["change"], row["also"])


def _measures() -> dict[tuple[str, frozenset[str]], Measure]:
    return {
        (row["kind"], frozenset(row["heads"].split("+"))): _measure(row)
        for row in rows("said_measures.csv")
        if row["kind"] != "share" and row["question"] in catalog()
    }


def _shares() -> dict[tuple[str, str], Measure]:
    """Shares by what is divided and what it is divided by."""
    parts = {tuple(row["heads"].split("/")): row for row in rows("said_measures.csv") if row["kind"] == "share"}
    return {(of, base): _measure(row) for (of, base), row in parts.items()}


def _indicators(engine: Engine) -> dict[str, tuple[Indicator, ...]]:
    """The indicators of the ledger by their names: whole, without brackets, without the word for a number."""
    found: dict[str, set[Indicator]] = {}
    rows_by_age = sorted(engine.table("indicators").to_pylist(), key=lambda row: (row["as_of"], row["period_end"]))
    newest = {(row["campaign"], row["indicator"]): row for row in rows_by_age if row["county_code"] is None}
    for row in newest.values():
        if not row["unit"]:
            continue
        name, plain = row["indicator"], _BRACKET.sub("", row["indicator"])
        one = Indicator(row["campaign"], name, row["unit"], row["value"] is None, row["period_end"])
        for spelled in {name, plain, plain.removesuffix("数"), plain.removesuffix("家数")}:
            if len(spelled) > 2:
                found.setdefault(spelled, set()).add(one)
    return {name: tuple(sorted(ones)) for name, ones in found.items()}
