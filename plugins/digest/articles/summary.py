"""The summary of an article: a person's, else the editor's lead, else an extract of its own sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

from digest.text.sentences import sentences
from digest.zh.code_points import FOLDED, WORD, folded, signs
from digest.zh.patterns import compiled
from digest.zh.script import fold

# Measured on judged summaries of five articles: whole sentences of at most 60 characters within a budget of
# 100 beat every ranking formula that may cut or take long ones.
SENTENCE_LIMIT = 60
BUDGET = 100
# Below 10 characters a sentence is a heading or an exclamation.
_SHORTEST = 10

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
_QUOTES = (("“", "”"), ("「", "」"), ("『", "』"), ("《", "》"), ("(", ")"))
_QUOTE = re.compile("[“”「」『』《》()]")

FRAGMENT = 0.25
"""Two sentences have as much in common as both have of the smaller one's pairs of characters; nothing where that is
less than a quarter of the larger one's: a heading's few words in a long sentence do not make it the same."""

# A character's number takes 21 bits; as many for a sentence's make two million, and with both of a pair fill 63.
_BITS = 21
_MOST = 1 << _BITS


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


def extract(paragraphs: Sequence[str]) -> str:
    """Whole, self-standing sentences of the paragraphs, in their order, ``BUDGET`` characters at most.

    A sentence loses a first word that only joins it to the one before (因此，). A text in which no sentence is short
    enough gives its shortest self-standing one, or its first sentence.
    """
    read = _read(paragraphs)
    fitting = [number for number, (text, plain) in enumerate(read) if _stands_alone(text, plain)]
    if not fitting:
        whole = [text for text, plain in read if not _LEANING.match(plain) and "?" not in plain]
        return min(whole or [text for text, _ in read[:1]], key=len, default="")
    chosen = _within_budget(_Sentences([plain for _, plain in read]), [len(text) for text, _ in read], fitting)
    return "".join(read[number][0] for number in sorted(chosen))


def _read(paragraphs: Sequence[str]) -> list[tuple[str, str]]:
    """The sentences as they would stand in an extract, each with itself folded."""
    found, base = [], 0
    whole = folded("\n".join(paragraphs))
    for paragraph in paragraphs:
        for start, end in sentences(paragraph):
            joining = _JOINING.match(whole, base + start, base + end)
            begin = joining.end() - base if joining else start
            found.append((paragraph[begin:end], whole[base + begin : base + end]))
        base += len(paragraph) + 1
    return found[:_MOST]


def without_joining(sentence: str) -> str:
    """``sentence`` without a first word that only joins it to the one before."""
    match = _JOINING.match(fold(sentence))
    return sentence[match.end() :] if match else sentence


def _stands_alone(text: str, plain: str) -> bool:
    return (
        _SHORTEST <= len(text) <= SENTENCE_LIMIT
        and text.endswith(("。", "！", "。”", "。」"))
        and "?" not in plain
        and not _LEANING.match(plain)
        and not _POINTING.search(plain.partition(",")[0])
        and (
            not _QUOTE.search(plain)
            or all(plain.count(opening) == plain.count(closing) for opening, closing in _QUOTES)
        )
    )


class _Sentences:
    """What all sentences of an article (folded) are made of: which has which pairs of characters, each once.

    A pair is two characters that stand side by side in a word or a run of Chinese. ``_of`` are the sentences and
    ``_pairs`` the pairs, numbered in the order of their characters; ``_sizes`` says how many pairs a sentence has.
    """

    def __init__(self, folded: Sequence[str]) -> None:
        self._text = "\n".join(folded)
        self._count = len(folded)
        read = signs(self._text)
        self._owners = numpy.repeat(numpy.arange(self._count), [len(each) + 1 for each in folded])[: len(read)]
        plain = (read & FOLDED).astype(numpy.int64)
        paired = numpy.flatnonzero(read[:-1] & read[1:] & WORD)
        keys = (plain[paired] << _BITS | plain[paired + 1]) << _BITS | self._owners[paired]
        keys.sort()
        keys = keys[_firsts(keys)]
        self._of, pairs = keys & _MOST - 1, keys >> _BITS
        self._pairs = numpy.cumsum(_firsts(pairs)) - 1
        self._sizes = numpy.bincount(self._of, minlength=self._count)

    def scores(self) -> NDArray[numpy.float64]:
        """Cue words, the article's own frequent words, and a place near its beginning or its end."""
        counts = numpy.bincount(self._pairs)
        often = numpy.flatnonzero(counts > 1)
        subject = often[numpy.argsort(-counts[often], kind="stable")][:_SUBJECT_PAIRS]
        central = self._having(subject) / numpy.maximum(1, self._sizes)
        places = numpy.arange(self._count) / self._count
        return _CUE * self._cues() + _CENTRAL * central + _EDGE * abs(2 * places - 1)

    def overlaps(self, number: int) -> NDArray[numpy.float64]:
        """What each sentence has in common with one: see ``FRAGMENT``."""
        both, own = self._having(self._pairs[self._of == number]), self._sizes[number]
        least, most = numpy.minimum(self._sizes, own), numpy.maximum(self._sizes, own)
        return numpy.where(both / numpy.maximum(1, most) >= FRAGMENT, both / numpy.maximum(1, least), 0.0)

    def _having(self, pairs: NDArray[numpy.int64]) -> NDArray[numpy.int64]:
        """How many of the ``pairs`` each sentence has."""
        wanted = numpy.zeros(self._pairs[-1] + 1 if len(self._pairs) else 0, dtype=numpy.bool_)
        wanted[pairs] = True
        return numpy.bincount(self._of[wanted[self._pairs]], minlength=self._count)

    def _cues(self) -> NDArray[numpy.float64]:
        """The best cue of each sentence; no cue goes over the end of a line, which is that of a sentence."""
        found = numpy.zeros(self._count)
        for pattern, weight in _CUES:
            owners = self._owners[[match.start() for match in pattern.finditer(self._text)]]
            found[owners] = numpy.maximum(found[owners], weight)
        return found


def _firsts(ordered: NDArray[numpy.int64]) -> NDArray[numpy.bool_]:
    """Whether each is the first of those that are the same."""
    return numpy.concatenate(([True], ordered[1:] != ordered[:-1]))[: len(ordered)]


def _within_budget(read: _Sentences, lengths: Sequence[int], fitting: Sequence[int]) -> list[int]:
    """The best of the ``fitting`` one after another, each worth less by what it repeats of those chosen before."""
    chosen: list[int] = []
    scores = read.scores()
    repeated = numpy.zeros_like(scores)
    left = BUDGET
    while fitting := [each for each in fitting if lengths[each] <= left]:
        # Of equals the first.
        best = fitting.pop(int(numpy.argmax((scores - repeated)[fitting])))
        chosen.append(best)
        left -= lengths[best]
        if left >= _SHORTEST:
            repeated = numpy.maximum(repeated, read.overlaps(best))
    return chosen
