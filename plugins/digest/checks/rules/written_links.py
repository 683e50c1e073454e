"""What was meant as a link and is none on the site: wiki links, full-width brackets, a bracket that does not close."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.checks.source import Source
from digest.files.findings import Finding

_WIKI = re.compile(r"(?<![\\\[])!?\[\[(?!\s*\d*\s*\]\])([^\[\]\n]{1,200})\]\](?!\()")
# An address, as it can be told from words in brackets: it ends in the name of a kind of file, or begins as one.
_ADDRESS = (
    r"(?:(?:https?|ftp)[:：]//[^\s()（）]*|\.{1,2}/[^\s()（）]*|#[\w-]+"
    r"|[^\s()（）\[\]]+\.(?:md|html?|png|jpe?g|gif|webp|svg|pdf)(?:#[\w-]*)?)"
)
_TEXT = r"[!！]?(?:\[[^\[\]\n]{1,200}\]|［[^［］\n]{1,200}］|【[^【】\n]{1,200}】)"
_TITLE = r"(?:[ \t]+[\"“'][^\n]*?[\"”'])?"
_BRACKETS = re.compile(
    rf"(?P<text>{_TEXT})[ \t]*(?P<open>[(（])[ \t]*(?P<address>{_ADDRESS}){_TITLE}[ \t]*(?P<close>[)）]?)"
)


def check(source: Source) -> list[Finding]:
    """A finding for every piece of the body that is shown as it is written instead of as a link."""
    found = [_wiki(source, match) for match in _WIKI.finditer(source.prose)] if "[[" in source.prose else []
    return found + [each for match in _BRACKETS.finditer(source.prose) for each in _fault(source, match)]


def _wiki(source: Source, match: re.Match[str]) -> Finding:
    target, _, text = match[1].partition("|")
    picture = match[0].startswith("!")
    name, _, place = target.strip().partition("#")
    file = name if "." in name else f"{name}.md"
    example = f"{'!' if picture else ''}[{(text or target).strip()}]({file}{'#' + place if place else ''})"
    return Finding(
        source.file,
        source.line_at(match.start()),
        "wiki-link",
        f"{match[0][:40]} is shown as it is written",
        "[text](address)",
        example,
    )


def _fault(source: Source, match: re.Match[str]) -> Iterator[Finding]:
    text, bracket = match["text"], match["open"] + match["close"]
    gap = source.prose[match.end("text") : match.start("open")]
    stray = text.startswith("！") and match["address"].rpartition(".")[2].lower() in (
        "png",
        "jpg",
        "jpeg",
        "gif",
        "webp",
        "svg",
    )
    if bracket == "()" and text.lstrip("!！")[0] == "[" and not gap and not stray and "：//" not in match["address"]:
        return
    if match["open"] == "(" and not match["close"] and "(" in source.prose[match.end() : match.end() + 1]:
        return
    plain = text.lstrip("!！").strip("[]［］【】")
    picture = text[0] in "!！" and (stray or text[0] == "!")
    yield Finding(
        source.file,
        source.line_at(match.start()),
        "link-form",
        f"{match[0][:60]} is shown as it is written",
        "half-width brackets, with nothing between them: [text](address)",
        f"{'!' if picture else ''}[{plain}]({match['address'].replace('：', ':')})",
    )
