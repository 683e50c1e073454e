"""Code in HTML: one line each, whether the page sets lines apart by line ends, `<br>` or an element a line."""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from convert.blocks.styles import keeps_line_ends, names_of
from convert.rules.tables import named, table
from convert.text.characters import HANZI, ends_sentence, folded
from convert.text.code import is_of_code

# Elements that keep their text as it was typed.
AS_TYPED = ("pre", "xmp", "listing")
# Names like `code` are given to many things: this share of the lines must look like code. A choice: comments and bare
# words are lines of code, too, and prose has next to no such line.
CODE_SHARE = 0.5
# Elements that stand for one line when a block of code holds several side by side.
A_LINE = {"code", "li", "tr", "div", "p", "section"}


def code_of(element: HtmlElement) -> str | None:
    """The lines of an element that sets code; None for any other."""
    inner = element.tag == "code" or (element.tag != "table" and element.find(".//code") is not None)
    if element.tag in AS_TYPED or (inner and keeps_line_ends(element)):
        text = code_text(element)
        return None if is_prose(text) else text
    if element.tag in ("table", "figure", "div") and named("code_box", names_of(element)):
        cells = [e for e in element.iter("td", "pre") if e.find(".//pre") is None]
        texts = [text for cell in cells if (text := code_text(cell)) and not re.fullmatch(r"[\d\s]+", text)]
        return "\n".join(texts) if texts else None
    return _code_in_lines(element) if element.tag in ("div", "ol", "ul") and element.get("class") else None


def _code_in_lines(element: HtmlElement) -> str | None:
    """The lines of an element that is named for code and sets each line as an item, a paragraph or up to a `<br>`."""
    if not named("code_lines", names_of(element)) or element.find(".//pre") is not None:
        return None
    text = code_text(element)
    lines = [line for line in text.split("\n") if line.strip()]
    told = sum(map(is_of_code, lines))
    # How far lines are from the edge says nothing by itself: so are those of any list in a page's source.
    coded = told >= CODE_SHARE * len(lines) and any(is_of_code(line.strip()) for line in lines)
    return text if len(lines) > 1 and coded and not is_prose(text) else None


def code_text(element: HtmlElement) -> str:
    """The lines of a block of code, line numbers and buttons left out."""
    pieces: list[str] = []
    _collect(element, pieces)
    lines = "".join(pieces).replace("\xa0", " ").replace("\r", "").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def _collect(element: HtmlElement, pieces: list[str]) -> bool:
    """Add the lines in the element; whether it says anything, line numbers included. (Each element is asked once: its
    whole text, asked at each depth, would take the square of a page's length.)"""
    pieces.append(element.text or "")
    said = bool((element.text or "").strip())
    for child in element:
        if isinstance(child.tag, str) and child.tag == "br":
            pieces.append("\n")
        elif isinstance(child.tag, str):
            said |= _is_said(child) if _is_gutter(child) else _collect_child(child, pieces)
        pieces.append(child.tail or "")
        said |= bool((child.tail or "").strip())
    return said


def _is_said(element: HtmlElement) -> bool:
    return any(text.strip() for text in element.itertext())


def _collect_child(child: HtmlElement, pieces: list[str]) -> bool:
    own_line = _is_line(child)
    if own_line and not _at_line_start(pieces):
        pieces.append("\n")
    said = _collect(child, pieces)
    empty = child.tag != "tr" and not said
    following = child.getnext()
    broken = following is not None and following.tag == "br"
    if own_line and not broken and (empty or (not _at_line_start(pieces) and following is not None)):
        pieces.append("\n")
    return said


def _at_line_start(pieces: list[str]) -> bool:
    last = next((piece for piece in reversed(pieces) if piece), "\n")
    return last.endswith("\n")


def _is_line(element: HtmlElement) -> bool:
    if element.tag in A_LINE - {"code"} or STYLED_LINE.search(element.get("style") or ""):
        return True
    alike = element.getparent()
    if alike is None or len(alike) < 2:
        return False
    if element.tag == "code":
        # Within a line each word may be one.
        several = sum(c.tag == "code" for c in alike) > 1 and not named("code_line", alike.get("class") or "")
        return several and not (element.tail or "").strip(" \t")
    return named("code_line", element.get("class") or "") and not (element.tail or "").startswith("\n")


def _is_gutter(element: HtmlElement) -> bool:
    """True for a column of line numbers, or what a button on the code says."""
    if element.tag in table("html")["skip_tags"]:
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    # Where it has no class, a style keeps the number from being copied.
    style = (element.get("style") or "").replace(" ", "")
    if named("code_gutter", names) or "user-select:none" in style:
        # A list named so holds the lines, and the browser their numbers.
        return element.tag not in LISTS or not re.search(r"[^\W\d]", "".join(element.itertext()))
    # Where it has no class either, its word tells the button.
    small = element.tag in BUTTONS and sum(1 for _ in islice(element.iter(), SMALL_MOST)) < SMALL_MOST
    return small and folded("".join(element.itertext()).strip()) in COPIES


# Colours for code set each line so.
STYLED_LINE = re.compile(r"display\s*:\s*(?:block|flex|grid|table-row|list-item)", re.I)
LISTS = ("ol", "ul", "table")
BUTTONS = ("a", "em", "span", "i")
# A button has a sign and its word in elements of their own, no more.
SMALL_MOST = 5
COPIES = ("复制代码", "复制", "copy", "copy code")


def is_number_column(element: HtmlElement) -> bool:
    """True for a block of line numbers that stands in a table beside the block of code itself."""
    row = next((e for e in element.iterancestors("tr")), None) if element.tag == "pre" else None
    if row is None or sum(1 for _ in islice(row.iter("pre"), 2)) < 2:
        return False
    numbers = "".join(element.itertext()).split()
    return all(map(str.isdecimal, numbers)) and [int(n) for n in numbers] == [*range(1, len(numbers) + 1)]


def is_prose(text: str) -> bool:
    """True if a block set as code is Chinese running text: old pages and forums set whole articles in <pre>."""
    lines = [line for line in text.split("\n") if line.strip()]
    whole = sum(len(line.strip()) for line in lines)
    hanzi = len(re.findall(f"[{HANZI}，。、；：！？]", text))
    return hanzi > 0.6 * whole and whole >= 40 and any(ends_sentence(line) for line in lines)
