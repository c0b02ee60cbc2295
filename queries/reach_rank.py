"""The smallest set of a county's projects that lifts it to a rank, all other counties unchanged.

A project is put in order: it starts, the rest of its year plan is done, it is entered in the statistics and its open
problems are cleared, each where it isn't so already. No rate of the county falls by that, so one more project never
costs a place, and the county's rates move the scale of all others as in the league table (`queries.reach_league`).

Exact: projects that bring the same kinds of counts differ only in money and problems, and of these the best so many are
kept for every number of problems cleared; every mixture of the kinds is looked at. That is done while the movers times
a first upper bound stay within `DEAR`; beyond, the set shown is that upper bound (projects in the order of what each
brings to the score), and `at_least` a lower one: the best starts, money and problems as if they came with any project.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import product
from typing import Any, NamedTuple

from queries.reach import Answer, Step, Target, can_move, nearest, remaining
from queries.reach_league import Rates, Tally, standing, tally

DEAR = 10_000
KINDS = ((1, 1), (0, 1), (0, 0))  # starts and is entered, is entered, neither


class Gain(NamedTuple):
    """What projects bring when they are put in order."""

    starts: int = 0
    money: Decimal = Decimal(0)
    entries: int = 0
    cleared: int = 0
    rows: tuple[Any, ...] = ()


class County(NamedTuple):
    """The county, the others that stay as they are, the weights of the rates, and the place to reach."""

    own: Tally
    others: tuple[Rates, ...]
    weights: tuple[float, ...]
    to: int

    def standing(self, gain: Gain) -> tuple[int, float]:
        """Place and score of the county after a gain."""
        return standing(self.own.with_more(*gain[:4]).rates, self.others, self.weights)

    def reaches(self, gain: Gain) -> bool:
        """Whether the gain is enough."""
        return self.standing(gain)[0] <= self.to


def gain_of(row: Any) -> Gain:
    """What one project brings."""
    entries = int(not (row.is_started and row.is_entered))
    return Gain(int(not row.is_started), remaining(row), entries, row.raised - row.cleared, (row,))


def reach_rank(rows: Sequence[Any], others: Sequence[Rates], weights: Sequence[float], target: Target) -> Answer:
    """The answer for one county: `rows` are its projects of the plan, `others` the rates of the other counties."""
    if not rows:
        return Answer(target, "none")
    county = County(tally(rows), tuple(others), tuple(weights), int(target.to))
    place, score = county.standing(Gain())
    gains = [gain for gain in map(gain_of, filter(can_move, rows)) if any(gain[:4])]
    if place <= target.to:
        return Answer(target, "reached", score, score, movers=len(gains), places=(place, place))
    gains.sort(key=lambda gain: (-county.standing(gain)[1], *nearest(gain.rows[0])))
    if not county.reaches(together(gains)):
        return _answer(target, "unreachable", gains, len(gains), county, len(gains))
    at_most = _first(lambda count: county.reaches(together(gains[:count])), 1, len(gains))
    at_least = _first(lambda count: county.reaches(_ideal(gains, count)), 1, at_most)
    chosen = gains[:at_most]
    if at_most * len(gains) <= DEAR:
        chosen = _smallest(gains, county, at_least, at_most)
        at_least = len(chosen)
    return _answer(target, "reachable", chosen, at_least, county, len(gains))


def together(gains: Sequence[Gain]) -> Gain:
    """What several bring at once."""
    return Gain(
        sum(gain.starts for gain in gains),
        sum((gain.money for gain in gains), Decimal(0)),
        sum(gain.entries for gain in gains),
        sum(gain.cleared for gain in gains),
        tuple(row for gain in gains for row in gain.rows),
    )


def _both(one: Gain, other: Gain) -> Gain:
    """The same for two, quickly: it is asked hundreds of thousands of times."""
    return Gain(
        one.starts + other.starts,
        one.money + other.money,
        one.entries + other.entries,
        one.cleared + other.cleared,
        one.rows + other.rows,
    )


def _first(fits: Callable[[int], bool], least: int, most: int) -> int:
    """The smallest number that fits, where `most` does and more never fit worse."""
    return least + bisect_left(range(least, most), True, key=fits)


def _ideal(gains: Sequence[Gain], count: int) -> Gain:
    """More than so many projects can bring: the best of everything, from whichever project."""
    starts = sum(sorted((gain.starts for gain in gains), reverse=True)[:count])
    entries = min(count, sum(gain.entries > gain.starts for gain in gains))
    money = sum(sorted((gain.money for gain in gains), reverse=True)[:count], Decimal(0))
    cleared = sum(sorted((gain.cleared for gain in gains), reverse=True)[:count])
    return Gain(starts, money, starts + entries, cleared)


def _smallest(gains: Sequence[Gain], county: County, least: int, most: int) -> list[Gain]:
    """A smallest set, of at most `most`; of several that with the best place, then the highest score."""
    kinds = [_best([gain for gain in gains if (gain.starts, gain.entries) == kind], most) for kind in KINDS]
    fewest = _first(lambda count: any(True for _ in _reaching(kinds, count, county)), least, most)
    best = min(_reaching(kinds, fewest, county), key=lambda gain: _rank_of(county.standing(gain)))
    return [gain_of(row) for row in best.rows]


def _rank_of(standing: tuple[int, float]) -> tuple[int, float]:
    place, score = standing
    return place, -score


def _best(gains: Sequence[Gain], most: int) -> list[list[Gain]]:
    """By the number of projects: the sets of one kind of which none clears more problems with as much money."""
    found: list[list[Gain]] = [[Gain()], *([] for _ in range(min(most, len(gains))))]
    for gain in sorted(gains, key=lambda one: (-one.money, *nearest(one.rows[0]))):
        for count in range(len(found) - 1, 0, -1):
            found[count] = _undominated([*found[count], *(_both(so_far, gain) for so_far in found[count - 1])])
    return found


def _undominated(gains: list[Gain]) -> list[Gain]:
    kept: list[Gain] = []
    for gain in sorted(gains, key=lambda one: (-one.cleared, -one.money)):
        if not kept or gain.money > kept[-1].money:
            kept.append(gain)
    return kept


def _reaching(kinds: Sequence[list[list[Gain]]], count: int, county: County) -> Iterator[Gain]:
    """The mixtures of so many projects that reach the place; one whose best of everything doesn't is passed over."""
    starting, entering, others = kinds
    for starts in range(min(count, len(starting) - 1) + 1):
        for entries in range(min(count - starts, len(entering) - 1) + 1):
            rest = count - starts - entries
            if rest >= len(others):
                continue
            mixed = (starting[starts], entering[entries], others[rest])
            money = sum((max(gain.money for gain in some) for some in mixed), Decimal(0))
            cleared = sum(max(gain.cleared for gain in some) for some in mixed)
            if county.reaches(Gain(starts, money, starts + entries, cleared)):
                yield from filter(county.reaches, _mixtures(*mixed))


def _mixtures(*kinds: list[Gain]) -> list[Gain]:
    """One set of each kind together, without those that another one beats in money and problems."""
    found = [Gain()]
    for some in kinds:
        found = _undominated([_both(one, other) for one, other in product(found, some)])
    return found


def _answer(
    target: Target, state: str, gains: Sequence[Gain], at_least: int, county: County, movers: int
) -> Answer:  # fmt: skip
    """The set as an answer, those first that bring most to the score alone, each with where the county then stands."""
    in_order = sorted(gains, key=lambda gain: (-county.standing(gain)[1], *nearest(gain.rows[0])))
    place, score = county.standing(Gain())
    steps, so_far = [], Gain()
    for gain in in_order:
        so_far = _both(so_far, gain)
        reached, its_score = county.standing(so_far)
        steps.append(Step(gain.rows[0], gain.money, its_score, reached))
    reached, its_score = county.standing(so_far)
    return Answer(target, state, score, its_score, tuple(steps), movers, (place, reached), at_least)
