"""Sentences of an article that look like claims: by how claims are put, what they are about, and where they stand."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import chain, pairwise

from digest.articles.summary import FRAGMENT
from digest.plan.concepts import Concept
from digest.proposals.claim_wording import holder_of, wording
from digest.text.sentences import sentences
from digest.text.visible_text import paragraphs
from digest.zh.patterns import compiled
from digest.zh.script import fold

# How many are named of an article at most, and of how many sentences one: an article of two hundred sentences has
# hardly more claims than one of forty.
LIMIT = 10
_SENTENCES_A_CLAIM = 4

# What speaks for a claim and against one. The weights are of a logistic regression (L2 10) over the sentences of five
# articles in which a person marked the claims, rounded. Fitted to four and tried on the fifth, whichever it is, the ten
# best sentences are claims in .74 of the cases and find .58 of the claims; as they stand here, .72 and .56.
_CUES = tuple(
    (compiled(pattern), weight)
    for pattern, weight in (
        (
            "我认为|我们认为|笔者|在我看来|我的观点|我的看法|我相信|我觉得|按照.{0,6}理解|不容否认|不可否认|毋庸置疑|毫无疑问|可以确定"
            "|可以肯定",
            0.4,
        ),
        ("认为|指出|反驳|强调|坦言|断言|主张|直言|看来|表示|判断|呼吁|警告", 0.4),
        ("(?:说|称|表示|回应|形容|道)[:,]|(?:说|称|表示)道", 0.2),
        ("不是.{1,25}而是|而不是|而非|并非|并不是|不在于|绝不|与其.{1,25}不如|不等于|不只是|不止是", 0.2),
        ("^同.{4,40}不同|与.{2,30}不同|不同于|相比|相对于|不再|取而代之|不仅仅|仅仅|只不过|而已|更多地", 0.5),
        (
            "应当|应该|必须|需要|要做的|不能|莫让|切忌|首先要|才能|才是|才会|只有|唯有|离不开|不该|要让|必然|必需|不必|理应|不妨|有必要",
            0.3,
        ),
        (
            "本质|实质|核心|关键|更像是|说到底|其实是|就是|意味着|奥义|根本|目的|意义|逻辑|真正|归根结底|说白了|前提|取决于",
            0.6,
        ),
        (
            "所谓|伪命题|死胡同|陷阱|烟雾弹|怪圈|误区|代名词|泡沫|噱头|口号|空谈"
            "|未来|将会|将不|终将|终究|终极|可以预见|趋势|迟早|注定|势必",
            0.1,
        ),
        (
            "无法|难以|不可能|并不能|不能够|没有.{0,6}(?:能|任何)|失去|无用|走偏|不存在|不值得|不适合|太难|行不通|走不通|做不到|毫无意义"
            "|未必|很难",
            0.7,
        ),
        ("^如果|^若|只要|一旦|谁.{1,20}谁|即使|即便|哪怕|就算|除非|否则", 0.2),
        (r"\?", -0.2),
        (r"\d{2,}|\d+[万亿%]|[一二三四五六七八九十]年前|月|今年|去年", -0.5),
    )
)
_BIAS, _SHORT, _MIDDLING, _CONCEPTS, _OPENING = -1.0, -0.6, -0.3, 0.7, -0.5
# The same claim is often put twice, mostly in one paragraph: what repeats a sentence found before is worth less.
_REPEATED, _SAME_PARAGRAPH = 1.0, 1.0

_RUN = re.compile(r"\w+")


@dataclass(frozen=True)
class Candidate:
    """``sentence`` as it stands in the article, ``text`` a short wording of it, ``holder`` who says it if it tells.

    ``score`` is how likely it is a claim, from 0 to 1; ``concepts`` are those of the curators' that show in it.
    """

    sentence: str
    text: str
    holder: str
    score: float
    concepts: tuple[str, ...]


@dataclass(frozen=True)
class _Sentence:
    text: str
    paragraph: int
    place: float
    folded: str
    pairs: frozenset[tuple[str, str]]
    concepts: tuple[str, ...]


def claim_candidates(
    body: str, concepts: Sequence[Concept], people: Sequence[str] = (), limit: int = LIMIT
) -> list[Candidate]:
    """The sentences of ``body`` (Markdown of either script) that are most likely claims, best first.

    ``people`` are names that may be found as holders. Nothing is named twice, and no more than one sentence in four.
    """
    read = list(_read(paragraphs(body), concepts))
    scores = [_score(sentence) for sentence in read]
    chosen: list[int] = []
    left = set(range(len(read)))

    def worth(number: int) -> tuple[float, int]:
        repeated = max((_overlap(read[number].pairs, read[other].pairs) for other in chosen), default=0.0)
        beside = any(read[number].paragraph == read[other].paragraph for other in chosen)
        return scores[number] - _REPEATED * repeated - _SAME_PARAGRAPH * beside, -number

    while left and len(chosen) < min(limit, math.ceil(len(read) / _SENTENCES_A_CLAIM)):
        best = max(left, key=worth)
        left.remove(best)
        # Half of the shorter one's pairs: the same claim in other words.
        if all(_overlap(read[best].pairs, read[other].pairs) < 0.5 for other in chosen):
            chosen.append(best)
    return [_candidate(read, number, scores[number], people) for number in chosen]


def _read(texts: list[str], concepts: Sequence[Concept]) -> Iterator[_Sentence]:
    spans = [(number, text, fold(text), span) for number, text in enumerate(texts) for span in sentences(text)]
    for place, (number, text, folded, (start, end)) in enumerate(spans):
        own = folded[start:end]
        shown = tuple(concept.name for concept in concepts if concept.shown(own))
        yield _Sentence(text[start:end], number, place / len(spans), own, frozenset(_pairs(own)), shown)


def _pairs(folded: str) -> Iterator[tuple[str, str]]:
    """Each two characters that stand side by side in a word or a run of Chinese."""
    return chain.from_iterable(map(pairwise, _RUN.findall(folded)))


def _overlap(one: Set[object], other: Set[object]) -> float:
    """The share of the smaller set that both have, from 0 to 1; 0 where one is a fragment of the other's size."""
    both, (least, most) = len(one & other), sorted((len(one), len(other)))
    return both / least if most and both / most >= FRAGMENT else 0.0


def _score(sentence: _Sentence) -> float:
    """The weights that apply, added up: the logarithm of the odds that it is a claim."""
    length = len(sentence.folded)
    return (
        _BIAS
        + sum(weight for pattern, weight in _CUES if pattern.search(sentence.folded))
        + _SHORT * (length < 22)
        + _MIDDLING * (22 <= length <= 90)
        + _CONCEPTS * min(len(sentence.concepts), 5) / 5
        + _OPENING * (sentence.place < 0.1)
    )


def _candidate(read: Sequence[_Sentence], number: int, score: float, people: Sequence[str]) -> Candidate:
    sentence = read[number]
    beside = [
        read[other].text
        for other in (number - 1, number + 1)
        if 0 <= other < len(read) and read[other].paragraph == sentence.paragraph
    ]
    return Candidate(
        sentence.text,
        wording(sentence.text),
        holder_of(sentence.text, beside, people),
        round(1 / (1 + math.exp(-score)), 2),
        sentence.concepts,
    )
