"""A sentence as the short wording of a claim, and who says it: proposals for a person to mend."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.articles.summary import without_joining
from digest.zh.patterns import compiled
from digest.zh.script import fold

LONGEST = 70
"""Characters of a wording: what a list of claims shows on two lines of a phone."""

_SPEECH = (
    "(?:认为|指出|反驳|强调|坦言|断言|主张|直言|看来|表示|回应|形容|回忆|解释|感叹|说|称|(?<!知)道|谈到|呼吁|警告)"
)
_BETWEEN = "[^,;。!“「]{0,12}?"
_SPEAKER = compiled(
    rf"^(?:对此,|[”」],?)?在?(?P<who>[^,:;。!“”「」()\d]{{2,14}}?)"
    rf"(?:则|也|还|曾|又|更是|进一步|随后|这样|曾经){{0,2}}{_SPEECH}道?[,:“「]"
)
_NO_NAME = compiled(
    "我|^(?:笔者|作者|本文|他|她|它|这|那|谁|有人|业内|专家|不少|很多|许多|大家|人们|外界|可以"
    "|也就|换|总的|所以"
    "|因此|一般|不可|不得)"
)
_AUTHOR = compiled(
    "^(?:我认为|我们认为|我觉得|我相信|在我看来|笔者认为|在笔者看来|按照(?:笔者|我)的理解"
    "|我的(?:观点|看法)是|我认同[^,]{1,14}的观点)[,:]?"
)
_REPORT = compiled(rf"^[^,:“「]{{1,20}}?{_SPEECH}道?(?:[,:]|[,:]?(?=[“「]))")
# A clause that begins so has its subject, or its condition, in the one before.
_BOUND = compiled(
    "都|也|则|并|就|而|不仅|更|又|从而|显然|甚至|那|即|所以|因为|让|再|还|只|才|最终|相互|必须|同样|以及|或者?|和|因而"
)
_QUOTES = (("“", "”"), ("「", "」"), ("『", "』"))
_ASIDE = compiled("^对此[,:]")
_SHELL = "“”「」『』\"'"


def holder_of(sentence: str, beside: Sequence[str], people: Sequence[str]) -> str:
    """Who says ``sentence``; empty where it does not tell, or where it is the author.

    ``beside`` are the sentences before and after it in its paragraph: a quotation has its speaker there.
    """
    quoted = any(sentence.count(opening) != sentence.count(closing) for opening, closing in _QUOTES)
    texts = [sentence, *(beside if quoted or sentence.startswith(tuple('“「『"')) else [])]
    for text in texts:
        if named := [person for person in people if _speaks(person, text)]:
            return named[0]
        if (match := _SPEAKER.search(fold(text))) and not _NO_NAME.search(match["who"]):
            return text[match.start("who") : match.end("who")]
    return ""


def _speaks(person: str, text: str) -> bool:
    return bool(re.search(re.escape(fold(person)) + _BETWEEN + compiled(_SPEECH).pattern, fold(text)))


def wording(sentence: str) -> str:
    """``sentence`` without what joins it to others, says who speaks, or goes beyond ``LONGEST`` characters.

    What is left is in the article's own words; a long sentence keeps its end, where the point is made, as far as that
    can be said by itself.
    """
    text = _trimmed(sentence)
    if len(text) > LONGEST:
        ends = (text[cut.end() :] for cut in re.finditer("[，,；;]", text))
        fitting = (end for end in ends if LONGEST // 2 <= len(end) <= LONGEST and not _BOUND.match(fold(end)))
        text = _trimmed(next(fitting, text))
    return text if text.endswith(("。”", "。」", "？", "?")) else text.rstrip("。，,；;！!") + "。"


def _trimmed(text: str) -> str:
    """``text`` without its first words, one kind after the other, as long as one is found."""
    before = ""
    while text != before:
        before, text = text, _balanced(without_joining(text.strip()))
        for pattern in (_ASIDE, _AUTHOR, _REPORT):
            match = pattern.match(fold(text))
            # Where next to nothing would be left, the words say more than who speaks.
            if match and len(text) - match.end() >= 8:
                text = text[match.end() :]
    return text


def _balanced(text: str) -> str:
    """``text`` without quotation marks around the whole, or of which the other half is missing."""
    for opening, closing in _QUOTES:
        if text.startswith(opening) and text.rstrip("。").endswith(closing) and text.count(opening) == 1:
            text = text.rstrip("。").strip(_SHELL)
        elif text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    return text
