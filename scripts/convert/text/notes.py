"""Marks of editors of notes that other readers of Markdown show as they are."""

from __future__ import annotations

import re

# Boxes, highlights, tables and pictures in elements of their own, tags, anchors.
BOX = re.compile(r"^(\s{0,3}>\s?)\[![A-Za-z]{2,20}\][+-]?[ \t]*")
EDITORS_LINE = re.compile(
    r"\s{0,3}(?:(?::::|\+\+\+)[ \t]*\w{0,20}|\[TOC\]|#{6} tags: .*|<a name=\"[^\"]*\"></a>|</?aside>)\s*", re.I
)
HIGHLIGHT = re.compile(r"==(?=\S)([^=\n]{1,1000}?)(?<=\S)==")
UNDERLINED = re.compile(r"={3,}\s*")
ELEMENTS = re.compile(
    r"<(?P<close>/?)(?:lark-(?P<part>table|tr|td)|(?P<box>callout))\b[^<>]{0,300}>|<image token=[^<>]{0,300}/>"
    r"|</?font\b[^<>]{0,200}>|[ \t]*\{align=\"\w+\"\}"
)
FENCE = re.compile(r"\s{0,3}(```|~~~)")
# The name of a note, with what stands for it: [[name]], [[name|shown]].
LINK_TO_NOTE = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]")


def without_links_to_notes(text: str) -> str:
    """The text with what a link to a note shows in the place of the link."""
    return LINK_TO_NOTE.sub(r"\1", text)


def in_common_markdown(text: str) -> str:
    """The text without the marks that one editor alone knows; what is in fences stays."""
    lines: list[str] = []
    fence = ""
    for line in text.split("\n"):
        found = FENCE.match(line)
        if found and fence in ("", found[1]):
            fence = "" if fence else found[1]
        if fence or found:
            lines.append(line)
        elif lines and lines[-1].strip() and UNDERLINED.fullmatch(line):
            lines[-1] = f"# {lines[-1].strip()}"
        elif not EDITORS_LINE.fullmatch(line):
            lines.append(HIGHLIGHT.sub(r"\1", BOX.sub(r"\1", ELEMENTS.sub(_common_element, line))))
    return "\n".join(lines)


def _common_element(found: re.Match[str]) -> str:
    name = found["part"] or ("blockquote" if found["box"] else "")
    return f"<{found['close']}{name}>" if name else ""
