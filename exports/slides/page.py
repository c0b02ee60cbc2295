"""What every slide has: title, subtitle, footer, number, notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.presentation import Presentation
from pptx.slide import Slide

from charts.theme import LATE, NEUTRAL
from exports.fingerprint import short_hash
from exports.slides.canvas import FIELD, Canvas, Text, paragraphs
from exports.slides.look import FOOTER, INK, NUMBER, SUBTITLE, TITLE, fitting
from report.model import Report
from words import Words

TITLES = (24, 22, 20, 18, 16)
SUBTITLES = (12, 11, 10, 9, 8)


@dataclass
class Deck:
    """The presentation as it grows, and the section that is being made."""

    file: Presentation
    report: Report
    words: Words
    charts: int = 0
    slides: list[Slide] = field(default_factory=list)

    @property
    def lang(self) -> str:
        """The language of the texts as office programs name it."""
        return "zh-CN" if self.report.language == "zh" else "en-US"

    def page(self, title: str, subtitle: str) -> tuple[Slide, Canvas]:
        """A new slide with its title and subtitle; what is drawn on the canvas is put there by `done`."""
        slide = self.file.slides.add_slide(self.file.slide_layouts[0])
        canvas = Canvas(self.lang)
        size = fitting(title, TITLE, TITLES)
        canvas.text("Title", TITLE, [[Text(title, size, bold=True)]], anchor="b", ph='type="title"')
        size = fitting(subtitle, SUBTITLE, SUBTITLES)
        canvas.text("Subtitle", SUBTITLE, [[Text(subtitle, size, colour=NEUTRAL)]], ph='type="body" idx="13"')
        self.slides.append(slide)
        return slide, canvas

    def part(self, title: str, at: int, count: int) -> str:
        """The title of one of several slides of the same thing."""
        words = self.words
        return title if count < 2 else words("{title} ({part}/{parts})", title=title, part=at + 1, parts=count)

    def done(self, slide: Slide, canvas: Canvas, notes: Sequence[str]) -> None:
        """Ends a slide: footer, number, and the notes of the speaker."""
        words = self.words
        said = footer(self.report, words)
        mark = [Text(words("Illustrative data") + "  ", 9, True, LATE)] if self.report.illustrative else []
        size = fitting(said + "        ", FOOTER, (9, 8, 7.5))
        canvas.text("Footer", FOOTER, [[*mark, Text(said, size, colour=NEUTRAL)]], anchor="ctr",
                    ph='type="ftr" sz="quarter" idx="11"')  # fmt: skip
        canvas.text("Slide number", NUMBER, [[Text("‹#›", 9, colour=NEUTRAL)]], anchor="ctr", align="r",
                    ph='type="sldNum" sz="quarter" idx="12"')  # fmt: skip
        canvas.texts[-1] = _numbered(canvas.texts[-1])
        canvas.put(slide)
        _noted(slide, notes, self.lang)


def footer(report: Report, words: Words) -> str:
    """Filters as a sentence, date, generation and hash."""
    day = words("As of {day}", day=words.date(report.filters.as_of))
    parts = [report.sentence] if words.date(report.filters.as_of) in report.sentence else [report.sentence, day]
    generation = words("generation {generation}", generation=report.generation)
    return " · ".join(filter(None, (*parts, generation, short_hash(report))))


def _numbered(text: str) -> str:
    """The frame with the slide's own number as a field."""
    return text.replace("<a:r>", FIELD).replace("</a:r>", "</a:fld>")


def _noted(slide: Slide, notes: Sequence[str], lang: str) -> None:
    frame = slide.notes_slide.notes_text_frame
    if frame is None:
        return
    body = frame._txBody
    for paragraph in list(body.p_lst):
        body.remove(paragraph)
    texts = paragraphs([[Text(note, 12, colour=INK)] for note in notes if note], lang, before=6)
    for paragraph in list(parse_xml(f"<a:body {nsdecls('a', 'r')}>{texts}</a:body>")):
        body.append(paragraph)
