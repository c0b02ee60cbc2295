"""Errors that own their sentence: what is wrong, where, and what to do next."""

from __future__ import annotations

from words import Words


class Refused(Exception):
    """Something can't be done as asked, and nothing was changed.

    The sentence is English in the code; `sentence(words)` gives it in the reader's language.
    """

    def __init__(self, message: str, /, **values: object) -> None:
        super().__init__(message.format(**values) if values else message)
        self.message = message
        self.values = values

    def sentence(self, words: Words) -> str:
        """The sentence in the reader's language."""
        return words(self.message, **self.values)


class Damaged(Refused):
    """A published file is missing, altered or unreadable."""


class Misused(Refused):
    """What was asked for doesn't exist or isn't written as it must be: wrong use, not wrong data."""
