"""The gold's arguments as the digest compares claims: what each says, and what stands around it in its article."""

from __future__ import annotations

import measures
from gold import Gold

from digest.articles.weighing.sentence_reading import Sentence, read_sentences
from digest.proposals.alike.similarity import Statement


def statements(gold: Gold) -> list[Statement]:
    """All arguments in the order of their ids."""
    read = {article: read_sentences(body) for article, body in gold.bodies.items()}
    return [
        Statement(name, each["article"], gold.text(name), _around(gold, name, read[each["article"]]))
        for name, each in sorted(gold.arguments.items())
    ]


def _around(gold: Gold, name: str, read: list[Sentence]) -> str:
    """The headings and the paragraphs of the sentences that say an argument."""
    anchors = measures.anchors(gold.arguments[name])
    marked = [each for each in read if any(measures.same(each.text, anchor) for anchor in anchors)]
    paragraphs = {each.paragraph for each in marked}
    text = "".join(each.text for each in read if each.paragraph in paragraphs)
    return "\n".join([*dict.fromkeys(each.section for each in marked), text])
