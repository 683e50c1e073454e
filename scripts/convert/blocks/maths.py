"""Formulas in HTML: the TeX that KaTeX, MathJax, Zhihu, WeChat and Wikipedia keep beside what they draw."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, unquote, urlsplit

from lxml.html import HtmlElement

from convert.rules.tables import named
from convert.text.characters import HANZI

# Services that draw the TeX in their address.
DRAWN = re.compile(r"(?:equation\?tex=|latex\.codecogs\.com/[\w.]*\?|chart\?cht=tx&chl=)", re.I)
ALT_CLASS = re.compile(r"ztext-math|mwe-math|(^|[\s_-])(latex|tex|math|formula|equation)([\s_-]|$)", re.I)
# An alternative text that is TeX has one of these marks.
TEX_MARK = re.compile(r"[\\^_{}=]")
# Scripts that draw formulas where the text has them between dollars or brackets.
DRAWING = re.compile(r"mathjax|katex|renderMathInElement", re.I)
AS_WRITTEN = {"script", "style", "noscript", "textarea", "pre", "code", "title", "template", "math", "annotation"}
WRITTEN = re.compile(
    r"\$\$(?P<lines>[^$]{1,2000})\$\$|\\\[(?P<boxed>.{1,2000}?)\\\]|\\\((?P<inline>.{1,400}?)\\\)"
    r"|(?<![\\$])\$(?![\s$])(?P<word>[^$\n]{1,400})(?<![\s\\])\$(?![\d$])",
    re.DOTALL,
)
SIGNS = ("$", "\\(", "\\[")
IN_WORDS = re.compile(r"\\(?:text|mbox|textbf|textrm|mathrm|rm|tag)\s*\{[^{}]*\}")
CHINESE = re.compile(f"[{HANZI}]")
# Commands of mathematics: no path of a disk and no pattern has one of these.
COMMAND = re.compile(
    r"\\(?:[dt]?frac|sqrt|sum|prod|int|lim|times|cdot|[lg]eq?|neq?|approx|equiv|infty|partial|nabla|[lc]?dots|in|forall"
    r"|exists|(?:left|right)(?:arrow)?|math\w+|text|bar|hat|vec|log|ln|sin|cos|tan|alpha|beta|gamma|delta|Delta"
    r"|epsilon|varepsilon|theta|lambda|mu|pi|rho|sigma|Sigma|tau|phi|varphi|omega|Omega|begin)(?![A-Za-z])"
)
# A single letter or number, or a short sum of them: $n$, $2n - 1$, $O(n)$.
SHORT = re.compile(r"[A-Za-z0-9 ()+\-*/<>.,'!|%]{1,12}")


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


def with_written_formulas(root: HtmlElement) -> None:
    """Make elements of the formulas that stand between dollars or brackets in the text of a page whose scripts would
    draw them there; in any other page (its scripts may be lost) only those that have a command of TeX."""
    drawn = any(DRAWING.search(f"{e.get('src')} {e.text}") for e in root.iter("script"))
    sure = _may_be_tex if drawn else _has_command
    for element in list(root.iter()):
        # Few elements have a sign in them; only these are asked where they stand.
        if isinstance(element.tag, str) and _has_signs(element) and not _is_as_written(element):
            # What an element is named for needs no other sign.
            told = _may_be_tex if ALT_CLASS.search(element.get("class") or "") else sure
            _set_apart(element, element.text, 0, told)
            for child in list(element):
                _set_apart(element, child.tail, element.index(child) + 1, told)


def _has_signs(element: HtmlElement) -> bool:
    own = (element.text, *(child.tail for child in element))
    return any(sign in text for text in own if text for sign in SIGNS)


def _is_as_written(element: HtmlElement) -> bool:
    """True where scripts that draw formulas leave the text alone."""
    return any(each.tag in AS_WRITTEN for each in (element, *element.iterancestors()))


def _set_apart(parent: HtmlElement, text: str | None, at: int, sure: Callable[[str], bool]) -> None:
    """Put the formulas of `text`, which stands in front of the child number `at` of `parent`, into elements; `sure`
    says what is one."""
    if not text:
        return
    pieces: list[HtmlElement] = []
    end, before = 0, ""
    for found in WRITTEN.finditer(text):
        tex, of_lines = next(filter(None, found.groups())), found["lines"] or found["boxed"]
        if not sure(tex):
            continue
        between, end = text[end : found.start()], found.end()
        if pieces:
            pieces[-1].tail = between
        else:
            before = between
        piece = parent.makeelement("span", {"data-tex": tex, "display": "block" if of_lines else ""})
        # Whoever weighs the text of the page reads on as before.
        piece.text = found[0]
        pieces.append(piece)
    if not pieces:
        return
    pieces[-1].tail = text[end:]
    if at:
        parent[at - 1].tail = before
    else:
        parent.text = before
    parent[at:at] = pieces


def _may_be_tex(tex: str) -> bool:
    """True for what has a mark of TeX, or is a name or a number, and no Chinese but in its texts."""
    bare = IN_WORDS.sub("", tex)
    return not CHINESE.search(bare) and bool(TEX_MARK.search(tex) or SHORT.fullmatch(tex.strip()))


def _has_command(tex: str) -> bool:
    """True for what has a command of TeX: patterns and paths have other words behind a backslash."""
    return bool(COMMAND.search(tex)) and _may_be_tex(tex)
