"""Headings that a wiki tells by a button: each case beside one that differs a little."""

import pytest

from convert.evidence.copies.edited import BUTTONS_MOST, EDITED, HEADING_MOST, with_edited_heads
from convert.page import Block, Span

P = "渡口边的旧船上岸以后，木匠先把船底的漆刮干净，再用麻丝把缝一条一条塞紧，塞完还要敲一遍。"


def read(*lines):
    """The headings, the other lines and the lines taken out."""
    kinds = {"`": "code", "•": "item"}
    blocks = tuple(
        Block(kinds.get(line[0], "paragraph"), (Span(line.lstrip("`•")),), line=n) for n, line in enumerate(lines)
    )
    made, removed = with_edited_heads(blocks)
    heads = [block for block in made if block.kind == "heading"]
    assert all((block.level, block.hint) == (2, EDITED) for block in heads)
    assert all((each.reason, each.block) == ("navigation", blocks[each.index]) for each in removed)
    return [b.text for b in heads], [b.text for b in made if b not in heads], [each.block.text for each in removed]


@pytest.mark.parametrize(
    ("lines", "heads", "removed"),
    [
        (["木料[编辑]", P, "上漆[編輯]", P], ["木料", "上漆"], []),
        (["木料 [ edit ]", P, "上漆【编辑】", P], ["木料", "上漆"], []),
        (["木料［编辑 | 编辑源代码］", P, "上漆[编辑｜编辑 原始码]", P], ["木料", "上漆"], []),
        (["•木料[编辑]", P, "上漆[编辑]", P], ["木料", "上漆"], []),
        (["木料[编辑]", P], [], []),
        (["木料[编辑部]", P, "上漆[编辑部]", P], [], []),
        (["[编辑]", P, "上漆[编辑]", P], [], []),
        (["`木料[编辑]", P, "上漆[编辑]", P], [], []),
        (["船来了。[编辑]", P, "上漆[编辑]", P], [], []),
        (["——[编辑]", P, "上漆[编辑]", P], [], []),
        (["船" * HEADING_MOST + "[编辑]", P, "上漆[编辑]", P], ["船" * HEADING_MOST, "上漆"], []),
        (["船" * (HEADING_MOST + 1) + "[编辑]", P, "上漆[编辑]", P], [], []),
        # On lines of their own.
        (["木料", "编辑", P, "上漆", "编辑", P], ["木料", "上漆"], ["编辑", "编辑"]),
        (["木料", "播报", "编辑", P, "上漆", "[編輯]", P], ["木料", "上漆"], ["播报", "编辑", "[編輯]"]),
        (["木料", *["编辑"] * BUTTONS_MOST, "上漆", "编辑", P], ["木料", "上漆"], ["编辑"] * (BUTTONS_MOST + 1)),
        (["木料", *["编辑"] * (BUTTONS_MOST + 1), "上漆", "编辑", P], [], []),
        (["木料", "编辑", P], [], []),
        (["木料", "编辑", P, "上漆", "编辑"], ["木料", "上漆"], ["编辑", "编辑"]),
        (["编辑", "编辑", P, "上漆", "编辑", P], [], []),
        ([P, "编辑", P, "上漆", "编辑", P], [], []),
        # Where a page has both kinds, the one that more headings have.
        (["木料[编辑]", P, "上漆[编辑]", P, "船桨", "编辑", P], ["木料", "上漆"], []),
        (["木料[编辑]", P, "上漆", "编辑", P, "船桨", "编辑", P], ["上漆", "船桨"], ["编辑", "编辑"]),
        # What opens and closes parts of the table of contents goes with the buttons.
        (["开关木料子章节", "木料[编辑]", P, "上漆[编辑]", P, "Toggle boats subsection"], ["木料", "上漆"], ["开关木料子章节", "Toggle boats subsection"]),
        (["开关木料子章节", "木料[编辑]", P], [], []),
        ([], [], []),
    ],
)  # fmt: skip
def test_what_stands_before_a_button_heads_a_section(lines, heads, removed):
    found, others, out = read(*lines)
    assert (found, out) == (heads, removed)
    assert len(found) + len(others) + len(out) == len(lines)
