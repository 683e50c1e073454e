"""What in an SVG picture is more than a picture: a reader may open the file by itself, where it would run."""

from __future__ import annotations

import re
from xml.parsers import expat

_DRAWS = frozenset(
    "svg g defs symbol use desc title metadata path rect circle ellipse line polyline polygon text tspan textPath "
    "linearGradient radialGradient stop pattern clipPath mask marker filter switch a image view "
    "feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap "
    "feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode "
    "feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence".split()
)
_SVG = "http://www.w3.org/2000/svg"
# What drawing programs note for themselves; a browser reads none of it.
_NOTES = re.compile(
    r"http://(?:www\.inkscape\.org/|sodipodi\.sourceforge\.net/|www\.w3\.org/1999/02/22-rdf-syntax-ns#|creativecommons\.org/"
    r"|web\.resource\.org/cc/|purl\.org/dc/|ns\.adobe\.com/|www\.serif\.com/|www\.bohemiancoding\.com/|www\.figma\.com/)"
)
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp);", re.IGNORECASE)
_FETCHES = re.compile(r"@import|url\s*\(\s*[\"']?\s*(?!#|[\"']|\s)|expression\s*\(|\\", re.IGNORECASE)
# A picture of an article is no larger; ten times the largest of any page seen.
BYTES_MOST = 5_000_000


class _Fault(Exception):
    """What was found, as a message says it."""


def active_part(data: bytes) -> tuple[str, int]:
    """What in the SVG ``data`` is no drawing (empty where all of it is), and its line."""
    if len(data) > BYTES_MOST:
        return f"{len(data)} bytes", 1
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _doctype
    parser.ProcessingInstructionHandler = _instruction
    parser.StartElementHandler = _element
    parser.CharacterDataHandler = _text
    # A rule of a style may come in pieces: the parser hands them on whole, where the next thing is asked for.
    parser.buffer_text = True
    parser.EndElementHandler = lambda name: None
    try:
        parser.Parse(data, True)
    except _Fault as fault:
        return str(fault), parser.CurrentLineNumber
    except (expat.ExpatError, LookupError, ValueError) as fault:
        return f"no XML ({fault})", parser.CurrentLineNumber
    return "", 1


def _doctype(name: str, system: str | None, public: str | None, has_subset: bool) -> None:
    if has_subset:
        raise _Fault("a document type with declarations of its own")


def _instruction(target: str, data: str) -> None:
    raise _Fault(f"<?{target}?>")


def _text(text: str) -> None:
    if _FETCHES.search(text):
        raise _Fault(f"the text {text.strip()[:40]!r}, which a style could load something by")


def _element(name: str, given: dict[str, str]) -> None:
    space, _, local = name.rpartition(" ")
    if _NOTES.match(space):
        return
    style = local == "style" and space == _SVG
    if space != _SVG or (local not in _DRAWS and not style):
        raise _Fault(f"<{local}>")
    for attribute, value in given.items():
        _attribute(local, attribute, value)


def _attribute(element: str, attribute: str, value: str) -> None:
    name = attribute.rpartition(" ")[2].lower()
    if name.startswith("on"):
        raise _Fault(f"<{element} {name}=…>")
    if name in ("href", "src", "base"):
        address = re.sub(r"[\x00-\x20]+", "", value)
        allowed = address.startswith("#") or (element in ("image", "feImage") and _PICTURE.match(address))
        if not allowed and not (element == "a" and address.startswith(("https://", "http://"))):
            raise _Fault(f"<{element} {name}={value[:40]!r}>")
    elif _FETCHES.search(value):
        raise _Fault(f"<{element} {name}={value[:40]!r}>")
