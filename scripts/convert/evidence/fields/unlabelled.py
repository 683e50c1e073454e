"""Names that no label tells: in front of what somebody did, beside an outlet or a day, or on a line of their own."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from convert.evidence.fields.names import BYLINE_MOST, PLAIN_NAME, are_one, is_name, is_outlet, is_person, split_names
from convert.evidence.fields.ranking import Surroundings
from convert.evidence.fields.window import SEPARATOR, of_post
from convert.page import Evidence, Hint
from convert.text.characters import HANZI, letters
from convert.text.days import DAY, iso_day

# What somebody did, behind his name: 某某 口述, 某某／文, 某某 著.
BEFORE_ROLE = re.compile(
    rf"({PLAIN_NAME}(?:[、 ]{PLAIN_NAME})?)(?:\s?(?:口述|撰文|采写|採寫|撰稿)|\s?[/／ \u3000]\s?[图圖]?文"
    r"|\s(?:报道|報道|報導)$)(?=\s|$)"
)
BEFORE_WORK = re.compile(
    rf"(?:\W[{HANZI}]{{1,3}}\W\s?)?([^\s\d:：，。]{{2,20}})[ \u3000](?:编著|編著|原著|著)"
    rf"(?:[ \u3000]\S{{2,20}}[ \u3000]?[译譯]\W?)?(?:\s{DAY}.{{0,20}})?"
)
BEFORE_OUTLET = re.compile(
    rf"({PLAIN_NAME}(?:[ 、]{PLAIN_NAME}){{0,3}})\s*[/／|｜·•]\s*(\S{{2,12}})(?:\s*[/／|｜·•\s]\s*{DAY}.{{0,12}})?"
)
BEHIND_SOURCE = re.compile(rf"(?:来源|來源|稿源)\s*[:：]\s*(\S{{2,16}}) ({PLAIN_NAME})(?=\s|$)")
BEHIND_OUTLET = re.compile(rf"([{HANZI}]{{2,12}})(?:[ \u3000]|\s?[／/]\s?)({PLAIN_NAME})")
BEFORE_DAY = re.compile(
    rf"(?:[{HANZI}]{{2,10}}[／/])?([^\s\d:：|/／]{{2,16}}(?: [{HANZI}]{{2,4}}){{0,2}}|[A-Za-z_][\w.@-]{{1,19}})"
    rf"\s*[|｜/·•(（]?\s*{DAY}"
)
# Where it was put: 某某發佈於生活 2022/05/06.
BEFORE_PLACE = re.compile(rf"({PLAIN_NAME}?)\s?(?:[发發][布佈表])[于於]\s?[{HANZI}]{{2,8}}\s?{DAY}")
# What a number follows is counted (字数 1,203).
BEHIND_DAY = re.compile(rf"{DAY}\s*\d{{1,2}}:\d\d(?::\d\d)?\s+({PLAIN_NAME}(?:\s{PLAIN_NAME}){{0,4}})(?=\s|$)(?!\s*\d)")
# Without its time more stands behind a day than names: sections that begin as names do, and places with their kind.
# Whoever owns the page is likelier.
BEHIND_BARE_DAY = re.compile(rf"{DAY}[ \u3000]+({PLAIN_NAME})")
KIND = re.compile("[省市县縣区區部处處科室界版栏欄馆館厅廳组組店厂廠机機类類题題术術品]$")
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
OFFICES = (
    "教授|讲师|講師|研究员|研究員|院长|院長|主任|所长|所長|会长|會長|学者|學者|专家|專家|作家|编辑|編輯|记者|記者|评论员|評論員"
    "|律师|律師|医生|醫師|博士|总裁|總裁|创始人|創辦人"
)
WITH_OFFICE = re.compile(
    rf"^([{HANZI}]{{2,3}})(?:\s?[（(][^（）()]{{2,30}}(?:{OFFICES})[）)]|[ \u3000][{HANZI}]{{3,20}}(?:{OFFICES}))$"
)
REVIEW = re.compile(rf"(\S{{2,16}})\s(?:评论|評論)\s\S.{{0,40}}?\s{DAY}(?:\s\d{{1,2}}:\d\d(?::\d\d)?)?")
# What parts the notes on one line.
ROW = re.compile(r"\s[·•/／]\s|\s?[|｜丨]\s?")
# How long it takes to read, and how many words it has; blogs print who wrote it behind that.
COUNT = re.compile(r"\d[\d,.]*\s?(?:min(?:ute)?s?(?: read)?|words?|分[钟鐘](?:[阅閱][读讀])?|字)", re.I)
# A family name and two characters: of two, most words of sections begin as names do.
FULL_NAME = 3
# Of two notes one may be a section: of names of sections only few have so many characters.
BESIDE_DAY_LEAST = 3
BETWEEN_NAMES = re.compile(r"[\s、,，]+")
SPACED_NAME = re.compile(rf"^([{HANZI}])[ \u3000]([{HANZI}])$")
# The window of a page with one answer: question, who answered, site.
ANSWERED = re.compile(r"\s[-–—]\s([^\s-][^-–—]{0,15}?)\s?的回答\s[-–—]\s")
# On hosts of blogs the writer stands between title and host.
BLOGGER = re.compile(
    r"[_|–—-]\s?([^\s_|–—-][^_|–—-]{1,15}?)\s?[_|–—-]\s?[^_|–—-]{0,8}(?:博客|博客园|部落格|网易云阅读|简书)$"
)
POSTED = re.compile(
    r"(\S{2,16})\s+(?:發表在|发表在|at\s+\S{2,16}\s+at(?=\s+\d{1,2}:\d\d))\s"
    r"|((?:[A-Z][\w.-]{1,15} ){1,2}[A-Z][\w.-]{1,15}|\S{2,16})\s+(?:发表|發表|发布)(?:于|於)\s*"
    r"(?:\d|[A-Z][a-z]\w,?\s\d)"
    r"|posted (?:@|on)\s+\d{4}[-/.]\d\d?[-/.]\d\d?\s+(?:\d\d?:\d\d\s+)?(\S{2,16})\s+(?:阅读|閱讀|views)"
)
# Papers set the name of a columnist before the title.
COLUMN = re.compile(r"\W*(?:[专專][栏欄]|名家)\s?[:：]?\s?([^\s│｜|丨︱:：]{2,8})\s?[│｜|丨︱:：]")
OF_COLUMN = re.compile(r"([^\s的]{2,12})(?:的|の)\S{0,4}(?:博客|博文|专栏|專欄|部落格|日志|空间|空間)")
OWN_BLOG = re.compile(r"(\S{2,12})(?:的|の)(?:博客|专栏|專欄|部落格|空间|空間|小站|Blog)", re.I)
# Behind a name that stands by itself: (进入专栏).
SIDE_NOTE = re.compile(r"\s*[（(][^（()）]{0,8}[）)]\s*$")


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
    if not any(sign in line for sign in " \u3000／/"):
        return ()
    found = BEHIND_SOURCE.search(line) or BEHIND_OUTLET.fullmatch(line.strip())
    return (found[2],) if found and is_outlet(found[1]) and is_person(found[2]) else ()


def beside_day(line: str) -> tuple[str, ...]:
    """Names before the day of publication, or behind its time (王小明 2015-06-19 11:20)."""
    plain = re.sub(r"^(原[创創]|转载|轉載)\s*", "", line.strip())
    if "19" not in plain and "20" not in plain:
        return ()
    found = BEFORE_PLACE.match(plain) or BEFORE_DAY.match(plain) or BEHIND_DAY.match(plain)
    # 某某于 2021-06-18 发布.
    names = split_names(re.sub(r"(?<=\S{2})[于於]$", "", found[1])) if found else ()
    # Behind the person may stand the account that printed it: 原创 某某 江边散步 2022-05-06.
    if len(names) == 2 and is_person(names[0]) and not is_person(names[1]):
        names = names[:1]
    # Behind the time the outlet may stand before the person.
    if len(names) == 2 and is_outlet(names[0]) and is_person(names[1]):
        names = names[1:]
    return () if any(is_outlet(name) for name in names) else names


def behind_day(line: str) -> tuple[str, ...]:
    """A person's name behind a day that has no time, where sections stand as well (2021-06-18 王小明)."""
    found = BEHIND_BARE_DAY.fullmatch(line.strip())
    sound = found and len(found[1]) == FULL_NAME and is_person(found[1]) and not KIND.search(found[1])
    return (found[1],) if found and sound else ()


def of_review(line: str) -> tuple[str, ...]:
    """Who wrote a review: 某某 评论 the work, and when."""
    found = REVIEW.fullmatch(line.strip())
    return (found[1],) if found and is_name(found[1]) else ()


def in_row(line: str) -> tuple[str, ...]:
    """A person's name in a row of short notes beside the day: June 18, 2021 · 3 分钟 · 1203 字 · 某某. An account's
    is told by its sign, or closes the row behind what is counted."""
    parts = [part.strip() for part in ROW.split(line)] if len(line) <= BYLINE_MOST else []
    least = BESIDE_DAY_LEAST if len(parts) == 2 else 0
    people = tuple(part for part in parts if is_person(part) and len(part) >= least)
    if not people:
        last = parts[-1:] if len(parts) > 3 and all(map(COUNT.fullmatch, parts[-3:-1])) else []
        people = tuple(part.lstrip("@") for part in (*parts[:1], *last) if part[:1] == "@" or part in last)
    return people if len(people) == 1 and is_name(people[0]) and any(map(iso_day, parts)) else ()


def bare_name(line: str) -> tuple[str, ...]:
    """A line below the title that is nothing but Chinese names of people; one may have the office in brackets."""
    if len(line.strip()) > BARE_MOST:
        return ()
    plain = SPACED_NAME.sub(r"\1\2", WITH_OFFICE.sub(r"\1", line.strip()))
    names = tuple(BETWEEN_NAMES.split(plain))
    sound = all(re.fullmatch(rf"[{HANZI}]{{2,3}}", n) and not re.search("[的了是在与和之日月年]", n) for n in names)
    return names if sound and all(map(is_person, names)) else ()


def of_host(around: Surroundings, hints: tuple[Hint, ...], title: str) -> Iterator[Evidence]:
    """Names that sites of many writers print into the window or the title, or with the day above or below the text."""
    for window in (hint.value for hint in hints if hint.key == "window"):
        yield from _of_window(window, around)
    if column := COLUMN.match(title):
        yield Evidence("author", split_names(column[1]), "column in the title", 69)
    for above, line in itertools.pairwise(("", *around.closing, *around.below)):
        # The name may be a link on a line of its own.
        said = f"{above.strip()} {line.strip()}" if line.startswith("at ") else line.strip()
        if posted := POSTED.match(said):
            yield Evidence("author", (next(filter(None, posted.groups())),), "below the text", 62)
    for line in around.above:
        if (posted := POSTED.match(line.strip())) and (name := posted[2]) and is_name(name) and not is_outlet(name):
            yield Evidence("author", (name,), "beside the day", 62)


def _of_window(window: str, around: Surroundings) -> Iterator[Evidence]:
    if writer := of_post(window)[0]:
        yield Evidence("author", (writer,), "window title", 72)
    if answered := ANSWERED.search(window):
        yield Evidence("author", (answered[1],), "window title", 72)
    if (blogger := BLOGGER.search(window)) and _is_own(blogger[1], around):
        yield Evidence("author", (blogger[1],), "window title", 43)
    for number, part in enumerate(map(str.strip, SEPARATOR.split(window))):
        column = OF_COLUMN.fullmatch(part)
        name = column[1] if column else part
        own = is_name(name) and not is_outlet(name) if column else number and is_person(name)
        if own and (column or _has_others_of(name, around)):
            yield Evidence("author", (name,), "window title", 43)


def _has_others_of(name: str, around: Surroundings) -> bool:
    """True if a line of the page calls to what else a person wrote: 更多某某文章."""
    written = re.compile(rf"(?:更多|其他|最新|作者)\s?{name}|{name}\s?的?(?:文章|专栏|專欄|作品|新书|新書)")
    return any(written.search(line) for line in (*around.closing, *around.below, *around.above))


def of_account(hint: Hint, hints: tuple[Hint, ...]) -> tuple[str, ...]:
    """The name of an account that ends as an outlet's does (某某娱乐), where it is a link to what it wrote, on the page
    of an outlet with another name."""
    if hint.key != "byline" or hint.origin != "link":
        return ()
    name = "".join(split_names(hint.value)[:1])
    sites = [each.value for each in hints if each.key == "site"]
    other = bool(sites) and not any(are_one(name, site) for site in sites)
    return (name,) if other and is_outlet(name) else ()


def before_title(around: Surroundings, hints: tuple[Hint, ...], title: str) -> Iterator[Evidence]:
    """A person whose name and a colon stand before the title: in the window only, or also by itself beside the text."""
    said = {letters(SIDE_NOTE.sub("", line)) for line in (*around.before, *around.above, *around.closing)}
    for text in (title, *(h.value for h in hints if h.key == "window")):
        name, _, rest = text.replace(":", "：").partition("：")
        if is_person(name) and (letters(name) in said or (text != title and letters(rest).startswith(letters(title)))):
            yield Evidence("author", (name,), "before the title", 45)


def of_own_blog(around: Surroundings) -> Iterator[Evidence]:
    """The name of a blog's writer, which the page has in the name of the blog and on a line of its own."""
    said = {line.strip() for line in (*around.before, *around.below)}
    for line in around.before:
        if (found := OWN_BLOG.fullmatch(line.strip())) and found[1] in said and is_name(found[1]):
            yield Evidence("author", (found[1],), "name of the blog", 43)


def _is_own(name: str, around: Surroundings) -> bool:
    """True for a name that the page also says by itself, or with 的博客 behind it."""
    said = {letters(line) for line in (*around.before, *around.above, *around.below)}
    key = letters(name)
    return is_name(name) and not is_outlet(name) and any(key == line or line == f"{key}的博客" for line in said)
