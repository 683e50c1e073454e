"""The parts of a Markdown text that may become something that is not published; the others are only read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from digest.keeping.code import are_pure

# Signs that mean nothing wherever they stand, but for a few at the beginning of a line.
_PLAIN = r"[^<\[\]{}|`~\\&\x00-\x1f\x7f-\x9f\u2028\u2029]"
# What begins a line of text: a letter, a digit that numbers nothing, a Chinese mark, emphasis, code or a link.
_BEGINS = r"(?:\d+(?![\d.)])|(?![\d_])\w|[“”‘’「」『』《》〈〉【】（）—…·、，。；：！？]|\*{1,3}(?=\w)|!?\[|`)"
# What a paragraph may hold besides: a link or picture without a title, to the web or a file; code; the mark of a
# claim; a sign as a reference or behind a backslash.
_WITHIN = (
    rf"!?\[{_PLAIN}*\]\((?:https?://[\w.~:/?#@!$*+,;=%-]+|(?:\.\./)*\w[\w./-]*)\)",
    rf"(?<!`)`{_PLAIN}+`(?!`)",
    r"<!--[cd]\d+\+?(?: [cd]\d+\+?)*-->",
    r"&(?:[A-Za-z]{2,8}|\#\d{1,6});",
    r"\\[-*_.+\#!()\[\]]",
)
_LINE = rf"(?:>\ )?(?:\#{{1,6}}\ |(?:[-*+]|\d{{1,9}}[.)])\ )?(?={_BEGINS})(?:{_PLAIN}++|{'|'.join(_WITHIN)})++"
_CHUNK = re.compile(rf"{_LINE}(?:\n{_LINE})*")
# A tag or a comment that ends where a blank line stands at the latest, and the beginning of one.
_WHOLE = re.compile(r"<(?:!--.*?-->|/?[A-Za-z][^\"'<>]*(?:(?:\"[^\"<>]*\"|'[^'<>]*')[^\"'<>]*)*>)", re.DOTALL)
_OPENS = re.compile(r"<[A-Za-z/!?]")
# Emphasis in emphasis, links in links: a person writes two or three in a paragraph, the renderer follows some hundred.
_NESTED_MOST = 20
# Options by which an extension writes nothing of its own that the site's list might not have.
_HARMLESS = {"toc": frozenset(("permalink", "permalink_title", "permalink_leading", "baselevel", "toc_depth"))}


def are_known(extensions: Mapping[str, Mapping[str, Any]]) -> bool:
    """Whether ``telling_parts`` holds for what is rendered with these extensions and their options."""
    return are_pure(extensions) and all(
        _HARMLESS.get(name, frozenset()).issuperset(options) for name, options in extensions.items()
    )


def telling_parts(markdown: str) -> str:
    """``markdown`` with those of its paragraphs, headings, items and quotations left out that become nothing else,
    with emphasis, code, links to the web, pictures in them, however it goes on; nothing where all are such.

    Of several in a row the first and the last stay, so that what stands beside them is read as ever. What is left gives
    something that is not on the list of a site exactly where all of it does: where a tag goes on over blank lines, all
    is left, for what is said between may be said in it.
    """
    kept: list[str] = []
    run: list[str] = []
    telling = False
    for chunk in markdown.strip("\n").split("\n\n"):
        if _is_plain(chunk):
            run.append(chunk)
            continue
        if "<" in chunk and _OPENS.search(_WHOLE.sub("", chunk)):
            return markdown
        telling = True
        kept += [*_ends(run), chunk]
        run = []
    return "\n\n".join([*kept, *_ends(run)]) + "\n" if telling else ""


def _is_plain(chunk: str) -> bool:
    return _CHUNK.fullmatch(chunk) is not None and sum(map(chunk.count, "*_[")) <= _NESTED_MOST


def _ends(run: list[str]) -> list[str]:
    return run if len(run) < 3 else [run[0], run[-1]]
