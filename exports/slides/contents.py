"""The contents of a meeting's deck, and the sections that office programs show at the side."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import quoteattr

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.presentation import Presentation
from pptx.slide import Slide

from charts.theme import ACCENT, NEUTRAL
from exports.slides.canvas import Canvas, Text
from exports.slides.look import BODY, SUBTITLE, TITLE, Frame
from exports.slides.page import Deck
from report.assemble import Source
from report.model import Report
from words import Words

SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def contents_slide(
    deck: Deck, slide: Slide, canvas: Canvas, reports: Sequence[Report], sections: Sequence[tuple[str, list[int]]],
    source: Source,
) -> None:  # fmt: skip
    """The pages with what each asks, linked to their first slides."""
    words = deck.words
    canvas.texts.clear()
    city = source.city.name.zh if reports[0].language == "zh" else source.city.name.en
    title = words("{city}: key projects", city=city)
    canvas.text("Title", TITLE, [[Text(title, 26, True)]], anchor="b", ph='type="title"')
    canvas.text("Subtitle", SUBTITLE, [[Text(words.date(reports[0].filters.as_of), 14, colour=NEUTRAL)]],
                ph='type="body" idx="13"')  # fmt: skip
    place = {one.slide_id: number for number, one in enumerate(deck.slides, 1)}
    high = min(38, BODY.h / len(reports))
    for at, (report, (name, slides)) in enumerate(zip(reports, sections, strict=True)):
        target = deck.slides[place[slides[0]] - 1]
        link = slide.part.relate_to(target.part, RT.SLIDE)
        size = min(15, high * 0.45)
        row = Frame(BODY.x, BODY.y + at * high, BODY.w - 60, high)
        texts = [Text(name, size, True, ACCENT, link), Text(f"   {report.question}", size - 2)]
        canvas.text(name, row, [texts], anchor="ctr")
        number = Frame(row.right, row.y, 60, high)
        canvas.text(
            "Number", number, [[Text(str(place[slides[0]]), size - 1, colour=NEUTRAL)]], align="r", anchor="ctr"
        )
    deck.done(slide, canvas, [])


def name_sections(file: Presentation, sections: Sequence[tuple[str, list[int]]], words: Words) -> None:
    """Writes the sections; slides before the first one belong to the contents."""
    known = {number for _, slides in sections for number in slides}
    before = [slide.slide_id for slide in file.slides if slide.slide_id not in known]
    named = [*([(words("Contents"), before)] if before else []), *sections]
    inner = "".join(_section(at, name, slides) for at, (name, slides) in enumerate(named))
    element = file.part._element
    for old in element.findall("{*}extLst"):
        element.remove(old)
    element.append(parse_xml(
        f'<p:extLst {nsdecls("p")}><p:ext uri="{SECTIONS}"><p14:sectionLst xmlns:p14="{P14}">{inner}</p14:sectionLst>'
        "</p:ext></p:extLst>"
    ))  # fmt: skip


def _section(at: int, name: str, slides: Sequence[int]) -> str:
    numbers = "".join(f'<p14:sldId id="{number}"/>' for number in slides)
    key = str(uuid5(NAMESPACE_URL, f"{at} {name}")).upper()
    return f'<p14:section name={quoteattr(name)} id="{{{key}}}"><p14:sldIdLst>{numbers}</p14:sldIdLst></p14:section>'
