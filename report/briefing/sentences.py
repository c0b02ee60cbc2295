"""Clauses put together as sentences, in the punctuation of each language."""

from __future__ import annotations

from collections.abc import Sequence

from words import Words


def sentence(clauses: Sequence[str], words: Words) -> str:
    """The clauses that say something, as one sentence; nothing where none does."""
    said = [clause for clause in clauses if clause]
    if not said:
        return ""
    if words.language == "zh":
        return f"{'，'.join(said)}。"
    text = ", ".join(said)
    return f"{text[0].upper()}{text[1:]}."


def paragraph(sentences: Sequence[str], words: Words) -> str:
    """The sentences that say something, one behind another."""
    return ("" if words.language == "zh" else " ").join(filter(None, sentences))
