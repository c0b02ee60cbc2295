"""A sheet of paper: A4 with margins, titles, paragraphs, tables of fixed rows, and a footer with the page number."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import Any, NamedTuple

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from exports.paper.fonts import HEADING, SONG, TEXT, set_default, set_font
from exports.paper.text import fitted, printable

A4 = (210, 297)
SIDES = {"left": WD_ALIGN_PARAGRAPH.LEFT, "center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}
SHADE = "EEF2F7"
HEAD_MM, PADDING_MM = 5.0, 3.0


class Column(NamedTuple):
    """A column of a table: its head, its width in millimetres, and which side its cells are set to."""

    head: str
    mm: float
    side: str = "left"


class Piece(NamedTuple):
    """A piece of a paragraph, and the address that it leads to, if any."""

    text: str
    address: str = ""


class Sheet:
    """A document of A4 pages."""

    def __init__(self, day: dt.date, *, landscape: bool = False, margins: tuple[int, int] = (20, 25)) -> None:
        self._document: Any = Document()
        set_default(self._document)
        section = self._document.sections[0]
        if landscape:
            section.orientation = WD_ORIENT.LANDSCAPE
        wide, high = reversed(A4) if landscape else A4
        section.page_width, section.page_height = Mm(wide), Mm(high)
        section.top_margin = section.bottom_margin = Mm(margins[0])
        section.left_margin = section.right_margin = Mm(margins[1])
        section.header_distance, section.footer_distance = Mm(8), Mm(7)
        about = self._document.core_properties
        about.created = about.modified = dt.datetime(
            day.year, day.month, day.day, tzinfo=dt.UTC
        )  # no clock enters a file
        about.author = about.last_modified_by = about.comments = ""

    def title(self, text: str, size: float = 18, after: float = 6) -> None:
        """The title, centred."""
        self._document.core_properties.title = printable(text)
        self.line(text, size, side="center", fonts=HEADING, bold=True, after=after)

    def line(
        self, text: str, size: float = 10.5, *, side: str = "left", fonts: tuple[str, str] = TEXT, bold: bool = False,
        after: float = 0, before: float = 0,
    ) -> None:  # fmt: skip
        """A paragraph of one style."""
        paragraph = self._paragraph(size * 1.35, before, after)
        paragraph.alignment = SIDES[side]
        set_font(paragraph.add_run(printable(text)), size, fonts, bold=bold)

    def text(self, pieces: Sequence[Piece], size: float, spacing: float, after: float = 0) -> None:
        """A paragraph of running text, its first line indented by two characters; some pieces are links."""
        paragraph = self._paragraph(spacing, 0, after)
        paragraph.paragraph_format.first_line_indent = Pt(2 * size)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        for piece in pieces:
            run = paragraph.add_run(printable(piece.text))
            set_font(run, size)
            if piece.address:
                _link(paragraph, run, piece.address)

    def table(
        self, columns: Sequence[Column], rows: Sequence[Sequence[str]], size: float = 8.5, row_mm: float = 4.6,
        lines: int = 1,
    ) -> None:  # fmt: skip
        """A table whose rows have one height, so that a page holds what was counted; texts are cut to its lines."""
        table = self._document.add_table(rows=0, cols=len(columns))
        table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
        for column, laid_out in zip(columns, table.columns, strict=True):
            laid_out.width = Mm(column.mm)
        for place, texts in enumerate([[column.head for column in columns], *rows]):
            row, is_head = table.add_row(), place == 0
            row.height = Mm(HEAD_MM if is_head else row_mm)
            row.height_rule = WD_ROW_HEIGHT_RULE.EXACTLY
            if is_head:
                row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
            for cell, column, text in zip(row.cells, columns, texts, strict=True):
                _fill(cell, column, text, size, (HEAD_MM, 1) if is_head else (row_mm, lines), is_head)

    def box(self, label: str, mm: float, width: float, size: float = 10.5) -> None:
        """An empty frame to write in by hand, with what belongs into it."""
        table = self._document.add_table(rows=1, cols=1)
        table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
        row = table.rows[0]
        row.height, row.height_rule = Mm(mm), WD_ROW_HEIGHT_RULE.EXACTLY
        cell = row.cells[0]
        cell.width = Mm(width)
        set_font(cell.paragraphs[0].add_run(printable(label)), size, TEXT)

    def footer(self, text: str) -> None:
        """The text at the foot of every page, with the page's number and how many there are."""
        paragraph = self._document.sections[0].footer.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        set_font(paragraph.add_run(f"{printable(text)}    "), 8, SONG)
        for field, joint in (("PAGE", " / "), ("NUMPAGES", "")):
            _field(paragraph, field)
            set_font(paragraph.add_run(joint), 8, SONG)

    def next_page(self) -> None:
        """Go on with a new page."""
        self._paragraph(1, 0, 0).add_run().add_break(WD_BREAK.PAGE)

    @property
    def content(self) -> bytes:
        """The file."""
        sink = io.BytesIO()
        self._document.save(sink)
        return sink.getvalue()

    def _paragraph(self, spacing: float, before: float, after: float) -> Any:
        paragraph = self._document.add_paragraph()
        form = paragraph.paragraph_format
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(spacing)
        form.space_before, form.space_after = Pt(before), Pt(after)
        return paragraph


def _fill(cell: Any, column: Column, text: str, size: float, room: tuple[float, int], is_head: bool) -> None:
    (row_mm, lines), width = room, column.mm - PADDING_MM
    cell.width, cell.vertical_alignment = Mm(column.mm), WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = cell.paragraphs[0]
    paragraph.alignment = SIDES["center" if is_head else column.side]
    form = paragraph.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Mm((row_mm - 0.5) / lines)
    form.space_before = form.space_after = Pt(0)
    size = size - 0.5 if is_head else size
    shown = fitted(text, size, width * (1 if lines == 1 else lines - 0.3))  # a line breaks before it is full
    set_font(paragraph.add_run(shown), size, HEADING if is_head else SONG, bold=is_head)
    properties = cell._element.get_or_add_tcPr()
    margins = OxmlElement("w:tcMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "60")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    if is_head:
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), SHADE)
        properties.append(shade)
    properties.append(margins)


def _link(paragraph: Any, run: Any, address: str) -> None:
    """Put a run into a link that leads out of the file."""
    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    run._element.addprevious(link)
    link.append(run._element)
    colour = OxmlElement("w:color")
    colour.set(qn("w:val"), "1F4E8C")
    run._element.get_or_add_rPr().append(colour)


def _field(paragraph: Any, name: str) -> None:
    """A number that the reader's program fills in."""
    for kind in ("begin", "", "end"):
        run = paragraph.add_run()
        set_font(run, 8, SONG)
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = name
        run._element.append(mark)
