"""An empty presentation with a master of our own: 16:9, title, subtitle, footer and slide number."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pptx
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.presentation import Presentation
from pptx.util import Emu

from charts.theme import ACCENT, NEUTRAL, SECTORS
from exports.slides.canvas import FIELD, edge, fill, place
from exports.slides.look import FONTS, FOOTER, HEIGHT, INK, NUMBER, RULE, SUBTITLE, TITLE, WIDTH, Frame, emu

THEME = Path(__file__).parent / "theme.xml"
RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
BAR = Frame(0, 0, WIDTH, 6)
FOOT_RULE = Frame(36, 503, 888, 0.75)


def empty_presentation() -> Presentation:
    """The presentation without slides: one master and one layout."""
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = Emu(emu(WIDTH)), Emu(emu(HEIGHT))
    deck.part._element.sldSz.attrib.pop("type", None)
    master = deck.slide_master
    for layout in list(deck.slide_layouts)[1:]:
        deck.slide_layouts.remove(layout)
    _drawn(master._element, _shapes(True))
    _drawn(deck.slide_layouts[0]._element, _shapes(False))
    deck.slide_layouts[0]._element.cSld.set("name", "Page")
    deck.slide_layouts[0]._element.attrib.pop("type", None)
    styles = master._element.find("{*}txStyles")
    styles.getparent().replace(styles, parse_xml(_styles()))
    master.part.part_related_by(RT.THEME)._blob = _theme()
    _without_leftovers(deck)
    return deck


def _without_leftovers(deck: Presentation) -> None:
    """Drops what the empty file has from whoever made it: a picture of it and a printer's settings."""
    for owner in (deck.part, deck.part.package):
        rels = owner._rels
        for name in [name for name, rel in rels.items() if rel.reltype in (RT.THUMBNAIL, RT.PRINTER_SETTINGS)]:
            rels.pop(name)


def _theme() -> bytes:
    colours = dict(zip(("A2", "A3", "A4", "A5", "A6"), (SECTORS[0], *SECTORS[2:]), strict=True))
    text = THEME.read_text(encoding="utf-8")
    for name, colour in {"A1": ACCENT, "NEUTRAL": NEUTRAL, **colours}.items():
        text = text.replace(f"{{{name}}}", colour[1:].upper())
    return text.encode()


def _drawn(element: Any, shapes: str) -> None:
    tree = element.find("{*}cSld/{*}spTree")
    for child in list(tree)[2:]:
        tree.remove(child)
    for child in list(parse_xml(f"<p:spTree {nsdecls('p', 'a', 'r')}>{shapes}</p:spTree>")):
        tree.append(child)


def _shapes(with_rules: bool) -> str:
    rules = _rule(2, "Bar", BAR, ACCENT) + _rule(3, "Rule", FOOT_RULE, RULE) if with_rules else ""
    kinds = (
        ("title", "Title", TITLE, 24, (INK, "l", "b")),
        ('body" idx="13', "Subtitle", SUBTITLE, 12, (NEUTRAL, "l", "t")),
        ('ftr" sz="quarter" idx="11', "Footer", FOOTER, 9, (NEUTRAL, "l", "ctr")),
        ('sldNum" sz="quarter" idx="12', "Slide number", NUMBER, 9, (NEUTRAL, "r", "ctr")),
    )  # fmt: skip
    return rules + "".join(_placeholder(at, *kind) for at, kind in enumerate(kinds, 4))


def _rule(number: int, name: str, frame: Frame, colour: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
        f"{place(frame)}{RECTANGLE}{fill(colour)}{edge('')}</p:spPr></p:sp>"
    )


def _placeholder(number: int, kind: str, name: str, frame: Frame, size: int, look: tuple[str, str, str]) -> str:
    colour, align, anchor = look
    style = _level(f'algn="{align}"', f'sz="{size * 100}" b="{int(kind == "title")}"', colour)
    text = f'{FIELD}<a:rPr lang="zh-CN"/><a:t>‹#›</a:t></a:fld>' if name == "Slide number" else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph type="{kind}"/></p:nvPr></p:nvSpPr><p:spPr>{place(frame)}{RECTANGLE}</p:spPr><p:txBody>'
        f'<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"><a:noAutofit/></a:bodyPr>'
        f'<a:lstStyle>{style}</a:lstStyle><a:p>{text}<a:endParaRPr lang="zh-CN"/></a:p></p:txBody></p:sp>'
    )


def _level(align: str, look: str, colour: str) -> str:
    fonts = f"{fill(colour)}{FONTS}"
    return f'<a:lvl1pPr marL="0" indent="0" {align}><a:buNone/><a:defRPr {look}>{fonts}</a:defRPr></a:lvl1pPr>'


def _styles() -> str:
    styles = (("titleStyle", 24), ("bodyStyle", 14), ("otherStyle", 12))
    levels = (f'<p:{name}>{_level("", f"""sz="{size * 100}" kern="1200" """, INK)}</p:{name}>' for name, size in styles)
    return f"<p:txStyles {nsdecls('p', 'a')}>{''.join(levels)}</p:txStyles>"
