"""What stands on a campaign board in words: targets, values, distances and states."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from report.model import Cell
from words import Words

STATES = {  # the shape and word of each state; the worst first
    "missed": ("▲", "missed", "light-red"),
    "open": ("◆", "not met yet", "light-yellow"),
    "other_unit": ("○", "value in another unit", "light-grey"),
    "no_value": ("○", "no value", "light-grey"),
    "met": ("●", "met", "light-green"),
    "no_target": ("–", "no target", ""),
    "stated": ("", "", ""),
}
RELATIONS = {">=": "≥ ", "<=": "≤ ", "=": "= "}
PARTS = {"floor": "floor", "ceiling": "ceiling", "ensured": "ensured", "striven": "striven for"}


def plain(value: Decimal, words: Words, *, sign: bool = False) -> str:
    """A number with the decimals that it has, no more."""
    decimals = max(0, -int(value.normalize().as_tuple().exponent))
    return words.number(value, decimals, sign=sign)


def marked(text: str, is_illustrative: bool, words: Words) -> str:
    """The text with the mark of what was neither printed nor reported."""
    return text + words.wrapped(words("illustrative")) if text and is_illustrative else text


def target_said(parts: Sequence[Any], words: Words) -> str:
    """One target with its relation, a floor with its ceiling as a range, the ensured before the striven for."""
    goals = [part for part in parts if part.target is not None]
    illustrative = any(part.is_target_illustrative for part in goals)
    if [part.part for part in goals] == ["floor", "ceiling"]:
        return marked(f"{plain(goals[0].target, words)}–{plain(goals[1].target, words)}", illustrative, words)
    said = [_named(part, f"{RELATIONS.get(part.relation or '>=', '')}{plain(part.target, words)}", words, goals)
            for part in goals]  # fmt: skip
    return marked(words("; ").join(said), illustrative, words)


def target_of(parts: Sequence[Any]) -> Decimal | None:
    """The target as a number, where the row has just one."""
    goals: list[Decimal] = [part.target for part in parts if part.target is not None]
    return goals[0] if len(goals) == 1 else None


def actual_of(row: Any) -> Decimal | None:
    """The value as a number, where it is one and no range."""
    lowest: Decimal | None = row.lowest
    return lowest if lowest == row.highest else None


def _named(part: Any, text: str, words: Words, parts: Sequence[Any]) -> str:
    """The text behind the name of its part, where a row has several."""
    return f"{words(PARTS[part.part])} {text}" if len(parts) > 1 and part.part in PARTS else text


def actual_said(row: Any, words: Words) -> str:
    """The value; of counties together the lowest and the highest one."""
    return marked(_range(row.lowest, row.highest, words), row.is_value_illustrative, words)


def actual_hint(row: Any, words: Words) -> str:
    """Of which day the value is, and that a range goes from the lowest to the highest county."""
    if row.lowest is None:
        return ""
    day = words("value of {day}", day=words.date(row.value_period_end))
    return day if row.lowest == row.highest else words("; ").join([day, words("lowest and highest county")])


def _range(lowest: Decimal | None, highest: Decimal | None, words: Words) -> str:
    if lowest is None or highest is None:
        return ""
    return plain(lowest, words) if lowest == highest else f"{plain(lowest, words)}–{plain(highest, words)}"


def change_said(row: Any, words: Words) -> str:
    """The change of the value since the compared date, percentage points for shares; nothing where one lacks."""
    if None in (row.lowest, row.lowest_before) or row.lowest != row.highest or row.lowest_before != row.highest_before:
        return ""
    change = row.lowest - row.lowest_before
    if not change:
        return words("no change")
    unit = f"{words.unit_gap}{words('pp')}" if row.unit == "%" else ""
    return marked(plain(change, words, sign=True) + unit, row.is_value_illustrative, words)


def distance_said(parts: Sequence[Any], words: Words) -> str:
    """How far each target of the row is, in words; percentage points for shares."""
    goals = [part for part in parts if part.target is not None]
    said = [
        words.labelled(words(PARTS[part.part]), _distance(part, words))
        if len(goals) > 1 and part.part in PARTS
        else _distance(part, words)
        for part in goals
        if part.distance is not None
    ]
    return words("; ").join(said)


def _distance(part: Any, words: Words) -> str:
    amount = plain(abs(part.distance), words)
    unit = words("points") if part.unit == "%" else ""
    amount = f"{amount}{words.unit_gap}{unit}" if unit else amount
    if part.distance == 0:
        return words("met exactly")
    if part.target_state == "met" and part.part == "ceiling":
        return words("kept, {amount} under the limit", amount=amount)
    if part.target_state == "met":
        return words("met, {amount} beyond", amount=amount)
    return words("short by {amount}", amount=amount) if part.distance > 0 else words("over by {amount}", amount=amount)


def state_cell(parts: Sequence[Any], words: Words) -> Cell:
    """The worst state of the row's targets; of what is only striven for, nothing is held against the row."""
    held = [part for part in parts if part.part != "striven"] or list(parts)
    worst = next(state for state in STATES if any(part.target_state == state for part in held))
    shape, word, tone = STATES[worst]
    said = f"{shape} {words(word)}" if word else ""
    if worst == "met" and any(part.part == "striven" and part.target_state != "met" for part in parts):
        said += words.wrapped(words("ensured"))
    return Cell(said, tone=tone)
