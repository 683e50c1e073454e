"""Relations that a curator drew in Argdown, read back: what `digest.argdown` says, and what was added to it by hand.

Read are statements by their titles (``[slug#c1]``), what supports (``+>``, ``<+``, ``+``) and attacks (``->``, ``<-``,
``-``, ``><``) them, and the lists ``extends`` and ``same-topic`` in a statement's data. The reason of a relation is the
comment behind it. Arguments, inferences and undercuts have no counterpart here: each is a finding, nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from digest.files.findings import Finding, nearest
from digest.files.yaml_lines import YamlDocument, YamlFault

EXAMPLE = "[one-article#c1]\n    -> [other-article#c4] // 一方说赋能须有中心，一方说赋能要化整为零"
_IN_ONE_LINE = "  -> [other-article#c4] // 理由"

# Whether a line's claim is the one that the relation starts from, and the kind; + and - stand for <+ and <-.
_SIGNS = {
    "+>": (False, "supports"),
    "->": (False, "disputes"),
    "<+": (True, "supports"),
    "<-": (True, "disputes"),
    "+": (True, "supports"),
    "-": (True, "disputes"),
    "><": (False, "disputes"),
}
_LINE = re.compile(
    r"(?P<blank>[ \t]*)(?:(?P<sign>\+>|->|<\+|<-|><|_>|<_|\+|-|_)[ \t]+)?"
    r"(?P<open>[\[<])(?P<title>(?:\\.|[^\]>\\])+)[\]>](?P<rest>.*)"
)
_COMMENT = re.compile(r"/\*.*?\*/|<!--.*?-->", re.DOTALL)
_DATA = re.compile(r"(?<!\\)\{.*(?<!\\)\}")
_REASON = re.compile(r"(?<![\\:])//(.*)$")
_BACKSLASH = re.compile(r"\\(.)")


@dataclass(frozen=True)
class Drawn:
    """``a`` KIND ``b`` with its ``reason`` (empty where none stands behind it), on ``line`` of the file."""

    line: int
    a: str
    kind: str
    b: str
    reason: str


def read_argdown(file: str, text: str, claims: Collection[str]) -> tuple[list[Drawn], list[Finding]]:
    """The relations in ``text``, each pair in one direction once, and what could not be read."""
    drawn: dict[tuple[str, str, str], Drawn] = {}
    found: list[Finding] = []
    above: list[tuple[int, str]] = []
    for line, content in enumerate(_without_head(_COMMENT.sub(_lines_kept, text)).split("\n"), 1):
        match = _LINE.match(content)
        if not match:
            continue
        title, depth = _BACKSLASH.sub(r"\1", match["title"]), len(match["blank"].expandtabs(4))
        above = [each for each in above if each[0] < depth]
        faults = [*_faults(file, line, match, title, claims)]
        found += faults
        if not faults:
            for each in [*_of_sign(match, line, above, title), *_of_data(match["rest"], line, title)]:
                drawn.setdefault((each.a, each.kind, each.b), each)
        above.append((depth, "" if faults else title))
    unknown = [each for each in drawn.values() if each.b not in claims]
    found += [_unknown(file, each.line, each.b, claims) for each in unknown]
    return [each for each in drawn.values() if each.b in claims], found


def _lines_kept(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")


def _without_head(text: str) -> str:
    """``text`` with empty lines for its front matter, which stands between two lines of ===."""
    match = re.match(r"\s*={3,}[ \t]*\n.*?\n={3,}[ \t]*(?=\n|\Z)", text, re.DOTALL)
    return "\n" * match[0].count("\n") + text[match.end() :] if match else text


def _faults(file: str, line: int, match: re.Match[str], title: str, claims: Collection[str]) -> Iterator[Finding]:
    if match["open"] == "<":
        yield Finding(file, line, "argdown-form", f"the argument <{title}> came", "statements only", _IN_ONE_LINE)
    elif match["sign"] and match["sign"] not in _SIGNS:
        allowed = ", ".join(_SIGNS)
        yield Finding(file, line, "argdown-form", f"the sign {match['sign']} came", allowed, _IN_ONE_LINE)
    elif title not in claims:
        yield _unknown(file, line, title, claims)


def _unknown(file: str, line: int, title: str, claims: Collection[str]) -> Finding:
    guess = nearest(title, claims)
    allowed = f"a claim of the digest; nearest: {guess}" if guess else "a claim of the digest"
    return Finding(file, line, "argdown-claim", f"there is no claim {title}", allowed, "[one-article#c1]")


def _of_sign(match: re.Match[str], line: int, above: list[tuple[int, str]], title: str) -> Iterator[Drawn]:
    parent = above[-1][1] if above else ""
    if match["sign"] and parent:
        starts_here, kind = _SIGNS[match["sign"]]
        a, b = (title, parent) if starts_here else (parent, title)
        reason = _REASON.search(_DATA.sub("", match["rest"]))
        yield Drawn(line, a, kind, b, _BACKSLASH.sub(r"\1", reason[1]).strip() if reason else "")


def _of_data(rest: str, line: int, title: str) -> Iterator[Drawn]:
    """What the statement's data says it extends or shares a topic with."""
    match = _DATA.search(rest)
    try:
        data = YamlDocument(match[0]).data if match else None
    except YamlFault:
        data = None
    for kind in ("extends", "same-topic"):
        listed = data.get(kind) if isinstance(data, dict) else None
        for other in listed if isinstance(listed, list) else []:
            yield Drawn(line, title, kind, str(other), "")
