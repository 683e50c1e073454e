"""A page in another script: the texts of its HTML converted, everything else kept to the letter."""

from __future__ import annotations

import html as html_entities
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from digest.markup import Token, tokens

_INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "cite", "del", "em", "i", "ins", "mark", "q", "s", "small", "span", "strong", "sub",
     "sup", "u", "wbr")
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
    """``html`` as the variant ``tag`` reads it.

    Text is converted in runs that go across inline tags, so that a phrase counts as one whether or not a part of
    it is bold. Code, scripts, another language, ``translate="no"`` and what stands between ``<!--as-is-->`` and
    ``<!--/as-is-->`` are kept. Spans of ``variant_markup`` become what this variant reads; their rules hold from
    where they stand.
    """
    page = _Page(pieces, tag)
    for token in tokens(html):
        page.take(token)
    page.end_run()
    return "".join(page.out)


@dataclass
class _Page:
    pieces: Pieces
    tag: str
    out: list[str] = field(default_factory=list)
    run: list[int] = field(default_factory=list)
    held: dict[str, str] = field(default_factory=dict)
    kept: str = ""
    depth: int = 0

    def take(self, token: Token) -> None:
        if self.kept:
            self._keep(token)
        elif token.kind == "text":
            self.run.append(len(self.out))
            self.out.append(_REFERENCE.sub(lambda match: html_entities.unescape(match[0]), token.source))
        elif token.source.replace(" ", "") == _KEPT_FROM or (token.kind == "open" and _is_kept(token)):
            self._start_keeping(token)
        else:
            if token.tag not in _INLINE:
                self.end_run()
            self.out.append(self._attributes(token.source) if token.tag else token.source)

    def _start_keeping(self, token: Token) -> None:
        self.end_run()
        self.kept, self.depth = token.tag or _KEPT_FROM, 1
        data = {match[1]: json.loads(html_entities.unescape(match[2])) for match in _DATA.finditer(token.source)}
        self.out.append(token.source)
        if "variants" in data:
            self.out.append(html_entities.escape(data["variants"].get(self.tag, ""), quote=False))
            self.kept = "/variants"
        self.held.update(data.get("hold", {}).get(self.tag, {}))
        for word in data.get("drop", {}).get(self.tag, ()):
            self.held.pop(word, None)

    def _keep(self, token: Token) -> None:
        if self.kept == "/variants":
            # The text of the page's own script stood here; what this variant reads has been written.
            if token.kind == "close":
                self.out.append(token.source)
                self.kept = ""
            return
        self.out.append(token.source)
        if self.kept == _KEPT_FROM:
            self.kept = "" if token.source.replace(" ", "") == _KEPT_TO else self.kept
        elif token.tag == self.kept:
            self.depth += {"open": 1, "close": -1}.get(token.kind, 0)
            self.kept = self.kept if self.depth else ""

    def _attributes(self, source: str) -> str:
        return _READ_ATTRIBUTE.sub(lambda match: match[1] + self._text(match[2]), source)

    def _text(self, text: str) -> str:
        return "".join(converted for _, converted in self.pieces(text, self.held)) if text else text

    def end_run(self) -> None:
        """Convert the texts of the run as one text, and give each its part."""
        if not self.run:
            return
        places = iter(self.run)
        place = next(places)
        left = len(self.out[place])
        parts = {each: [] for each in self.run}
        for source, converted in self.pieces("".join(self.out[each] for each in self.run), self.held):
            while source:
                while not left:
                    place = next(places)
                    left = len(self.out[place])
                taken = min(left, len(source))
                # A piece whose length changed cannot be cut: all of it goes to where it begins.
                cut = taken if len(source) == len(converted) else len(converted)
                parts[place].append(converted[:cut])
                source, converted, left = source[taken:], converted[cut:], left - taken
        for each, texts in parts.items():
            self.out[each] = "".join(texts)
        self.run.clear()


def _is_kept(token: Token) -> bool:
    return token.tag in _KEPT_TAGS or bool(_KEPT_ATTRIBUTES.search(token.source))


def without_rules(html: str) -> str:
    """A finished page without the rules that its conversion needed."""
    return _DATA.sub("", html) if " data-" in html else html
