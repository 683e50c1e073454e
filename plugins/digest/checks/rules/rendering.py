"""Markdown that the repository's web pages show otherwise than the site: most contributors see those first.

The site renders with Python-Markdown, the repository's host with a parser of GitHub Flavored Markdown. Each chunk of
a body that has any sign of Markdown in it is rendered by both, and the two results are compared.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from digest.checks.source import Source
from digest.files.findings import Finding
from digest.text.html_tokens import attributes, tokens
from digest.text.visible_text import visible

Render = Callable[[str], str]
"""Markdown -> HTML as the site has it."""

_SIGN = re.compile(r"[*_~`\[\]<>|#\\]")
# What means something where a line begins.
_BEGINS = re.compile(r"\n(?:[ \t]|[-+=:!?]|\d{1,9}[.)])")
# The sign of a heading that stands alone in its chunk: both take it for one, whatever text it has.
_HEADING = re.compile(r"\A#{1,6} (?=[^\s#][^\n]*\n*\Z)")
_DEFINED = re.compile(r"^ {0,3}\[[^\]]+\]:.*$", re.MULTILINE)
# The longest of 77 articles has 519. Both parsers take seconds for a long line of nothing but brackets.
LONGEST = 5000
_INDENTED = re.compile(r"[ \t]+\S")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])\s")
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)
_RAW_HTML = re.compile(
    r"^ {0,3}</?(?:div|table|details|figure|section|center|ul|ol|dl|pre|blockquote|p)\b", re.IGNORECASE | re.MULTILINE
)
_HAN = re.compile("[\u4e00-\u9fff]")
# Tags that stand for the same thing, or that one of the two leaves out without a reader seeing it.
_SAME = {"b": "strong", "i": "em", "s": "del", "strike": "del"}
_UNSEEN = frozenset(("p", "br", "thead", "tbody", "html", "body", "span", "section", "sup", "input", "label"))
# Two lists or quotations, one right after the other, look like one.
_JOINED = frozenset((f"</{tag}>", f"<{tag}>") for tag in ("blockquote", "ul", "ol"))


@dataclass(frozen=True)
class _Kind:
    """A way in which the two differ: in ``tags``, where ``sign`` is in the Markdown."""

    code: str
    tags: frozenset[str]
    sign: re.Pattern[str]
    allowed: str
    example: str


_KINDS = (
    _Kind(
        "emphasis-flanking",
        frozenset(("strong", "em")),
        re.compile("[*_]"),
        "signs of emphasis with no punctuation just inside of them",
        "**重点**（说明）",
    ),
    _Kind(
        "strikethrough",
        frozenset(("del",)),
        re.compile("~~"),
        "no ~~: say in words what was taken back",
        "（此说已收回）",
    ),
    _Kind(
        "list-form",
        frozenset(("li", "ul", "ol")),
        re.compile(r"^\s*(?:[-*+]|\d{1,9}[.)])\s", re.MULTILINE),
        "a blank line before a list, four blanks before an item of an inner one",
        "    - 内层的一项",
    ),
    _Kind(
        "table-form",
        frozenset(("table", "tr", "td", "th")),
        re.compile(r"\|"),
        "a blank line before a table, a head, and a bar at each end of each row",
        "| 年 | 事 |",
    ),
    _Kind(
        "heading-form",
        frozenset(("h1", "h2", "h3", "h4", "h5", "h6")),
        re.compile(r"^ {0,3}#|^ {0,3}[-=]+\s*$", re.MULTILINE),
        "a blank line before a heading, and a blank after #",
        "## 石桥",
    ),
    _Kind(
        "code-form",
        frozenset(("pre", "code")),
        re.compile(r"`|^(?: {4}|\t)|~~~", re.MULTILINE),
        "code between lines of three backticks, with a blank line before them",
        "```",
    ),
)
_OTHERWISE = _Kind(
    "renders-otherwise", frozenset(), re.compile(""), "Markdown that both read alike", "**重点**、[文字](文件.md)"
)


def check(source: Source, site: Render) -> list[Finding]:
    """A finding for every chunk of the body that the two show differently, and for prose that becomes code."""
    found = [
        Finding(
            source.file,
            source.line_at(start),
            "indented-prose",
            f"indented by four, the text becomes code: {source.body[start:end].strip()[:30]}",
            "no blanks at the beginning of a paragraph",
            source.body[start:end].strip()[:12],
        )
        for start, end in source.indented
        if _HAN.search(source.body[start:end])
    ]
    defined = "\n\n" + "\n".join(_DEFINED.findall(source.body)) if "]:" in source.body else ""
    spoken = {source.line_at(start) for start, _ in source.indented}
    for start, chunk in _chunks(source):
        if _has_signs(chunk) and source.line_at(start) not in spoken:
            if len(chunk) > LONGEST:
                found.append(
                    Finding(
                        source.file,
                        source.line_at(start),
                        "renders-otherwise",
                        f"{len(chunk)} characters without a blank line cannot be compared",
                        f"at most {LONGEST}",
                    )
                )
                continue
            text = chunk + defined
            here, there = _shape(site(text)), _shape(_github().render(text))
            if here != there:
                found.append(_finding(source, start, chunk, here, there))
    return found


def _has_signs(chunk: str) -> bool:
    """Whether a chunk has a sign that the two may read otherwise: in most there is none at all."""
    return _has_any(chunk) and _has_any(_HEADING.sub("", _COMMENT.sub("", chunk)))


def _has_any(chunk: str) -> bool:
    return bool(_SIGN.search(chunk) or _BEGINS.search(f"\n{chunk}"))


@cache
def _github() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return parser.use(footnote_plugin).use(tasklists_plugin)


def _chunks(source: Source) -> Iterator[tuple[int, str]]:
    """The body in pieces that stand for themselves: what is indented or in a list goes with what is above it."""
    body, start = source.body, 0
    whole = bool(_RAW_HTML.search(source.uncoded)) if "<" in body else False
    for match in re.finditer(r"\n(?:[ \t]*\n)+", body):
        goes_on = _INDENTED.match(body, match.end()) or (_ITEM.match(body, start) and _ITEM.match(body, match.end()))
        if not whole and not goes_on and not source.is_code(match.start()):
            yield start, body[start : match.end()]
            start = match.end()
    if body[start:].strip():
        yield start, body[start:]


def _shape(rendered: str) -> list[str]:
    """The tags and texts of HTML, without what no reader sees: white space, ids, paragraphs inside items."""
    shape: list[str] = []
    for token in tokens(rendered):
        tag = _SAME.get(token.tag, token.tag)
        if token.kind == "text":
            text = "".join(html.unescape(token.source).split())
            if shape and not shape[-1].startswith("<"):
                shape[-1] += text
            elif text:
                shape.append(text)
        elif token.kind != "other" and tag not in _UNSEEN:
            given = attributes(token)
            said = [unquote(given[name]) for name in ("href", "src", "alt") if given.get(name)]
            shape.append(f"<{'/' if token.kind == 'close' else ''}{' '.join([tag, *said])}>")
            if tuple(shape[-2:]) in _JOINED:
                del shape[-2:]
    return shape


def _finding(source: Source, start: int, chunk: str, here: list[str], there: list[str]) -> Finding:
    alike = next(
        (place for place, (one, other) in enumerate(zip(here, there, strict=False)) if one != other),
        min(len(here), len(there)),
    )
    seen = sum(len(text) for text in here[:alike] if not text.startswith("<"))
    seen += _common(here[alike : alike + 1], there[alike : alike + 1])
    line, written = _line(chunk, seen)
    differing = (Counter(here) - Counter(there)) + (Counter(there) - Counter(here))
    tags = {part.strip("</>").split(" ")[0] for part in differing if part.startswith("<")}
    kind = next((each for each in _KINDS if tags & each.tags and each.sign.search(chunk)), _OTHERWISE)
    came = f"the repository's pages show it otherwise than the site: {written.strip()[:40]}"
    return Finding(source.file, source.line_at(start) + line, kind.code, came, kind.allowed, kind.example)


def _common(one: list[str], other: list[str]) -> int:
    """How many characters two texts have in common at their beginnings; 0 where one of them is a tag."""
    if not one or not other or one[0].startswith("<") or other[0].startswith("<"):
        return 0
    pairs = zip(one[0], other[0], strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one[0]), len(other[0])))


def _line(chunk: str, seen: int) -> tuple[int, str]:
    """The line (from 0) of the chunk in which the visible character number ``seen`` stands, and what it says."""
    lines = chunk.rstrip().split("\n")
    for number, line in enumerate(lines):
        seen -= len("".join(visible(line).text.split()))
        if seen < 0:
            return number, line
    return len(lines) - 1, lines[-1]
