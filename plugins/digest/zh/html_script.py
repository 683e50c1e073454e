"""A page in another script: the texts of its HTML converted, everything else kept to the letter."""

from __future__ import annotations

import html as html_entities
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from digest.text.html_tokens import Token, tokens
from digest.zh.phrases import PART

_INLINE = frozenset(
    (
        "a",
        "abbr",
        "b",
        "bdi",
        "cite",
        "del",
        "em",
        "i",
        "ins",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
        "wbr",
    )
)
# What is read as code or by a machine is never converted, nor what says that it is not to be translated.
_KEPT_TAGS = frozenset(("code", "pre", "kbd", "samp", "var", "textarea", "math"))
_KEPT_ATTRIBUTES = re.compile(r"\s(?:translate=[\"']?no\b|lang=[\"']?(?!zh[\"'\s>])[a-z])", re.IGNORECASE)
_READ_ATTRIBUTE = re.compile(
    r"(\s(?:alt|title|aria-label|placeholder|data-caption)\s*=\s*)(\"[^\"]*\"|'[^']*')", re.IGNORECASE
)
# A Han character written as a number is read as one.
_REFERENCE = re.compile(r"&#(?:x[0-9a-f]{4,5}|[0-9]{5,6});", re.IGNORECASE)
_DATA = re.compile(r'\sdata-(variants|hold|drop)="([^"]*)"')
_KEPT_FROM, _KEPT_TO = "<!--as-is-->", "<!--/as-is-->"

Pieces = Callable[[str, Mapping[str, str]], list[tuple[str, str]]]
"""Text and the terms that hold at its place -> its pieces, each with what became of it."""


def convert(html: str, pieces: Pieces, tag: str) -> str:
    """``html`` as the variant ``tag`` reads it; with no tag the rules for variants stay for a later conversion.

    Text is converted in runs that go across inline tags, so that a phrase counts as one whether or not a part of
    it is bold. Code, scripts, another language, ``translate="no"`` and what stands between ``<!--as-is-->`` and
    ``<!--/as-is-->`` are kept. Spans of ``variant_markup`` become what this variant reads; their rules hold from
    where they stand.
    """
    page = _Page(pieces, tag)
    for token in tokens(html):
        page.take(token)
    page.end_run()
    page.convert()
    return "".join(page.out)


@dataclass
class _Page:
    """A page in pieces: ``runs`` are the places in ``out`` of texts that wait for being converted, all at once."""

    pieces: Pieces
    tag: str
    out: list[str] = field(default_factory=list)
    run: list[int] = field(default_factory=list)
    runs: list[list[int]] = field(default_factory=list)
    held: dict[str, str] = field(default_factory=dict)
    kept: str = ""
    depth: int = 0

    def take(self, token: Token) -> None:
        if self.kept:
            self._keep(token)
        elif token.kind == "text":
            self.run.append(len(self.out))
            text = token.source
            self.out.append(
                _REFERENCE.sub(lambda match: html_entities.unescape(match[0]), text) if "&#" in text else text
            )
        elif (token.kind == "open" and _is_kept(token)) or token.source.replace(" ", "") == _KEPT_FROM:
            self._start_keeping(token)
        else:
            if token.tag not in _INLINE:
                self.end_run()
            self._take_tag(token.source)

    def _take_tag(self, source: str) -> None:
        """A tag; what a reader sees or hears of its attributes is a run of its own."""
        last = 0
        for match in _READ_ATTRIBUTE.finditer(source) if "=" in source else ():
            if not self.tag and "data-variants" in match[2]:
                continue
            self.out.append(source[last : match.end(1)])
            # Every other part is what this variant reads of a rule, and is not converted.
            for number, part in enumerate(_IN_ATTRIBUTE.split(match[2])):
                if number % 2 == 0:
                    self.runs.append([len(self.out)])
                self.out.append(_chosen(part, self.tag) if number % 2 else part)
            last = match.end()
        self.out.append(source[last:])

    def _start_keeping(self, token: Token) -> None:
        self.end_run()
        self.kept, self.depth = token.tag or _KEPT_FROM, 1
        data = {match[1]: _by_tag(match[1], match[2]) for match in _DATA.finditer(token.source)}
        if data.keys() & {"hold", "drop"}:
            self.convert()
        self.out.append(token.source)
        if "variants" in data and self.tag:
            self.out.append(_written(data["variants"].get(self.tag, "")))
            self.kept = "/variants"
        self.held.update(data.get("hold", {}).get(self.tag, {}))
        for word in data.get("drop", {}).get(self.tag, ()):
            self.held.pop(word, None)

    def _keep(self, token: Token) -> None:
        if self.kept == "/variants":
            # The text of the page's own script stood here; what this variant reads has been written. No span is in it.
            if token.kind == "close" and token.tag == "span":
                self.out.append(token.source)
                self.kept = ""
            return
        self.out.append(token.source)
        if self.kept == _KEPT_FROM:
            self.kept = "" if token.source.replace(" ", "") == _KEPT_TO else self.kept
        elif token.tag == self.kept:
            self.depth += {"open": 1, "close": -1}.get(token.kind, 0)
            self.kept = self.kept if self.depth else ""

    def end_run(self) -> None:
        """What follows is no part of the same text."""
        if self.run:
            self.runs.append(self.run)
            self.run = []

    def convert(self) -> None:
        """Convert the texts of all runs by what holds here, and give each place its part."""
        texts = PART.join("".join(self.out[place] for place in run) for run in self.runs)
        # None stands for what parts two runs.
        sizes = [
            (place, len(self.out[place]) if place is not None else len(PART))
            for run in self.runs
            for place in (*run, None)
        ]
        parts: dict[int | None, list[str]] = {place: [] for place, _ in sizes}
        places = iter(sizes)
        left = 0
        for source, converted in self.pieces(texts, self.held) if texts else ():
            at = 0
            converted = _as_text(source, converted)
            while at < len(source):
                while not left:
                    place, left = next(places)
                taken = min(left, len(source) - at)
                if len(source) == len(converted):
                    parts[place].append(converted[at : at + taken])
                elif not at:
                    # A piece whose length changed cannot be cut: all of it goes to where it begins.
                    parts[place].append(converted)
                at, left = at + taken, left - taken
        for place, found in parts.items():
            if place is not None:
                self.out[place] = "".join(found)
        self.runs = []


def _by_tag(name: str, written: str) -> dict[str, Any]:
    """What a rule says by tag of a variant; nothing where somebody wrote the attribute by hand, and wrongly."""
    kind: type = {"variants": str, "hold": dict, "drop": list}[name]
    try:
        said = json.loads(html_entities.unescape(written))
    except (ValueError, RecursionError):
        return {}
    held = {tag: each for tag, each in said.items() if isinstance(each, kind)} if isinstance(said, dict) else {}
    return held if all(isinstance(text, str) and text for each in held.values() for text in _texts(each)) else {}


def _texts(said: Any) -> list[Any]:
    """The phrases of a rule, and what they become."""
    return [*said, *said.values()] if isinstance(said, dict) else said if isinstance(said, list) else []


def _as_text(source: str, converted: str) -> str:
    """What became of a text, with no tag and no end of an attribute in it that was not there: a term is text."""
    if converted.count("<") > source.count("<") or converted.count('"') > source.count('"'):
        return html_entities.escape(html_entities.unescape(converted))
    return converted


def _is_kept(token: Token) -> bool:
    return token.tag in _KEPT_TAGS or ("=" in token.source and bool(_KEPT_ATTRIBUTES.search(token.source)))


# What a rule's text may hold: anybody can write an attribute of this name.
_MARKED = re.compile(
    r'</?(?:strong|em|code)>|</a>|<a href="((?:https?&#58;&#47;&#47;|mailto&#58;|&#35;)[^"<>]*)">', re.IGNORECASE
)


def _written(html: str) -> str:
    """The text of a rule with emphasis, code and links, and every other sign of a tag as text."""
    out, last = [], 0
    for match in _MARKED.finditer(html):
        out += [html[last : match.start()].replace("<", "&lt;").replace(">", "&gt;"), match[0]]
        last = match.end()
    return "".join([*out, html[last:].replace("<", "&lt;").replace(">", "&gt;")])


_IN_ATTRIBUTE = re.compile(r"&lt;span (?:(?!&gt;).)*?data-variants=&quot;(.*?)&quot;.*?&gt;.*?&lt;/span&gt;", re.DOTALL)
_RULED = re.compile(r"(<span translate=\"no\" data-[^>]*>)(.*?</span>)", re.DOTALL)
_SIGN = re.compile(r"&#([0-9]{2,3});")
_TAG = re.compile(r"<[^>]*>")


def without_rules(html: str, tag: str) -> str:
    """A page as its variant ``tag`` reads it, without the rules that its conversion needed: they are done with, and in
    attributes, where no conversion took them, what this variant reads stands for them."""
    if "data-variants" not in html:
        return html
    chosen = _IN_ATTRIBUTE.sub(lambda match: _chosen(match[1], tag), html)
    return _RULED.sub(lambda match: _DATA.sub("", match[1]) + _SIGN.sub(_as_written, match[2]), chosen)


def _as_written(reference: re.Match[str]) -> str:
    """A sign that was kept from Markdown as a number."""
    return html_entities.escape(chr(int(reference[1])), quote=False)


def _chosen(data: str, tag: str) -> str:
    """What ``tag`` reads of the rules that stand in an attribute, as text without tags."""
    shown = json.loads(html_entities.unescape(data)).get(tag, "")
    return html_entities.escape(html_entities.unescape(_TAG.sub("", shown)))
