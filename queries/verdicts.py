"""The one rule by which a printed figure is held against the computed one.

A figure is right when the exact value, rounded half up to the decimals that are printed, is the printed
one. A printed 100% claims all and is held against the value itself: 99.6% rounds to it and is not it. So
is a bound: 以上 and 以下 include the figure, 超过 and 不足 don't.
"""

from __future__ import annotations

from decimal import Decimal

from words import rounded

TOLERANCE = Decimal("0.05")  # how far a round figure that is worded as approximate may lie from the value
LOOSE = Decimal("0.1")  # up to here whether it is approximately right is a matter of taste


def decimals_of(printed: str) -> int:
    """How many decimals are printed."""
    return len(printed.partition(".")[2])


def holds(printed: str, exact: Decimal, relation: str = "=", *, is_share: bool = False) -> bool:
    """Whether the printed figure is true of the exact value in the printed unit.

    `relation` is `=` and `~` (rounded to the printed decimals), `>=`, `<=`, `>`, `<` (bounds), `about`
    (a round figure is rounded to its last digit that isn't zero, and lies within a twentieth of the value),
    `near` (the same, and not above the figure), `more` (多, 余: above it, within one of its last digit).
    """
    figure = Decimal(printed)
    bounds = {">=": exact >= figure, "<=": exact <= figure, ">": exact > figure, "<": exact < figure}
    if relation in bounds:
        return bounds[relation]
    if relation == "more":
        return figure < exact < figure + _last_place(figure)
    if relation in ("about", "near"):
        return _is_about(figure, exact) and (relation == "about" or exact <= figure)
    return exact == figure if is_share and figure == 100 else rounded(exact, decimals_of(printed)) == figure


def is_taste(printed: str, exact: Decimal, relation: str) -> bool:
    """Whether a figure that is worded as approximate is neither near enough to be right nor far enough to be wrong."""
    figure = Decimal(printed)
    is_near = relation in ("about", "near") and abs(exact - figure) <= LOOSE * abs(figure)
    return is_near and (relation == "about" or exact <= figure)


def _is_about(figure: Decimal, exact: Decimal) -> bool:
    place = _last_place(figure)
    return rounded(exact / place, 0) * place == figure and abs(exact - figure) <= TOLERANCE * abs(figure)


def _last_place(figure: Decimal) -> Decimal:
    """The place of the last printed digit that isn't the zero of a round figure: 10 for 420, 0.1 for 12.3."""
    _, digits, exponent = figure.as_tuple()
    assert isinstance(exponent, int)
    if exponent < 0 or figure == 0:
        return Decimal(1).scaleb(min(exponent, 0))
    zeros = len(digits) - len("".join(map(str, digits)).rstrip("0"))
    return Decimal(1).scaleb(exponent + zeros)
