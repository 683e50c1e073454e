"""Whether a sentence can be read without the one before it, and what of a long one can: for extracts and claims."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from itertools import pairwise
from typing import NamedTuple

from digest.zh.folding import compiled, fold

SHORTEST = 9
"""Below nine characters a sentence is a heading or an exclamation."""

# Words that only join a sentence to the one before, or only say that something is said: without them it stands by
# itself, and says the same.
_JOINING = compiled(
    "(?:因此|所以|但是|但|然而|不过|而|于是|其实|事实上|实际上|实质上|即|换句话说|换言之|简而言之|也就是说|总之|总结(?:一下|起来|来说)?|可见"
    "|由此可见|当然|同样地|同样|如[上前](?:文)?所?(?:说|述|提到|提及)的?|简单(?:解释|来说|来讲|地说|说)(?:就是)?|究其原因(?:在于)?|综上(?:所述)?|与[之此]相[比对]|需要(?:指出|说明|强调|注意)的是|应该说|不得不说|相比之下|作为交换|的确|只是|通常|可以说|归根结底|说到底|因而|正是因为如此|毫无疑问|毋庸置疑的是|不可否认的是"
    "|可以(?:预见|肯定|确定)的是|很显然|显然|从这个(?:逻辑|角度)来看|坦率地讲|严格地说|具体来看|具体来说|也就意味着|只不过"
    "|第?[一二三四五六七八九十](?:是|来)?|首先|其次|再次|最后|如今|当下|现在|从表面上看"
    "|(?:不难|可以|我们|我们就)?(?:可以|会)?(?:看到|看出|发现|知道)(?:的是|一些端倪)?)[,:]"
)
# A sentence that begins so, or that points back, leans on another one also without its first word.
_LEANING = compiled(
    "(?:因此|所以|但|然而|而|不过|同时|于是|此外|另外|同样|即|这|那|他|她|它|其|此|该|对此|换句话|比如|例如|譬如|可见|为什么"
    "|并且|且(?!慢)|并(?!非|不)|以此|再|也|又|还|则|就|都|便|才|更|却|反之|反而|否则|正是|之所以|因为|(?:在|从|当|找到|通过|对|随)这"
    "|如今的|诚然|至于|包括|尤其|特别是|甚至|不但|非但|何况|况且|由此|从而|进而|然后|接着|接下来|最后|一方面|另一方面|一边|一手|类似的"
    "|除此|不是说|不仅仅|仅仅|只能|只是|不过是|不只|在[他她它]|有的|有些人|有人|正题|反题|届时|两者|二者|我们?(?!认为|觉得|相信|的(?:观点|看法))"
    "|是|前文|本文|下面|以下|如下|作为总结|说到这里|所有这些|例子"
    r"|[,:;!。、“「『”』」\\)(])"
)
# It points to what another sentence names.
_POINTING = compiled(
    "这(?:种|样|些|个|一|两|场|次|里|时|也|就|是|不|才)|那(?:种|样|些|个|场|时)|前者|后者|上述|以上|如此|此(?:时|举|种|类)"
    "|就不一样|也(?:需要|是如此|一样|不例外)"
)
_PRONOUN = compiled("[他她它]们?(?!人|国|们|山|方|日|律)")
# A clause that only says when, where, for whom or according to whom: the subject comes in the next.
_SETTING = compiled(
    "(?:(?:对于?|在|从|随着|当|作为|由于|自从|为了?|除了|按照|根据|关于)[^,]*|未来|目前|过去|同时|当年|时至今日|长期以来"
    "|(?:我|我们|笔者)认为|在我看来|我的(?:观点|看法|理解)是|无论[^,]*),"
)
# What comes after one of these hangs on it: 只有……才, 如果……就, 虽然……但.
_CONDITION = compiled(
    "只有|如果|若|只要|一旦|当(?!下|然)|无论|除非|虽然|尽管|即使|即便|哪怕|既然|由于|因为|与其|不管|倘若|随着"
)
# What a part of a sentence must not begin with: its subject, or its condition, is in the part before.
_BOUND = compiled(
    "都|也|则|并|就|而|不仅|不但|非但|更|又|从而|显然|甚至|那|即|所以|因为|让|再|还|只|才|最终|相互|必须|同样|以及|或|和|因而"
    "|但|然后|进而|使|以便|以|导致|用|把|将|从|在|是|有|会|能|可以|已|正|曾|要|应|需|不(?!同)|没|无法|无论|与|跟|对|为|被|给"
    "|其|这|它|他|她|该|此|如|像|去|来|到|成为|变成|意味着|且|却|何况|尤其|特别|包括|直至|直到|乃至|反而|否则|之|的|等|很|必然"
    "|势必|难|转而|方便|[^,]{2,6}地(?!区|方|位|产|球|域)|先|后|一个|一种|一场|最大|通过|借助|结合|随着|当|于是|同时|进|实现"
    "|带来|帮助|提供|形成|推动|满足|获得|获取|增加|减少|降低|提高|加强|保证|保持|吸引|避免|改变|打造|打破|建立|引导|引入|利用|发挥"
    "|掌握|维持|谋求|尽量|继续|开始"
)
_TURNS = ("但是,", "但,", "然而,", "不过,")
_QUOTES = (("“", "”"), ("「", "」"), ("『", "』"), ("《", "》"), ("(", ")"))
# 就 and 便 take up a condition or a time that the part before has named.
_TAKEN_UP = compiled("[^,:;“]{2,}?(?:就(?![是业近此职诊医餐地读任连算])|便(?![利宜捷民当于]))")
# Characters that no subject is made of: pairs with one of them are in every article often.
_FUNCTION = frozenset(
    "的了是在不和也就都而及与着或一个没有我你他她它这那其之以可能会要对为上下中到说等被把从让使更最很已将此所如何因由于则但且并各每些种样"
)
_CUT = re.compile("[；;]")
_AFTER_CLAUSE = re.compile("[,;:].*", re.DOTALL)
_WHOLE = ("。", "！", "。”", "。」", "！”")
_COMMA = re.compile("[，,；;]")
# A part shorter than this says too little by itself.
_PART = 15
# Within so many characters of its beginning a part that stands by itself names its subject.
_SUBJECT = 8


class Said(NamedTuple):
    """Something that is said: as a reader sees it and, of the same length, folded."""

    text: str
    folded: str

    @staticmethod
    def of(text: str) -> Said:
        """What ``text`` says."""
        return Said(text, fold(text))

    def since(self, start: int) -> Said:
        """What is said after its first ``start`` characters and the white space there."""
        text = self.text[start:].lstrip()
        return Said(text, self.folded[len(self.folded) - len(text) :])


def without_joining(said: Said) -> Said:
    """What is said without first words that only join it to the one before."""
    while match := _JOINING.match(said.folded):
        said = said.since(match.end())
    return said


def stands_alone(said: Said, under_title: bool = False) -> bool:
    """Whether it is a whole statement that leans on no other: no question, no open end, no half quotation.

    ``under_title`` says that it is read below the title of its article, as an extract is: what 他们 or 它 means, and
    what a setting before the first comma says, is then mostly clear.
    """
    text, plain = said
    if len(text) < SHORTEST or not text.endswith(_WHOLE) or "?" in plain or _LEANING.match(plain):
        return False
    core = _AFTER_CLAUSE.sub("", plain) if under_title else _core(plain)
    return not _POINTING.search(core) and (under_title or not _PRONOUN.search(core)) and _balanced(plain)


def _balanced(plain: str) -> bool:
    """Whether every quotation mark and bracket in a folded text has its other half."""
    return all(plain.count(opening) == plain.count(closing) for opening, closing in _QUOTES)


def _core(plain: str) -> str:
    """The first clause that says something: what a sentence points to further on, it mostly names before."""
    while match := _SETTING.match(plain):
        plain = plain[match.end() :]
    return _AFTER_CLAUSE.sub("", plain)


def conditional(said: Said) -> bool:
    """Whether it names a condition that what comes next depends on."""
    return bool(_CONDITION.search(said.folded))


def parts(said: Said, longest: int, often: Callable[[], Collection[str]] = tuple) -> Iterator[Said]:
    """What is said where it is no longer than ``longest``, else what of it may stand for it.

    First the statements between semicolons, then its end from the first comma after which nothing is missing: no
    condition, and a subject of the article, of which ``often`` gives the pairs of characters.
    """
    if len(said.text) <= longest:
        yield said
        return
    pieces = [Said.of(piece) for piece in _CUT.split(said.text)]
    for piece in pieces:
        if _PART <= len(piece.text) <= longest and _begins_anew(piece, "", often()):
            yield piece if piece.text.endswith(("。", "！")) else Said(piece.text + "。", piece.folded + "。")
    for comma in _COMMA.finditer(said.text):
        after = said.since(comma.end())
        end = without_joining(after)
        # 虽然……，但是，: what comes after the turn holds without what is conceded.
        before = "" if after.folded.startswith(_TURNS) else said.folded[: comma.start()]
        if _PART <= len(end.text) <= longest and _begins_anew(end, before, often()):
            yield end
            return


def _begins_anew(part: Said, before: str, often: Collection[str]) -> bool:
    """Whether ``part`` has its own subject, and no condition in what stands ``before`` it (folded)."""
    plain = part.folded
    if _BOUND.match(plain) or _CONDITION.search(before) or not _balanced(before):
        return False
    if before and _TAKEN_UP.match(plain):
        return False
    begins = _AFTER_CLAUSE.sub("", plain)[:_SUBJECT]
    pairs = map("".join, pairwise(begins))
    return not often or any(pair in often and not _FUNCTION.intersection(pair) for pair in pairs)
