"""Pictures of the text: those that it shows again behind its last words, and those that stand between two blocks."""

from __future__ import annotations

import re

from convert.clean.headings.captions import says_caption, usual_gap
from convert.clean.selection import Selection
from convert.page import Block

# What hosts append to the address of a picture to have it in another size.
SIZE = re.compile(r"[?!@].*$|[-_]\d{2,4}x\d{2,4}(?=\.\w+$)|/\d{2,4}$")
# A writer shows one or two again.
AGAIN_LEAST = 3


def cut_pictures_again(selection: Selection) -> None:
    """Behind the last words of the text, pictures that it shows already, in whatever size: those of a viewer that
    opens over the page."""
    last = max((i for i, block in selection.kept.items() if block.text.strip()), default=-1)
    shown = {key for i, block in selection.kept.items() if i < last for key in _pictures(block)}
    behind = [i for i, block in selection.kept.items() if i > last and block.has_image]
    again = [i for i in behind if _pictures(selection.kept[i]) <= shown]
    for index in again if len(again) >= AGAIN_LEAST else []:
        selection.remove(index, "picture repeated")


def _pictures(block: Block) -> set[str]:
    """The addresses of the pictures in a block, without what tells their size."""
    return {SIZE.sub("", SIZE.sub("", span.image)) for span in block.spans if span.image}


def is_picture_between(selection: Selection, above: int, below: int) -> bool:
    """True if a picture stands between two blocks; in a copy, if a caption or a wider gap tells of one."""
    if any(selection.kept[i].kind == "image" for i in range(above, below) if i in selection.kept):
        return True
    if not selection.text_copy or not {above, below} <= selection.kept.keys():
        return False
    texts = sorted(selection.kept.items())
    wider = 0 < usual_gap(texts) < selection.kept[below].line - selection.kept[above].line
    return wider or says_caption(selection.kept[below])
