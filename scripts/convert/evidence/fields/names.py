"""Names of people: which words are some; offices, days and places are none; lists, and the name that closes a text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from convert.rules.tables import pattern, table
from convert.text.characters import HANZI, folded, letters, simplified
from convert.text.days import iso_day

NAME_MOST = 20
# Chinese names of people have two to four characters, two with a one-character surname only seldom four.
PLAIN_NAME = rf"[{HANZI}]{{2,4}}"
# Longer lines with a label in them are sentences about an author.
BYLINE_MOST = 120
SPLIT = re.compile(
    rf"\s*[、,，&＆/／;；|｜＋+]\s*|\s+(?:和|与|與|and)\s+|(?<=[{HANZI}·])[ \u3000]+(?=[{HANZI}])"
    rf"|(?<=[{HANZI}]{{2}})[和与與](?=[{HANZI}]{{2,3}}$)"
)
# What may stand before a name in a list of them.
PREFIX = re.compile(
    r"^(?:Original\s?(?=[\u4e00-\u9fff]))?(?:本报|本報|本刊|特约|特約|见习|見習|实习(?!生)|實習(?!生))?(?:通讯员|通訊員|记者|記者|作者|文|图|圖|撰文|实习生|實習生|by|由(?=[A-Za-z]))?\s*[:：/／]?\s*(?=\S{2})",
    re.I,
)
SUFFIX = re.compile(r"\s*(?:发自|發自|出自|[報报][導导道]|[/／]文|文[/／]图|撰写|撰寫|供稿|編譯|编译).*$")
OFFICE = re.compile(
    rf"^[{HANZI}]{{6,30}}(?:教授|研究员|研究員|院长|院長|主任|所长|所長|会长|會長|学者|學者|专家|專家|委员|委員)\W*$"
)
# Two Chinese characters that are set apart to be as wide as three (王 明); a family name set apart from both others.
SPACED = re.compile(rf"(?<![{HANZI}])([{HANZI}])[ \u3000]{{1,2}}([{HANZI}]{{1,2}})(?![{HANZI}])")
# What somebody is, behind the name and a comma, where he works follows; 王老师 and 王经理 are people.
JOB = re.compile("(?:.{3}[师師]|程序[员員]|(?:^|..)(?:[经經]理|[顾顧][问問]|[总總][监監]))$")

# A picture, a film or a poem in front of the label of who made it: 一等奖《山路》（组照）作者：某某.
WORK = re.compile(r"\S《[^《》]{0,39}[^《》报報刊网網社誌志]》\s?(?:[（(][^()（）]{1,20}[)）])?[，,]?\s?$")
SOURCE = re.compile("来源|來源|稿源|出处|出處|转自|轉自|原载|原載|摘自")
IN_BRACKETS = re.compile(rf"[（(]({PLAIN_NAME}(?:[、 ]{PLAIN_NAME})*)[）)]")
# What closes a text that another outlet printed: who wrote it, and where.
BEFORE_OUTLET = re.compile(rf"[。！？”」]\s?[（(]([{HANZI}]{{2,4}})[ \u3000／/]([{HANZI}]{{3,10}})[）)]$")
# An account in Latin letters.
ACCOUNT = re.compile(r"[A-Za-z][\w.-]{1,19}", re.A)
MAIL = re.compile(r"[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,20})+")

# Whose the pages are: Calder's Blog, 周远的博客.
OWNED = re.compile(
    r"(?:^|[|｜\-_–—·]\s?)([^\s|｜_–—·]{2,20})(?:['’]s\s(?:blog|notes?|home ?page)|的(?:博客|部落格|网志|網誌))\s*$",
    re.I,
)


def is_outlet(name: str) -> bool:
    """True if the name ends like that of a newspaper, a site or a department."""
    return bool(pattern("metadata", "outlet_endings").search(simplified(name)))


def are_one(name: str, other: str) -> bool:
    """True if one of two names is in the other: 江边报, 江边报新闻网."""
    keys = letters(name), letters(other)
    return keys[0] in keys[1] or keys[1] in keys[0]


def is_name(text: str) -> bool:
    """True if the text may be the name of a person or a pen name."""
    if not 2 <= len(text) <= NAME_MOST or re.search(r"[。！？：“”《》【】\[\]]|=\"|https?:|(?<![A-Za-z\d])\d{4}", text):
        return False
    if pattern("metadata", "places").fullmatch(simplified(text)):
        return False
    # What closes a bracket that it did not open runs on into something else.
    if re.match(r"[^（(]*[）)]", text):
        return False
    return any(c.isalpha() for c in text) and not pattern("metadata", "no_author").search(folded(text))


def split_names(value: str) -> tuple[str, ...]:
    """The single names in a list of names; what cannot be one is left out."""
    # As feeds write it: the address first, the name in brackets behind it.
    value = re.sub(r"^\S{1,60}@\S{1,60}\s+\(([^()]*)\)$", r"\1", value.strip())
    if value.startswith(("http:", "https:")) or MAIL.fullmatch(value):
        return ()
    if " " in value or "\u3000" in value:
        value = SPACED.sub(_whole_name, value)
    names: list[str] = []
    for part in SPLIT.split(value):
        part = part.strip(" \u3000:：/／|*#-—·@•©®()（）【】〔〕[]")
        part = SUFFIX.sub("", PREFIX.sub("", part)).strip(" 。.，,")
        part += ")" if part.count("(") > part.count(")") else "）" if part.count("（") > part.count("）") else ""
        if names and JOB.search(part):
            break
        if is_name(part):
            names.append(part)
    return tuple(dict.fromkeys(names))


def _whole_name(apart: re.Match[str]) -> str:
    """The parts of a name that are set apart as one; of three characters only a person's."""
    name = apart[1] + apart[2]
    return name if len(name) == 2 or is_person(name) else apart[0]


def owners(windows: Iterable[str]) -> set[str]:
    """The letters of the names of whose blog the windows say the page is: an outlet has none."""
    return {letters(found[1]) for window in windows for found in OWNED.finditer(window)}


def is_person(name: str) -> bool:
    """True for a Chinese name of a person: a family name and one or two characters."""
    own = bool(pattern("metadata", "surnames").match(simplified(name)))
    return own and len(name) <= 3 and is_name(name) and not is_outlet(name)


def side_by_side(parts: Iterable[str]) -> str:
    """What stands in elements side by side as a list of names; empty unless most are those of people, and all alike."""
    names = [part for part in parts if part]
    plain = len(names) > 1 and all(re.fullmatch(PLAIN_NAME, name) for name in names)
    return "、".join(names) if plain and 2 * sum(map(is_person, names)) > len(names) else ""


def without_office(value: str) -> str:
    """A name that runs on into the person's office, which begins with a place: 方远北京大学经济学院教授."""
    place = pattern("metadata", "places").search(simplified(value)) if OFFICE.search(value) else None
    return value[: place.start()] if place and is_person(value[: place.start()]) else value


def without_place(names: str) -> str:
    """A list of names whose last one runs on into the name of a place: 王大明台北, 李四华盛顿."""
    *first, last = re.split("[、,，]", names.strip())
    place = pattern("metadata", "places").search(simplified(last))
    if place and place.start() >= 2:
        last = last[: place.start()]
    elif len(last) > 4 and not last.isascii():
        last = last[:3]
    return "、".join([*first, last])


def ends_work(before: str) -> bool:
    """True if a label behind these words tells who made the work that they name, and not who wrote the article."""
    return bool(WORK.search(before)) and not SOURCE.search(before)


def signature(line: str) -> tuple[str, ...]:
    """A name in brackets that closes the last paragraph, with or without an office before it."""
    alone = IN_BRACKETS.fullmatch(line.strip()) if line.strip()[:1] in ("（", "(") else None
    if alone:
        return tuple(name for name in split_names(alone[1]) if is_person(name))
    of_outlet = BEFORE_OUTLET.search(line.strip())
    if of_outlet and is_outlet(of_outlet[2]) and not is_outlet(of_outlet[1]):
        return split_names(of_outlet[1])
    found = pattern("metadata", "signature").search(line.strip())
    if not found:
        return ()
    return split_names(found[2]) if found[2] else tuple(name for name in split_names(found[1]) if is_person(name))


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


def names_account(before: str, value: str, names: list[str]) -> bool:
    """True for one account behind a by, which stands behind the day, or with nothing beside it on the line."""
    single = len(names) == 1 and bool(ACCOUNT.fullmatch(names[0]))
    return single and (bool(iso_day(before)) if before.strip() else names[0] == value.strip())
