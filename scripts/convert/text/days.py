"""Days that a text says, in every written form, as ISO days."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable, Iterator

from convert.text.numerals import number

# A day as figures and signs say it, for patterns in which one stands.
DAY = r"(?:19|20)\d\d\s?[-/年.]\s?\d{1,2}\s?[-/月.]\s?\d{1,2}日?"
# Right behind a time of day, too: a page may set the two apart by style alone.
YEAR = r"(?:(?<!\d)|(?<=\d:\d\d))((?:19|20)\d\d)"
PRINTED = re.compile(rf"{YEAR}\s*[-/年.]\s*(\d{{1,2}})\s*[-/月.]\s*(\d{{1,2}}(?!\d)|\d\d(?=\d\d:\d\d))")
COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
# A designer's date: the year on one line, month/day on the next; or day and month before the year.
APART = re.compile(rf"{YEAR}\s+(\d{{1,2}})\s*[/-]\s*(\d{{1,2}})(?!\d)")
YEAR_LAST = re.compile(r"(?<![\d./-])(\d{1,2})\s*[-/月]\s*(\d{1,2})日?\s*[-/,，\s]\s*((?:19|20)\d\d)(?!\d)")
DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\s+((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})月?(?![\d-])")
# The republic's years count from 1912; without the word three digits and both marks of a date are needed.
MINGUO = re.compile(
    r"(?:(?:民[国國]|中華民國|(?<=日期[：:])|(?<=時間[：:]))\s*|(?<![^\s：:])(?=1[01]\d年\d{1,2}月\d{1,2}日))"
    r"(\d{2,3})\s*[-/年.]\s*(\d{1,2})\s*[-/月.]\s*(\d{1,2})(?!\d)日?"
)
MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
HAS_MONTH = re.compile("|".join(MONTHS), re.I)
ENGLISH = re.compile(
    rf"\b{MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?(?:\s*,?\s*[a-z]{{3,9}}\.?)?\s*,?\s+((?:19|20)\d\d)(?!\d)", re.I
)
# As the C library writes a moment: Tue May 12 14:22:11 2020.
WEEKDAY_FIRST = re.compile(
    rf"(?<![a-z])(?:mon|tue|wed|thu|fri|sat|sun)\s+{MONTH}\s+(\d{{1,2}})\s+\d\d:\d\d:\d\d\s+((?:19|20)\d\d)(?!\d)", re.I
)
YEAR_FIRST = re.compile(rf"(?<!\d)((?:19|20)\d\d)[-/\s.]+{MONTH}[-/\s.]+(\d{{1,2}})(?!\d)", re.I)
ENGLISH_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{MONTH}[\s,-]+((?:19|20)\d\d)(?!\d)", re.I)
WEEKDAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+(?=(?:19|20)\d\d-)", re.I
)
WORDED = re.compile(rf"{HAS_MONTH.pattern}|[一二]\S{{3}}年|民[国國]|(?<!\d)1[01]\d年", re.I)
HANZI_MINGUO = re.compile(
    r"民[国國]([一二三四五六七八九十百零〇○]{1,6})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)
HANZI_DAY = re.compile(
    r"([一二][〇零○Ｏ０九一二三四五六七八]{3})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)
# The name of the month, where its day has digits: 7 三月 2019; 三月 7, 2019; as some languages' dates: 09 11月 2014.
HANZI_MONTH = re.compile(
    r"(?<!\d)(?P<before>\d{1,2})\s+(?P<figures>\d{1,2})月\s*[,，]?\s*(?P<year_behind>(?:19|20)\d\d)(?!\d)"
    r"|(?<!\d)(?P<first>\d{1,2})\s*(?P<month>十?[一二三四五六七八九]|十)月\s*[,，]?\s*(?P<year>(?:19|20)\d\d)(?!\d)"
    r"|(?P<named>十?[一二三四五六七八九]|十)月\s*(?P<second>\d{1,2})\s*[,，]?\s+(?P<year_last>(?:19|20)\d\d)(?!\d)"
)
# A year of two digits means something only behind a label, or before a time that closes the line.
SHORT_YEAR = re.compile(r"(?:发布|發布|發佈|发表|發表|更新|时间|時間|日期)[^\d\n]{0,4}(\d\d)-(\d{1,2})-([0-3]?\d)(?!-)")
# Moments in seconds since 1970, of this century, or in thousandths of them.
MOMENT, SECONDS = re.compile(r"1\d{9}(?:\d{3})?"), 10
BEIJING = datetime.timezone(datetime.timedelta(hours=8))
SHORT_MOMENT = re.compile(r"(\d\d)-(\d{1,2})-([0-3]?\d) \d{1,2}:\d\d(?::\d\d)?")


def iso_day(text: str) -> str:
    """The first day in `text` as YYYY-MM-DD, else an empty string.

    It reads 年月日, ISO, RFC 822, 20200131, 民國, 二〇二二年五月六日, English and split forms. The day is the printed
    one: no time zone is applied.
    """
    text = unicodedata.normalize("NFKC", text)
    for parts in _readings(text):
        day = day_of(parts)
        if day:
            return day
    if HAS_MONTH.search(text) and (day := _of_mail(text.strip())):
        return day
    found = COMPACT.fullmatch(text.strip()[:8])
    return day_of(found.groups()) if found else ""


def _of_mail(text: str) -> str:
    """The day of a moment as mails and feeds write it (RFC 822); empty for any other text."""
    # Imported here: most pages do without.
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return ""


def _readings(text: str) -> Iterator[tuple[str | int, ...]]:
    """(year, month, day) as each form reads them, the plainest first."""
    yield from (found.groups() for found in PRINTED.finditer(text))
    for found in MINGUO.finditer(text):
        yield int(found[1]) + 1911, found[2], found[3]
    for found in HANZI_MINGUO.finditer(text):
        yield number(found[1]) + 1911, number(found[2]), number(found[3])
    for found in HANZI_DAY.finditer(text):
        yield number(found[1]), number(found[2]), number(found[3])
    yield from (found.groups() for found in APART.finditer(text))
    for found in (*ENGLISH.finditer(text), *WEEKDAY_FIRST.finditer(text)):
        yield found[3], MONTHS[found[1].lower()], found[2]
    for found in YEAR_FIRST.finditer(text):
        yield found[1], MONTHS[found[2].lower()], found[3]
    for found in ENGLISH_DAY_FIRST.finditer(text):
        yield found[3], MONTHS[found[2].lower()], found[1]
    for found in HANZI_MONTH.finditer(text):
        month = found["figures"] or number(found["month"] or found["named"])
        yield (
            found["year"] or found["year_last"] or found["year_behind"],
            month,
            found["first"] or found["second"] or found["before"],
        )
    for found in YEAR_LAST.finditer(text):
        # 06/05/2022 has the day first in Hong Kong and Europe; designers set 05-06 above or before the year.
        orders = ((2, 1), (1, 2)) if found[0].count("/") == 2 else ((1, 2), (2, 1))
        yield from ((found[3], found[month], found[day]) for month, day in orders)
    yield from ((found[2], found[3], found[1]) for found in DAY_FIRST.finditer(text))
    yield from (("20" + found[1], found[2], found[3]) for found in SHORT_YEAR.finditer(text))
    if moment := SHORT_MOMENT.fullmatch(text.strip()):
        yield "20" + moment[1], moment[2], moment[3]


def with_plain_days(line: str) -> str:
    """The line with the days that it writes in words (五月六日, May 6) or in the republic's years in figures, as names
    beside a day are looked for."""
    if not WORDED.search(line):
        return line
    for form in (HANZI_DAY, HANZI_MINGUO, MINGUO, ENGLISH, ENGLISH_DAY_FIRST, YEAR_FIRST):
        line = form.sub(lambda found: iso_day(found[0]) or found[0], line)
    return WEEKDAY.sub("", line)


def day_of_moment(value: str) -> str:
    """The day in China of a moment in seconds since 1970, or in thousandths of them; any other value as it is."""
    if not MOMENT.fullmatch(value):
        return value
    return datetime.datetime.fromtimestamp(int(value[:SECONDS]), BEIJING).date().isoformat()


def day_of(parts: Iterable[str | int]) -> str:
    try:
        return datetime.date(*(int(part) for part in parts)).isoformat()
    except ValueError:
        return ""
