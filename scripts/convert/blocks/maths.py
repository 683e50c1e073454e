"""Formulas in HTML: the TeX that KaTeX, MathJax, Zhihu, WeChat and Wikipedia keep beside what they draw."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

from lxml.html import HtmlElement

from convert.rules.tables import named

# Services that draw the TeX in their address.
DRAWN = re.compile(r"(?:equation\?tex=|latex\.codecogs\.com/[\w.]*\?|chart\?cht=tx&chl=)", re.I)
ALT_CLASS = re.compile(r"ztext-math|mwe-math|(^|[\s_-])(latex|tex|math|formula|equation)([\s_-]|$)", re.I)
# An alternative text that is TeX has one of these marks.
TEX_MARK = re.compile(r"[\\^_{}=]")


def tex_of(element: HtmlElement) -> str | None:
    """The TeX of a formula; empty for a drawing of one whose TeX stands elsewhere; None for any other element."""
    if not isinstance(element.tag, str):
        return None
    tag, names = element.tag.lower(), element.get("class") or ""
    if tag == "script":
        return (element.text or "").strip() if (element.get("type") or "").startswith("math/tex") else None
    if tag == "img":
        return _of_picture(element, names) or None
    given = element.get("data-tex") or element.get("data-formula") or element.get("data-latex")
    if given:
        return given.strip()
    if tag == "math":
        return _annotation(element) or (element.get("alttext") or "").strip() or None
    if tag in ("mjx-container", "mjx-assistive-mml") or (names and named("formula", names)):
        found = _annotation(element)
        return found or ("" if named("drawn_formula", names) and _has_script(element) else None)
    return None


def is_display(element: HtmlElement) -> bool:
    """True for a formula on a line of its own."""
    around = [element, *list(element.iterancestors())[:2]]
    names = " ".join(e.get("class") or "" for e in around)
    says = "display" in names.lower() or "mode=display" in (element.get("type") or "")
    return says or element.get("display") in ("block", "true")


def _of_picture(element: HtmlElement, names: str) -> str:
    source, alt = element.get("src") or "", (element.get("alt") or "").strip()
    if (element.get("eeimg") or ALT_CLASS.search(names)) and TEX_MARK.search(alt):
        return re.sub(r"^\{\\displaystyle\s*(.*)\}$", r"\1", alt)
    found = DRAWN.search(source)
    if not found:
        return ""
    if found[0].lower().startswith("equation"):
        return parse_qs(urlsplit(source).query).get("tex", [alt])[0].strip()
    return unquote(source[found.end() :]).strip()


def _annotation(element: HtmlElement) -> str:
    for note in element.iter("annotation"):
        if "tex" in (note.get("encoding") or "").lower():
            return (note.text_content() or "").strip()
    return ""


def _has_script(element: HtmlElement) -> bool:
    """True if a MathJax script with the TeX follows the drawing."""
    after = element.getnext()
    while after is not None and after.tag != "script":
        after = after.getnext() if named("drawn_formula", after.get("class") or "") else None
    return after is not None and (after.get("type") or "").startswith("math/tex")
