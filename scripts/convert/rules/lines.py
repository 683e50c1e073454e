"""One line against the phrase rules."""

from __future__ import annotations

from functools import cache, lru_cache

from convert.rules.tables import LineRule, line_rules, pattern
from convert.text.characters import folded, hanzi_count, letters

# Labels have up to 54 letters, those of the mainland and Taiwan up to 20.
LABEL_MOST = 60


def rule_for(text: str, head: bool = True, tail: bool = True, outside: bool = True) -> LineRule | None:
    """The first rule that takes the line where it stands.

    `head` and `tail`: among the first or last blocks; `outside`: before the first or after the last paragraph.
    """
    places = {"any": True, "head": head, "tail": tail, "edge": head or tail, "outside": outside}
    return next((rule for rule in _matching(folded(text)) if places[rule.where]), None)


# A line is asked about from several sides; a page has a few hundred lines, a book pasted into one article ten thousand.
@lru_cache(maxsize=1 << 15)
def _matching(key: str) -> tuple[LineRule, ...]:
    """The rules that would take a line of the folded form `key` in some place, in their order."""
    return tuple(rule for rule in line_rules() if len(key) <= rule.most and rule.takes(key))


def is_repost(line: str) -> bool:
    """True for a reposter's notice, which names the reposter as author."""
    key = folded(line)
    return any(rule.takes(key) for rule in _of_reposts())


@cache
def _of_reposts() -> tuple[LineRule, ...]:
    return tuple(rule for rule in line_rules() if rule.action == "via")


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
