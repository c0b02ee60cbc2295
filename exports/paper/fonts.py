"""The fonts of printed paper, set for Chinese text as well as for Latin."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

TEXT, HEADING = ("Times New Roman", "仿宋"), ("Arial", "黑体")
SONG = ("Times New Roman", "宋体")


def set_font(run: Any, size: float, fonts: tuple[str, str] = TEXT, *, bold: bool = False) -> None:
    """Set a run's size in points and its Latin and East Asian fonts."""
    run.font.size, run.font.bold, run.font.name = Pt(size), bold, fonts[0]
    properties = run._element.get_or_add_rPr()
    for name in ("w:ascii", "w:hAnsi", "w:cs"):
        properties.rFonts.set(qn(name), fonts[0])
    properties.rFonts.set(qn("w:eastAsia"), fonts[1])


def set_default(document: Any) -> None:
    """The fonts of what has none of its own."""
    style = document.styles["Normal"]
    style.font.name, style.font.size = TEXT[0], Pt(10.5)
    properties = style.element.get_or_add_rPr()
    properties.rFonts.set(qn("w:eastAsia"), TEXT[1])
    language = OxmlElement("w:lang")  # the shapes of Chinese punctuation follow it
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:eastAsia"), "zh-CN")
    properties.append(language)
