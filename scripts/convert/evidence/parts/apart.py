"""Boxes of a page beside the box of its text: lines that share one with what the site prints are the site's, too."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from convert.evidence.lines import is_prose
from convert.page import BOX, Block
from convert.rules.tables import rule_for
from convert.text.characters import ends_sentence

# A running line with fewer characters is a call or a caption as often as text.
PARAGRAPH_LEAST = 20
# The box of the text holds this share of all running text: a box that holds less leaves out a part of the article.
OWN_SHARE = 0.9
# Words of buttons, sections and tabs; the shortest subtitle seen has 13 characters (see clean.edges).
BUTTON_MOST = 12
# A sentence, or a line of a poem.
CLOSES = re.compile(r"[，。；！？]\W*$")
# So many words in a list are tabs.
TABS_LEAST = 3
# A title of another article, a place with its distance; what is longer may be the article's.
LINE_MOST = 60
# A box with a head of its own and so many lines more is a list of other things.
HEADED_LEAST = 2
# More of a box than this in links, and it leads elsewhere.
LINKED_SHARE = 0.5
# All boxes below a text are less than this share of it.
BELOW_SHARE = 0.35
# What belongs to an article and stands in boxes of its own below it.
OF_ARTICLE = re.compile(
    "附件|附[图圖表录錄]|参考|參考|文献|文獻|资料|資料|注释|註釋|引用|来源|來源|出处|出處|延伸|references|sources|notes|links|https?://",
    re.I,
)
# What offices say of a document in a table above it; most of it other tables say, too.
RECORD = re.compile(
    "(?:索引号|索取号|[发發][布佈](?:日期|[时時][间間]|机构|機關)|成文日期|生成日期|[发發]文(?:机关|字号|日期)|文号|文件[编編][号號]"
    "|有效性|[废廢]止日期|失效[时時][间間])\\W*|(?:索引号|发布日期|发布机构|成文日期|发文机关|文号)\\s?[:：].*"
)
OF_RECORD = re.compile(
    "(?:主题(?:分类|词)|信息(?:分类|名称|来源)|公开(?:方式|时限|形式)|生效日期|[关關][键鍵][词詞字]|名称|名稱|[备備][注註]|[活][动動][时時][间間])(?:\\W.*)?"
)
RECORD_SHARE = 1 / 3
# What templates call the box that tells who wrote an article: a picture, a sentence of praise, an address.
OF_AUTHOR = re.compile(
    r"(?:^|[\s_-])(?:author|writer)[_-]?(?:info|box|card|bio|desc|description|about|profile|intro)(?:[\s_-]|$)|about[_-]?(?:the[_-]?)?author",
    re.I,
)
NUMBER = re.compile(r"\d+")

Path = tuple[str, ...]
Box = list[int]


def apart(kept: Mapping[int, Block], gone: Mapping[int, Block]) -> list[int]:
    """Indices of `kept` lines of HTML that stand before the first or behind the last running text of the article, in
    boxes of its site. `gone` are the lines that were taken for the site's."""
    # A text that nobody wrote as HTML has no boxes: there is nothing to be apart from.
    if not any(_path(block) or block.kind == "table" for block in kept.values()):
        return []
    blocks = {**gone, **kept}
    prose = [i for i, block in kept.items() if _runs(block)]
    own = _own_path({i: len(kept[i].text) for i in prose}, kept)
    inside = {_path(kept[i]) for i in prose}
    prose = [i for i in prose if _path(kept[i])[: len(own)] == own]
    if len(prose) < 2:
        return []
    boxes = list(_boxes(blocks, inside))
    found = [box for box, _ in boxes if box[-1] < prose[0] and _is_above(box, kept, gone)]
    below = [
        box
        for box, depth in boxes
        if box[0] > prose[-1] and _is_below(box, depth < len(own), kept, gone) and not _announced(box, kept)
    ]
    whole = sum(len(kept[i].text) for i in prose)
    if sum(len(kept[i].text) for box in below for i in box if i in kept) <= BELOW_SHARE * whole:
        found += below
    records = [i for i, block in kept.items() if i < prose[0] and block.kind == "table" and _is_record(block)]
    return records + [i for box in found for i in box if i in kept]


def author_box(kept: Mapping[int, Block]) -> list[int]:
    """Indices of the lines below all running text that stand in a box named as that of the author."""
    named = {i for i, block in kept.items() if any(map(OF_AUTHOR.search, _path(block)))}
    prose = [i for i, block in kept.items() if i not in named and _runs(block)] if named else []
    below = [i for i in sorted(named) if prose and i > prose[-1]]
    whole = sum(len(kept[i].text) for i in prose)
    return below if sum(len(kept[i].text) for i in below) <= BELOW_SHARE * whole else []


def _is_record(table: Block) -> bool:
    """True for a table that says whose document it is, of which day and number."""
    said = ["".join(span.text for span in cell).strip() for row in table.rows for cell in row]
    cells = [cell for cell in said if cell]
    sure, other = (sum(bool(words.fullmatch(cell)) for cell in cells) for words in (RECORD, OF_RECORD))
    return sure > 0 and sure + other >= max(2, RECORD_SHARE * len(cells))


def _runs(block: Block) -> bool:
    text = block.text
    told = block.kind not in ("table", "code") and len(text) >= PARAGRAPH_LEAST
    return told and is_prose(text, _linked(block)) and rule_for(text) is None


def _linked(block: Block) -> int:
    """Characters in links to other pages."""
    return sum(len(span.text) for span in block.spans if span.href and "#" not in span.href)


def _path(block: Block) -> Path:
    """The names of the elements around the block, from the outside in."""
    return tuple(block.hint.split(BOX)[:-1])


def _own_path(sizes: Mapping[int, int], kept: Mapping[int, Block]) -> Path:
    """The names around nearly all running text."""
    held: Counter[Path] = Counter()
    for index, size in sizes.items():
        path = _path(kept[index])
        for depth in range(len(path) + 1):
            held[path[:depth]] += size
    return max((path for path in held if held[path] >= OWN_SHARE * held[()]), key=len, default=())


def _boxes(blocks: Mapping[int, Block], inside: set[Path]) -> Iterator[tuple[Box, int]]:
    """The blocks side by side in one box that holds no running text of the article, and how many names that box shares
    with the text."""
    # Where each part of a text has a box of its own, these are named alike but for a number.
    parts = {NUMBER.sub("", name) for path in inside for name in path}
    around = {path[:depth] for path in inside for depth in range(len(path) + 1)}
    for key, group in itertools.groupby(sorted(blocks), lambda i: _box_of(_path(blocks[i]), around)):
        if key and NUMBER.sub("", key[-1]) not in parts:
            yield list(group), len(key) - 1


def _box_of(path: Path, around: set[Path]) -> Path:
    """The outermost box around a block without running text in it; empty if its own element has none. `around` are the
    boxes with running text."""
    return next((path[:depth] for depth in range(1, len(path) + 1) if path[:depth] not in around), ())


def _is_above(box: Box, kept: Mapping[int, Block], gone: Collection[int]) -> bool:
    """True for words no longer than those of buttons in one box with day or source, or in links, or for a list of
    tabs. Heads and pictures are the article's."""
    lines = [kept[i] for i in box if i in kept]
    if not lines or not all(_is_button(line) for line in lines):
        return False
    tabs = len(lines) >= TABS_LEAST and all(line.kind == "item" for line in lines)
    return tabs or any(i in gone for i in box) or all(_linked(line) for line in lines)


def _is_button(line: Block) -> bool:
    """True for a word of a button, or of a tab; a line of a poem closes."""
    return line.kind in ("paragraph", "item") and len(line.text) <= BUTTON_MOST and not CLOSES.search(line.text)


def _is_below(box: Box, outside: bool, kept: Mapping[int, Block], gone: Collection[int]) -> bool:
    """True for short lines, no sentences, in one box with what the site prints; or, `outside` the box of the text,
    below a head of their own or mostly in links."""
    lines = [kept[i] for i in box if i in kept and kept[i].text.strip()]
    linked = sum(map(_linked, lines)) >= LINKED_SHARE * sum(len(line.text) for line in lines)
    # Among links to other pages players and forms say in closed sentences what came of a click.
    long = [line for line in lines if not _is_short(line) and not (linked and len(line.text) <= BUTTON_MOST)]
    if not lines or long or any(OF_ARTICLE.search(line.text) for line in lines):
        return False
    beside = any(i in gone for i in box)
    if not outside:
        return beside and not any(line.kind == "heading" for line in lines)
    return beside or linked or (lines[0].kind == "heading" and len(lines) > HEADED_LEAST)


def _announced(box: Box, kept: Mapping[int, Block]) -> bool:
    """True for what stands below a label of sources or of attachments."""
    above = next((kept[i] for i in range(box[0] - 1, -1, -1) if i in kept), None)
    return above is not None and len(above.text) <= LINE_MOST and bool(OF_ARTICLE.search(above.text))


def _is_short(line: Block) -> bool:
    return (
        line.kind in ("paragraph", "item", "heading") and len(line.text) <= LINE_MOST and not ends_sentence(line.text)
    )
