"""What is said around one figure: what it counts, of which part, as of when, compared with what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from data.errors import Refused
from queries.sentences.bounds import QUIET, relation_of
from queries.sentences.dates import Named
from queries.sentences.phrases import Phrase
from queries.sentences.sizes import bands
from queries.sentences.tokens import Token

Filters = Mapping[str, tuple[str, ...]]
AND_OTHERS = "等"
PARTS = ("by_count", "by_money", "count_share", "money_share")


@dataclass
class Around:
    """The words around a figure, sorted by what they say."""

    heads: set[str] = field(default_factory=set)
    base: set[str] = field(default_factory=set)
    filters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    base_filters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    parts: set[str] = field(default_factory=set)
    dates: list[Named] = field(default_factory=list)
    compared: Named | None = None
    direction: int = 0
    relation: str = ""
    indicators: list[str] = field(default_factory=list)
    is_campaign: bool = False
    quarter: str = ""
    is_batch: bool = False
    is_that_batch: bool = False
    base_is_batch: bool = False
    is_superlative: bool = False
    is_baseline: bool = False
    is_share: bool = False
    has_base: bool = False
    is_whole: bool = False
    is_subset: bool = False
    is_target: bool = False
    is_all: bool = False
    base_is_whole: bool = False
    is_once: bool = False
    is_of_each: bool = False
    places: list[str] = field(default_factory=list)


def around(phrase: Phrase) -> Around:
    """The words around a figure, sorted. Raises Refused where they contradict each other or lead nowhere."""
    found = Around()
    _sort(found, phrase.before)
    _sort(found, phrase.after)
    found.relation = relation_of(phrase)
    said = [token for token in phrase.before if token.role not in ("filler", "quote", "bound")]
    if said and said[-1].role == "from":  # 由…提高到…: from when?
        raise Refused("It doesn't say since when.")
    return found


def of_words(tokens: Sequence[Token]) -> Around:
    """The same of words that no figure stands among."""
    found = Around()
    _sort(found, tokens)
    return found


def _sort(found: Around, tokens: Sequence[Token]) -> None:
    comparing, last_filter = False, -1
    _not_joined(tokens)
    for place, token in enumerate(tokens):
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        if token.text == AND_OTHERS and place and tokens[place - 1].role in ("filter", "size", "head"):
            raise Refused("It names some of several.")
        if token.role == "with":
            comparing = _date_follows(tokens[place + 1 :])
        elif token.role == "compare":
            comparing = found.compared is None or comparing
            if found.compared is None and not _date_follows(tokens[place + 1 :]):
                raise Refused("It compares with “{what}”, which isn't a date.", what=_rest(tokens[place + 1 :]))
        elif token.role == "date":
            if comparing or (following and following.text.startswith("相比")):
                found.compared, comparing = token.value, False
                found.is_baseline = place + 2 == len(tokens) and following is not None and following.text == "的"
            else:
                found.dates.append(token.value)
                found.is_once = any(one.role == "from" for one in tokens[:place])
        elif token.role in ("filter", "size"):
            between = tokens[last_filter + 1 : place] if last_filter >= 0 else ()
            joined = bool(between) and all(t.role in ("join", "with") for t in between)
            _narrow(found, *_of_filter(token), joined)
            last_filter = place
        else:
            _note(found, token)


def _not_joined(tokens: Sequence[Token]) -> None:
    """和 between two things that aren't of a kind makes a sum that no measure is."""
    said = [token for token in tokens if token.role in ("filter", "size", "head", "join", "with")]
    for one, joint, other in zip(said, said[1:], said[2:], strict=False):
        if joint.role not in ("join", "with") or "join" in (one.role, other.role):
            continue
        kinds = {token.value.partition("=")[0] if token.role == "filter" else token.role for token in (one, other)}
        if len(kinds) > 1 or kinds in ({"size"}, {"head"}):
            raise Refused("It joins what no measure of the ledger joins.")


def _date_follows(tokens: Sequence[Token]) -> bool:
    named = [token for token in tokens if token.role not in QUIET]
    return bool(named) and named[0].role == "date"


def _rest(tokens: Sequence[Token]) -> str:
    return "".join(token.text for token in tokens[:4])


def _note(found: Around, token: Token) -> None:
    role = token.role
    if role == "head":
        _head(found, token.value)
    elif role in ("more", "less"):
        direction = 1 if role == "more" else -1
        if found.direction not in (0, direction):
            raise Refused("It names two that don't go together.")
        found.direction = direction
    elif role == "same_time_last_year":
        found.compared = Named("year_before")
    elif role == "month_before":
        found.compared = Named("month_before")
    elif role == "indicator":
        found.indicators.append(token.value)
    elif role == "campaign":
        found.is_campaign = True
    elif role == "quarter":
        found.quarter = token.value
    elif role == "batched":
        if found.has_base:
            found.base_is_batch = True
        else:
            found.is_batch = True
            found.heads.add("project")
    elif role == "that_batch":
        found.is_that_batch = True
        _note(found, token._replace(role="batched"))
    elif role == "superlative":
        found.is_superlative = True
    elif role == "share":
        found.is_share = True
    elif role == "share_of":
        found.is_share = found.has_base = True
    elif role == "scope":
        found.is_whole, found.base_is_whole = found.is_whole or not found.has_base, found.has_base
        found.is_of_each |= token.value == "each"
    elif role == "place":
        found.places.append(token.value)
    elif role == "subset":
        found.is_subset = True
    elif role == "target":
        found.is_target = True


def _head(found: Around, value: str) -> None:
    if value in PARTS:
        found.parts.add(value.partition("_share")[0] if value.endswith("share") else value.removeprefix("by_"))
        found.is_share = found.is_share or value.endswith("_share")
        return
    found.is_all = found.is_all or value.endswith("!")
    (found.base if found.has_base else found.heads).update(value.removesuffix("!").split("+"))


def _narrow(found: Around, name: str, values: tuple[str, ...], joined: bool) -> None:
    into = found.base_filters if found.has_base else found.filters
    held = into.get(name, ())
    if held and set(held) != set(values):
        if not joined or name == "sizes":
            raise Refused("It names two that don't go together.")
        values = (*held, *(value for value in values if value not in held))
    into[name] = values


def _of_filter(token: Token) -> tuple[str, tuple[str, ...]]:
    if token.role == "size":
        return "sizes", bands(token.value, token.text)
    name, _, value = token.value.partition("=")
    return name, (value,)
