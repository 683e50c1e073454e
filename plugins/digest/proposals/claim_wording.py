"""A sentence as the short wording of a claim: proposals for a person to mend."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from digest.articles.weighing.standing_alone import Said, conditional, parts, stands_alone, without_joining
from digest.proposals.holders import end_of_report
from digest.zh.folding import compiled, fold

LONGEST = 70
"""Characters of a wording: what a list of claims shows on two lines of a phone."""

# A sentence of which no part stands by itself is offered whole up to here, for a person to shorten.
_WHOLE = 90

_AUTHOR = compiled(
    "^(?:我认为|我们认为|我觉得|我相信|在我看来|笔者认为|在笔者看来|按照(?:笔者|我)的理解|(?:我|笔者)的(?:观点|看法|理解)是"
    "|我认同[^,]{1,14}的观点|我自己总结[^,]{0,12}|我个人的粗见|(?:我)?个人(?:认为|觉得|以为)|依我看)[,:]?"
)
# Somebody's report: what stands before the verb is no part of what is said.
_REPORT = compiled(
    "^在?(?![^,:;“「]{0,20}(?:没有|未|不曾|任何|[做作])[^,:;“「]{0,4}表示)[^,:;“「]{1,24}?(?:认为|指出|反驳|强调|坦言|断言|主张|直言|看来|表示|回应|感叹|写道|总结说|解释(?:称|说)|补充(?:称|说)|坦承)道?(?:[,:](?:(?:表示|认为|指出|强调|称)[,:]?)?|[,:]?(?=[“「]))"
)
_ASIDE = compiled(
    "^(?:…+|(?:对|对的|是啊|没错|结果|最后|结果最后)[,:]|(?:对此|要知道|是的|没错|不难发现|众所周知|可?有意思的是|值得(?:注意|一提|警惕)的是|一句话|简单(?:来)?说|概括(?:来|地)?说|相反|第[一二三四五六]点|当然"
    "|[^,:]{0,8}原因(?:就)?(?:在于|是))[,:]?|(?:在此基础上|相较于此|与此(?:相对|同时)"
    "|(?:简化|总结|概括|归纳|解释|回顾|展开)一下[^,:]{0,6})[,:])"
)
# A part that begins so has its subject before it, or is one of several: 近有……, 典型如……, 投了……。
_HEADLESS = compiled("远有|近有|典型|前者|后者|表示|认为|指出|强调|[^,:]{1,2}了(?!解)")
# 不仅 without a subject before it, and 如, go on with the sentence before; 这其实 after only a setting takes it up.
_GOES_ON = compiled(
    "不仅(?!仅)|如(?![果今何此若同期愿是])|(?:(?:很多|大多数|有些)时候|某种(?:意义|程度)上|[^,:]{0,8}来看)?,?这(?:其实|实际|无疑|显然|恰恰|正|只|都|又|还)"
)
# What is conceded before a turn is not what the sentence is for.
_TURNED = compiled("[,;。]*(?:但|然而|不过|可是)")
# What the writer thinks holds by itself, but for a condition before it; 虽然……，但我认为…… concedes, and is none.
_OPINION = compiled(
    "[,;](?P<turn>但是?|不过|而)?(?:所以|因此|故)?(?:我|笔者|我们)(?:更|也|还是|就)?(?:认为|觉得|相信)[,:]?"
)
_QUOTES = (("“", "”"), ("「", "」"), ("『", "』"))
_SHELL = "“”「」『』\"'"
_FEWEST = 8
# A line without one of these at its end is a heading, a caption, or goes on in the next.
# 分布式的，去中心化的模式。: names something and says nothing of it.
_NAMED = compiled("^[^,;:]{1,10}的,[^,;:]{1,16}的[^,;:的]{1,8}。$")
# What a text announces to its readers, or leaves open, it does not claim.
_ANNOUNCED = compiled(
    "(?<!“)为什么(?!”)|[为给](?:您|你|大家)(?:解读|介绍|带来|分享|梳理|分析|讲)|一起(?:来)?看|来看看|且行且看|拭目以待|不得而知|时间会给出|下(?:文|面)"
    "|^(?:需要|值得|请)(?:特别)?(?:注意|关注|区分|说明)(?!的是)|^大家(?:可能|似乎|也许)?(?:会|都)?(?:忘|知道|疑惑|问|发现)"
    "|(?:前面|前文|上文)(?:所?说|提到|讲)"
)
_ENDS = tuple("。！!？?…”」』’）)")


def wording(sentence: str, speakers: Sequence[str] = (), often: Collection[str] = ()) -> str:
    """What ``sentence`` claims, in its own words; empty where it cannot be said without the sentences beside it.

    Left out is what joins it to others, what says who speaks (one of ``speakers`` before 说 or 道, anybody before a
    plainer verb), and of more than ``LONGEST`` characters all but a part that stands by itself and begins with what the
    article speaks of (``often``, pairs of characters).
    """
    if not sentence.rstrip().endswith(_ENDS):
        return ""
    text = _trimmed(sentence, speakers)
    whole = [text] if LONGEST < len(text) <= _WHOLE else []
    for part in (*_opinions(text), *_pieces(text, often), *whole):
        said = _trimmed(part, speakers)
        said = said if said.endswith(("。”", "。」", "？", "?", "！", "!")) else said.rstrip("。，,；;") + "。"
        if _says_something(Said.of(said)):
            return said.replace("！", "。") if said.endswith("！") else said
    return ""


def _says_something(said: Said) -> bool:
    """Whether it is a whole statement, and neither a name alone nor an announcement."""
    leans = _GOES_ON.match(said.folded) or _NAMED.match(said.folded)
    return stands_alone(said) and not leans and not _ANNOUNCED.search(said.folded)


def _pieces(text: str, often: Collection[str]) -> Iterator[str]:
    """``text``, or what of a long one may stand for it: nothing that hangs on what the rest says."""
    for part in parts(Said.of(text), LONGEST, lambda: often):
        # Full stops alone (a line of 。。。) say nothing.
        core = part.text.rstrip("。")
        before, _, after = text.partition(core) if core else ("", "", "")
        if core and not (before and _HEADLESS.match(part.folded)) and not _TURNED.match(fold(after)):
            yield part.text


def _opinions(text: str) -> Iterator[str]:
    """What of ``text`` comes after 我认为 in its midst, and depends on no condition before it."""
    for match in _OPINION.finditer(fold(text)):
        before = text[: match.start()]
        if match["turn"] or not conditional(Said.of(before)):
            yield text[match.end() :]


def _trimmed(text: str, speakers: Sequence[str]) -> str:
    """``text`` without its first words, one kind after the other, as long as one is found."""
    before = ""
    while text != before:
        before, text = text, _balanced(without_joining(Said.of(text.strip())).text)
        for start in (_ASIDE, _AUTHOR, _REPORT):
            match = start.match(fold(text))
            # Where next to nothing would be left, the words say more than who speaks.
            if match and len(text) - match.end() >= _FEWEST:
                text = text[match.end() :]
        for name in speakers:
            end = end_of_report(fold(text), name)
            text = text[end:] if len(text) - end >= _FEWEST else text
    return text


def _balanced(text: str) -> str:
    """``text`` without quotation marks around the whole, or of which the other half is missing."""
    for opening, closing in _QUOTES:
        if text.startswith(opening) and text.rstrip("。").endswith(closing) and text.count(opening) == 1:
            text = text.rstrip("。").strip(_SHELL)
        elif text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    return text
