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


# A link that says nothing, one that says another host than it leads to, and one with a colon in place of brackets.
_SILENT = re.compile(r"(?<![\\!\]])\[\s*\]\((?P<address>[^()\s]+)\)")
_OTHERWISE = re.compile(
    r"(?<![\\!])\[\s*https?://(?P<said>[^\s/\]]{1,200})[^\]\n]{0,300}\]\(\s*https?://(?P<led>[^\s/)]{1,200})"
)
_COLON = re.compile(r"(?<![\\!\]])\[(?P<text>[^\[\]\n^]{1,200})\][ \t]*[：:][ \t]*(?P<address>https?://[^\s，。；）]+)")


def check(source: Source) -> list[Finding]:
    """A finding for every piece of the body that is shown as it is written instead of as a link, or misleads."""
    prose = source.prose
    if "](" in prose or "]:" in prose or "]：" in prose:
        return [*_written(source), *_misleading(source)]
    return _written(source)


def _misleading(source: Source) -> Iterator[Finding]:
    for match in _SILENT.finditer(source.prose):
        example = f"[石桥]({match['address']})"
        yield _form(
            source, match.start(), f"{match[0][:60]} has no words to be clicked", "words in the brackets", example
        )
    for match in _OTHERWISE.finditer(source.prose):
        if match["said"].lower().removeprefix("www.") != match["led"].lower().removeprefix("www."):
            said = f"it says {match['said'][:40]} and leads to {match['led'][:40]}"
            yield _form(
                source, match.start(), said, "the address that it leads to, or words", "[石桥](https://example.org/)"
            )
    for match in _COLON.finditer(source.prose):
        # At the beginning of a line it gives a name its address.
        if source.prose[: match.start()].rpartition("\n")[2].strip() or "：" in match[0]:
            said, example = f"{match[0][:60]} is shown as it is written", f"[{match['text']}]({match['address']})"
            yield _form(source, match.start(), said, "the address in round brackets", example)


def _form(source: Source, place: int, said: str, allowed: str, example: str) -> Finding:
    return Finding(source.file, source.line_at(place), "link-form", said, allowed, example)


def _written(source: Source) -> list[Finding]:
    found = [_wiki(source, match) for match in _WIKI.finditer(source.prose)] if "[[" in source.prose else []
    if not any(sign in source.prose for sign in "[［【"):
        return found
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
