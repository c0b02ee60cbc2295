"""What comes after figures and takes them back: a qualifier, an exception, a question, a note about the numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from queries.sentences.clauses import Clause
from queries.sentences.lexicon import Lexicon

PASSAGE, SENTENCE, SEGMENT, LAST = "passage", "sentence", "segment", "last"
OR = ("或", "或者", "还是", "抑或")
ALL_OF_THEM = ("均", "都", "皆", "全为", "全是", "全部为", "全部是", "全在", "全部在")
NARROWING = frozenset({"filter", "size", "batched", "date", "quarter", "target", "campaign"})
GOES_ON = frozenset({"subset", "compare", "more", "less"})  # 其中, 比上月增加: said of another figure
STATES = frozenset({"planned", "started", "new", "month_new", "resumed", "continued", "not_started", "finished", "due",
                    "signed", "landed", "matched", "problem_open", "problem_overdue", "problem_cleared", "private",
                    "sponsored"})  # fmt: skip
TOPICS = ("方面", "看", "上", "中", "里", "领域", "情况", "来说", "而言")
_NOTE = re.compile(
    r"注$|注[解明]?|备注|说明|[以如]上|上述|前述|(?:这|该|此|有关|相关)(?:些|类|组)?(?:数据|数字|数|指标)|数据|数字|统计|口径"
)


def taken_back(words: Lexicon, parts: Sequence[Clause], place: int) -> str:
    """How far back the clause at `place` takes figures back: nothing, the last one, the segment, sentence, passage."""
    clause = parts[place]
    if _NOTE.match(_first_of_the_sentence(parts, place).text) and not clause.has_figure and _narrows(words, clause):
        return PASSAGE
    if clause.asks or words.exclusions.search(clause.text):
        return SENTENCE
    is_of_all = clause.text.startswith(ALL_OF_THEM) and "head" not in clause.roles
    if "correction" in clause.roles or _gives_a_choice(clause):
        return SENTENCE
    if clause.has_figure:
        return SEGMENT if is_of_all else ""
    if clause.closes:
        return LAST if _narrows(words, clause) or _says_more(clause) else ""
    if is_of_all and clause.unknown:
        return SEGMENT
    if _is_last(parts, place):
        return SEGMENT if _narrows(words, clause) else ""
    return SEGMENT if _is_risky(words, clause) and not clause.text.endswith(TOPICS) else ""


def _narrows(words: Lexicon, clause: Clause) -> bool:
    """Whether a clause without a figure may narrow the figures before it, or say something else of them."""
    roles = clause.roles
    if _says_when_all_did(clause):
        return False
    if roles & NARROWING and not roles & GOES_ON:
        return True
    states = {token.value for token in clause.tokens if token.role == "head"} & STATES
    return bool(states) or _is_risky(words, clause)


def _says_when_all_did(clause: Clause) -> bool:
    """5月底前全部复工: a statement of its own, of this year."""
    said = [token for token in clause.tokens if token.role != "filler"]
    dates = [token.value for token in said if token.role == "date"]
    all_did = [token for token in said if token.role == "head" and str(token.value).endswith("!")]
    others = [token for token in said if token.role != "date" and token.value != "by" and token not in all_did]
    return bool(dates and all_did) and not others and all(date.kind == "end" and not date.year for date in dates)


def _is_risky(words: Lexicon, clause: Clause) -> bool:
    """Whether it has words that aren't understood and may narrow; what begins as talk (带动…) goes on as talk."""
    said = [token.role for token in clause.tokens if token.role != "filler"]
    return said[:1] != ["talk"] and bool(words.risks.search(clause.unknown))


def _gives_a_choice(clause: Clause) -> bool:
    """423个或388个: one of them, and it doesn't say which."""
    roles = [token.role if token.text not in OR else "choice" for token in clause.tokens]
    return any(roles[place : place + 3] == ["figure", "choice", "figure"] for place in range(len(roles)))


def _says_more(clause: Clause) -> bool:
    return bool(clause.unknown or clause.roles & {"head", "bound", "after"})


def _first_of_the_sentence(parts: Sequence[Clause], place: int) -> Clause:
    while place and not parts[place - 1].ends_sentence:
        place -= 1
    return parts[place]


def _is_last(parts: Sequence[Clause], place: int) -> bool:
    """Whether no figure follows in the same sentence."""
    for one in parts[place:]:
        if one.has_figure:
            return False
        if one.ends_sentence:
            break
    return True
