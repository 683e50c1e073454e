"""The summary of an article: a person's, else the editor's lead, else an extract of its own sentences."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from digest.segment import sentences

# Measured on judged summaries of five articles: whole sentences of at most 60 characters within a budget of
# 100 beat every ranking formula that may cut or take long ones.
SENTENCE_LIMIT = 60
BUDGET = 100

# Cue words by the precision with which they announced a claim in the same articles (0.91, 0.74, 0.64, 0.56).
_CUES = (
    (re.compile("我认为|我認為|笔者|筆者|在我看来|在我看來|我的观点|我的觀點"), 0.91),
    (re.compile("不是.{1,20}而是|而不是|而非|并非|並非"), 0.74),
    (re.compile("伪命题|偽命題|死胡同|陷阱"), 0.64),
    (re.compile("所谓|所謂|本质|本質|核心|关键|關鍵|真正"), 0.56),
)

# A sentence that begins so leans on the one before it and does not stand by itself.
_LEANING = re.compile(
    "因此|所以|但是|但|然而|而且|而|不过|不過|同时|同時|于是|於是|其实|其實|此外|另外|同样|同樣|即|这|這|那|他|她|它|其|"
    "对此|對此|换句话|換句話|比如|例如|事实上|事實上|可见|可見|为什么|為什麼|并且|並且|以此|再|也|又|还|還|[”」』）]"
)


@dataclass(frozen=True)
class Summary:
    """``origin`` is ``curator`` (a person wrote it), ``lead`` (the outlet's editor) or ``extract``."""

    text: str
    origin: str


def summarize(written: str, lead: str, paragraphs: list[str]) -> Summary:
    """The best summary there is of an article with these paragraphs."""
    if written:
        return Summary(written, "curator")
    if lead:
        return Summary(lead, "lead")
    return Summary(extract(paragraphs), "extract")


def extract(paragraphs: list[str]) -> str:
    """Whole, self-standing sentences of the paragraphs, in their order, ``BUDGET`` characters at most.

    A text in which no sentence is short enough gives its shortest self-standing one, or its first sentence.
    """
    found = [paragraph[start:end] for paragraph in paragraphs for start, end in sentences(paragraph)]
    fitting = [number for number, sentence in enumerate(found) if _stands_alone(sentence)]
    if not fitting:
        whole = [sentence for sentence in found if not _LEANING.match(sentence)] or found[:1]
        return min(whole, key=len) if whole else ""
    frequent = _frequent_pairs(found)
    fitting.sort(key=lambda number: (-_score(found[number], number / len(found), frequent), number))
    return "".join(found[number] for number in sorted(_within_budget(found, fitting)))


def _stands_alone(sentence: str) -> bool:
    # Below 10 characters a sentence is a heading or an exclamation.
    return (
        10 <= len(sentence) <= SENTENCE_LIMIT
        and sentence.endswith(("。", "！", "。”", "。」"))
        and not _LEANING.match(sentence)
        and sentence.count("“") == sentence.count("”")
        and sentence.count("「") == sentence.count("」")
    )


def _within_budget(found: list[str], ranked: list[int]) -> list[int]:
    chosen: list[int] = []
    for number in ranked:
        if sum(len(found[other]) for other in chosen) + len(found[number]) <= BUDGET:
            chosen.append(number)
    return chosen


def _score(sentence: str, position: float, frequent: dict[str, int]) -> float:
    """Cue words, the article's own frequent words, and a place near its beginning or its end."""
    cue = max((weight for pattern, weight in _CUES if pattern.search(sentence)), default=0.0)
    pairs = [sentence[index : index + 2] for index in range(len(sentence) - 1)]
    central = sum(frequent.get(pair, 0) for pair in pairs) / (len(pairs) * max(frequent.values(), default=1))
    return cue + 2 * central + 0.3 * abs(2 * position - 1)


def _frequent_pairs(found: list[str]) -> dict[str, int]:
    counted = Counter(
        sentence[index : index + 2] for sentence in found for index in range(len(sentence) - 1)
        if sentence[index : index + 2].isalnum()
    )
    # The fifty most frequent pairs are the subject of an article of a few thousand characters.
    return dict(counted.most_common(50))
