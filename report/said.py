"""A passage that is checked: its figures marked, each with its measure, its base and its verdict."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from data.city import City
from data.codes import CODES
from data.units import unit_label
from queries.catalog import catalog
from queries.sentences.check import Said, check
from queries.sentences.table import summary
from report.assemble import Source
from report.figures import MULTIPLE
from report.filters import CHOICES, Filters
from report.model import Cell, Mark, Table
from report.passport import Passport, passport_of
from report.units import UNITS, base_in
from words import Words

NAME = "said"
TONES = {"right": "agrees", "wrong": "differs", "not_found": "nothing"}
VERDICT_WORDS = {"right": "right", "wrong": "wrong", "not_found": "not found"}
COLUMNS = ("As said", "Verdict", "Measure", "Narrowed to", "As of", "In the ledger", "Base", "Why not found")
NUMERIC = (False, False, False, False, False, True, True, False)
RELATIONS = {">": "> ", "<": "< ", ">=": "≥ ", "<=": "≤ ", "about": "≈ ", "near": "≲ ", "more": "> ", ">?": "> "}


def said_table(filters: Filters, source: Source, words: Words) -> Table | tuple[Table, ...]:
    """The figures of the passage that the address holds; no table without one."""
    if not filters.text:
        return ()
    said = check(filters.text, source.engine, filters.as_of)
    note = words(
        "{summary} Dates are seen from {day}. Right means: rounded half up to the printed decimals, the value is "
        "the printed one; bounds are judged as bounds.",
        summary=summary(said, words), day=words.date(filters.as_of),
    )  # fmt: skip
    return Table(
        NAME, words("What the passage says"), tuple(words(column) for column in COLUMNS), NUMERIC,
        tuple(_row(place, one, source.city, words) for place, one in enumerate(said)), note,
        passage=marks(filters.text, said, words),
    )  # fmt: skip


def marks(text: str, said: Sequence[Said], words: Words) -> tuple[Mark, ...]:
    """The passage cut at its figures, each with its verdict and its passport."""
    found, begin = [], 0
    for place, one in enumerate(said):
        found.append(Mark(text[begin : one.start]))
        verdict = words(VERDICT_WORDS[one.verdict])
        found.append(Mark(one.text, TONES[one.verdict], verdict, _passport_name(place, one)))
        begin = one.end
    return tuple(mark for mark in (*found, Mark(text[begin:])) if mark.text)


def _passport_name(place: int, one: Said) -> str:
    return f"{NAME}-{place + 1}" if one.question else ""


def _row(place: int, one: Said, city: City, words: Words) -> tuple[Cell, ...]:
    days = [words.date(day) for day in (one.earlier, one.as_of) if day]
    return (
        Cell(one.text, _passport_name(place, one)),
        Cell(words(VERDICT_WORDS[one.verdict]), tone=TONES[one.verdict]),
        Cell(measure_of(one, words)),
        Cell(narrowed_to(one, city, words)),
        Cell(" → ".join(days)),
        Cell(value_of(one, words), value=one.value),
        Cell(base_of(one, words)),
        Cell(one.reason.sentence(words) if one.reason else "", tone="long" if one.reason else ""),
    )


def measure_of(one: Said, words: Words) -> str:
    """What the figure was matched to: the question, which part of it, and whether its change."""
    if not one.question:
        return ""
    title = words(catalog()[one.question].title)
    if one.part == "denominator":
        title = words("{title}: its base", title=title)
    elif one.part:
        title = words("{title}: what it counts", title=title)
    if one.earlier:
        title = words("{title}, growth", title=title) if one.is_growth else words("{title}, change", title=title)
    return title


def narrowed_to(one: Said, city: City, words: Words) -> str:
    """The filters of the question in words, and of which part a share is."""
    texts = []
    for name, values in one.narrowed:
        choice = next((c for c in CHOICES if c.field == name.removeprefix("of_")), None)
        codes = choice.codes if choice else "meeting_kind" if name == "kinds" else ""
        labels = [city.label(codes, value, words.language) if codes else _named(name, value, words) for value in values]
        shown = (
            words("all {count} sponsors", count=len(labels)) if name.endswith("sponsors") and len(labels) > 1 else ""
        )
        text = shown or words.joined(labels)
        texts.append(words("part: {part}", part=text) if name.startswith("of_") else text)
    return words("; ").join(texts)


def _named(name: str, value: str, words: Words) -> str:
    code = CODES["campaign"].get(value) if name == "campaigns" else None
    return value if code is None else (code.zh if words.language == "zh" else code.en)


def value_of(one: Said, words: Words) -> str:
    """What the ledger gives, in the printed unit."""
    if one.value is None:
        return ""
    exponent = one.value.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) else 0
    unit = unit_label(one.unit, words.language)
    gap = "" if unit == "%" or not unit else f" {MULTIPLE if unit[:1].isdigit() else ''}"
    return f"{words.number(one.value, decimals)}{words.unit_gap and gap}{unit}"


def base_of(one: Said, words: Words) -> str:
    """Numerator and denominator, for a change the earlier and the later value."""
    if one.numerator is None or not one.question:
        return ""
    query = catalog()[one.question]
    if one.earlier is None:
        return base_in(one.numerator, one.denominator, query.base, words)
    unit = UNITS[query.unit]
    values = [Decimal(v) / unit.scale for v in (one.denominator, one.numerator) if v is not None]
    decimals = 2 if query.unit == "pct" else unit.decimals
    label = words(unit.label) if unit.label else ""
    gap = words.unit_gap if label and label != "%" else ""
    return " → ".join(words.number(value, decimals) for value in values) + gap + label


def said_passport(name: str, filters: Filters, source: Source, words: Words) -> Passport | None:
    """The passport of a figure of the passage by its place in it; None for one that has no measure."""
    place = name.removeprefix(f"{NAME}-")
    said = check(filters.text, source.engine, filters.as_of) if filters.text else ()
    if not place.isdecimal() or not 0 < int(place) <= len(said) or not said[int(place) - 1].question:
        return None
    one = said[int(place) - 1]
    value = words("said {said}, in the ledger {value}: {verdict}", said=one.text, value=value_of(one, words) or "–",
                  verdict=words(VERDICT_WORDS[one.verdict]))  # fmt: skip
    return passport_of(
        name, one.question, dict(one.parameters), source, words,
        title=measure_of(one, words), value=value, arithmetic=base_of(one, words),
    )  # fmt: skip
