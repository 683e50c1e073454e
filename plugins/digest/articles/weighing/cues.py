"""What speaks for a sentence and against it, each cue under its name: weights are learned for these, not guessed.

A cue is a number of a sentence in its article, mostly 0 or 1; those that compare it with the rest of the article are in
`article_context.py`. `bench/claims/fit.py` learns how much each counts where claims are looked for and where an extract
is made.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy
from numpy.typing import NDArray

from digest.articles.weighing.sentence_reading import Sentence
from digest.zh.folding import compiled

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
    "event": "宣布|发布(?!会)|推出|上线|成立(?!以来)|创办|入职|离职|辞退|收购了|据(?:悉|了解|报道)"
    "|据.{0,8}(?:数据|公布|统计)|数据显示|同比|环比|透露|告知|曾(?!经历)|当时|当年|后来|次日|昨天|前几日|随后|不久|直到|终于",
    "dated": r"\d{4} ?年|\d ?月",
    "example": "比如|例如|譬如|为例|打个比方|就像|好比|举个例子|如图|下图|见下",
    "narrated": "(?<!自)我(?!们|认为|觉得|相信|的观点)|本文|前文|下面|如下|以下",
    "pointing": "这(?:种|样|些|个|一|两|场|次|里|时|就|也|是|不)|前者|后者|上述|以上|此(?:时|举|种)|其中",
    "leaning": "^(?:同时|于是|此外|另外|同样|即|这|那|他|她|它|其|对此|比如|例如|为什么|并且|以此|再|也|又|还|反之"
    "|之所以|在这|从这|当这|至于|而)",
    "open_ended": r"[:,]\W*$",
}
_PATTERNS = {name: compiled(pattern) for name, pattern in _WORDS.items()}
_CLAUSES = 5
# The share of an article that its opening and its end take up.
_EDGE = 0.1

_FORMS: Mapping[str, Callable[[Sentence], float]] = {
    "opening": lambda each: each.place < _EDGE,
    "ending": lambda each: each.place >= 1 - _EDGE,
    "alone": lambda each: each.first and each.last,
    "paragraph_first": lambda each: each.first and not each.last,
    "paragraph_last": lambda each: each.last and not each.first,
    "section_first": lambda each: each.opens,
    "short": lambda each: len(each.folded) < 18,
    "middling": lambda each: 18 <= len(each.folded) <= 60,
    "long": lambda each: len(each.folded) > 90,
    "length": lambda each: math.log(max(1, len(each.folded))),
    "clauses": lambda each: min(_CLAUSES, each.folded.count(",") + each.folded.count(";")) / _CLAUSES,
    "bold": lambda each: each.bold,
    "item": lambda each: each.item,
}
OWN_CUES = (*_PATTERNS, *_FORMS)
"""The names of those that a sentence has by itself."""

Column = NDArray[numpy.float64]
Cues = Mapping[str, float]


def own_cue(name: str, sentences: Sequence[Sentence]) -> Column:
    """The cue ``name``, one of ``OWN_CUES``, of each sentence."""
    if pattern := _PATTERNS.get(name):
        search = pattern.search
        return numpy.array([search(each.folded) is not None for each in sentences], dtype=numpy.float64)
    return numpy.array([*map(_FORMS[name], sentences)], dtype=numpy.float64)


def weighed(cues: Mapping[str, Column], weights: Mapping[str, float]) -> Column:
    """Of each sentence the weights of its cues added up; a weight without a cue of its name is left out."""
    total: Column = numpy.sum([weight * cues[name] for name, weight in weights.items() if name in cues], axis=0)
    return total


def score(cues: Cues, weights: Mapping[str, float]) -> float:
    """The weights of the cues of one sentence added up."""
    return sum(weight * cues.get(name, 0.0) for name, weight in weights.items())


def strongest(cues: Mapping[str, float], weights: Mapping[str, float], limit: int = 3) -> list[str]:
    """The names of the cues that speak most for a sentence, the strongest first."""
    given: Iterable[tuple[float, str]] = ((weights.get(name, 0.0) * value, name) for name, value in cues.items())
    return [name for gain, name in sorted(given, key=lambda each: (-each[0], each[1]))[:limit] if gain > 0]
