"""Elements that a page holds but does not show, or shows to one reader only."""

from __future__ import annotations

import itertools

from lxml.etree import XPath
from lxml.html import HtmlElement

from convert.evidence.lines import is_prose
from convert.rules.tables import named, pattern, rule_for
from convert.text.characters import ends_sentence, folded, letters, shared_pairs

HIDDEN = "hidden on the page"
# What hides more than this share of all text is a page waiting for its script, not a trick.
LAYOUT_SHARE = 0.5
# The text of a form or of terms may be longer than a short article, but it leaves that beside it.
WINDOW_SHARE = 0.7
# Hidden parts with less of the page's text than this do not hold its article: it is there several times, beside fields.
AWAITED_LEAST = 0.1
# Buttons that open the rest of a text have no more characters; the first letters of a text tell it from its summary.
UNFOLDING_MOST = 20
OPENING_LETTERS = 12
# Windows over the page, by what they are and by the classes of the frameworks that make most of them.
WINDOWS = (
    "@role='dialog' or @role='alertdialog' or @aria-modal='true' or contains(@class, 'modal')"
    " or contains(@class, 'overlay')"
)
# What closes a layer is among its first elements; layers may stand in layers.
CLOSING_WITHIN = 24
# What an editor's pane of source shares at least with the rendering beside it, in pairs of characters. A choice: marks
# of Markdown are no letters, addresses of links and pictures are not shown.
RENDERED_SHARE = 0.6
UNSEEN = (
    "contains(@class, 'hidden') or contains(@class, 'sr-only') or contains(@class, 'reader')"
    " or contains(@class, 'material-')"
)
LIKELY = XPath(f".//*[@hidden or @style or @aria-hidden='true' or {UNSEEN} or {WINDOWS}]")
BARS = XPath(".//*[contains(@class, 'bar') or contains(@id, 'bar')]")
PANES = XPath(".//*[contains(@class, 'edit') or contains(@class, 'vditor') or contains(@class, 'CodeMirror')]")
STYLES_INSIDE = XPath("./descendant::*/@style", smart_strings=False)
SHOWN = XPath(
    ".//text()[not(parent::script or parent::style or parent::noscript or parent::textarea)]", smart_strings=False
)
UNSHOWN = frozenset(("script", "style", "noscript"))


def hidden_parts(body: HtmlElement) -> dict[HtmlElement, str]:
    """Element -> reason, for elements with `hidden`, `aria-hidden`, a style that hides them or a class for screen
    readers, for windows that open when somebody clicks, for buttons that open the rest of a text, and for bars of the
    reader's account."""
    likely, bars = LIKELY(body), _account_bars(body)
    marked = [e for e in likely if _is_hidden(e)]
    marked += [pane for pane in PANES(body) if _is_rendered_beside(pane)]
    windows = [e for e in likely if _is_window(e)]
    beside = bool(windows) and _has_article_beside(body, windows)
    windows = [e for e in windows if beside or not _holds_an_article(e)]
    if not marked and not windows:
        return bars
    length = _lengths(body)
    whole = length[body]
    hidden = [e for e in marked if length[e] <= LAYOUT_SHARE * whole]
    awaited = _awaited(body, hidden, length)
    rests = _rests(hidden)
    hidden = [e for e in hidden if e is not awaited and e not in rests]
    hidden += [e for e in windows if beside or length[e] <= WINDOW_SHARE * whole]
    return {**bars, **dict.fromkeys(hidden, HIDDEN), **dict.fromkeys(rests.values(), "navigation")}


def _account_bars(body: HtmlElement) -> dict[HtmlElement, str]:
    """Element -> reason, for the bars in which a site greets the reader who is signed in."""
    return {
        bar: "navigation"
        for bar in BARS(body)
        if any(name and named("account_bar", name) for name in (bar.get("class"), bar.get("id")))
    }


def _is_rendered_beside(pane: HtmlElement) -> bool:
    """True for the pane of an editor with the source of what stands beside it as readers see it."""
    if not named("source_pane", pane.get("class") or ""):
        return False
    source = letters(pane.text_content())
    beside = [each for each in (*pane.itersiblings(), *pane.itersiblings(preceding=True)) if isinstance(each.tag, str)]
    return bool(source) and any(shared_pairs(source, letters(e.text_content())) >= RENDERED_SHARE for e in beside)


def _awaited(body: HtmlElement, hidden: list[HtmlElement], length: dict[HtmlElement, int]) -> HtmlElement | None:
    """The hidden part with most running text of a page that shows none beside its hidden parts: one of several copies
    of the article, which a script was to show."""
    inside = set(hidden)
    outer = [e for e in hidden if not any(above in inside for above in e.iterancestors())]
    if sum(length[e] for e in outer) < AWAITED_LEAST * length[body]:
        return None
    inner = {e: _prose(e) for e in outer}
    return max(inner, key=lambda e: inner[e]) if 0 < _prose(body) <= sum(inner.values()) else None


def _rests(hidden: list[HtmlElement]) -> dict[HtmlElement, HtmlElement]:
    """Part -> button, for hidden parts that are the rest of the running text above them and no fuller copy of it, with
    the button right beside them that opens them."""
    opened: dict[HtmlElement | None, dict[HtmlElement, HtmlElement]] = {}
    for part in hidden:
        beside = (each for each in (part.getprevious(), part.getnext()) if each is not None)
        button = next((each for each in map(_button, beside) if each is not None), None)
        if button is not None and _says_something(part):
            opened.setdefault(part.getparent(), {})[part] = button
    found: dict[HtmlElement, HtmlElement] = {}
    for parent, buttons in opened.items():
        runs, openings = False, set()
        for child in parent if parent is not None else ():
            text = " ".join(child.text_content().split())
            opening = letters(text)[:OPENING_LETTERS]
            if child in buttons and runs and opening not in openings:
                found[child] = buttons[child]
            if child.tag in ("p", "div"):
                runs = runs or is_prose(text)
                openings.add(opening)
    return found


def _says_something(element: HtmlElement) -> bool:
    """True if a closed sentence stands in it that no rule knows as the site's."""
    lines = (" ".join(text.split()) for text in SHOWN(element))
    return any(ends_sentence(line) and is_prose(line) and rule_for(line) is None for line in lines)


def _button(element: HtmlElement) -> HtmlElement | None:
    """The element, if it is a button that opens a text, or its last part, if that is one."""
    for each in (element, *element[-1:]):
        text = " ".join(each.text_content().split())
        if len(text) <= UNFOLDING_MOST and pattern("html", "unfolds").fullmatch(folded(text)):
            return each
    return None


def _prose(element: HtmlElement) -> int:
    """The number of lines of running text in an element, fields left out."""
    return sum(is_prose(" ".join(text.split())) for text in SHOWN(element))


def _is_window(element: HtmlElement) -> bool:
    """True for a window over the page, by what it is called."""
    role = element.get("role") in ("dialog", "alertdialog") or element.get("aria-modal") == "true"
    name = element.get("class") or ""
    layer = bool(name) and named("layer", name) and _is_closed_inside(element)
    return role or layer or pattern("html", "window").search(name) is not None


def _holds_an_article(window: HtmlElement) -> bool:
    return window.find(".//h1") is not None or window.find(".//article") is not None


def _has_article_beside(body: HtmlElement, windows: list[HtmlElement]) -> bool:
    """True if the page has its one article, with its title and running text, outside of its windows: what these hold
    are others (a search may have all posts of a blog in one), however long."""
    inside = set(windows)
    outside = [a for a in body.iter("article") if a not in inside and not inside.intersection(a.iterancestors())]
    return len(outside) == 1 and outside[0].find(".//h1") is not None and _prose(outside[0]) > 0


def _is_closed_inside(layer: HtmlElement) -> bool:
    first = itertools.islice(layer.iter(), CLOSING_WITHIN)
    return any(each is not layer and named("closes", each.get("class") or "") for each in first)


def _is_hidden(element: HtmlElement) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if named("unseen", element.get("class") or ""):
        return True
    style = element.get("style")
    found = pattern("html", "hidden").search(style) if style else None
    return found is not None and not _shown_again(element, found[0].lower())


def _shown_again(element: HtmlElement, hiding: str) -> bool:
    """True if what is inside undoes the style: layouts set a size of 0 around text with a size of its own."""
    if "display" in hiding:
        return False
    inner = " ".join(STYLES_INSIDE(element))
    if ("font-size" in hiding and "font-size" in inner) or ("visibility" in hiding and "visible" in inner):
        return True
    # A picture that fades in has no text around it.
    return not element.text_content().strip() and element.find(".//img") is not None


def _lengths(body: HtmlElement) -> dict[HtmlElement, int]:
    """Element -> characters of text in it, for all of the body, each counted once though parts stand in parts."""
    length: dict[HtmlElement, int] = {}
    for element in reversed(list(body.iter())):
        texts = () if element.tag in UNSHOWN else (element.text, *(child.tail for child in element))
        length[element] = sum(len(text.strip()) for text in texts if text) + sum(length[child] for child in element)
    return length
