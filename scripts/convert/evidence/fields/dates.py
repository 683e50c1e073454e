"""Days printed on a page or given in its data, as ISO days."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable, Iterator

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
    r"(?:民[国國]|中華民國|(?<=日期[：:])|(?<=時間[：:]))\s*(\d{2,3})\s*[-/年.]\s*(\d{1,2})\s*[-/月.]\s*(\d{1,2})"
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
ENGLISH_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{MONTH}[\s,-]+((?:19|20)\d\d)(?!\d)", re.I)
NUMERALS = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0", "Ｏ": "0", "０": "0"}
HANZI_MINGUO = re.compile(
    r"民[国國]([一二三四五六七八九十百零〇○]{1,6})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)
HANZI_DAY = re.compile(
    r"([一二][〇零○Ｏ０九一二三四五六七八]{3})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)
# A year of two digits means something only behind a label, or before a time that closes the line.
SHORT_YEAR = re.compile(r"(?:发布|發布|發佈|发表|發表|更新|时间|時間|日期)[^\d\n]{0,4}(\d\d)-(\d{1,2})-([0-3]?\d)(?!-)")
SHORT_MOMENT = re.compile(r"(\d\d)-(\d{1,2})-([0-3]?\d) \d{1,2}:\d\d(?::\d\d)?")


def iso_day(text: str) -> str:
    """The first day in `text` as YYYY-MM-DD, else an empty string.

    It reads 年月日, ISO, RFC 822, 20200131, 民國, 二〇二二年五月六日, English and split forms. The day is the printed
    one: no time zone is applied.
    """
    text = unicodedata.normalize("NFKC", text)
    for parts in _readings(text):
        day = _day(parts)
        if day:
            return day
    if HAS_MONTH.search(text) and (day := _of_mail(text.strip())):
        return day
    found = COMPACT.fullmatch(text.strip()[:8])
    return _day(found.groups()) if found else ""


def _of_mail(text: str) -> str:
    """The day of a moment as mails and feeds write it (RFC 822); empty for any other text."""
    # Imported here: most pages do without.
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return ""


def _readings(text: str) -> Iterator[tuple[str, ...]]:
    """(year, month, day) as each form reads them, the plainest first."""
    yield from (found.groups() for found in PRINTED.finditer(text))
    for found in MINGUO.finditer(text):
        yield str(int(found[1]) + 1911), found[2], found[3]
    for found in HANZI_MINGUO.finditer(text):
        yield str(int(_number(found[1]) or 0) + 1911), _number(found[2]), _number(found[3])
    for found in HANZI_DAY.finditer(text):
        yield "".join(NUMERALS.get(c, c) for c in found[1]), _number(found[2]), _number(found[3])
    yield from (found.groups() for found in APART.finditer(text))
    for found in (*ENGLISH.finditer(text), *WEEKDAY_FIRST.finditer(text)):
        yield found[3], str(MONTHS[found[1].lower()]), found[2]
    for found in ENGLISH_DAY_FIRST.finditer(text):
        yield found[3], str(MONTHS[found[2].lower()]), found[1]
    yield from ((found[3], found[1], found[2]) for found in YEAR_LAST.finditer(text))
    yield from ((found[2], found[3], found[1]) for found in DAY_FIRST.finditer(text))
    yield from (("20" + found[1], found[2], found[3]) for found in SHORT_YEAR.finditer(text))
    if moment := SHORT_MOMENT.fullmatch(text.strip()):
        yield "20" + moment[1], moment[2], moment[3]


def _number(numeral: str) -> str:
    """A numeral up to 九百九十九 as digits."""
    hundreds, mark, rest = numeral.partition("百")
    if mark:
        return str(100 * int(NUMERALS.get(hundreds, "1")) + int(_number(rest.strip("零〇○")) or 0))
    tens, mark, ones = numeral.partition("十")
    if not mark:
        return "".join(NUMERALS.get(c, "") for c in numeral)
    return f"{NUMERALS.get(tens, '1') if tens else '1'}{NUMERALS.get(ones, '0') if ones else '0'}"


def _day(parts: Iterable[str]) -> str:
    try:
        return datetime.date(*(int(part) for part in parts)).isoformat()
    except ValueError:
        return ""
