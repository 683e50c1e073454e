"""Takes out of finished HTML whatever is not on the site's list, and says what that was.

The parsed tree decides (nh3: the parser and serialiser of html5ever), not what the text looks like. HTML of which
nothing is taken out, and that says the same as its tree, is kept to the letter.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

import nh3

from digest.text.allowlist import Allowlist
from digest.text.html_tokens import NO_SIGN_OF_AN_ID, THEME_ID

# A tag that every parser reads alike: lower case, each value in double quotes and without signs of a tag in it.
_PLAIN_TAG = re.compile(
    r"<(?:/(?P<close>[a-z][a-z0-9]*)>|(?P<open>[a-z][a-z0-9]*)(?P<given>(?: [a-z][a-z-]*(?:=\"[^\"<>]*\")?)*) ?/?>"
    r"|!--(?P<comment>[^<>-]*(?:-[^<>-]+)*)-->)"
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_GIVEN = re.compile(r" ([a-z][a-z-]*)(?:=\"([^\"]*)\")?")
# Words of a class that would lay a piece of the text over the page as the theme does its own parts.
_THEME_CLASS = re.compile(r"md-(?!button\b|button--)", re.IGNORECASE)
_ADDRESSES = frozenset(("href", "src", "cite", "data", "action", "poster", "background", "longdesc", "xlink:href"))
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
# What a browser leaves out of an address before it reads it.
_UNREAD = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ufeff]+")
_BLANKS = re.compile(r"\s+")
_PICTURE = re.compile(r"data:([a-z]+/[a-z.+-]+)[;,]", re.IGNORECASE)
# As much of a piece as a message shows, and as many pieces of one text as are named.
SHOWN, NAMED_MOST = 60, 100
# Of 603 hostile texts none took more than two.
PASSES_MOST = 8


class DisallowedPart(NamedTuple):
    """Something that was taken out: ``piece`` as it stood, ``signs`` by which it is found where it was written, the
    most telling first, and ``before``: how often each sign stands before it, as text or markup."""

    piece: str
    signs: tuple[str, ...]
    before: tuple[int, ...]


class Sanitizer:
    """Lets through what ``allowed`` lists. Not for several threads at once."""

    def __init__(self, allowed: Allowlist) -> None:
        self.allowed = allowed
        self._refused: list[tuple[str, str, str]] = []
        self._cleaner = nh3.Cleaner(
            tags=set(allowed.elements),
            # The filter below sees those that the list lets through.
            attributes={name: set(given | allowed.everywhere) for name, given in allowed.elements.items()},
            attribute_filter=self._filtered,
            strip_comments=False,
            link_rel=None,
            # The filter looks at each address itself: pictures may be data, links may not.
            url_schemes=set(allowed.schemes) | {"data"},
        )

    def clean(self, html: str) -> tuple[str, list[DisallowedPart]]:
        """``html`` with nothing in it but what is on the list, and what was taken out, in order."""
        html = html.encode("utf-8", "replace").decode()
        self._refused.clear()
        cleaned = self._parsed(html)
        # Most pages say it in the serialiser's own words, but for the slash of elements that hold nothing.
        if not self._refused and (html.replace(" />", ">") == cleaned or _pieces(html) == _pieces(cleaned) is not None):
            return html, []
        removed = list(islice(self._removed(html), NAMED_MOST))
        for _ in range(PASSES_MOST):
            # What is left of a tree can be another tree when it is read again: until it is the same.
            before, cleaned = cleaned, self._parsed(cleaned)
            if before == cleaned:
                break
        return cleaned, removed

    def _parsed(self, html: str) -> str:
        """``html`` as its tree is written down, without what is not on the list and without comments that another
        parser could read otherwise."""
        cleaned = self._cleaner.clean(html)
        return _COMMENT.sub(lambda match: match[0] if _PLAIN_TAG.fullmatch(match[0]) else "", cleaned)

    def _filtered(self, element: str, attribute: str, value: str) -> str | None:
        kept = self._value(element, attribute, value)
        if kept != value:
            self._refused.append((element, attribute, value))
        return kept

    def _value(self, element: str, attribute: str, value: str) -> str | None:
        """The value as it may be published; ``None`` where it may not."""
        if attribute in _ADDRESSES:
            return value if self._leads_well(element, value) else None
        if attribute == "class" and "md-" in value.lower():
            return " ".join(word for word in value.split(" ") if not _THEME_CLASS.match(word)) or None
        if attribute in ("id", "name", "for"):
            return None if THEME_ID.match(value) or NO_SIGN_OF_AN_ID.search(value) else value
        if element == "input" and attribute == "type":
            return value if value == "radio" else "checkbox"
        return value

    def _leads_well(self, element: str, address: str) -> bool:
        read = _UNREAD.sub("", address)
        scheme = _SCHEME.match(read)
        name = scheme[1].lower() if scheme else ""
        if element == "img":
            picture = _PICTURE.match(read)
            elsewhere = name in ("http", "https") or read.replace("\\", "/").startswith("//")
            if elsewhere:
                return self.allowed.pictures_elsewhere
            return not name or bool(picture and picture[1].lower() in self.allowed.pictures)
        return not name or name in self.allowed.schemes

    def _removed(self, html: str) -> Iterator[DisallowedPart]:
        """What of ``html`` is let go: elements and attributes that are not on the list, then attributes that the parser
        found although they do not show in the text."""
        named: set[tuple[str, str]] = set()
        for match in _opened(html):
            name = match["name"].lower()
            if name not in self.allowed.elements:
                signs = (f"<{match['name']}", match["name"])
                yield _removed(match[0][:SHOWN], signs, html[: match.start()])
                continue
            for attribute, value in _given(match["given"]):
                if not self.allowed.allows(name, attribute) or self._value(name, attribute, value) != value:
                    named.add((name, attribute))
                    yield _attribute(name, attribute, value, html[: match.start()])
        for element, attribute, value in self._refused:
            if element in self.allowed.elements and (element, attribute) not in named:
                yield _attribute(element, attribute, value, "")


# A tag as it may be written by anybody, read as a parser does: a quote is one behind "=" only, not in a name or a bare
# value. What is no tag after all is named once too often, never once too little.
_VALUE = r"\"[^\"]*\"|'[^']*'|[^\s\"'>][^\s>]*+"
_TAG = re.compile(rf"<(?P<name>[a-zA-Z][^\s/>]*)(?P<given>(?:[^\s/>=]++(?:\s*+=\s*+(?:{_VALUE})?)?|[\s/=])*+)>?")
# Or a comment, whose end no value behind it hides.
_TAG_OR_COMMENT = re.compile(rf"<!--(?:-?>|.*?(?:--!?>|\Z))|<[!?][^>]*|{_TAG.pattern}", re.DOTALL)
_ANY_GIVEN = re.compile(rf"([^\s/>=]+)(?:\s*=\s*({_VALUE})?)?")


def _opened(html: str) -> Iterator[re.Match[str]]:
    """The tags of elements that open, with those in comments: where one stays, it has none."""
    for match in _TAG_OR_COMMENT.finditer(html):
        if match["name"]:
            yield match
        else:
            yield from _TAG.finditer(html, *match.span())


def _given(source: str) -> Iterator[tuple[str, str]]:
    for name, value in _ANY_GIVEN.findall(source):
        quoted = value[:1] in ("'", '"')
        yield name.lower(), entities.unescape(value[1:-1] if quoted else value)


def _attribute(element: str, attribute: str, value: str, read: str) -> DisallowedPart:
    piece = f'<{element} {attribute}="{value}'[: SHOWN - 1] + '">'
    # Markdown writes each word of a class by itself, and footnotes put something before the name that they were given.
    words = (*value.split()[:1], value.partition(":")[2].strip())
    signs = (value.strip(), *words, f"{attribute}=", f"<{element}", attribute)
    return _removed(piece, tuple(dict.fromkeys(filter(None, signs))), read)


def _removed(piece: str, signs: tuple[str, ...], read: str) -> DisallowedPart:
    said, signs = as_written(read), tuple(_BLANKS.sub(" ", entities.unescape(sign)).lower() for sign in signs)
    return DisallowedPart(piece, signs, tuple(said.count(sign) for sign in signs))


def as_written(text: str) -> str:
    """``text`` as signs are looked for in it: references to characters read, letters in lower case, one blank for
    several. Its lines stay."""
    lines = (_BLANKS.sub(" ", entities.unescape(line)) for line in text.split("\n"))
    return "\n".join(lines).lower()


def _pieces(html: str) -> list[tuple[object, ...]] | None:
    """``html`` as tags and texts, read as characters; ``None`` where a tag is not as plain as can be.

    Two sequences that are equal are one tree: neither has a sign of a tag outside a tag that every parser reads alike.
    """
    found: list[tuple[object, ...]] = []
    last = 0
    for match in _PLAIN_TAG.finditer(html):
        if not _take_text(html[last : match.start()], found):
            return None
        last = match.end()
        if match["close"]:
            found.append(("/", match["close"]))
        elif match["open"]:
            given = match["given"]
            held = tuple((name, entities.unescape(value)) for name, value in _GIVEN.findall(given)) if given else ()
            found.append((match["open"], held))
        else:
            found.append(("!", match["comment"]))
    return found if _take_text(html[last:], found) else None


def _take_text(text: str, found: list[tuple[object, ...]]) -> bool:
    """Add a text that stands between two tags; ``False`` where it has a sign of a tag in it."""
    if not text:
        return True
    if "<" in text:
        return False
    found.append((entities.unescape(text) if "&" in text else text,))
    return True
