"""Printed bylines of both sides of the strait: who wrote it, as one line says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from convert.evidence.fields.names import (
    BYLINE_MOST,
    PLAIN_NAME,
    ends_work,
    is_outlet,
    is_person,
    names_account,
    split_names,
    without_office,
    without_place,
)
from convert.rules.tables import joined, patterns, table
from convert.text.characters import HANZI, folded, simplified
from convert.text.days import iso_day

# Values end at a long gap, a day or a bracket; the next label ends one as well. A question is none (记者：谁修的？).
VALUE_ENDS = re.compile(
    r"\s\d+ ?(?:min|[Cc]omments?|[Vv]iews?|分[钟鐘]|[字条條次个個人则則])|\s(?=[A-Z][a-z]{2,9}\s?[:：])"
    r"|\s(?:发布|發布|發佈|发表|發表|提交|更新|收录|收錄)[于於]\s|\s{3,}|\s[於于]\s|\s(?:at|on)(?:\s|$)|(?:发布|發布|發佈|发表|更新)$|\s(?=[\u4e00-\u9fff]{2,6}\s?[:：])|(?:19|20)\d\d\s*[-/年.]|\d{1,2}:\d\d|[（(【\[〔〈】〕〉）)。！？!?]|\s[|｜•·]\s|$"
    r"|\s(?:\d{1,2}\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d"
)
# The roles whose names are the authors, the first kind that a line gives; a translator only where nobody else is.
ORDER = ("writer", "reporter", "compiler", "translator")
BEHIND_LABEL = re.compile(r"\s*[:：/／╱|｜丨︱︳・‧]\s*|[ \u3000]+(?=\S)")
# Behind a label in Latin letters, for those who hear the page: Author, 某某.
COMMA = re.compile(r"\s?[,，]\s*")
# A label in brackets of its own: 【采写】某某.
BRACKETED = re.compile(r"\s*[】\]〕]\s*")
OPENERS = ("【", "[", "〔")
# Where somebody reports from, behind the names: 记者 王小明 江城报道.
FROM_PLACE = re.compile(rf"(?<=\S)[ \u3000]+[{HANZI}]{{2,4}}(?:报道|報道|報導)\W*$")
# What is said of somebody and is part of no name: 二十年修桥人, 2次获奖的石匠.
PHRASE = re.compile(
    r"[0-9０-９]|[一二三四五六七八九十百千万两数]+(?:余|多)?(?:年|次|篇|岁|届|位)|的|走遍|曾任|著有|毕业|从事|现任|专注|擅长|热爱"
    r"|经历|资深|十年|^系|^现?为|(?:专家|教授|学者|主任|博士|创始人)$|[\u4e00-\u9fff]{9,}"
    r"|[\u4e00-\u9fff]{2}(?:员|师|医生|作家|记者|编辑|主笔|主编|撰稿人|总监|经理|顾问|学生|[院所会站校馆局处科部社]长)$"
)
# A label that a name follows without a mark, set apart from the rest of its line: | 作者王小明.
GLUED = re.compile(rf"(?:^|[|｜•·（(\s])(?:本文)?(?:作者|撰文|执笔|執筆)(?!丨)([{HANZI}·]{{2,4}})(?=$|[\s|｜•·，,）)])")
# What he is, in brackets, without a mark: （作者某某系某站副站长）.
OF_JOB = re.compile(rf"[（(](?:本文)?作者\s?[:：]?({PLAIN_NAME}?)(?:系|为|為|是)[{HANZI}]{{4,40}}[）)]?")
WRITERS = ("作者", "撰文", "执笔", "執筆")
# A nationality or a dynasty before a name: [美]约翰·史密斯.
ORIGIN = re.compile(rf"^[\[（(【〔][{HANZI}]{{1,3}}[\]）)】〕]\s*")
BRACKETS = tuple("[（(【〔")
# Behind a name: who took or drew the picture above.
PICTURED = re.compile(r"(?:摄|攝|[\s/／(（](?:供图|供圖|制图|製圖|绘图|繪圖|绘|繪|摄影|攝影))\s*[)）】\]]?\s*$")
# Beside who wrote it, who took the pictures: 某某/文 某某/图.
OF_PICTURE = re.compile(rf"[ \u3000]{PLAIN_NAME}\s?[/／]\s?[图圖摄攝](?=[\s）)】]|$)")
# Who took a picture, or made the page: photo by, powered by.
PICTURE_BY = re.compile(
    r"(?:photo|image|picture|illustration|video|cover|design|edited|translated|powered|hosted)\s*$", re.I
)
LEADING_MOMENT = re.compile(
    r"^\W*(?:19|20)\d\d\s?[-/年.]\s?\d{1,2}\s?[-/月.]\s?\d{1,2}日?(?:\s*\d{1,2}:\d\d(?::\d\d)?(?!\d)\s*|\s+)"
)
TRAILING_MOMENT = re.compile(
    r"\s(?:[发發][布佈]|更新)(?:[时時][间間])?\s?[:：]\s?(?:19|20)\d\d[\d\s:：/.-]*(?:更新.*)?$"
)
# What stands between a byline's start and its by: when it was posted. Words of a title make it a reference.
BEFORE_BY = re.compile(
    r"(?:[\W\d_]|[\u4e00-\u9fff]|posted|published|written|updated|on|in|at|am|pm|st|nd|rd|th|min(?:ute)?s?|read|article|story"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*)*",
    re.I,
)
# Who took or drew the pictures, on a line of its own: 图 | 某某.
OF_PICTURES = re.compile(
    r"\W?(?:[图圖](?:片)?|摄影|攝影|影像|插[图圖画畫]|[绘繪][图圖])\s*[:：/／|｜丨・]\s*(\S{2,12})"
)
# Whose report it is, and from when.
OF_OUTLET = re.compile(r"^\s*【[^【】]{2,30}[讯訊电電]】\s*")
IN_SENTENCES = re.compile("[的了有你我他她它是在着过这那也就都很还]")
CREDITED = re.compile(rf"({PLAIN_NAME})\s?[/／]\s?$")
LATIN_NAME = r"[A-Z][A-Za-z.'’-]*(?: [A-Z][A-Za-z.'’-]*){1,3}"
OF_BOARD = re.compile(r"作者\s*([A-Za-z][A-Za-z0-9]{1,15})\s*[(（][^()（）]{0,30}[)）](?:\s*看板\s*\S+)?$")
BULLET = re.compile(r"[□■◎○●◆◇☆★]\s*(?!\s|本报|本刊|通[讯訊]员|[记記]者|特约|文)")
OFFICE = "通讯员|通訊員|实习生|實習生|见习记者|見習記者|特约记者|特約記者"
GLUED_REPORTERS = re.compile(
    rf"\W?(?:(?:[{HANZI}]{{2,8}}·)?[{HANZI}]{{2,8}}?)?(?:记者|記者|撰稿人|评论员|評論員|专栏作家|專欄作家|专栏作者|專欄作者|通讯员|通訊員|特派[员員])"
    rf"({PLAIN_NAME}?(?:[、，,\s](?!摄影|攝影)(?:{OFFICE})?{PLAIN_NAME}?){{0,4}}?)"
    r"(?:\s?(?:[采採][访訪]|[综綜]合|[摄攝]影)?[報报][導导道])?(?:\s+(?:摄影|攝影)[^。，]{0,20})?"
    r"(?:\s*(?!文[/／]文)[文图圖摄攝/／]{1,4})?(?:\s*(?:受访者|受訪者|企业|企業|采访对象)供[图圖])?\W?"
)


def labelled(line: str, roles: tuple[str, ...] = ORDER) -> tuple[str, ...]:
    """Names behind a label such as 作者：, 文／ or 记者 in a short line; of several labels those of the first of the
    `roles` that it has."""
    given = _given(line) if len(line) <= BYLINE_MOST else {}
    return _before_biography(next((given[role] for role in roles if given.get(role)), ()))


# The lines around a text are asked about from several sides.
@lru_cache(maxsize=1 << 12)
def _given(line: str) -> Mapping[str, tuple[str, ...]]:
    """The names by the role that their label gives them."""
    line = OF_PICTURE.sub("", FROM_PLACE.sub("", line))
    given: dict[str, list[str]] = {}
    places = _labels(line)
    for number, (role, _, end, apart) in enumerate(places):
        stop = places[number + 1][1] if number + 1 < len(places) else len(line)
        value = line[end:stop]
        value = ORIGIN.sub("", value) if value[:1] in BRACKETS else value
        cut = VALUE_ENDS.search(value)
        behind = value[cut.end() :].strip() if cut else ""
        value = value[: cut.start()] if cut and cut[0] not in ("？", "?") else ""
        if PICTURED.search(value) and role in ("reporter", "writer"):
            continue
        found = split_names(without_office(value))
        names = [name for name in found if not is_outlet(name) or PHRASE.search(simplified(name))]
        first = number == 0 and not line[: places[0][1]].strip()
        mark = cut[0].strip() if number == 0 and cut else ""
        closed = first if mark in ("|", "｜", "•", "·") else mark == "on" and (not behind or iso_day(behind) != "")
        sent = apart and names_account(line[: places[number][1]], line[end:stop], names)
        if (
            apart
            and not (closed or sent)
            and not all(re.fullmatch(rf"{PLAIN_NAME}|{LATIN_NAME}", name) for name in names)
        ):
            # A label without a mark behind it may be the word itself in a sentence.
            names = []
        given.setdefault(role, []).extend(names)
    plain = line.strip() if any(word in line for word in WRITERS) else ""
    if glued := GLUED.search(plain):
        given.setdefault("writer", []).extend(split_names(glued[1]))
    elif (described := OF_JOB.match(plain)) and is_person(described[1]):
        given.setdefault("writer", []).append(described[1])
    return {role: tuple(dict.fromkeys(names)) for role, names in given.items()}


def _labels(line: str) -> list[tuple[str, int, int, bool]]:
    """(role, start, end, whether only a blank follows) of the labels in a line, in order."""
    found: list[tuple[str, int, int, bool]] = []
    for role, label in _roles():
        for each in label.finditer(line):
            front, behind = line[: each.start()], line[each.end() :]
            before = front[-1:]
            own = BRACKETED if before in OPENERS else COMMA if each[0].isascii() else None
            mark = (own.match(behind) if own else None) or BEHIND_LABEL.match(behind)
            if PICTURE_BY.search(front) or ends_work(front) or (each[0].isascii() and not BEFORE_BY.fullmatch(front)):
                continue
            # 征文：, 编译文： are words of their own; 本报记者： is a label with an office before it.
            whole = len(each[0]) > 1 and mark is not None and mark[0].strip() in (":", "：")
            latin = each[0].isascii() and before.isascii() and before.isalpha()
            if mark and not mark[0].strip() and _ends_credit(front):
                continue
            if mark and not latin and (whole or not re.match(f"[{HANZI}A-Za-z]", before)):
                found.append((role, each.start(), each.end() + mark.end(), not mark[0].strip()))
    found.sort(key=lambda label: (label[1], -label[2]))
    return [label for at, label in enumerate(found) if not any(o[1] <= label[1] < o[2] for o in found[:at])]


def _ends_credit(before: str) -> bool:
    """True if a label that follows belongs to the name in front of it: 某某／文."""
    name = CREDITED.search(before)
    return name is not None and is_person(name[1])


@cache
def _roles() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The roles and their labels."""
    return tuple((role, joined([group])) for role, group in table("metadata")["roles"].items())


def wrote(line: str) -> tuple[str, ...]:
    """Names behind a label of somebody who wrote, reported or compiled."""
    return labelled(line, ORDER[:-1])


def translated(line: str) -> tuple[str, ...]:
    """Names behind the label of a translator, where the line has no other."""
    return () if wrote(line) else labelled(line, ORDER[-1:])


def of_board(line: str) -> tuple[str, ...]:
    """The account in the head of a post of a bulletin board: 作者 zhouyuan (江邊的周遠)."""
    found = OF_BOARD.match(line.strip())
    return (found[1],) if found else ()


def of_pictures(line: str) -> tuple[str, ...]:
    """The people whom a line names for the pictures, and nothing else."""
    found = OF_PICTURES.fullmatch(line.strip())
    names = split_names(found[1]) if found else ()
    return names if all(map(is_person, names)) else ()


def dispatch(line: str) -> tuple[str, ...]:
    """Names in the head of a dispatch or a report of Taiwan: （中央社記者某某台北2日電）, 記者某某／台南報導.

    The outlet and the day may stand in front: 【某某社3月4日讯】（某某社记者某某综合报导）.
    """
    line = TRAILING_MOMENT.sub("", OF_OUTLET.sub("", LEADING_MOMENT.sub("", line)))
    for each in patterns("metadata", "dispatch"):
        found = each.search(line[:BYLINE_MOST])
        if found:
            return split_names(without_place(found[1]))
    return ()


def reporters(line: str) -> tuple[str, ...]:
    """Names in （记者 某某） or 某报记者 某某."""
    line = LEADING_MOMENT.sub("", line)
    line = OF_PICTURE.sub("", line)
    for each in patterns("metadata", "reporter"):
        found = each.search(line.strip())
        if found and not PICTURED.search(found[0]):
            names = split_names(found[1])
            return names if not BULLET.match(found[0]) or all(map(is_person, names)) else ()
    # 记者王小明 is a byline; 记者手记 and 记者走到江边 are not: no family begins so.
    glued = GLUED_REPORTERS.fullmatch(line.strip()) if len(line) <= BYLINE_MOST else None
    names = split_names(glued[1]) if glued else ()
    return names if names and all(is_person(name) for name in names) else ()


def biography(line: str) -> tuple[str, ...]:
    """The person that a columnist's biography is about."""
    plain = line.strip()
    if described := _described(plain):
        return described
    found = next((m for p in patterns("metadata", "biography") if (m := p.search(plain))), None)
    if not found:
        return ()
    said = folded(plain[found.end(1) :])
    labelled_so = re.match(r"\S{0,4}(?:简介|簡介|介绍|介紹)|[关關][于於]", plain)
    if not labelled_so and not any(folded(word) in said for word in table("metadata")["biography_words"]):
        return ()
    # A sentence has words in it that no name has.
    return () if len(found[1]) > 2 and IN_SENTENCES.search(found[1]) else split_names(found[1])


def _described(line: str) -> tuple[str, ...]:
    """The author of a labelled line that goes on with what is said of him: 作者：某某，十年修桥人."""
    found = re.match(r"(?:关于|關於)?作者(?:简介|簡介|介绍|介紹)?\s*[:：]\s*(?=\S)(.*)", line)
    names = split_names(found[1]) if found and len(line) <= BYLINE_MOST else ()
    return _before_biography(names) if any(PHRASE.search(simplified(name)) for name in names[1:]) else ()


def _before_biography(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names before the first phrase: what follows a phrase is said of the person before it, too."""
    first = next((place for place, name in enumerate(names) if place and PHRASE.search(simplified(name))), len(names))
    return names[:first]
