"""One line against the phrase rules."""

from __future__ import annotations

from convert.chinese import folded, letters
from convert.phrases import LineRule, line_rules, pattern, patterns


def rule_for(text: str, head: bool = True, tail: bool = True, outside: bool = True) -> LineRule | None:
    """The first rule that takes the line where it stands.

    `head` and `tail`: among the first or last blocks; `outside`: before the first or after the last paragraph.
    """
    key = folded(text)
    places = {"any": True, "head": head, "tail": tail, "edge": head or tail, "outside": outside}
    for rule in line_rules():
        if not places[rule.where]:
            continue
        if len(key) <= rule.most and rule.pattern.search(key):
            return rule
    return None


def is_label(text: str, group: str) -> bool:
    """True if the whole line is a label of `group` (related, comments)."""
    key = letters(text)
    return 0 < len(key) <= 40 and any(p.fullmatch(key) for p in patterns("lines", group))


def lead_label(text: str) -> int:
    """The length of the label (编辑导语：…) that the text starts with; 0: none."""
    # Folding keeps one character one character here: the label is before any ligature or long space.
    found = pattern("lines", "lead_labels").match(folded(text[:40]))
    return found.end() if found else 0
