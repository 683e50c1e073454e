"""Days printed on a page or given in its data, as ISO days."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from email.utils import parsedate_to_datetime

PRINTED = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-/年.]\s*(\d{1,2})\s*[-/月.]\s*(\d{1,2})(?!\d)")
COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
# A designer's date: the year on one line, month/day on the next.
APART = re.compile(r"(?<!\d)((?:19|20)\d\d)\s+(\d{1,2})[/-](\d{1,2})(?!\d)")
# A year of two digits means something only behind a label.
SHORT_YEAR = re.compile(r"(?:发布|發布|发表|發表|更新|时间|時間|日期)[^\d\n]{0,4}(\d\d)-(\d{1,2})-([0-3]?\d)(?!-)")


def iso_day(text: str) -> str:
    """The first day in `text` (年月日, ISO, RFC 822, 20200131) as YYYY-MM-DD, else an empty string.

    The day is the printed one: no time zone is applied.
    """
    for pattern in (PRINTED, APART):
        for match in pattern.finditer(text):
            day = _day(match.groups())
            if day:
                return day
    short = SHORT_YEAR.search(text)
    if short:
        return _day(("20" + short[1], short[2], short[3]))
    try:
        return parsedate_to_datetime(text.strip()).date().isoformat()
    except (ValueError, TypeError, IndexError):
        pass
    found = COMPACT.fullmatch(text.strip()[:8])
    return _day(found.groups()) if found else ""


def _day(parts: Iterable[str]) -> str:
    try:
        return datetime.date(*(int(part) for part in parts)).isoformat()
    except ValueError:
        return ""
