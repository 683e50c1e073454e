"""The summary of an article: a person's, else the editor's lead, else an extract of its own sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise

from digest.patterns import compiled
from digest.script import fold
from digest.segment import sentences

# Measured on judged summaries of five articles: whole sentences of at most 60 characters within a budget of
# 100 beat every ranking formula that may cut or take long ones.
SENTENCE_LIMIT = 60
BUDGET = 100

# Cue words by the precision with which they announced a claim in the same articles (.91, .74, .64, .56).
_CUES = (
    (compiled("我认为|我们认为|笔者|在我看来|我的观点|我的看法"), 0.91),
    (compiled("不是.{1,25}而是|而不是|而非|并非|不在于"), 0.74),
    (compiled("伪命题|死胡同|陷阱|误区|怪圈"), 0.64),
    (compiled("所谓|本质|核心|关键|真正|说到底|根本|意味着|必然|必须|应当|应该|需要|终极|未来"), 0.56),
)
# Of 144 combinations of weights the mean was ROUGE-1 .42 and .32 of the best sentences; these, amid the better, give
# .46 and .40. Chosen by four articles and tried on the fifth, whichever it is, the best give .43 and .20.
_CUE, _CENTRAL, _EDGE = 1.5, 3.0, 0.6
# The pairs of characters that most sentences of an article have: its subject.
_SUBJECT_PAIRS = 30

# Words that only join a sentence to the one before: without them it stands by itself.
_JOINING = compiled(
    "(?:因此|所以|但是|但|然而|不过|而|于是|其实|事实上|实质上|即|换句话说|换言之|总之|可见|由此可见|当然|同样地|同样|"
    "正是因为如此|毫无疑问|从这个(?:逻辑|角度)来看)[,:]"
)
# A sentence that begins so, or that points back, leans on another one also without its first word.
_LEANING = compiled(
    "(?:因此|所以|但|然而|而|不过|同时|于是|此外|另外|同样|即|这|那|他|她|它|其|对此|换句话|比如|例如|可见|为什么|并且|以此|再|也|又|"
    r"还|反之|正是|之所以|因为|(?:在|从|当|找到|通过)这|如今的|诚然|[,:;“「『”」』\\)])"
)
_POINTING = compiled("这(?:种|样|些|个|一|两|场|次|里|时)|前者|后者|上述|以上|此(?:时|举|种)")
_RUN = re.compile(r"\w+")
_QUOTES = ("“”", "「」", "『』", "《》", "()")


@dataclass(frozen=True)
class Summary:
    """``origin`` is ``curator`` (a person wrote it), ``lead`` (the outlet's editor) or ``extract``."""

    text: str
    origin: str


@dataclass(frozen=True)
class _Sentence:
    """``text`` as it would stand in an extract, the same folded, its ``place`` from 0 (the article's first) to 1."""

    text: str
    folded: str
    place: float

    @cached_property
    def pairs(self) -> set[tuple[str, str]]:
        return set(pairs(self.folded))


def summarize(written: str, lead: str, paragraphs: list[str]) -> Summary:
    """The best summary there is of an article with these paragraphs."""
    if written:
        return Summary(written, "curator")
    if lead:
        return Summary(lead, "lead")
    return Summary(extract(paragraphs), "extract")


def extract(paragraphs: Sequence[str]) -> str:
    """Whole, self-standing sentences of the paragraphs, in their order, ``BUDGET`` characters at most.

    A sentence loses a first word that only joins it to the one before (因此，). A text in which no sentence is short
    enough gives its shortest self-standing one, or its first sentence.
    """
    read = _read(paragraphs)
    fitting = [sentence for sentence in read if _stands_alone(sentence)]
    if not fitting:
        whole = [each for each in read if not _LEANING.match(each.folded) and "?" not in each.folded] or read[:1]
        return min(whole, key=lambda sentence: len(sentence.text)).text if whole else ""
    counted = Counter(chain.from_iterable(sentence.pairs for sentence in read))
    often = sorted((-count, pair) for pair, count in counted.items() if count > 1)
    subject = {pair for _, pair in often[:_SUBJECT_PAIRS]}
    chosen = _within_budget([(_score(sentence, subject), sentence) for sentence in fitting])
    return "".join(sentence.text for sentence in sorted(chosen, key=lambda sentence: sentence.place))


def _read(paragraphs: Sequence[str]) -> list[_Sentence]:
    found = []
    for paragraph in paragraphs:
        folded = fold(paragraph)
        for start, end in sentences(paragraph):
            joining = _JOINING.match(folded, start, end)
            begin = joining.end() if joining else start
            found.append((paragraph[begin:end], folded[begin:end]))
    return [_Sentence(text, folded, number / len(found)) for number, (text, folded) in enumerate(found)]


def pairs(folded: str) -> Iterator[tuple[str, str]]:
    """Each two characters that stand side by side in a word or a run of Chinese."""
    return chain.from_iterable(map(pairwise, _RUN.findall(folded)))


def without_joining(sentence: str) -> str:
    """``sentence`` without a first word that only joins it to the one before."""
    match = _JOINING.match(fold(sentence))
    return sentence[match.end() :] if match else sentence


def _stands_alone(sentence: _Sentence) -> bool:
    text = sentence.text
    # Below 10 characters a sentence is a heading or an exclamation.
    return (
        10 <= len(text) <= SENTENCE_LIMIT
        and text.endswith(("。", "！", "。”", "。」"))
        and "?" not in sentence.folded
        and not _LEANING.match(sentence.folded)
        and not _POINTING.search(sentence.folded.split(",")[0])
        and all(sentence.folded.count(opening) == sentence.folded.count(closing) for opening, closing in _QUOTES)
    )


def _within_budget(scored: list[tuple[float, _Sentence]]) -> list[_Sentence]:
    """The best one after another, each worth less by what it repeats of those chosen before."""
    chosen: list[_Sentence] = []
    left = BUDGET
    while fitting := [(score, each) for score, each in scored if each not in chosen and len(each.text) <= left]:
        best = max(fitting, key=lambda item: (item[0] - max((overlap(item[1].pairs, other.pairs) for other in chosen),
                                                            default=0.0), -item[1].place))[1]
        chosen.append(best)
        left -= len(best.text)
    return chosen


def overlap(one: Set, other: Set) -> float:
    """The share of the smaller set that both have, from 0 to 1; 0 where one is a fragment of the other's size."""
    both, (least, most) = len(one & other), sorted((len(one), len(other)))
    # A quarter: a heading's few words in a long sentence do not make it the same.
    return both / least if most and both / most >= 0.25 else 0.0


def _score(sentence: _Sentence, subject: set[tuple[str, str]]) -> float:
    """Cue words, the article's own frequent words, and a place near its beginning or its end."""
    cue = max((weight for pattern, weight in _CUES if pattern.search(sentence.folded)), default=0.0)
    central = len(sentence.pairs & subject) / max(1, len(sentence.pairs))
    return _CUE * cue + _CENTRAL * central + _EDGE * abs(2 * sentence.place - 1)
