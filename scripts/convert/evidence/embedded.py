"""Text that a page shows through elements which hold none on most pages: frames, templates, footers, fields."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

from convert.evidence.lines import is_prose
from convert.page import Block
from convert.rules.tables import rule_for
from convert.text.characters import letters

# Elements that hold no article on most pages, but whose text is shown, or was to be shown by a script.
ODD = ("footer", "noscript", "textarea", "template", "dialog", "menu", "nav", "object")
# The parser takes so many elements inside each other; a frame's stand inside the page's.
DEPTH_MOST = 250
# A frame in a frame shows as well; what is packed more often than this shows to nobody.
NESTED_MOST = 4
FRAMES = ".//iframe[@srcdoc]"
TEXT = etree.XPath(".//text()[not(parent::script or parent::style)]", smart_strings=False)
TAG = re.compile(r"<[^<>]*>")
# An odd element with this share of the running text of the page holds its article.
MOSTLY = 0.5
# Less running text (in characters) is a notice or a call.
TEXT_LEAST = 120
# So much running text that stays unread, against what is read, puts the article in doubt.
UNREAD_SHARE = 0.15


def with_embedded_pages(root: HtmlElement) -> str:
    """Put the pages that frames hold in their `srcdoc`, and the trees in the shadow of elements, where they show; the
    running text of frames that stand too deep for that, which stays unread."""
    for template in root.xpath(".//template[@shadowrootmode or @shadowroot]"):
        template.tag = "div"
    unread: list[str] = []
    frames = [(frame, 1) for frame in root.xpath(FRAMES)]
    while frames:
        frame, nested = frames.pop()
        source = frame.attrib.pop("srcdoc")
        inner = _parsed(source) if nested <= NESTED_MOST else None
        if inner is not None and _depth(inner) + sum(1 for _ in frame.iterancestors()) < DEPTH_MOST:
            _fill(frame, inner)
            frames += [(each, nested + 1) for each in frame.xpath(FRAMES)]
        else:
            unread += _lines_of(source)
    return " ".join(unread)


def with_odd_text(root: HtmlElement) -> str:
    """Make the elements that hold most of the page's running text, though such elements hold none as a rule, ordinary
    ones; the running text in the others, which stays unread."""
    found = {element: text for element in _odd(root) if len(text := "".join(_prose(element))) >= TEXT_LEAST}
    if not found:
        return ""
    whole = sum(map(len, _prose(root)))
    unread: list[str] = []
    for element, text in found.items():
        if any(above in found for above in element.iterancestors()):
            continue
        if len(text) < MOSTLY * whole:
            unread.append(text)
        elif element.tag == "textarea" and (inner := _parsed(element.text_content())) is not None:
            _fill(element, inner)
        else:
            element.tag = "div"
    return " ".join(unread)


def unread_text(text: str, blocks: Sequence[Block]) -> str:
    """Running text in elements that are never read, if there is much of it and it is no copy of the article's."""
    shown = "".join(letters(block.text) for block in blocks)
    lines = [line for line in re.split("(?<=[。！？])", text) if letters(line) and letters(line) not in shown]
    return "".join(lines) if sum(map(len, lines)) >= UNREAD_SHARE * sum(len(b.text) for b in blocks) else ""


def _odd(root: HtmlElement) -> Iterator[HtmlElement]:
    return (element for element in root.iter(*ODD) if element.getparent() is not None)


def _prose(element: HtmlElement) -> list[str]:
    """The lines of running text in an element that no rule knows as the site's."""
    texts = TEXT(element)
    lines = (" ".join(line.split()) for text in texts for line in text.split("\n"))
    return [line for line in lines if is_prose(line) and rule_for(line) is None]


def _lines_of(source: str) -> list[str]:
    """The lines of running text in a piece of HTML that no parser takes whole, and in the frames that it holds."""
    for _ in range(NESTED_MOST):
        source = html.unescape(source)
    lines = (" ".join(line.split()) for line in TAG.sub("\n", source).split("\n"))
    return [line for line in lines if is_prose(line) and rule_for(line) is None]


def _parsed(source: str) -> HtmlElement | None:
    """The body of a piece of HTML, or a paragraph a line where it has no tags; None where it holds nothing, or elements
    too deep inside each other."""
    if "<" not in source:
        source = "".join(f"<p>{html.escape(line)}</p>" for line in source.split("\n"))
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        page = lxml_html.document_fromstring(source.encode(), parser=parser)
    except (etree.LxmlError, ValueError):
        return None
    # The parser stops where elements stand too deep, and what follows would be lost.
    return None if any("depth" in entry.message for entry in parser.error_log) else page.find("body")


def _depth(element: HtmlElement) -> int:
    """How many elements stand inside each other."""
    deepest = depth = 0
    for event, _ in etree.iterwalk(element, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _fill(element: HtmlElement, body: HtmlElement) -> None:
    """Make an element a division that holds what `body` holds."""
    tail = element.tail
    element.clear()
    element.tag, element.text, element.tail = "div", body.text, tail
    element.extend(list(body))
