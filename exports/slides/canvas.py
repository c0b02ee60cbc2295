"""A slide as it is drawn: shapes as XML, put onto the slide at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.parts.chart import ChartPart
from pptx.slide import Slide

from exports.slides.look import FONTS, INK, LINE_HEIGHT, Frame, emu

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


FIELD = '<a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum">'  # the slide's own number


class Text(NamedTuple):
    """A stretch of text in one look."""

    text: str
    size: float
    bold: bool = False
    colour: str = INK
    link: str = ""


Paragraph = Sequence[Text]


def plain(text: str) -> str:
    """The text as XML holds it: what reads like markup stays text."""
    return escape(NOT_IN_XML.sub("", text))


def fill(colour: str) -> str:
    """A solid fill, or none."""
    return f'<a:solidFill><a:srgbClr val="{colour[1:]}"/></a:solidFill>' if colour else "<a:noFill/>"


def edge(colour: str, width: float = 1, dash: str = "") -> str:
    """An outline, or none."""
    dashed = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<a:ln w="{emu(width)}">{fill(colour)}{dashed}</a:ln>' if colour else "<a:ln><a:noFill/></a:ln>"


def paragraphs(texts: Sequence[Paragraph], lang: str, align: str = "l", before: float = 0) -> str:
    """Paragraphs of runs, each run with its fonts."""
    space = f'<a:spcBef><a:spcPts val="{round(before * 100)}"/></a:spcBef>'
    return "".join(
        f'<a:p><a:pPr algn="{align}" marL="0" indent="0">{_line(paragraph)}{space if at else ""}<a:buNone/></a:pPr>'
        + "".join(_run(text, lang) for text in paragraph if text.text) + _end(paragraph) + "</a:p>"
        for at, paragraph in enumerate(texts)
    ) or "<a:p/>"  # fmt: skip


def _line(paragraph: Paragraph) -> str:
    """The height of a line in points, or fonts with taller lines would need more room than was counted on."""
    high = max((text.size for text in paragraph), default=12) * LINE_HEIGHT
    return f'<a:lnSpc><a:spcPts val="{round(high * 100)}"/></a:lnSpc>'


def _end(paragraph: Paragraph) -> str:
    """The look of a line that nothing stands in, which would be higher otherwise."""
    size = max((text.size for text in paragraph), default=12)
    return f'<a:endParaRPr lang="zh-CN" sz="{round(size * 100)}">{FONTS}</a:endParaRPr>'


def _run(text: Text, lang: str) -> str:
    look = f'lang="{lang}" sz="{round(text.size * 100)}" b="{int(text.bold)}" dirty="0"'
    link = f'<a:hlinkClick r:id="{text.link}" action="ppaction://hlinksldjump"/>' if text.link else ""
    parts = text.text.split("\n")
    run = f"<a:rPr {look}>{fill(text.colour)}{FONTS}{link}</a:rPr>"
    return "<a:br/>".join(f"<a:r>{run}<a:t>{plain(part)}</a:t></a:r>" for part in parts)


def place(frame: Frame, tag: str = "a:xfrm", turned: str = "") -> str:
    """Where a shape stands."""
    x, y, w, h = (emu(part) for part in frame)
    return f'<{tag}{turned}><a:off x="{x}" y="{y}"/><a:ext cx="{max(w, 0)}" cy="{max(h, 0)}"/></{tag}>'


class Canvas:
    """The shapes of one slide, in the order in which they are drawn."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.texts: list[str] = []
        self._count = 1

    def text(
        self, name: str, frame: Frame, texts: Sequence[Paragraph], *, align: str = "l", anchor: str = "t",
        colour: str = "", line: str = "", inset: tuple[float, float] = (0, 0), before: float = 0, ph: str = "",
        wrap: bool = True, alt: str = "",
    ) -> None:  # fmt: skip
        """A frame with text; `ph` names the placeholder of the master that it fills."""
        kind = f"<p:nvPr><p:ph {ph}/></p:nvPr>" if ph else "<p:nvPr/>"
        boxed = "" if ph else ' txBox="1"'
        across, down = (emu(part) for part in inset)
        body = (
            f'<a:bodyPr wrap="{"square" if wrap else "none"}" lIns="{across}" rIns="{across}" tIns="{down}" '
            f'bIns="{down}" anchor="{anchor}"><a:noAutofit/></a:bodyPr>'
        )
        self._add(
            f"<p:sp><p:nvSpPr>{self._named(name, alt)}<p:cNvSpPr{boxed}/>{kind}</p:nvSpPr><p:spPr>"
            f'{place(frame)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill(colour)}{edge(line, 0.75)}</p:spPr>'
            f"<p:txBody>{body}<a:lstStyle/>{paragraphs(texts, self.lang, align, before)}</p:txBody></p:sp>"
        )

    def shape(
        self, name: str, frame: Frame, colour: str, line: str = "", line_width: float = 1, preset: str = "rect",
        turned: str = "", inner: str = "", alt: str = "",
    ) -> None:  # fmt: skip
        """A shape without text: a preset one, or a path of its own."""
        form = inner or f'<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>'
        self._add(
            f"<p:sp><p:nvSpPr>{self._named(name, alt)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>"
            f"{place(frame, turned=turned)}{form}{fill(colour)}{edge(line, line_width)}</p:spPr></p:sp>"
        )

    def line(self, name: str, frame: Frame, colour: str, width: float = 1, dash: str = "") -> None:
        """A straight line from one corner of the frame to the other."""
        self._add(
            f"<p:cxnSp><p:nvCxnSpPr>{self._named(name)}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>{place(frame)}"
            f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{edge(colour, width, dash)}</p:spPr></p:cxnSp>'
        )

    def begin_group(self, name: str, frame: Frame, alt: str) -> None:
        """The shapes up to the group's end belong together and have one description."""
        x, y, w, h = (emu(part) for part in frame)
        inner = f'<a:chOff x="{x}" y="{y}"/><a:chExt cx="{w}" cy="{h}"/></a:xfrm>'
        self._add(
            f"<p:grpSp><p:nvGrpSpPr>{self._named(name, alt)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
            f"<p:grpSpPr>{place(frame).removesuffix('</a:xfrm>')}{inner}</p:grpSpPr>"
        )

    def end_group(self) -> None:
        """Closes the group."""
        self._add("</p:grpSp>")

    def frame(self, name: str, frame: Frame, uri: str, content: str, alt: str = "") -> None:
        """A table or a chart."""
        self._add(
            f"<p:graphicFrame><p:nvGraphicFramePr>{self._named(name, alt)}<p:cNvGraphicFramePr><a:graphicFrameLocks "
            f'noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{place(frame, "p:xfrm")}<a:graphic>'
            f'<a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic></p:graphicFrame>'
        )

    def chart(self, slide: Slide, name: str, frame: Frame, part: ChartPart, alt: str) -> None:
        """A native chart."""
        uri = "http://schemas.openxmlformats.org/drawingml/2006/chart"
        self.frame(name, frame, uri, f'<c:chart xmlns:c="{uri}" r:id="{slide.part.relate_to(part, RT.CHART)}"/>', alt)

    def put(self, slide: Slide) -> None:
        """Puts the shapes onto the slide, in the place of what its layout gave it."""
        tree = slide.shapes._spTree
        for child in list(tree)[2:]:
            tree.remove(child)
        drawn = parse_xml(f"<p:spTree {nsdecls('p', 'a', 'r')}>{''.join(self.texts)}</p:spTree>")
        for child in list(drawn):
            tree.append(child)

    def _add(self, text: str) -> None:
        self.texts.append(text)

    def _named(self, name: str, alt: str = "") -> str:
        self._count += 1
        said = f" descr={quoteattr(NOT_IN_XML.sub('', alt))}" if alt else ""
        return f'<p:cNvPr id="{self._count}" name={quoteattr(NOT_IN_XML.sub("", name))}{said}/>'
