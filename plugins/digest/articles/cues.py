"""What speaks for a sentence and against it, each cue under its name: weights are learned for these, not guessed.

A cue is a number of a sentence in its article, mostly 0 or 1. `bench/claims/fit.py` learns how much each counts where
claims are looked for and where an extract is made.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, repeat

from digest.articles.sentence_reading import Sentence, pairs
from digest.zh.patterns import compiled
from digest.zh.script import fold

_WORDS = {
    "opinion": "我认为|我们认为|笔者|在我看来|我的(?:观点|看法|理解)|我相信|我觉得|按照.{0,6}理解|个人认为|依我看",
    "certain": "不容否认|不可否认|毋庸置疑|毫无疑问|可以(?:确定|肯定|预见)|事实证明|显然|无疑",
    "said": "认为|指出|反驳|强调|坦言|断言|主张|直言|看来|表示|判断|呼吁|警告|提到|介绍",
    "contrast": "不是.{1,40}而是|而不是|而非|并非|并不是|不在于|绝不|与其.{1,25}不如|等于|不只是|不止是|不再是|不应",
    "compared": "同.{4,40}不同|与.{2,30}不同|不同于|相比|相对于|取而代之|不仅仅|仅仅|只不过|而已|更多地|远比",
    "must": "应当|应该|必须|需要|要做的|不能|莫让|切忌|首先要|离不开|不该|要让|必然|必需|不必|理应|不妨|有必要|最好",
    "only": "才能|才是|才会|才算|只有|唯有|唯一|除了.{1,20}(?:没有|别无)",
    "essence": "本质|实质|核心|关键|更像是|说到底|其实是|就是|意味着|根本|目的|意义|真正|归根结底|说白了|前提|取决于"
    "|实际上是",
    "cannot": "无法|难以|不可能|并不能|不能够|没有.{0,6}(?:能|任何)|失去|无用|走偏|不存在|不值得|不适合|太难"
    "|行不通|走不通|做不到|毫无意义|未必|很难|缺乏",
    "superlative": "最(?:大|重要|关键|核心|终|好|根本)|第一|首先|首要",
    "concluding": "^(?:因此|所以|可见|由此可见|总之|总结|综上|总的来说|换句话说|也就是说|换言之|说到底|归根结底)",
    "turning": "^(?:但是?|然而|不过|其实|事实上|实际上|实质上)",
    "conceding": "的确|诚然|固然|当然|不可否认|不得不承认|虽然|尽管",
    "question": r"\?",
    "number": r"\d{2,}|\d+[万亿%]|\d+\.\d",
    "time": r"[一二三四五六七八九十]年前|\d月|今年|去年|近日|此前|当年|当时|年初|以来",
    "example": "比如|例如|譬如|为例|打个比方|就像|好比|举个例子|如图|下图|见下",
    "narrated": "(?<!自)我(?!们|认为|觉得|相信|的观点)|本文|前文|下面|如下|以下",
    "pointing": "这(?:种|样|些|个|一|两|场|次|里|时|就|也|是|不)|前者|后者|上述|以上|此(?:时|举|种)|其中",
    "leaning": "^(?:同时|于是|此外|另外|同样|即|这|那|他|她|它|其|对此|比如|例如|为什么|并且|以此|再|也|又|还|反之"
    "|之所以|在这|从这|当这|至于|而)",
    "open_ended": r"[:,]\W*$",
}
_PATTERNS = {name: compiled(pattern) for name, pattern in _WORDS.items()}
_CLAUSES = 5
_NOTHING = repeat(0.0)
# The share of an article that its opening and its end take up.
_EDGE = 0.1

Cues = dict[str, float]


class ArticleContext:
    """What a sentence is compared with: the words that its article uses often, its title and its headings."""

    def __init__(self, sentences: Sequence[Sentence], title: str = "") -> None:
        self.often = Counter(chain.from_iterable(each.pairs for each in sentences))
        self.title = pairs(fold(title))
        self.headings = [pairs(section) for section in dict.fromkeys(each.section for each in sentences) if section]
        self._count = len(sentences)
        # By pair, what it adds to a sentence's being frequent and central.
        self._frequent = {pair: math.log(count) for pair, count in self.often.items()}
        self._shared = {
            pair: math.log((self._count + 1) / count) * (count - 1) for pair, count in self.often.items() if count > 1
        }

    def cues(self, sentence: Sentence, wanted: Collection[str] = ()) -> Cues:
        """The cues of ``sentence`` by name: every one, or of those that take time only the ``wanted``."""
        own = sentence.pairs
        found = {
            name: float(bool(pattern.search(sentence.folded)))
            for name, pattern in _PATTERNS.items()
            if not wanted or name in wanted
        }
        length = len(sentence.folded)
        return found | {
            "opening": float(sentence.place < _EDGE),
            "ending": float(sentence.place >= 1 - _EDGE),
            "alone": float(sentence.first and sentence.last),
            "paragraph_first": float(sentence.first and not sentence.last),
            "paragraph_last": float(sentence.last and not sentence.first),
            "section_first": float(sentence.opens),
            "short": float(length < 18),
            "middling": float(18 <= length <= 60),
            "long": float(length > 90),
            "length": math.log(max(1, length)),
            "clauses": min(_CLAUSES, sentence.folded.count(",") + sentence.folded.count(";")) / _CLAUSES,
            "bold": sentence.bold,
            "item": float(sentence.item),
            "of_title": _share(own, self.title, of=self.title),
            "from_title": _share(own, self.title, of=own),
            "of_heading": max((_share(own, heading, of=heading) for heading in self.headings), default=0.0),
            "frequent": sum(map(self._frequent.get, own, _NOTHING)) / max(1, len(own)),
            "central": self._central(own) if not wanted or "central" in wanted else 0.0,
        }

    def _central(self, own: frozenset[str]) -> float:
        """How much a sentence shares with the article as a whole, its rare words counting most, from 0 to 1."""
        return sum(map(self._shared.get, own, _NOTHING)) / (len(own) * self._count) ** 0.5 if own else 0.0


def _share(one: frozenset[str], other: frozenset[str], of: frozenset[str]) -> float:
    return len(one & other) / len(of) if of else 0.0


def weighed(cues: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The weights of the cues added up."""
    return sum(weight * cues.get(name, 0.0) for name, weight in weights.items())


def strongest(cues: Mapping[str, float], weights: Mapping[str, float], limit: int = 3) -> list[str]:
    """The names of the cues that speak most for a sentence, the strongest first."""
    given: Iterable[tuple[float, str]] = ((weights.get(name, 0.0) * value, name) for name, value in cues.items())
    return [name for gain, name in sorted(given, key=lambda each: (-each[0], each[1]))[:limit] if gain > 0]
