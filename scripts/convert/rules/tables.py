"""The phrase rules in `rules/*.yml`, read and checked once (what each group means is said in the files), and one line
against them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

import convert
from convert.errors import ConvertError
from convert.rules.words import Needed, needed
from convert.text.characters import folded, hanzi_count, letters

# Reads the same language several times as fast; it is there wherever PyYAML is a wheel.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
PLACES = ("any", "head", "tail", "edge", "outside")
ACTIONS = ("remove", "rights", "image_credit", "via", "source")
# Classes of Chinese characters, signs and blanks, as the rules write them.
_ONE_CASE = re.compile(r"(?<!\\)\[\\u4e00-\\u9fff[··、，, ]*\]")
GROUP = ("reason", "where", "most", "action", "leaves", "patterns")


@dataclass(frozen=True)
class LineRule:
    """A line is removed for `reason` if it takes its folded form (see `characters.folded`).

    `where` is any, head, tail, edge (head or tail) or outside (before the first or after the last running
    paragraph; head and tail take in a few blocks inside, too). `most` is the longest line in characters the
    rule applies to; `action` is remove, or the metadata field that keeps the line.
    """

    reason: str
    patterns: tuple[str, ...]
    where: str = "any"
    most: int = 80
    action: str = "remove"

    def takes(self, key: str) -> bool:
        """Whether a pattern matches the folded line `key`."""
        return any(_matches(each, key) for each in self.patterns)


def _matches(written: str, key: str) -> bool:
    return _asked(written)(key) is not None


@cache
def _asked(written: str) -> Callable[[str], re.Match[str] | None]:
    """A pattern of the line rules, compiled when the first line has a word that it needs."""
    made = re.compile(written)
    return made.match if _is_anchored(written) else made.search


@cache
def _rules_and_patterns(most: int) -> tuple[list[tuple[LineRule, str]], Needed]:
    """Each pattern of the line rules that apply to lines of `most` characters behind its rule, in file order, and what
    tells which of them may match."""
    listed = [(rule, pattern) for rule in line_rules() for pattern in rule.patterns]
    words = _words(tuple(pattern for _, pattern in listed))
    apply = [(entry, each) for entry, each in zip(listed, words, strict=True) if entry[0].most >= most]
    return [entry for entry, _ in apply], Needed([each for _, each in apply])


@cache
def _words(listed: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The words that each pattern needs."""
    code = files("convert").joinpath("rules", "words.py").read_bytes()
    known_by = [code, *(pattern.encode() for pattern in listed)]
    kept: list[tuple[str, ...]] = convert.keep("rules-words", known_by, lambda: [needed(each) for each in listed])
    return kept


@cache
def _bounds() -> list[int]:
    """The longest lines that the rules apply to, in characters, from the shortest on."""
    return sorted({rule.most for rule in line_rules()})


@cache
def table(name: str) -> Any:
    """The content of `rules/<name>.yml`."""
    text = files("convert").joinpath("rules", f"{name}.yml").read_bytes()
    return convert.keep(f"rules-{name}", [text], lambda: yaml.load(text, Loader=_LOADER))  # noqa: S506 - a safe one


@cache
def line_rules() -> tuple[LineRule, ...]:
    """The line rules in file order; the first that matches decides. That they are sound is what tests look at: to try
    every pattern by itself takes longer than to convert a page."""
    return tuple(map(_rule, table("lines")["groups"]))


def line_rule(group: dict[str, Any]) -> LineRule:
    """The rule of a group of `lines.yml`.

    Raises:
        ConvertError: The group is not sound; it names the pattern.
    """
    reason = str(group.get("reason", ""))
    unknown = set(group) - set(GROUP)
    if not reason or unknown or group.get("where", "any") not in PLACES or group.get("action", "remove") not in ACTIONS:
        raise _fault(reason, f"keys {sorted(group)}", f"the keys {', '.join(GROUP)}; where: {', '.join(PLACES)}")
    if not group.get("patterns") or not group.get("leaves"):
        raise _fault(reason, "no patterns, or no line that they leave", "`patterns`, and `leaves` with such a line")
    most = group.get("most", 80)
    for entry in group["patterns"]:
        _check(reason, entry, folded(group["leaves"]), most)
    return _rule(group)


def _rule(group: dict[str, Any]) -> LineRule:
    where, most, action = group.get("where", "any"), group.get("most", 80), group.get("action", "remove")
    return LineRule(group["reason"], tuple(entry["match"] for entry in group["patterns"]), where, most, action)


def _is_anchored(pattern: str) -> bool:
    """True if `pattern` matches at the beginning of a line only: it begins so, and no choice of it does otherwise."""
    depth = 0
    plain = re.sub(r"\\.|\[\^?\]?[^\]]*\]", "", pattern)
    for sign in plain:
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and depth == 0:
            return False
    return pattern.startswith("^")


def _check(reason: str, entry: Any, leaves: str, most: int) -> None:
    """Each pattern by itself: it can be read, takes its example, and leaves what is text."""
    if not isinstance(entry, dict) or set(entry) != {"match", "takes"}:
        raise _fault(reason, f"the entry {entry!r}", "`match`, a pattern, and `takes`, a line that it matches")
    try:
        own = re.compile(entry["match"])
    except re.error as error:
        raise _fault(reason, f"{entry['match']!r} is no pattern ({error})", "a regular expression") from error
    taken = folded(entry["takes"])
    if not own.search(taken) or len(taken) > most:
        raise _fault(
            reason, f"{entry['match']!r} does not take {entry['takes']!r}", f"a line of up to {most} characters"
        )
    # A number alone heads sections of many articles.
    for text in (leaves, "", "1", "03"):
        if own.search(text):
            raise _fault(reason, f"{entry['match']!r} takes {text!r}, which is text", "a pattern for furniture only")


def _fault(reason: str, what: str, allowed: str) -> ConvertError:
    return ConvertError(f"group {reason!r}: {what}", file="rules/lines.yml", allowed=allowed)


def joined(patterns: list[str]) -> re.Pattern[str]:
    """One pattern that matches where any of the given ones does."""
    return _compiled("|".join(f"(?:{p})" for p in patterns))


def _compiled(pattern: str) -> re.Pattern[str]:
    # Of a class in a pattern of either case each character is looked at when it is compiled: 20,000 that have none.
    return re.compile(_ONE_CASE.sub(r"(?-i:\g<0>)", pattern), re.I)


@cache
def pattern(name: str, key: str) -> re.Pattern[str]:
    """The list `key` of `rules/<name>.yml` as one pattern."""
    return joined(table(name)[key])


# The names of a class stand on hundreds of elements of a page.
@lru_cache(maxsize=1 << 14)
def named(key: str, names: str) -> bool:
    """Whether the list `key` of `rules/html.yml` matches in the names (class, id) of an element."""
    return pattern("html", key).search(names) is not None


@cache
def patterns(name: str, key: str) -> tuple[re.Pattern[str], ...]:
    """The list `key` of `rules/<name>.yml`, each on its own, in order."""
    return tuple(map(_compiled, table(name)[key]))


# Labels have up to 75 letters, those of the mainland and Taiwan up to 20.
LABEL_MOST = 80


def rule_for(text: str, head: bool = True, tail: bool = True, outside: bool = True) -> LineRule | None:
    """The first rule that takes the line where it stands.

    `head` and `tail`: among the first or last blocks; `outside`: before the first or after the last paragraph.
    """
    places = {"any": True, "head": head, "tail": tail, "edge": head or tail, "outside": outside}
    return next((rule for rule in rules_of(text) if places[rule.where]), None)


def rules_of(text: str) -> tuple[LineRule, ...]:
    """The rules that would take the line in some place, in their order."""
    return _matching(folded(text))


# A line is asked about from several sides; a page has a few hundred lines, a book pasted into one article ten thousand.
@lru_cache(maxsize=1 << 15)
def _matching(key: str) -> tuple[LineRule, ...]:
    """The rules that would take a line of the folded form `key` in some place, in their order; none where it has no
    letter and no number: what brackets, dots and rules on a line are for the lines beside them say."""
    bounds = _bounds()
    if len(key) > bounds[-1] or not any(map(str.isalnum, key)):
        return ()
    # A paragraph is longer than most rules' lines: it is not asked about them at all.
    listed, words = _rules_and_patterns(bounds[bisect_left(bounds, len(key))])
    asked = (listed[number] for number in words.in_line(key))
    return tuple(dict.fromkeys(rule for rule, each in asked if _matches(each, key)))


def is_repost(line: str) -> bool:
    """True for a reposter's notice, which names the reposter as author."""
    key = folded(line)
    return any(rule.takes(key) for rule in line_rules() if rule.action == "via")


def is_label(text: str, group: str) -> bool:
    """True if the whole line is a label of `group` (related, comments)."""
    # Each is a letter: of a long line nobody has to know which.
    if hanzi_count(text) > LABEL_MOST:
        return False
    key = letters(text)
    return 0 < len(key) <= LABEL_MOST and pattern("lines", group).fullmatch(key) is not None


def lead_label(text: str) -> int:
    """The length of the label (编辑导语：…) that the text starts with; 0: none."""
    # Folding keeps one character one character here: the label is before any ligature or long space.
    found = pattern("lines", "lead_labels").match(folded(text[:40]))
    return found.end() if found else 0
