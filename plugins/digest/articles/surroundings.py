"""What stands around a claim in its article: the paragraph of its sentence and the heading above."""

from __future__ import annotations

import re
from collections import defaultdict

from digest.articles.weighing.sentence_reading import is_heading
from digest.text.visible_text import blocks, visible_text

_WRAPPED = re.compile(r'<span class="dg-[a-z]+" data-mark="([^"]+)"')


def surroundings(markdown: str) -> dict[str, str]:
    """By id of each claim and definition: the text of the headings and paragraphs in which it is marked.

    ``markdown`` is that of a ``MarkedBody``, whose marked sentences are wrapped. A sentence that is marked further on
    adds its own paragraph; one paragraph counts once.
    """
    section = ""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for block in blocks(markdown):
        if block.heading or (block.source.startswith(("**", "__")) and is_heading(block, visible_text(block.source))):
            section = visible_text(block.source)
        elif marked := _WRAPPED.findall(block.source):
            text = visible_text(block.source)
            for name in dict.fromkeys(" ".join(marked).split()):
                found[name] += [each for each in (section, text) if each not in found[name]]
    return {name: "\n".join(texts) for name, texts in found.items()}
