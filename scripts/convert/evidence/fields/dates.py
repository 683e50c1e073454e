"""Which of the days printed on a page or given in its data is the day of publication."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterator

from convert.evidence.fields.ranking import Surroundings
from convert.page import Evidence, Hint
from convert.text.characters import hanzi_count, is_ordinary, simplified
from convert.text.days import PRINTED, day_of, iso_day, with_plain_days

GREENWICH = re.compile(r"T\d\d:\d\d.*(?:Z|\+00:?00)$")
CHINA = datetime.timezone(datetime.timedelta(hours=8))
# Longer lines are sentences.
SHORT = 120
# What is said of a picture has the day on which it was taken: a sentence, or one with its credit in brackets.
CAPTION = re.compile(r"[。！？]|[（(]\s?[^（）()]{0,14}(?:摄|图|提供|社|photo|image)", re.I)
CAPTION_LEAST = 16
ACT = (
    "首发|发布|发佈|发表|刊登|刊发|发稿|上线|出版|公布|发文|成文|报道|建立|创建|录入|提交|张贴|更新|编辑|撰写|首播|撰稿"
)
LABEL = re.compile(
    rf"(?:{ACT})(?:时间|日期|于|日|在)?\s*[:：]?|(?:时间|日期)\s*[:：]|\b(?:posted|published|date)\b", re.I
)
# When a paper came in is worth as little.
UPDATED = re.compile("更新|修改|编辑于|updated?|modified|收稿|修回|返修|录用|received|accepted|revised", re.I)
PUBLISHED = re.compile("发布|发表|发稿|刊登|刊发|首发|上线|创建|建立|张贴|撰写|published|posted|created", re.I)
# The day of an update is worth less than any day of publication, and more than the address.
UPDATE_LESS = 35
# A day with its time of day.
DAY_MOST = 24
# So many labels in a line are a byline. A sentence of such an announcement has one.
VALUES, LABELS_LEAST = re.compile(r"[\u4e00-\u9fff]{2,6}[:：]"), 2
CLOCKED = re.compile(r"\d\s\d{1,2}:\d\d(?!\d)")
COUNTS = re.compile(r"\d\s\d{1,2}:\d\d(?!\d).*(?:点击|浏览|阅读|人气|评论)\S{0,2}[:：]$")
# The site's clock, and days that are about something else.
CLOCK = re.compile(r"今天是|现在(?:时间|是)|当前(?:时间|日期)|(?:北京|中国|台北|香港|本地|标准)时间|欢迎您|农历|天气")
# (Between a name and a moment the sign of rights is the name's.)
RIGHTS = re.compile(r"版权|copyright|©(?!\s*\d{4}\s*[-/年.]\s*\d{1,2}\s*[-/月.]\s*\d{1,2}日?\s+\d{1,2}:)|icp", re.I)
OTHER = re.compile(
    r"有效期|截止|注册|加入|最后登录|生效|实施|施行|试行|废止|上次(?!更新|修改)|访问(?!量|数|次)"
    # What a law says of itself below its name.
    r"|(?:会|会议|大会|人大|常委会|政府|主席).{0,12}(?:通过|批准|修[订正])",
    re.I,
)
# How a piece is signed: with its day, or with where it was written beside it, and nothing else on the line.
WROTE = "(?:(?:初稿|[写寫记記改草完定]稿?成?)?[于於])"
DAY = r"(?:19|20)\d\d(?:\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|[-/.]\d{1,2}[-/.]\d{1,2})"
HOUR = "(?:凌晨|清晨|早晨|上午|中午|午后|下午|傍晚|晚|夜|深夜|午夜)?"
SIGNED = re.compile(
    rf"\W?(?:{WROTE}?\s?{DAY}\s?{HOUR}(?:[，,\s]{{0,2}}{WROTE}[\u4e00-\u9fff·]{{1,12}})?"
    rf"|{WROTE}[\u4e00-\u9fff·]{{1,12}}[，,\s]\s?{DAY})\W?"
)
# An agency of Taiwan closes its reports with their day: （編輯：某某）1080307.
CLOSING_MINGUO = re.compile(r"(?:^|[)）]\s?)(1\d\d)(\d\d)(\d\d)$")
# What rights are claimed since stands right behind the word, or right before it.
BEHIND_DAY = 12
# A note at the end that says where and when a piece was first printed.
FIRST_PRINTED = re.compile(
    r"^\W{0,2}(?:本文)?(?:原载|刊于|载于|原刊|首发于|发表于|写于|写作于|完稿于|(?:发布|编辑)于|发布时间|发布日期|日期|时间|(?:输入|登载)\s?:"
    r"|posted (?:@|on|at))"
)
# The head of a dispatch: 【江边社2021年06月18日讯】.
DATELINE = re.compile(r"^[【〔\[（(][^】〕\]）)\d]{0,16}((?:19|20)\d\d年\d{1,2}月\d{1,2}日)(?:讯|电|消息|报道)")
# How blogs label it, below buttons and the card of the writer.
POSTED = re.compile(r"posted (?:@|on|at)\s", re.I)
# The address of an article often tells its day: /2022/05/06/, /20220506/, /t20220506_12.html.
IN_ADDRESS = re.compile(
    r"[/_t-]((?:19|20)\d\d)[-/_]?(0[1-9]|1[0-2])[-/_]?(0[1-9]|[12]\d|3[01])(?=\D|\d{2,}\.s?html?)|/((?:19|20)\d\d)-(\d\d)/(\d\d)/"
)
# There was no page of the web before.
FIRST_DAY = "1990-01-01"
SOURCES = {
    "front matter": "front matter",
    "script": "script",
    "told once": "told once on the page",
    "told once behind a label": "labelled once on the page",
}
RANKS = {
    "front matter": 100,
    "labelled beside the title": 90,
    "data of the page": 80,
    "beside the title": 85,
    "below the text": 60,
    "signed below the text": 35,
    "head of the report": 70,
    "labelled above the title": 75,
    "above the title": 40,
    "script": 55,
    "told once on the page": 32,
    # The data may have the day that the page was made again.
    "labelled once on the page": 81,
    "address": 30,
}


def is_dated(line: str) -> bool:
    """True for a line that opens with a label and the day behind it (發表於 2017-05-25), whatever else it says; and for
    one with a moment that closes in a label of which a script was to print the number (点击数：)."""
    if line.rstrip().endswith((":", "：")) and COUNTS.search(simplified(line.strip()[-SHORT:])):
        return True
    label = LABEL.match(simplified(line[:SHORT]).strip())
    return label is not None and bool(re.match(r"\s*(?:19|20)\d\d", line.strip()[label.end() :]))


def is_row(line: str) -> bool:
    """True for a line with the moment of publication among labels, which closes as no sentence does:
    录入：某某 责编：某某 2012-9-24 16:00:04 点击数："""
    told = (
        len(line) <= SHORT
        and len(VALUES.findall(line)) >= LABELS_LEAST
        and not line.rstrip().endswith(("。", "！", "？"))
    )
    return told and bool(iso_day(line)) and CLOCKED.search(line) is not None and not OTHER.search(simplified(line))


def days(around: Surroundings, hints: tuple[Hint, ...], addresses: list[str]) -> Iterator[Evidence]:
    """Evidence for the day of publication."""
    printed = {day for line in (*around.before[-8:], *around.above) if len(line) <= SHORT and (day := iso_day(line))}
    for hint in hints:
        source = SOURCES.get(hint.origin, "data of the page")
        # The zero of a clock is no day; what a file's own head says may be as old as it likes.
        if hint.key == "date" and (day := iso_day(hint.value)) and (day >= FIRST_DAY or source == "front matter"):
            near = source == "labelled once on the page" and _beside(day, hints)
            source = "told once on the page" if near else source
            yield Evidence("date", _as_printed(hint.value, day, printed), source, RANKS[source])
    yield from _printed(around.above, "beside the title", len(around.above))
    yield from _printed((*around.before[-8:], *_rows(around.before)), "above the title", 0)
    if dateline := DATELINE.match(simplified(around.opening[0][:SHORT]) if around.opening else ""):
        yield Evidence("date", iso_day(dateline[1]), "head of the report", RANKS["head of the report"])
    posted = (line for line in around.below[3:] if POSTED.match(line))
    for line in (*around.opening[:1], *around.closing, *around.below[:3], *posted):
        plain = simplified(line[:SHORT])
        if FIRST_PRINTED.search(plain) and (day := iso_day(line[:SHORT])):
            yield Evidence("date", day, "below the text", RANKS["below the text"])
    for line in (*around.closing, *around.below[:1]):
        yield Evidence("date", _signed(line.strip()), "signed below the text", RANKS["signed below the text"])
    for address in addresses:
        found = IN_ADDRESS.search(address)
        if found and (day := iso_day("-".join(part for part in found.groups() if part))):
            yield Evidence("date", day, "address", RANKS["address"])


def _signed(line: str) -> str:
    """The day with which a piece is signed, on the last of its lines; empty for any other line."""
    if closing := CLOSING_MINGUO.search(line):
        return day_of((int(closing[1]) + 1911, closing[2], closing[3]))
    return iso_day(line) if SIGNED.fullmatch(with_plain_days(line) if len(line) <= SHORT else line) else ""


def _beside_day(line: str) -> str:
    """What a line says up to its first day and right behind it: what stands further on is not about that day."""
    found = PRINTED.search(line)
    return line[: found.end() + BEHIND_DAY] if found else line


def _beside(day: str, hints: tuple[Hint, ...]) -> bool:
    """True if the data of the page has the same day, or the one next to it: the same moment in another zone, and no day
    on which the page was made again."""
    told = datetime.date.fromisoformat(day)
    given = [iso_day(h.value) for h in hints if h.key == "date" and h.origin in ("meta", "data")]
    return any(abs((datetime.date.fromisoformat(each) - told).days) <= 1 for each in given if each)


def _rows(before: tuple[str, ...]) -> list[str]:
    """Labels and the days behind them, which a table above the title has in cells of their own."""
    pairs = itertools.pairwise(before)
    return [f"{label}{day}" for label, day in pairs if label.rstrip().endswith((":", "：")) and len(day) <= DAY_MOST]


def _as_printed(moment: str, day: str, printed: set[str]) -> str:
    """The day that a moment of Greenwich has in China, where that is the one that the page prints, and else `day`."""
    if day in printed or not GREENWICH.search(moment.strip()):
        return day
    try:
        here = (
            datetime.datetime.fromisoformat(moment.strip().replace("Z", "+00:00")).astimezone(CHINA).date().isoformat()
        )
    except ValueError:
        return day
    return here if here in printed else day


def _printed(lines: tuple[str, ...], source: str, joined: int) -> Iterator[Evidence]:
    """Days in short lines; `joined`: in so many lines taken together as well, as designers set them apart."""
    texts = [line for line in lines if len(line) <= SHORT]
    for line in texts:
        plain, day = simplified(line), iso_day(line)
        if not day or CLOCK.search(plain) or OTHER.search(plain) or is_ordinary(line):
            continue
        if RIGHTS.search(_beside_day(plain)):
            continue
        label, published = LABEL.search(plain), PUBLISHED.search(plain)
        if CAPTION.search(plain) and hanzi_count(plain) >= CAPTION_LEAST and not published:
            continue
        day = (published and iso_day(line[published.start() :])) or day
        # A notice says when it was written, too.
        rank = (RANKS[f"labelled {source}"] if label else RANKS[source]) + bool(label and published)
        if UPDATED.search(plain) and not published:
            yield Evidence("date", day, f"day of an update, {source}", rank - UPDATE_LESS)
        else:
            yield Evidence("date", day, f"labelled {source}" if label else source, rank)
    for size in range(2, 5):
        for start in range(min(joined, 6)):
            run = texts[start : start + size]
            apart = len(run) == size and all(len(line) <= 12 and not iso_day(line) for line in run)
            if apart and (day := iso_day(" ".join(run))):
                yield Evidence("date", day, source, RANKS[source] - 2)
