"""Code in HTML: one line each, whether the page sets lines apart by line ends, `<br>` or an element a line."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from convert.rules.tables import named, table
from convert.text.characters import HANZI, ends_sentence

# Elements that stand for one line when a block of code holds several side by side.
A_LINE = {"code", "li", "tr", "div", "p", "section"}


def code_text(element: HtmlElement) -> str:
    """The lines of a block of code, line numbers and buttons left out."""
    pieces: list[str] = []
    _collect(element, pieces)
    lines = "".join(pieces).replace("\xa0", " ").replace("\r", "").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def _collect(element: HtmlElement, pieces: list[str]) -> None:
    pieces.append(element.text or "")
    for child in element:
        if isinstance(child.tag, str) and child.tag == "br":
            pieces.append("\n")
        elif isinstance(child.tag, str) and not _is_gutter(child):
            _collect_child(child, pieces)
        pieces.append(child.tail or "")


def _collect_child(child: HtmlElement, pieces: list[str]) -> None:
    own_line = _is_line(child)
    if own_line and not _at_line_start(pieces):
        pieces.append("\n")
    _collect(child, pieces)
    empty = child.tag != "tr" and not "".join(child.itertext()).strip()
    following = child.getnext()
    if following is not None and following.tag == "br":
        return
    if own_line and (empty or (not _at_line_start(pieces) and following is not None)):
        pieces.append("\n")


def _at_line_start(pieces: list[str]) -> bool:
    last = next((piece for piece in reversed(pieces) if piece), "\n")
    return last.endswith("\n")


def _is_line(element: HtmlElement) -> bool:
    if element.tag in A_LINE - {"code"}:
        return True
    alike = element.getparent()
    if alike is None or len(alike) < 2:
        return False
    if element.tag == "code":
        return sum(c.tag == "code" for c in alike) > 1 and not (element.tail or "").strip(" \t")
    return named("code_line", element.get("class") or "") and not (element.tail or "").startswith("\n")


def _is_gutter(element: HtmlElement) -> bool:
    """True for a column of line numbers, or what a button on the code says."""
    if element.tag in table("html")["skip_tags"]:
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    # Where it has no class, a style keeps the number from being copied.
    style = (element.get("style") or "").replace(" ", "")
    return named("code_gutter", names) or "user-select:none" in style


def is_prose(text: str) -> bool:
    """True if a block set as code is Chinese running text: old pages and forums set whole articles in <pre>."""
    lines = [line for line in text.split("\n") if line.strip()]
    whole = sum(len(line.strip()) for line in lines)
    hanzi = len(re.findall(f"[{HANZI}，。、；：！？]", text))
    return hanzi > 0.6 * whole and whole >= 40 and any(ends_sentence(line) for line in lines)
