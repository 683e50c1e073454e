"""Lines of a copy that say whose something is: who wrote it, which paper or office published it."""

from __future__ import annotations

import re

from convert.evidence.fields.bylines import labelled
from convert.evidence.fields.names import is_outlet, is_person

# The number of a magazine.
OUTLET = re.compile(r"\s第?\s?\d{1,4}\s?期$")
OFFICE = re.compile(r"(?:[局厅廳队隊]|委员会|委員會|办公室|辦公室|政府)$")
YEAR = re.compile(r"(?:19|20)\d\d\s?年")
# Behind the name of a writer; before what account or post somebody has.
BUTTON = re.compile(r"\s?(?:[+＋]\s?)?(?:关注|關注|已关注|追蹤)$")
ACCOUNT = re.compile(r"(?:微信)?(?:公众号|公眾號|微信号)\s*[:：]|role\s*[,，:：]", re.I)
# So many writers stand on one line.
PEOPLE_MOST = 5


def names_outlet(line: str) -> bool:
    """True for an outlet, the number of a magazine, offices side by side; a report of a year (2022年公报) is none."""
    several = len(line.split()) > 1 and all(map(OFFICE.search, line.split()))
    return several or bool(OUTLET.search(line)) or (is_outlet(line) and not YEAR.search(line))


def tells_writer(line: str) -> bool:
    """True for names of people, with a button to follow them or a label, and for the label of an account or a post."""
    names = re.split(r"[\s、,，]+", BUTTON.sub("", line))
    people = len(names) <= PEOPLE_MOST and all(is_person(name) for name in names)
    return people or bool(labelled(line)) or bool(ACCOUNT.match(line))
