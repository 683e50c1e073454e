"""Links and pictures that lead nowhere: within the docs folder, to files, articles, claims and headings."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from digest.checks.source import Source
from digest.checks.world import World
from digest.files.findings import Finding

_TARGET = r"(?:<(?P<angled>[^<>\n]*)>|(?P<plain>(?:[^()\s<]|\((?:[^()\s]|\([^()\s]*\))*\))*))"
_INLINE = re.compile(
    r"(?<!\\)(?P<picture>!?)\[(?P<text>(?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.)*\])*)\]\(\s*"
    + _TARGET
    + r"(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)"
)
_DEFINED = re.compile(r"^ {0,3}\[(?P<name>[^\]^][^\]]*)\]:[ \t]*" + _TARGET, re.MULTILINE)
_USED = re.compile(r"(?<!\\)(?P<picture>!?)\[(?P<text>[^\[\]\n]+)\]\[(?P<name>[^\[\]\n]*)\]")
_TAG = re.compile(r"<(?P<tag>a|img)\b[^<>]*?\s(?:href|src)\s*=\s*(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)')", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_ALLOWED = ("http:", "https:", "mailto:", "tel:", "data:", "ftp:")
_MISTYPED = re.compile(r"https?:(?!//[^/])|https?：|https?/|www\.", re.IGNORECASE)
_LOCAL = re.compile(
    r"[A-Za-z]:[\\/]|file:|~[\\/]|\\\\|https?://(?:localhost|127\.\d|0\.0\.0\.0|\[::1\]|192\.168\.|10\.\d+\.\d+\.\d)",
    re.IGNORECASE,
)
_PICTURE = "a picture in the docs folder, from this file's folder"
_PAGE = "a file in the docs folder, from this file's folder, ending in .md"


@dataclass(frozen=True)
class LinkTarget:
    """Where something leads: ``address`` as written, ``offset`` in the body, whether it is a picture."""

    address: str
    offset: int
    picture: bool


def check(source: Source, world: World) -> list[Finding]:
    """A finding for every link and picture of ``source`` that leads nowhere; other hosts are not asked."""
    found = []
    for target in targets(source):
        fault = _fault(source, target, world)
        if fault:
            found.append(fault)
    return found + _undefined(source)


def targets(source: Source) -> Iterator[LinkTarget]:
    """Every address of the body that stands outside code."""
    prose = source.prose
    if "](" in prose:
        yield from _inline(prose, 0)
    for match in _DEFINED.finditer(prose) if "]:" in prose else []:
        yield LinkTarget(match["angled"] or match["plain"] or "", match.start(), False)
    for match in _TAG.finditer(prose) if "<" in prose else []:
        yield LinkTarget(match["a"] or match["b"] or "", match.start(), match["tag"].lower() == "img")


def _inline(text: str, start: int) -> Iterator[LinkTarget]:
    for match in _INLINE.finditer(text):
        yield LinkTarget(match["angled"] or match["plain"] or "", start + match.start(), bool(match["picture"]))
        if "](" in match["text"]:
            yield from _inline(match["text"], start + match.start("text"))


def _fault(source: Source, target: LinkTarget, world: World) -> Finding | None:
    line, address = source.line_at(target.offset), target.address.strip()
    kind = "picture" if target.picture else "link"
    if not address:
        return Finding(
            source.file,
            line,
            f"{kind}-broken",
            f"the {kind} has no address",
            _PICTURE if target.picture else _PAGE,
            _example(target),
        )
    own = _of_own_computer(source, line, target, address) or _wrong_scheme(source, line, target, address)
    if own or _SCHEME.match(address):
        return own
    path, _, anchor = address.partition("#")
    path = unquote(path.partition("?")[0])
    if path.startswith("/"):
        return Finding(
            source.file,
            line,
            "link-absolute",
            f"{address} begins with a slash",
            "a path from this file's folder: the site may stand in a folder of its host",
            _example(target),
        )
    place = posixpath.normpath(posixpath.join(posixpath.dirname(source.path), path)) if path else source.path
    if not world.has(place):
        return _missing(source, line, target, place, world)
    if target.picture and world.is_no_picture(place):
        said = f"{address} holds no picture"
        return Finding(source.file, line, "picture-broken", said, "the picture's own file", _example(target))
    if anchor and place.endswith(".md"):
        return _anchor_fault(source, line, address, place, unquote(anchor), world)
    return None


def _of_own_computer(source: Source, line: int, target: LinkTarget, address: str) -> Finding | None:
    """An address that leads somewhere on the computer of whoever wrote it."""
    if not _LOCAL.match(address) and not ("\\" in address and "://" not in address):
        return None
    name = re.split(r"[\\/]", unquote(address))[-1]
    example = f"![石桥](../images/{name})" if target.picture else _example(target)
    allowed = _PICTURE if target.picture else _PAGE
    return Finding(source.file, line, "link-local", f"{address} is a place on one computer", allowed, example)


def _wrong_scheme(source: Source, line: int, target: LinkTarget, address: str) -> Finding | None:
    """An address of another host that no browser would read as one."""
    scheme = _SCHEME.match(address)
    mistyped = _MISTYPED.match(address)
    if not mistyped and (not scheme or scheme[0].lower() in _ALLOWED or scheme[0] == "//"):
        return None
    return Finding(
        source.file,
        line,
        "link-scheme",
        f"{address[:60]} begins with {(mistyped or scheme or [''])[0]}",
        "http://, https://, mailto: or tel:, or a path from this file's folder",
        "[石桥](https://example.org/bridge)",
    )


def _missing(source: Source, line: int, target: LinkTarget, place: str, world: World) -> Finding:
    kind = "picture" if target.picture else "link"
    near = world.near(place)
    came = f"there is no {target.address.partition('#')[0]}"
    if place.startswith("../"):
        came += " in the docs folder: it lies outside"
    allowed = _PICTURE if target.picture else _PAGE
    here = posixpath.dirname(source.path) or "."
    said = ", ".join(posixpath.relpath(each, here) for each in near.split(", ") if each)
    return Finding(
        source.file, line, f"{kind}-broken", came, f"{allowed}; nearest: {said}" if said else allowed, _example(target)
    )


def _anchor_fault(source: Source, line: int, address: str, place: str, anchor: str, world: World) -> Finding | None:
    if world.has_id(place, anchor):
        return None
    guess = world.near_id(place, anchor)
    return Finding(
        source.file,
        line,
        "link-anchor",
        f"{address}: {place} has no place #{anchor}",
        "a claim (#c3), definition (#d1), paragraph (#p2) or heading of that page"
        + (f"; nearest: {guess}" if guess else ""),
        "[石桥](stone-bridge.md#c3)",
    )


def _undefined(source: Source) -> list[Finding]:
    """``[text][name]`` whose name is defined nowhere in the file: it is shown as written."""
    prose = source.prose
    if "][" not in prose:
        return []
    defined = {" ".join(match["name"].split()).lower() for match in _DEFINED.finditer(prose)}
    found = []
    for match in _USED.finditer(prose):
        name = " ".join((match["name"] or match["text"]).split()).lower()
        if name not in defined:
            found.append(
                Finding(
                    source.file,
                    source.line_at(match.start()),
                    "link-undefined",
                    f"{match[0]}: the name {name} has no address in this file",
                    "a line of its own that gives it",
                    f"[{name}]: stone-bridge.md#c3",
                )
            )
    return found


def _example(target: LinkTarget) -> str:
    return "![石桥](../images/bridge.png)" if target.picture else "[石桥](stone-bridge.md#c3)"
