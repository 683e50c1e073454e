"""Who wrote it: names from labels, reporters' lines, biographies and signatures."""

from __future__ import annotations

import re

from convert.rules.tables import pattern, patterns, table
from convert.text.characters import folded, simplified

NAME_MOST = 20
SPLIT = re.compile(r"\s*[、,，&＆/／;；|]\s*|\s+(?:和|与|and)\s+|(?<=[\u4e00-\u9fff·])[ \u3000]+(?=[\u4e00-\u9fff])")
# What is said of somebody and is part of no name: 二十年修桥人, 2次获奖的石匠.
PHRASE = re.compile(
    r"[0-9０-９]|[一二三四五六七八九十百千万两数]+(?:余|多)?(?:年|次|篇|岁|届|位)|的|走遍|曾任|著有|毕业|从事|现任|专注|擅长|热爱"
    r"|经历|资深|十年|专家$|[\u4e00-\u9fff]{9,}"
)
# Longer lines with a label in them are sentences about an author.
BYLINE_MOST = 120
OUTLET = re.compile(
    r"(网|网站|报|报社|社|台|日报|晚报|新闻|消息|科技|财经|频道|杂志|周刊|时报|政府|在线|头条|资讯|视频|之家|体育|生活|热线|教育|电视|广播|局|委|厅|办公室|中心|公司|集团|协会|学会|大学|气象台|客户端|论坛|社区|公安|融媒|融媒体)$"
)


def is_outlet(name: str) -> bool:
    """True if the name ends like that of a newspaper, a site or a department."""
    return bool(OUTLET.search(simplified(name)))


def labelled_authors(line: str) -> tuple[str, ...]:
    """Names behind a label such as 作者： or 文/ in a short line."""
    if len(line) > BYLINE_MOST:
        return ()
    for label in table("metadata")["author_labels"]:
        found = re.search(rf"(?:{label})\s*(?:[:：/／|︱丨｜]|\s)\s*(?=\S)(.*)", line)
        if found:
            end = re.search(table("metadata")["value_ends"], simplified(found[1]))
            names = split_names(found[1][: end.start()] if end else found[1])
            if names:
                return _before_biography(names)
    bare = re.search(r"(?:[|｜\s]|^)作者([\u4e00-\u9fff·]{2,4})$", line.strip())
    return split_names(bare[1]) if bare else ()


def reporters(line: str) -> tuple[str, ...]:
    """Names in （记者 某某） or 某报记者 某某."""
    for each in patterns("metadata", "reporter"):
        found = each.search(line.strip())
        if found:
            return split_names(found[1])
    return ()


def signature(line: str) -> tuple[str, ...]:
    """A name in brackets that closes the last paragraph."""
    found = pattern("metadata", "signature").search(line.strip())
    return split_names(found[1]) if found else ()


def biography(line: str) -> tuple[str, ...]:
    """The person that a columnist's biography is about."""
    plain = line.strip()
    if described := _described(plain):
        return described
    found = next((m for p in patterns("metadata", "biography") if (m := p.search(plain))), None)
    words = [folded(word) for word in table("metadata")["biography_words"]]
    if not found or not any(word in folded(plain[found.end(1) :]) for word in words):
        return ()
    return split_names(found[1])


def _described(line: str) -> tuple[str, ...]:
    """The author of a labelled line that goes on with what is said of him: 作者：某某，十年修桥人."""
    found = re.match(r"(?:关于|關於)?作者(?:简介|簡介|介绍|介紹)?\s*[:：]\s*(?=\S)(.*)", line)
    names = split_names(found[1]) if found and len(line) <= BYLINE_MOST else ()
    return _before_biography(names) if any(PHRASE.search(simplified(name)) for name in names[1:]) else ()


def _before_biography(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names before the first phrase: what follows a phrase is said of the person before it, too."""
    first = next((place for place, name in enumerate(names) if place and PHRASE.search(simplified(name))), len(names))
    return names[:first]


def name_and_outlet(line: str) -> tuple[tuple[str, ...], str]:
    """Names and outlet of a line like 某某/某某报; nothing if it is not one."""
    found = re.fullmatch(
        r"([\u4e00-\u9fff·]{2,4}(?:[ 、][\u4e00-\u9fff·]{2,4}){0,3})\s*[/|｜]\s*(\S{2,12})", line.strip()
    )
    return (split_names(found[1]), found[2]) if found and is_outlet(found[2]) else ((), "")


def self_named_medium(paragraphs: list[str]) -> str:
    """The medium that speaks of itself as the one who went and saw, in two clauses or more."""
    endings, verbs = table("metadata")["medium_endings"], table("metadata")["medium_verbs"]
    starts = re.compile(
        rf"(?:^|[，。；,;]|因此|于是)\s*([\u4e00-\u9fff]{{2,4}}?(?:{endings}))(?=[^，。,]{{0,12}}(?:{verbs}))"
    )
    found: list[str] = [name for text in paragraphs for name in starts.findall(text)]
    for name in dict.fromkeys(found):
        # Once could be a source that is quoted; a quoted source is not the subject twice in the opening.
        if found.count(name) >= 2 or (sum(text.count(name) for text in paragraphs) >= 2 and len(found) >= 2):
            return name
    return ""


def split_names(value: str) -> tuple[str, ...]:
    """The single names in a list of names, offices and sites left out."""
    refused = pattern("metadata", "no_author")
    names = []
    for part in SPLIT.split(value.strip()):
        part = re.sub(
            r"^(?:本报|特约|见习|实习|通讯员|记者|作者|文|图|by)\s*[:：/]?\s*(?=\S{2})",
            "",
            part.strip(" \u3000:：/|*#-—·"),
        )
        part = re.sub(r"\s*(?:发自|报道|[/／]文).*$", "", part).strip(" 。.，,")
        if 2 <= len(part) <= NAME_MOST and not refused.search(folded(part)) and not re.search("[。！？“”]", part):
            names.append(part)
    return tuple(dict.fromkeys(names))
