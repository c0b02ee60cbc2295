"""What is counted or summed by a figure: its own words, those before it, or both."""

from __future__ import annotations

from data.errors import Refused
from queries.sentences.around import Around
from queries.sentences.claims import DEALS
from queries.sentences.figures import Figure
from queries.sentences.memory import QUALIFIERS, Memory
from queries.sentences.scene import MONEY, PLAIN, Parts

DUE = frozenset({"planned", "by", "started"})
OF_PROJECTS = {"started", "start_rate", "new", "resumed", "resumption_rate", "finished", "not_started", "completion"}
RATES_OF = {"landing_rate": "signed", "landing_rate_count": "signed", "landing_rate_money": "signed",
            "resumption_rate": "continued", "clearing_rate": "problem", "clearing_on_time": "problem",
            "landed_money": "signed", "start_rate_due": "due", "start_rate": "due"}  # fmt: skip
BY_WHAT = {"by_count", "by_money"}
STATED = frozenset({"done", "funds", "year_plan"})
# What may be a part of what: the words of the figure before, and those that 其中 may part it by.
PARTS = {
    "started": {"new", "resumed", "started", "continued", "month_new"},
    "signed": {"landed", "signed"},
    "meeting": {"meeting", "meeting_cloud", "meeting_site", "meeting_special"},
    "problem": {"problem_open", "problem_overdue", "problem", "problem_cleared"},
}


def heads_of(figure: Figure, said: Around, own: Parts, memory: Memory) -> tuple[list[frozenset[str]], bool]:
    """What is counted or summed: the words themselves, those of the figure before, or both readings."""
    before = memory.subject if said.is_subset else memory.heads
    parts = {f"by_{part}" for part in said.parts} if figure.kind == "pct" else set()
    heads = _of_problems(_as_due(frozenset(said.heads | parts)), memory.said | before)
    if figure.kind == "wan" and heads & MONEY and not heads - MONEY - PLAIN:
        _may_be_of(figure, heads, before, said, memory)
        return [heads | before], False
    if heads and heads <= BY_WHAT and (rate := memory.said or memory.heads):
        return [(rate - BY_WHAT) | heads], False  # 落地率按个数…，按投资…
    if (qualified := before & QUALIFIERS) and heads & {"started", "start_rate"} and not heads & QUALIFIERS:
        return [heads | qualified, heads], False
    _may_be_of(figure, heads, before, said, memory)
    if "new" in memory.said and heads == {"started"} and not said.is_whole:
        return [frozenset({"new", "started"}), heads], False  # 计划新开工272个，已开工195个
    if heads - {"project"}:
        return [heads], False
    if figure.kind == memory.kind != "count" and memory.said and (said.is_subset or (own and not heads)):
        return [memory.said], False  # a county each of several in a row
    return _of_the_topic(figure, heads, before, said, memory)


def _may_be_of(figure: Figure, heads: frozenset[str], before: frozenset[str], said: Around, memory: Memory) -> None:
    """Raises Refused where these words can't be told of what was spoken of before, or perhaps only of that."""
    narrowing = before - {"sponsored"} - ({"started"} if heads & {"done"} else set())
    if figure.kind == "wan" and narrowing and heads & STATED:
        raise Refused("It isn't clear whether what was said before narrows it.")
    if memory.said & DEALS and heads & OF_PROJECTS:
        raise Refused("It isn't clear whether what was said before narrows it.")
    if "planned" in memory.heads and heads - PLAIN and figure.kind == "count" and not heads & {"planned", "due"}:
        raise Refused("It is a target or a plan, and not what the ledger holds.")
    if not _is_known_part(figure, heads, before, said, memory):
        raise Refused("The ledger doesn't hold this part of that part.")


def _is_known_part(figure: Figure, heads: frozenset[str], before: frozenset[str], said: Around, memory: Memory) -> bool:
    """Whether the ledger holds what is said as a part, or a rate, of what was spoken of before."""
    if (
        "new" in memory.said
        and not said.is_whole
        and (heads == {"start_rate"} or (heads == {"started"} and said.is_subset))
    ):
        return False
    if not said.is_subset or not before:
        return True
    if figure.kind == "count":
        return not heads - {"project"} or _is_part(heads, before)
    return not before - PLAIN - {"sponsored"} or _is_rate_of(heads, before)


def _of_the_topic(
    figure: Figure, heads: frozenset[str], before: frozenset[str], said: Around, memory: Memory
) -> tuple[list[frozenset[str]], bool]:
    """What is counted where the words name nothing but projects, or not even them."""
    if figure.kind == "pct" and not heads and any("rate" in head for head in before):
        return [before], False
    if figure.kind == "pct" or (not heads and not before and not memory.last and not said.is_subset):
        raise Refused("It doesn't say what is counted.")
    if not heads:
        return [before or frozenset({"project"})], False
    if not before:
        return [heads], False
    return ([before, heads], False) if said.is_subset else ([heads, before], True)


def _of_problems(heads: frozenset[str], before: frozenset[str]) -> frozenset[str]:
    """已销号 after a figure of problems is of problems."""
    speaks_on = heads and all(head.startswith("problem_") for head in heads) and "problem" in before
    return heads | {"problem"} if speaks_on else heads


def _as_due(heads: frozenset[str]) -> frozenset[str]:
    """计划在9月底前开工 is what was due by then."""
    return heads - DUE | {"due"} if heads >= DUE else heads


def _is_rate_of(heads: frozenset[str], before: frozenset[str]) -> bool:
    """签约项目中，落地率…: the rate is of what was named."""
    return any(RATES_OF.get(head, "") in before for head in heads) or not heads - MONEY - PLAIN


def _is_part(heads: frozenset[str], before: frozenset[str]) -> bool:
    if before <= PLAIN | {"sponsored"}:
        return True
    if before == {"problem", "problem_open"}:
        return heads - {"problem", "project"} == {"problem_overdue"}
    main = next((name for name in PARTS if name in before), "")
    return before <= {main, "problem_raised"} and heads - {"project"} <= PARTS.get(main, set())
