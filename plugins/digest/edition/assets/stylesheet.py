"""A stylesheet as rules: read far enough to leave out those that no page of a site can meet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

# Strings, comments and brackets are what a rule's end must be looked for past.
_PIECE = re.compile(r'/\*.*?\*/|"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|\\.|[{};]', re.DOTALL)
_NESTING = ("@media", "@supports", "@layer", "@container")
_NEGATED = re.compile(r":not\([^()]*\)")
_NAME = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_VARIABLE = re.compile(
    r"""(?<=[{;])(?P<name>--[\w-]+)\s*:(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:[^()"']|"[^"]*"|'[^']*')*\)|[^;"'(){}])*(?:;|(?=\}))"""
)
_USED = re.compile(r"var\(\s*(--[\w-]+)")
_SCHEME = re.compile(r"\[data-md-color-(primary|accent)=([a-z-]+)\]")


def rules(css: str) -> Iterator[tuple[str, str | None]]:
    """The statements of ``css`` in order: what stands before the braces and what in them, ``None`` without braces."""
    start = depth = body = 0
    head = ""
    for match in _PIECE.finditer(css):
        sign = match[0]
        if sign == "{":
            if not depth:
                head, body = css[start : match.start()], match.end()
            depth += 1
        elif sign == "}" and depth:
            depth -= 1
            if not depth:
                yield head, css[body : match.start()]
                start = match.end()
        elif sign == ";" and not depth:
            yield css[start : match.end()], None
            start = match.end()
    if css[start:].strip():
        yield css[start:], None


def without(css: str, is_absent: Callable[[str], bool]) -> str:
    """``css`` without the selectors that name a class which ``is_absent`` says no page has, or a direction that none
    has; all else to the letter."""
    kept = []
    for head, body in rules(css):
        if body is None:
            kept.append(head)
        elif head.lstrip().startswith(_NESTING):
            inner = without(body, is_absent)
            kept.append(f"{head}{{{inner}}}" if inner.strip() else "")
        elif head.lstrip().startswith("@"):
            kept.append(f"{head}{{{body}}}")
        else:
            met = [each for each in selectors(head) if not _is_lost(each, is_absent)]
            kept.append(f"{','.join(met)}{{{body}}}" if met else "")
    return "".join(kept)


def without_colours(css: str, named: Callable[[str, str], bool]) -> str:
    """``css`` without the rules for the theme's colours (``primary`` or ``accent``, colour) that are not ``named``."""
    return "".join(
        head if body is None else f"{head}{{{body}}}"
        for head, body in rules(css)
        if all(named(*match.groups()) for match in _SCHEME.finditer(head))
    )


def without_unused(css: str, beside: str = "") -> str:
    """``css`` without the variables that neither it nor the stylesheet ``beside`` it makes use of."""
    used = {*_USED.findall(css), *_USED.findall(beside)}
    left = _VARIABLE.sub(lambda match: match[0] if match["name"] in used else "", css)
    # What was left out may have been the only use of another.
    return css if left == css else without_unused(left, beside)


def selectors(head: str) -> list[str]:
    """The selectors of a rule: its head, divided at the commas that are in no brackets."""
    found, depth, start = [], 0, 0
    for place, sign in enumerate(head):
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and not depth:
            found.append(head[start:place])
            start = place + 1
    return [*found, head[start:]]


def _is_lost(selector: str, is_absent: Callable[[str], bool]) -> bool:
    """Whether nothing can match: a class within ``:is()`` is one of several, and one within ``:not()`` none at all."""
    # Chinese is set from left to right.
    if "[dir=rtl]" in selector:
        return True
    plain = _NEGATED.sub("", selector)
    while (inner := re.sub(r":(?:is|where|has)\([^()]*\)", "", plain)) != plain:
        plain = inner
    return any(is_absent(name) for name in _NAME.findall(plain))
