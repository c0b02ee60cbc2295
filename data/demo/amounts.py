"""Amounts that look like a ledger's and add up exactly."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from decimal import Decimal
from random import Random
from typing import Any

WIDTH = 0.62  # of the log-normal: the middle two thirds lie within a factor of 1.9 of the median
STEPS, LIKELY = (1_000, 500, 100, 10, 1), (22, 14, 30, 22, 12)


def amount_between(rng: Random, low: float, high: float) -> Decimal:
    """Log-normal within the band: many near its lower end, few near the upper; some round, most not."""
    step = rng.choices(STEPS, LIKELY)[0] if low >= 10_000 else rng.choices((100, 50, 10, 1), (30, 15, 35, 20))[0]
    while True:
        value = math.exp(rng.gauss(math.log(low) + 0.36 * (math.log(high) - math.log(low)), WIDTH))
        amount = round(value / step) * step
        if low <= amount <= high:
            return Decimal(amount)


def split_amount(rng: Random, whole: Decimal, parts: int, least: int, width: float = 0.45) -> list[Decimal]:
    """The whole in unequal parts of at least `least`, adding up exactly."""
    weights = [math.exp(rng.gauss(0, width)) for _ in range(parts)]
    free = float(whole) - least * parts
    amounts = [Decimal(round(least + free * weight / sum(weights), -1)) for weight in weights]
    amounts[amounts.index(max(amounts))] += whole - sum(amounts)
    return amounts


def fill_up(
    specs: Sequence[dict[str, Any]], whole: Decimal, least: Decimal, most: Callable[[dict[str, Any]], Decimal]
) -> None:
    """Scale what lies above `least` until the amounts are the whole, none above its most.

    Raises ValueError if they can't be.
    """
    for _ in range(50):
        above = sum(spec["total_wan"] - least for spec in specs)
        factor = float(whole - least * len(specs)) / float(above)
        for spec in specs:
            scaled = Decimal(round(float(least) + float(spec["total_wan"] - least) * factor, -1))
            spec["total_wan"] = min(scaled, most(spec))
        if abs(whole - sum(spec["total_wan"] for spec in specs)) < 1_000:
            break
    rest = whole - sum(spec["total_wan"] for spec in specs)
    last = next((s for s in specs if least <= s["total_wan"] + rest <= most(s)), None)
    if last is None:
        raise ValueError(f"{len(specs)} projects can't take {whole} 万元")
    last["total_wan"] += rest
