"""Chinese punctuation: full-width between Chinese characters, no stray spaces, no doubled marks.

Numbers, Latin text, addresses and code stay as they are; each text keeps its own quote marks.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect
from collections.abc import Callable, Iterable, Sequence

from convert.blocks.spans import Edit, edited, trimmed
from convert.page import Block, Span
from convert.text.brackets import bracket_pairs
from convert.text.characters import HANZI, HANZI_RUN
from convert.text.code import is_code_line

# What counts as Chinese beside a mark: characters, and punctuation that only Chinese text has.
CHINESE = HANZI + "、。〈〉《》「」『』【】〔〕“”‘’（），：；！？…—％·〇々"
FULL = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？"}
# Every repetition has a bound and starts at the start of a run, so that a hostile line costs linear time.
PROTECTED = re.compile(
    r"(?:https?|ftp)://[!-~]+|www\.[!-~]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}"
    r"|(?<![\w.-])[\w-]{1,64}(?:\.[\w-]{1,64}){0,6}\.(?:com|cn|net|org|pro|html?)\b[!-~]*",
    re.I | re.A,
)
# A point between two clauses ends the first, unless it joins the sounds of a foreign name (约翰.史密斯). So long
# are the clauses that no name or label of the pages measured was taken for one.
CLAUSE_LEAST = 6
CLAUSE_END = re.compile(rf"[{HANZI}]{{{CLAUSE_LEAST}}}$")
CLAUSE_START = re.compile(rf"[{HANZI}]{{4,}}")
SOUNDS = frozenset(
    "阿艾安昂奥巴白拜班邦包贝本比彼毕别宾波伯勃博布查达大戴丹道德登邓狄迪蒂杜敦顿多恩尔法凡菲费芬丰佛夫弗福盖甘冈高戈格"
    "葛根古圭哈海汉豪赫黑亨洪胡华怀惠霍基吉加迦贾简杰金卡凯坎康考柯科克肯库奎拉莱兰朗劳勒雷黎里理利莉丽连廉列林琳龙卢鲁"
    "路伦罗洛马玛迈曼芒毛梅门蒙米密明缪摩莫默姆穆纳娜南瑙内尼妮宁纽努诺欧帕派潘庞佩彭皮匹平坡珀普奇齐恰钱乔切琼丘让日荣"
    "茹瑞若萨塞赛桑森沙山尚绍舍申圣施史士舒朔斯丝思松苏孙索所塔泰坦汤唐陶特滕提缇田铁廷通图托瓦万旺威韦维魏温文沃乌伍武"
    "西希锡夏香萧肖谢辛欣休修许雪逊亚雅延扬耶叶伊因英尤于约泽增扎詹珍芝朱茱兹宗佐"
)
# Forms for vertical lines, and the radicals that some fonts and scans put for characters.
UPRIGHT = dict(
    zip(
        map(ord, "︐︑︒︓︔︕︖︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄︰︱︙"),
        "，、。：；！？（）｛｝〔〕【】《》〈〉「」『』：｜…",
        strict=True,
    )
)
UPRIGHT |= {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
WIDE_LATIN = {code: code - 0xFEE0 for code in [*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)]}
# A text whose writer puts spaces between Latin and Chinese does so nearly always; one with stray spaces,
# seldom (in 29 texts measured up to 10 in a hundred, against 100).
SPACED_STYLE = 0.5
BETWEEN = re.compile(f"(?<=[{HANZI}])( )(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])( )(?=[{HANZI}])")
TOUCHING = re.compile(f"(?<=[{HANZI}])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=[{HANZI}])")
# What the passes look for.
WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]+")
ELLIPSIS = re.compile(rf"(?<=[{CHINESE}])\s?(?:\.{{3,}}|。{{3,}}|·{{3,}}|…(?!…)(?<!……))")
ALL = re.compile(f"[{CHINESE}]+")
HALF_WIDTH = re.compile("[,:;!?]")
POINT = {marks: re.compile(rf"(?<=[{HANZI}])[{marks}](?=[{HANZI}])") for marks in (".", ".．")}
CLOSING_POINT = re.compile(rf"(?<=[{HANZI}”」』）》])\.(?=$|[”」』）]|\s+[{CHINESE}])")
TWICE = re.compile(r"([。，、；：])(?:\s*\1)+")
CLOSED_TWICE = re.compile("([。！？])([”」』])[。]")
BESIDE_MARK = re.compile(" +(?=[{0}])|(?<=[{0}]) +".format("、。〈〉《》「」『』【】“”（），：；！？"))
TURNED = re.compile(f"[{''.join(map(chr, UPRIGHT))}]")


def repair_text(text: str, spaced: bool = False) -> str:
    """`text` repaired. `spaced`: the text keeps a space between Latin letters and Chinese characters."""
    return "".join(span.text for span in repair_spans((Span(text),), spaced))


def repair_block(block: Block, spaced: bool = False) -> Block:
    """The block with its text and table cells repaired; code is left alone, a line of it in a copy as well."""
    if block.kind == "code" or (block.kind == "paragraph" and is_code_line(block.text.strip())):
        return block
    # Spaces in a heading or table set phrases apart (首次采样带回 嫦娥五号), whatever letters meet there.
    spaced = spaced or block.kind in ("heading", "table")
    rows = tuple(tuple(repair_spans(cell, spaced) for cell in row) for row in block.rows)
    return block.but(spans=repair_spans(block.spans, spaced), rows=rows)


def repair_spans(spans: tuple[Span, ...], spaced: bool = False) -> tuple[Span, ...]:
    """The spans repaired; marks are judged by their neighbours across spans."""
    spans = tuple(span.saying(span.text.translate(UPRIGHT)) if TURNED.search(span.text) else span for span in spans)
    return trimmed(_repaired(spans, PASSES[:-1] if spaced else PASSES))


def repair_widths(pieces: Sequence[tuple[str, bool]]) -> list[str]:
    """Pieces of one text, each with whether it is to be left alone, in their right widths; nothing else changes."""
    spans = tuple(Span(text, code=kept) for text, kept in pieces)
    return [span.text for span in _repaired(spans, (_latin, *WIDTHS))]


def _repaired(spans: tuple[Span, ...], passes: Sequence[Pass]) -> tuple[Span, ...]:
    for find in passes:
        text = "".join(span.text for span in spans)
        if edits := sorted(find(text)):
            spans = edited(spans, _outside(edits, _barred(spans, text)))
    return spans


def _outside(edits: list[Edit], barred: list[tuple[int, int]]) -> list[Edit]:
    """The edits (sorted) that touch none of the barred places, in one walk over both."""
    left: list[Edit] = []
    places = sorted(barred)
    # The furthest end of the places that begin before an edit ends: no place before it can reach further.
    at, reached = 0, 0
    for edit in edits:
        while at < len(places) and places[at][0] < edit[1]:
            reached = max(reached, places[at][1])
            at += 1
        if reached <= edit[0]:
            left.append(edit)
    return left


def is_spaced(texts: Iterable[str]) -> bool:
    """True if the writer puts spaces between Latin letters or digits and Chinese characters."""
    whole = "\n".join(texts)
    spaces, touching = len(BETWEEN.findall(whole)), len(TOUCHING.findall(whole))
    return spaces > SPACED_STYLE * (spaces + touching)


def _barred(spans: tuple[Span, ...], text: str) -> list[tuple[int, int]]:
    places = [match.span() for match in PROTECTED.finditer(text)]
    offset = 0
    for span in spans:
        if span.literal or span.image:
            places.append((offset, offset + len(span.text)))
        offset += len(span.text)
    return places


def _latin(text: str) -> Iterable[Edit]:
    yield from ((*match.span(), match[0].translate(WIDE_LATIN)) for match in WIDE.finditer(text))


def _ellipses(text: str) -> Iterable[Edit]:
    for match in ELLIPSIS.finditer(text) if any(mark in text for mark in ("...", "。。。", "···", "…")) else ():
        yield (*match.span(), "……")


def _brackets(text: str) -> Iterable[Edit]:
    if "(" not in text and ")" not in text:
        return
    runs = [found.start() for found in HANZI_RUN.finditer(text)]
    for start, last in bracket_pairs(text):
        near = _before(text, start) + _behind(text, last + 1)
        chinese = bisect(runs, start) < bisect(runs, last) or (len(near) == 2 and ALL.fullmatch(near))
        # No keyboard gives the wide one of two by mistake.
        if chinese or text[start] == "（" or text[last] == "）":
            yield start, start + 1, "（"
            yield last, last + 1, "）"


def _quotes(text: str) -> Iterable[Edit]:
    """Straight quotes in pairs, in Chinese text, become curved (or corner ones where the text has those)."""
    if '"' not in text or not HANZI_RUN.search(text):
        return
    straight = [at for at, sign in enumerate(text) if sign == '"']
    if len(straight) == 1:
        opened = text[: straight[0]].count("“") - text[: straight[0]].count("”")
        if opened == 1 and text.count("“") == text.count("”") + 1:
            yield straight[0], straight[0] + 1, "”"
        return
    if len(straight) % 2:
        return
    opening, closing = ("「", "」") if "「" in text and "“" not in text else ("“", "”")
    for first, second in zip(straight[::2], straight[1::2], strict=True):
        if HANZI_RUN.search(text[max(0, first - 1) : second + 2]):
            yield first, first + 1, opening
            yield second, second + 1, closing


def _marks(text: str) -> Iterable[Edit]:
    for match in HALF_WIDTH.finditer(text):
        at = match.start()
        left, right = _before(text, at), _behind(text, at + 1)
        if not _chinese(left) and not _chinese(right):
            continue
        end = at + 1
        while text[end : end + 1] == " ":
            end += 1
        start = at
        while start and text[start - 1].isspace():
            start -= 1
        yield start, end, FULL[match[0]]


def _full_stops(text: str) -> Iterable[Edit]:
    """A half-width full stop, where it cannot be a point in a number, a name or an address."""
    # Where 。 closes sentences, ．joins the parts of a name.
    marks = "." if "。" in text else ".．"
    if not any(mark in text for mark in marks):
        return
    for match in POINT[marks].finditer(text):
        left = CLAUSE_END.search(text, max(0, match.start() - CLAUSE_LEAST), match.start())
        right = CLAUSE_START.match(text, match.end())
        names = SOUNDS.issuperset(text[match.start() - 2 : match.start()] + text[match.end() : match.end() + 2])
        if left and right and not names:
            yield (*match.span(), "。")
    yield from ((*match.span(), "。") for match in CLOSING_POINT.finditer(text))


def _doubled(text: str) -> Iterable[Edit]:
    yield from ((*match.span(), match[1]) for match in TWICE.finditer(text))
    yield from ((*match.span(), match[1] + match[2]) for match in CLOSED_TWICE.finditer(text))


def _spaces_at_marks(text: str) -> Iterable[Edit]:
    for match in BESIDE_MARK.finditer(text) if " " in text else ():
        left, right = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        opens = (right and right in "“《「『【（") or (left and left in "”》」』】）") or left in "！？"
        # Two phrases set apart (“甲” “乙”, 标题 “引语”) keep their space; a mark that ends or opens does not.
        if not opens or right in "，。、；：！？”」』）》" or left in "，。、；：“「『（《":
            yield (*match.span(), "")


def _stray_spaces(text: str) -> Iterable[Edit]:
    yield from ((*match.span(), "") for match in (BETWEEN.finditer(text) if " " in text else ()))


def _before(text: str, at: int) -> str:
    """The last character before the place that is no space; empty at the start."""
    at -= 1
    while at >= 0 and text[at].isspace():
        at -= 1
    return text[at] if at >= 0 else ""


def _behind(text: str, at: int) -> str:
    """The first character from the place on that is no space; empty at the end."""
    while at < len(text) and text[at].isspace():
        at += 1
    return text[at : at + 1]


def _chinese(char: str) -> bool:
    return bool(char) and ALL.fullmatch(char) is not None


Pass = Callable[[str], Iterable[Edit]]
WIDTHS: tuple[Pass, ...] = (_brackets, _quotes, _marks, _full_stops)
PASSES: tuple[Pass, ...] = (_latin, _ellipses, *WIDTHS, _doubled, _spaces_at_marks, _stray_spaces)
