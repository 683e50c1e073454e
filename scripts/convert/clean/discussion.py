"""Comments below an article in a text copy: nothing names them but the buttons that each of them has."""

from __future__ import annotations

import itertools

from convert.evidence.floors import first_reply
from convert.evidence.lines import is_prose
from convert.evidence.repeated import BUTTONS_MOST
from convert.page import Block
from convert.rules.tables import pattern
from convert.text.characters import ends_sentence

# Three comments are a discussion; one line of buttons may belong to the article itself.
LEAST = 3
# The line above a comment is its writer's name.
NAME_MOST = 20

Texts = list[tuple[int, Block]]


def discussion_start(texts: Texts) -> int:
    """The place in `texts` where comments begin; -1 if there are none."""
    if (reply := first_reply([block.text for _, block in texts])) >= 0:
        return reply
    marks = pattern("html", "comment_buttons")
    places = [at for at, (_, b) in enumerate(texts) if len(b.text) <= BUTTONS_MOST and marks.search(b.text.strip())]
    groups: list[list[int]] = []
    for at in places:
        if groups and at - groups[-1][-1] <= 1:
            groups[-1].append(at)
        else:
            groups.append([at])
    if len(groups) < LEAST:
        return -1
    # What stands between two rows of buttons is one comment; the first has as many lines above its own.
    lines = min(after[0] - before[-1] - 1 for before, after in itertools.pairwise(groups))
    start = groups[0][0] - lines
    if not any(is_prose(block.text) for _, block in texts[: max(start, 0)]):
        # The opening post has buttons, too.
        start = groups[1][0] - lines
        return start if any(is_prose(block.text) for _, block in texts[:start]) else -1
    if start >= 0 and len(texts[start][1].text) <= NAME_MOST and not ends_sentence(texts[start][1].text):
        return start
    return groups[0][0]
