"""Days printed on a page or given in its data, as ISO days."""

from __future__ import annotations

import datetime
import re
from email.utils import parsedate_to_datetime

PRINTED = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-/年.]\s*(\d{1,2})\s*[-/月.]\s*(\d{1,2})(?!\d)")
COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
# A designer's date: the year on one line, month/day on the next.
APART = re.compile(r"(?<!\d)((?:19|20)\d\d)\s+(\d{1,2})[/-](\d{1,2})(?!\d)")


def iso_day(text: str) -> str:
    """The first day in `text` (年月日, ISO, RFC 822, 20200131) as YYYY-MM-DD, else an empty string.

    The day is the printed one: no time zone is applied.
    """
    for pattern in (PRINTED, APART):
        for match in pattern.finditer(text):
            day = _day(match)
            if day:
                return day
    try:
        return parsedate_to_datetime(text.strip()).date().isoformat()
    except (ValueError, TypeError, IndexError):
        pass
    found = COMPACT.fullmatch(text.strip()[:8])
    return _day(found) if found else ""


def _day(match: re.Match) -> str:
    try:
        return datetime.date(*(int(part) for part in match.groups())).isoformat()
    except ValueError:
        return ""
