"""Names that no label tells: in front of what somebody did, beside an outlet or a day, or on a line of their own."""

from __future__ import annotations

import re

from convert.evidence.fields.names import BYLINE_MOST, PLAIN_NAME, is_outlet, is_person, split_names
from convert.text.characters import HANZI

# What somebody did, behind his name: 某某 口述, 某某／文, 某某 著.
BEFORE_ROLE = re.compile(
    rf"({PLAIN_NAME}(?:[、 ]{PLAIN_NAME})?)(?:\s?(?:口述|撰文|采写|採寫|撰稿)|\s?[/／ \u3000]\s?[图圖]?文)(?=\s|$)"
)
BEFORE_WORK = re.compile(
    rf"(?:\W[{HANZI}]{{1,3}}\W\s?)?([^\s\d:：，。]{{2,20}})[ \u3000](?:编著|編著|原著|著)"
    r"(?:[ \u3000]\S{2,20}[ \u3000]?[译譯]\W?)?"
)
DAY = r"(?:19|20)\d\d\s?[-/年.]\s?\d{1,2}\s?[-/月.]\s?\d{1,2}日?"
BEFORE_OUTLET = re.compile(
    rf"({PLAIN_NAME}(?:[ 、]{PLAIN_NAME}){{0,3}})\s*[/／|｜·•]\s*(\S{{2,12}})(?:\s*[/／|｜·•\s]\s*{DAY}.{{0,12}})?"
)
BEHIND_SOURCE = re.compile(rf"(?:来源|來源|稿源)\s*[:：]\s*(\S{{2,16}}) ({PLAIN_NAME})(?=\s|$)")
BEHIND_OUTLET = re.compile(rf"([{HANZI}]{{2,12}})[ \u3000]({PLAIN_NAME})")
BEFORE_DAY = re.compile(
    rf"(?:[{HANZI}]{{2,10}}[／/])?([^\s\d:：|/／]{{2,16}}(?: [{HANZI}]{{2,4}}){{0,2}}|[A-Za-z_][\w.@-]{{1,19}})"
    rf"\s*[|｜/·•(（]?\s*{DAY}"
)
BEHIND_DAY = re.compile(rf"{DAY}\s*\d{{1,2}}:\d\d(?::\d\d)?\s+({PLAIN_NAME}(?:\s{PLAIN_NAME}){{0,4}})(?=\s|$)")
BEFORE_REPORT = re.compile(
    rf"({PLAIN_NAME}(?:[ 、]{PLAIN_NAME}){{0,3}})\s?[/／]\s?[{HANZI}]{{2,6}}(?:[報报][導导道]|[專专][訪访]|特稿)"
)
ROLE = re.compile(
    "记者|記者|员|員|撰稿人|作家|主笔|主筆|口述|撰文|采写|採寫|撰稿|文|著|[報报][導导道]|[專专][訪访]|特稿"
)
# The office behind the name: 某某 记者, 某某 某某日报评论委员.
BEFORE_OFFICE = re.compile(
    rf"({PLAIN_NAME})[ \u3000](?:[{HANZI}]{{0,12}}?)"
    r"(?:记者|記者|特派[员員]|[评評論论说說]{2}[委]?[员員]|撰稿人|[专專][栏欄]作家|主[笔筆])"
)
# A column or a section behind the name of who writes it.
BEFORE_COLUMN = re.compile(rf"({PLAIN_NAME})\s?[/／|｜]\s?\S{{2,12}}")
# Three characters, or two set apart; with an office in brackets.
BARE_MOST = 40
WITH_OFFICE = re.compile(
    rf"^([{HANZI}]{{2,3}})\s?[（(][^（）()]{{2,30}}(?:教授|讲师|講師|研究员|研究員|院长|院長|主任|所长|所長|会长|會長|学者|學者"
    r"|专家|專家|作家|编辑|編輯|记者|記者|评论员|評論員|律师|律師|医生|醫師|博士|总裁|總裁|创始人|創辦人)[）)]$"
)
SPACED_NAME = re.compile(rf"^([{HANZI}])[ \u3000]([{HANZI}])$")


def before_role(line: str) -> tuple[str, ...]:
    """Names in front of what they did or are: 某某 口述 某某 整理, 某某／台北報導, 某某 记者, [美] 某·某 著 某某 译."""
    if len(line) > BYLINE_MOST or not ROLE.search(line):
        return ()
    if work := BEFORE_WORK.fullmatch(line.strip()):
        return tuple(name for name in split_names(work[1]) if is_person(name) or "·" in name)
    plain = line.strip()
    found = BEFORE_REPORT.fullmatch(plain) or BEFORE_OFFICE.fullmatch(plain) or BEFORE_ROLE.match(plain)
    names = split_names(found[1]) if found else ()
    return names if all(is_person(name) for name in names) else ()


def without_column(line: str) -> str:
    """A line without the column behind a person's name; any other line as it is."""
    found = BEFORE_COLUMN.fullmatch(line)
    return found[1] if found and is_person(found[1]) else line


def name_and_outlet(line: str) -> tuple[tuple[str, ...], str]:
    """Names and outlet of a line like 某某/某某报; nothing if it is not one."""
    found = BEFORE_OUTLET.fullmatch(line.strip()) if any(sign in line for sign in "/／|｜·•") else None
    return (split_names(found[1]), found[2]) if found and is_outlet(found[2]) else ((), "")


def behind_outlet(line: str) -> tuple[str, ...]:
    """A person's name behind the outlet: 来源：某某网 王小明, or nothing but 某某日报 王小明."""
    if " " not in line and "\u3000" not in line:
        return ()
    found = BEHIND_SOURCE.search(line) or BEHIND_OUTLET.fullmatch(line.strip())
    return (found[2],) if found and is_outlet(found[1]) and is_person(found[2]) else ()


def beside_day(line: str) -> tuple[str, ...]:
    """Names before the day of publication, or behind its time (王小明 2015-06-19 11:20)."""
    plain = re.sub(r"^(原[创創]|转载|轉載)\s*", "", line.strip())
    if "19" not in plain and "20" not in plain:
        return ()
    found = BEFORE_DAY.match(plain) or BEHIND_DAY.match(plain)
    names = split_names(found[1]) if found else ()
    return () if any(is_outlet(name) for name in names) else names


def bare_name(line: str) -> tuple[str, ...]:
    """A line below the title that is nothing but a Chinese name of a person, and may be his office in brackets."""
    if len(line.strip()) > BARE_MOST:
        return ()
    plain = SPACED_NAME.sub(r"\1\2", WITH_OFFICE.sub(r"\1", line.strip()))
    sound = re.fullmatch(rf"[{HANZI}]{{2,3}}", plain) and not re.search("[的了是在与和之日月年]", plain)
    return (plain,) if sound and is_person(plain) else ()
