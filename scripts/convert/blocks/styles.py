"""What an HTML element means for the text in it: which kind of block, which style, inline or not, a widget or not."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from lxml.etree import XPath
from lxml.html import HtmlElement

from convert.page import BOX, NOWHERE, PLAIN, Block, Span
from convert.rules.tables import joined, named, table
from convert.text.address import safe_address
from convert.text.characters import hanzi_count, is_ordinary

BOLD = {"b", "strong"}
ITALIC = {"i", "em", "cite", "dfn"}
HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
# Elements of one line each: their names tell what it is, not where it stands.
OWN_LINE = HEADINGS | {"p", "li", "dt", "dd", "figcaption", "caption"}
# Editors that set texts as elements of their own name them so: <ne-h2>.
OWN_HEADING = re.compile("[a-z]+-h[1-6]")
# m<sup>2</sup> must not become m2; letters have no such characters.
RAISED = {
    "sup": str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ"),
    "sub": str.maketrans("0123456789+-n", "₀₁₂₃₄₅₆₇₈₉₊₋ₙ"),
}
SILENT = {"script", "style", "head", "link", "meta", "svg", "noscript", "template", "iframe"}
SHOWN = XPath(f".//text()[not({' or '.join(f'ancestor::{tag}' for tag in sorted(SILENT))})]", smart_strings=False)
HOLDS_SILENT = XPath(f"boolean({' or '.join(f'.//{tag}' for tag in sorted(SILENT))})")
HEAVY = re.compile(r"font-weight\s*:\s*(bold|bolder|[6-9]00)", re.I)
PRESERVED = re.compile(r"white-space\s*:\s*(pre|pre-wrap|pre-line|break-spaces)\s*(;|!|$)", re.I)
BLOCK_STYLE = re.compile(r"(?:^|[;\s])display\s*:\s*(block|flex|grid|table|list-item)\b", re.I)
WRAPPED = re.compile(r"white-space\s*:\s*(normal|nowrap|inherit|initial)", re.I)
# An address that names neither a scheme nor a host, nor a place on the page itself.
WITHIN_SITE = re.compile(r"(?!#|//|[a-z][a-z\d+.-]*:)\S", re.I)
# What bundlers add to the names of classes, five signs of all three kinds; no word in capitals with a number.
BUILT = re.compile(
    r"(?<=[a-z])_+(?=[A-Za-z]*\d)(?=[a-z\d]*[A-Z])(?=[A-Z\d]*[a-z])(?![A-Z]?[a-z]+\d+\b)[A-Za-z\d]{5}(?![^\s])"
)
# More of an aside than this in links: other articles, not a remark.
LINKED_SHARE = 0.5
# A permalink shows one mark, or an icon that a font draws.
PERMALINK_MOST = 2
# Elements named like a widget that hold more of the text than this are layout, not widgets.
LAYOUT_SHARE = 0.5


class WalkState(NamedTuple):
    """Where the walk stands: the kind of block, its level or number, the style of its text, and whether line ends in
    the source are blanks (`wraps`) or line ends to readers, too."""

    kind: str = "paragraph"
    level: int = 0
    number: int = 0
    hint: str = ""
    style: Span = PLAIN
    wraps: bool = True


def place_of(element: HtmlElement, place: WalkState, base: str | None) -> WalkState:
    """The place inside a block element that stands at `place`; in the style of that where there is no base (None)."""
    tag, names = str(element.tag).lower(), names_of(element)
    hint = f"{place.hint}{names}{' ' if tag in OWN_LINE else BOX}" if names else place.hint
    given = element.get("style")
    wraps = bool(given and WRAPPED.search(given)) or (place.wraps and not keeps_line_ends(element))
    style = place.style if base is None else style_of(element, place.style, base)
    inner = WalkState(place.kind, place.level, place.number, hint, style, wraps)
    if tag in HEADINGS or OWN_HEADING.fullmatch(tag):
        return inner._replace(kind="heading", level=int(tag[-1]), number=0)
    if tag in ("ul", "ol"):
        return inner._replace(level=place.level + 1 if place.kind == "item" else 0, style=place.style)
    if tag == "li":
        return inner._replace(kind="item", number=_number(element))
    if tag == "blockquote":
        return inner._replace(kind="quote", level=0, number=0)
    if place.kind == "paragraph" and names and named("lead", names):
        return inner._replace(kind="lead", level=0, number=0)
    if tag == "figcaption" or (names and named("caption", names)):
        return inner._replace(kind="caption", level=0, number=0)
    return inner


def style_of(element: HtmlElement, style: Span, base: str) -> Span:
    """The style of the text in the element."""
    tag, look = str(element.tag).lower(), element.get("style")
    if tag in BOLD or (look and HEAVY.search(look)):
        style = style._replace(bold=True)
    if tag in ITALIC:
        style = style._replace(italic=True)
    if tag in ("code", "kbd", "samp", "tt"):
        style = style._replace(code=True)
    if tag == "a":
        given = (element.get("href") or "").strip()
        lost = NOWHERE if not base and WITHIN_SITE.match(given) else ""
        style = style._replace(href=safe_address(given, base) or lost)
    return style


def is_inline(element: HtmlElement) -> bool:
    """True if the element ends no line: one that HTML sets inline, or an unknown one with no block in it that is no
    paragraph of its own."""
    tag = str(element.tag).lower()
    if tag in _inline_tags():
        given = element.get("style")
        return not given or BLOCK_STYLE.search(given) is None
    if OWN_HEADING.fullmatch(tag):
        return False
    return tag not in _block_tags() and is_innermost(element) and not _stands_alone(element)


def is_innermost(element: HtmlElement) -> bool:
    """True for an element with no block in it."""
    return next(element.iterdescendants(*_block_tags()), None) is None


GOES_ON = re.compile("\\s*[，。、；：！？）」』”’》]")


def _stands_alone(element: HtmlElement) -> bool:
    """True for a sentence in an element with no text beside it: the paragraph of a page with elements of its own."""
    before, above = element.getprevious(), element.getparent()
    text = before.tail if before is not None else above.text if above is not None else ""
    beside = (text or "").strip() or (element.tail or "").strip()
    said = element.text_content()
    # What opens with a mark that closes goes on the piece before.
    return not beside and is_ordinary(said) and not GOES_ON.match(said)


def keeps_line_ends(element: HtmlElement) -> bool:
    """True if readers see the line ends of the source."""
    given = element.get("style")
    return element.tag in ("pre", "xmp", "listing") or bool(given and PRESERVED.search(given))


def widget_reason(element: HtmlElement, whole: int) -> str:
    """Which part of a page, other than its text, the element is by its names; empty for text.

    An element that holds most of the text (`whole` characters) is layout, whatever its name.
    """
    names = names_of(element)
    if element.tag == "aside" and _is_linked(element):
        return "widget: links beside the text"
    # The names of code say how it is shown: toolbar: true.
    if not names or element.tag == "pre":
        return ""
    for reason in table("html")["parts"]:
        if _part(reason).search(names):
            held = len("".join(element.text_content().split()))
            return f"widget: {reason}" if held <= LAYOUT_SHARE * whole else ""
    return ""


def _is_linked(element: HtmlElement) -> bool:
    linked = sum(len("".join(link.text_content().split())) for link in element.iter("a"))
    return linked > LINKED_SHARE * len("".join(element.text_content().split()))


def lays_out(element: HtmlElement, whole: int) -> bool:
    """True for a list item that holds most of an article (`whole` characters): a column of the page."""
    return len(element) > 1 and whole > 0 and len("".join(element.text_content().split())) > LAYOUT_SHARE * whole


def is_permalink(element: HtmlElement) -> bool:
    """True for the mark with which a heading links to itself (¶, #): nothing of its words."""
    if element.tag != "a":
        return False
    if "#" not in (element.get("href") or "") and not named("permalink", element.get("class") or ""):
        return False
    text = element.text_content().strip()
    return len(text) <= PERMALINK_MOST and not any(char.isalnum() for char in text)


def counts_remarks(element: HtmlElement) -> bool:
    """True for the number of remarks that readers wrote on the line it stands in."""
    number = (element.text or "").strip()
    return number.isdecimal() and not len(element) and named("remark_counter", names_of(element))


def names_of(element: HtmlElement) -> str:
    """The class names and the id of an element, without what a build adds to them at random."""
    if not element.attrib:
        return ""
    return BUILT.sub("", f"{element.get('class') or ''} {element.get('id') or ''}".strip())


def shown_text(element: HtmlElement) -> str:
    """The text of an element, without that of scripts and styles."""
    return "".join(SHOWN(element)) if HOLDS_SILENT(element) else str(element.text_content())


def _number(element: HtmlElement) -> int:
    """The number of an item in an ordered list, as its `value` and the list's `start` say; 0 for a bullet."""
    parent = element.getparent()
    if parent is None or parent.tag != "ol":
        return 0
    start = parent.get("start", "")
    number = int(start) if start.isdecimal() else 1
    for item in parent.iterchildren("li"):
        value = item.get("value", "")
        number = int(value) if value.isdecimal() else number
        if item is element:
            break
        number += 1
    return min(number, 999)


@cache
def _inline_tags() -> frozenset[str]:
    return frozenset(table("html")["inline_tags"])


@cache
def _block_tags() -> tuple[str, ...]:
    return tuple(table("html")["block_tags"])


@cache
def _part(reason: str) -> re.Pattern[str]:
    return joined(table("html")["parts"][reason])


# Two sentences of text; what a player or a button says is one, and shorter.
SENTENCES_LEAST = 2
HANZI_LEAST = 40
# Boxes of other articles are links.
BOX_LINKED_SHARE = 0.2
SENTENCE = re.compile("[。！？!?]")


def text_between_paragraphs(widgets: list[tuple[int, HtmlElement]], blocks: tuple[Block, ...]) -> set[HtmlElement]:
    """Those of the `widgets` (each with the place of the next block) that hold running text without links and stand
    between two running paragraphs."""
    prose = [at for at, block in enumerate(blocks) if is_ordinary(block.text)]
    if not prose:
        return set()
    return {element for at, element in widgets if prose[0] < at <= prose[-1] and _runs(element)}


def _runs(element: HtmlElement) -> bool:
    text = " ".join(element.text_content().split())
    linked = sum(len(link.text_content().strip()) for link in element.iter("a"))
    if hanzi_count(text) < HANZI_LEAST or linked > BOX_LINKED_SHARE * len(text):
        return False
    return len(SENTENCE.findall(text)) >= SENTENCES_LEAST and element.find(".//input") is None
