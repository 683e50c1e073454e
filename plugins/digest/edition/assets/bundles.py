"""Files put together into one, without the comments and indents that only people read, named by what is in it.

What is put together are scripts that stand by themselves (each an expression called at once) and stylesheets, as they
are written: a contributor changes a file and reloads, there is nothing to be compiled.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# Texts and addresses are left as they are; around these signs a blank says nothing, nor does a last semicolon.
_CSS_BLANK = re.compile(
    r"""(?P<kept>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^)]*\))|[\s;]*(?P<end>\})\s*|\s*(?P<sign>[{;,])\s*"""
    r"""|(?<=[\w-]:)(?P<gone>\s+)|(?P<blank>\s+)"""
)
_JS_IMPORT = re.compile(r"""^import \{[^}\n]*\} from "\./([\w-]+\.js)"\n""", re.MULTILINE)
_JS_EXPORT = re.compile(r"^export (?=const|let|class|function|async)", re.MULTILINE)
_JS_DECLARED = re.compile(r"^(?:async )?(?:const|let|class|function\*?) (\w+)( = [^(){}\n]*$)?", re.MULTILINE)
_JSDOC = re.compile(r"^[ \t]*/\*\*.*?\*/[ \t]*\n", re.DOTALL | re.MULTILINE)
_JS_LINE = re.compile(r"^[ \t]*//[^\n]*\n", re.MULTILINE)
_JSDOC_CAST = re.compile(r"/\*\* @type \{[^\n]*?\} \*/ ?")
_MAP = re.compile(r"\n?/[/*]# sourceMappingURL=[^\n]*")

# A server makes the same of the same files in each build; a theme has some 60.
_KEPT = 128


@dataclass(frozen=True)
class Bundle:
    """``name`` is the file's (its stem, a hash of ``content``, its ending)."""

    name: str
    content: str


def stylesheet(stem: str, parts: Iterable[tuple[str, str]]) -> Bundle:
    """The stylesheets ``parts`` (medium, text) in order; a part for a medium, ``print``, stands in a query for it."""
    made = "".join(
        f"@media {medium}{{{text}}}" if medium else text
        for medium, text in ((medium, _plain_css(text)) for medium, text in parts)
    )
    return _named(stem, ".css", made)


def script(stem: str, parts: Iterable[str]) -> Bundle:
    """The scripts ``parts`` in order. Each must end its last statement, or begin with a bracket after a line's end."""
    return _named(stem, ".js", "\n;".join(map(_plain_js, parts)))


def modules(stem: str, parts: Mapping[str, str]) -> Bundle:
    """The JavaScript modules ``parts`` (by file name) as one script, each behind those that it imports.

    They share one scope: what they declare at the left margin must be named differently. Raises ValueError where not,
    or where a module imports in another way than ``import { a, b } from "./other.js"`` in a line.
    """
    ordered: dict[str, str] = {}
    seen: set[str] = set()

    def put(name: str) -> None:
        seen.add(name)
        for needed in _JS_IMPORT.findall(parts[name]):
            if needed not in seen:
                put(needed)
        ordered[name] = _JS_EXPORT.sub("", _JS_IMPORT.sub("", parts[name]))

    for name in parts:
        if name not in seen:
            put(name)
    declared = Counter(name for text in ordered.values() for name in _declared(text))
    twice = sorted(name for name, often in declared.items() if often > 1)
    odd = [
        name for name, text in ordered.items() if re.search(r"^import\b|\bimport\(\"", _plain_js(text), re.MULTILINE)
    ]
    if twice or odd:
        raise ValueError(f"modules that cannot be one script: {twice} declared twice, other imports in {odd}")
    return _named(stem, ".js", "\n".join(map(_plain_js, ordered.values())))


def _declared(text: str) -> Iterator[str]:
    """What a module declares at the left margin: each name of ``const A = 1, B = 2`` too."""
    for first, others in _JS_DECLARED.findall(text):
        yield first
        yield from re.findall(r", (\w+) = ", others)


def _named(stem: str, ending: str, content: str) -> Bundle:
    identity = hashlib.sha256(content.encode()).hexdigest()[:10]
    return Bundle(f"{stem}.{identity}{ending}", content)


@lru_cache(_KEPT)
def _plain_css(text: str) -> str:
    """Without comments, indents, line ends and blanks that say nothing; ``@charset`` and imports are no part of these
    stylesheets."""
    return _CSS_BLANK.sub(_shorter, _CSS_COMMENT.sub("", _MAP.sub("", text))).strip()


def _shorter(found: re.Match[str]) -> str:
    return found["kept"] or found["end"] or found["sign"] or (" " if found["blank"] else "")


@lru_cache(_KEPT)
def _plain_js(text: str) -> str:
    """Without whole lines of comments, comments that say types, and indents. A text across lines keeps its own."""
    plain = _JSDOC_CAST.sub("", _JS_LINE.sub("", _JSDOC.sub("", _MAP.sub("", text))))
    if "`" in plain and any(piece.count("\n") for piece in plain.split("`")[1::2]):
        return plain.strip()
    return "\n".join(line.strip() for line in plain.splitlines() if line.strip())
