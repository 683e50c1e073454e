"""The outlet: who first published a page, else who shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from convert.evidence.fields.frame import RIGHTS
from convert.evidence.fields.names import are_one, is_name, is_outlet, is_person
from convert.evidence.fields.ranking import Surroundings
from convert.evidence.fields.unlabelled import name_and_outlet
from convert.evidence.fields.window import BLOG_FIRST, SEPARATOR, SHORTEST, SLASH
from convert.page import Evidence, Hint
from convert.rules.tables import patterns, rule_for, table
from convert.text.characters import HANZI, hanzi_count, letters, simplified
from convert.text.days import DAY, iso_day

EDGE_MARKS = " []【】（）()|·.-"
# What is left of a counter whose number a script was to set: 条 of 0 条评论.
COUNTER = re.compile(r"\s[条條个個次]\s?(?:[评評][论論]|[阅閱][读讀])?\s*$")
QUOTED = re.compile(r"《([^《》]*)》?|([^《》]*)》")
# An account and its kind: 微信公众号“某某”.
ACCOUNT = re.compile(
    r"(?:微信)?(?:公[众眾]?[号號]|[订訂][阅閱][号號]|视频号|微博)[“\"「『【]([^”\"」』】]{2,20})[”\"」』】]?"
)
# How departments end, which are no outlets elsewhere.
DEPARTMENT = re.compile("[部处處科室组組系站队隊]$")
# A page that prints a long name cut off has the whole one in its data.
CUT_OFF = re.compile(r"\s?(?:\.{3}|…)")
SHORT = 120
# The entries of a blog's menu, of which one stands among so many lines below its name.
MENU = re.compile(
    r"(?:首[页頁]|主[页頁]|home|[归歸][档檔]|archives?|[标標][签籤]|tags?|分[类類]|categor(?:y|ies)|[关關][于於]我?"
    r"|about(?: me)?|菜[单單]|menu|所有文章)(?:\s|$)",
    re.I,
)
MENU_MOST = 3
NO_HOLDER = re.compile("(?:公司|热线|熱線)$|本[网網站]")
# What stands between the name of who has the rights to a page and the years.
APART = re.compile(r"[\s,，;；:：|｜]+|(?:19|20)\d\d(?:\s?[-–~]\s?(?:19|20)\d\d)?")
# The name behind the label, and right before the words.
HOLDER = re.compile(
    r"(?:版权所有|版權所有|copyright)\s?[:：]\s?([^\s■◆●|｜,，;；。:：©]{3,20})|(?:^|[\s.。|｜])([^\s.。|｜©:：,，]{3,20})\s?(?:版权所有|版權所有)\s*$",
    re.I,
)
LONGEST = 30
IN_BOTH = re.compile(rf"([{HANZI}]{{3,20}})\s+[A-Za-z]")
# What stands beside it there names a section: 港聞, 工作动态.
SECTION = re.compile(r"\S{1,4}|\S*(?:动态|動態|公告|通知|专题|專題)")
# How outlets end whose names are no sections of others. A row of notes has no more of them than this.
PAPER = re.compile(
    "(?:[日晚时時早周週]报|[^日晚公通预預]报|报社|報|网|網|网站|網站|通讯社|通訊社|出版社|电视台|電視台|周刊|週刊|杂志|雜誌|客户端)$"
)
MOMENT, BETWEEN = re.compile(rf"{DAY}|\d{{1,2}}:\d\d(?::\d\d)?"), re.compile(r"[\s|｜丨·•/／]+")
OUTLET_LEAST, ROW_MOST = 4, 3
TAGLINE = re.compile("专业|專業|门户|門戶|领先|領先|第一|最[具有佳好大]")
# Whose report it is, before who wrote it or from where: 江边报 记者, 江边社／台北6日电.
OF_REPORT = re.compile(
    rf"[〔【（(\[]?([{HANZI}]{{1,8}}?(?:[報报社網网]|新[聞闻][網网]|[電电][視视][台臺]))(?:\s+|\s?[／/]\s?)"
    rf"(?:(?:[記记]者|特派)|[{HANZI}]{{2,4}}(?:\d{{1,2}}日|$))"
)
# The name of a site in the title of a window.
SITE_LEAST, SITE_MOST = 3, 20


def outlets(around: Surroundings, hints: tuple[Hint, ...], rights: str, account: str) -> Iterator[Evidence]:
    """Evidence for the outlet. `account` is the name beside the day, `rights` the notice of the front matter."""
    near = (*around.above, *(t for t in (*around.opening, *reversed(around.closing), *around.below[:3])))
    if named := printed_source(rights):
        yield Evidence("site", named, "rights notice", 95)
    for place, line in enumerate(near):
        if len(line) <= SHORT and (site := printed_source(line)):
            above = place < len(around.above)
            yield Evidence("site", site, "beside the title" if above else "below the text", 90 if above else 80)
    for line in around.above:
        _, outlet = name_and_outlet(line)
        if outlet:
            yield Evidence("site", outlet, "behind the author's name", 70)
        for name in _in_row(line):
            yield Evidence("site", name, "beside the day", 50)
        if (head := OF_REPORT.match(MOMENT.sub("", line).strip())) and rule_for(head[1]) is None:
            yield Evidence("site", head[1], "before the reporter", 49)
    yield from _given(hints)
    yield from _beside_day(account)
    yield from _of_window_or_publisher(hints)
    yield from _of_page(around, hints)


def _in_row(line: str) -> tuple[str, ...]:
    """The outlets in a line that has the day and nothing but names beside it: 2022-05-06 江边晚报."""
    parts = BETWEEN.split(MOMENT.sub(" ", line).strip(" |｜丨·•/／")) if iso_day(line) else []
    is_row = len(parts) <= ROW_MOST and all(re.fullmatch(f"[{HANZI}]{{2,12}}", part) for part in parts)
    return tuple(part for part in parts if len(part) >= OUTLET_LEAST and PAPER.search(part)) if is_row else ()


def _of_window_or_publisher(hints: tuple[Hint, ...]) -> Iterator[Evidence]:
    """What the window says the site is; before it who publishes the page by its data, where the window names a section:
    as short as the data have it for the author, too."""
    writers = [h.value for h in hints if h.key == "author"]
    # Who publishes what he writes himself is a person, whatever his theme calls him.
    published = [
        h.value
        for h in hints
        if h.key == "publisher" and len(h.value) <= LONGEST and (is_outlet(h.value) or h.value not in writers)
    ]
    short = [name for name in writers if is_outlet(name) and any(letters(name) in letters(p) for p in published)]
    for name in (*short, *published):
        if not NO_HOLDER.search(name):
            yield Evidence("site", name, "publisher in the page's data", 38)
    for hint in hints:
        for name in _site_of_window(hint.value, hints) if hint.key == "window" else ():
            other = published and not any(are_one(name, each) for each in published)
            yield Evidence("site", name, "window title", 36 if other else 40)


def _of_page(around: Surroundings, hints: tuple[Hint, ...]) -> Iterator[Evidence]:
    """Whose the page is, by its foot and, in a copy, its first line: a page has a window, whose title says that."""
    is_copy = not any(hint.key == "window" for hint in hints)
    foot = around.below if is_copy else [hint.value for hint in hints if hint.key == "rights"]
    for name in filter(None, map(holder_of_rights, foot)):
        yield Evidence("site", name, "rights to the page", 25)
    if is_copy and (name := above_menu(around.before)):
        yield Evidence("site", name, "first line of the copy", 24)


def _beside_day(account: str) -> Iterator[Evidence]:
    """The account beside the day, unless it is a person's."""
    if is_outlet(account):
        yield Evidence("site", account, "beside the day", 50)
    elif is_name(account) and not is_person(account):
        yield Evidence("site", account, "beside the day", 30)


def above_menu(before: tuple[str, ...]) -> str:
    """The first line of a copy, where it is short and the menu of a blog stands below it; else empty."""
    name, *below = [line.strip() for line in before[: MENU_MOST + 1]] or [""]
    is_short = SITE_LEAST <= len(name) <= SITE_MOST and any(map(str.isalpha, name))
    is_other = MENU.search(name) or rule_for(name) or is_person(name)
    return name if is_short and not is_other and any(map(MENU.match, below)) else ""


def holder_of_rights(line: str) -> str:
    """The outlet or office that a note at the foot of a page says has the rights to it; empty for any other name, which
    as often is a company's or a theme's."""
    if len(line) > SHORT or not RIGHTS.search(line):
        return ""
    if labelled := HOLDER.search(line):
        name = labelled[1] or labelled[2]
    else:
        name = next(filter(None, (part.strip(EDGE_MARKS) for part in APART.split(RIGHTS.sub(" ", line)))), "")
    is_sound = (
        (is_outlet(name) or (labelled and labelled[2] and hanzi_count(name) > 1 and not is_person(name)))
        and SITE_LEAST <= len(name) <= SITE_MOST
        and not NO_HOLDER.search(name)
    )
    return name if is_sound else ""


def printed_source(line: str) -> str:
    """The outlet that a line names as its source; empty if it names none."""
    line = line.strip()
    for each in patterns("metadata", "source"):
        found = each.search(simplified(line))
        if not found:
            continue
        end = re.search(table("metadata")["source_ends"], found[1])
        stop = found.start(1) + end.start() if end else found.end(1)
        if CUT_OFF.match(line[stop:]) or CUT_OFF.search(line[found.start(1) : stop]):
            continue
        site = COUNTER.sub("", line[found.start(1) : stop]).strip(EDGE_MARKS)
        if quoted := QUOTED.fullmatch(site):
            site = (quoted[1] or quoted[2] or "").strip()
        if account := ACCOUNT.fullmatch(site):
            site = account[1]
        outlet, _, person = site.rpartition(" ")
        # An office names who sent it in.
        is_office = is_outlet(outlet) or DEPARTMENT.search(outlet)
        site = outlet if outlet and is_office and is_person(person) else site
        if len(site) >= 2 and not any(re.search(p, site) for p in table("metadata")["no_source"]):
            return site
    return ""


def _given(hints: tuple[Hint, ...]) -> Iterator[Evidence]:
    """Outlets that the data names, or an element that names the account which shows the page."""
    ids = table("metadata")["account_ids"]
    people = {h.value for h in hints if h.key == "author" and h.origin != "owner"}
    for hint in hints:
        # An address, or what a program notes of its own: release:江边网.
        sound = len(hint.value) <= LONGEST and not re.search(r":\S", hint.value)
        # What the site says of itself stands behind its name.
        name, *tagline = [part.strip() for part in SEPARATOR.split(hint.value) if part.strip()] or [""]
        if hint.key == "outlet" and not any(re.search(p, hint.value) for p in table("metadata")["no_source"]):
            yield Evidence("site", hint.value, "element named as the outlet", 68)
        elif hint.key == "account" and hint.origin in ids:
            yield Evidence("site", hint.value, "account of the page", 65)
        elif hint.key == "site" and hint.origin == "front matter" and sound:
            yield Evidence("site", hint.value, "front matter", 62)
        elif hint.key == "site" and (sound or tagline) and hint.value not in people:
            yield Evidence("site", hint.value if sound else name, "data of the page", 60)
        elif hint.key == "author" and hint.origin == "front matter" and sound and not _is_person(hint.value, hints):
            yield Evidence("site", hint.value, "author of the front matter", 45)


def _is_person(name: str, hints: tuple[Hint, ...]) -> bool:
    """A name of up to four characters is a person's; a longer one in a dump is as often the feed's, and so is one
    that the dump is filed under."""
    filed = {h.value for h in hints if h.key == "category"}
    return len(name) <= 4 and name not in filed and not is_outlet(name)


def _same(part: str, title: str) -> bool:
    """True if the one holds the other, or the part goes on behind what a dash within the title parts from it: the end
    of the title, as long as one."""
    ends = (title.endswith(part[:size]) for size in range(2 * SHORTEST, len(part)))
    return part in title or (len(title) >= SHORTEST and title in part) or any(ends)


def _site_of_window(window: str, hints: tuple[Hint, ...]) -> tuple[str, ...]:
    """The last part of the window title; the first one, where the last is of the article's title."""
    parts = [p.strip() for p in SEPARATOR.split(window) if p.strip() and not p.strip().startswith("Powered")]
    title = letters(next((h.value for h in hints if h.key == "title"), ""))
    if len(parts) < 2:
        if (first := BLOG_FIRST.fullmatch(window)) and is_outlet(first[1]) and letters(first[2]) == title:
            return (first[1],)
        # A window may say no more than whose it is.
        return tuple(part for part in parts if is_outlet(part) and letters(part) != title and len(part) <= SITE_MOST)
    # The title in the window may be the longer one.
    own = [part for part in parts if not title or not _same(letters(part), title)]
    own = [part for part in own if not re.search(table("metadata")["no_site"], part, re.I)]
    if not own:
        # What the heading says, too, is the article's, if nothing else tells.
        return ()
    site = own[-1] if own[-1] == parts[-1] else own[0]
    if SECTION.fullmatch(site):
        site = next((part for part in reversed(own) if is_outlet(part)), site)
    # Behind its name in Chinese stands the one in Latin letters.
    double = IN_BOTH.match(site)
    site = double[1] if double and is_outlet(double[1]) and len(site) > SITE_MOST else site
    if len(site) > SITE_MOST or TAGLINE.search(site):
        # Before its name in another language, or what it says of itself, stands the site's name.
        names = [part for each in own for part in SLASH.split(each) if len(part) <= SITE_MOST]
        sound = (n for n in reversed(names) if is_outlet(n) and not (TAGLINE.search(n) or SECTION.fullmatch(n)))
        site = next(sound, site)
    return (site,) if len(site) <= SITE_MOST else ()
