"""Texts from the address and the ledger among Streamlit's Markdown: they are read, not run."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"([\\`*_\[\]<>$:~#|!&])")


def plain(text: str) -> str:
    """The text with every sign taken literally that Markdown would read: no image, link, colour or formula."""
    return _SIGNS.sub(r"\\\1", text)
