"""Values of the head that have the right form and are wrong: several names as one, a day to come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from digest.checks.source import Source
from digest.checks.world import World
from digest.files.findings import Finding
from digest.zh.folding import fold

_HAN = "\u3400-\u9fff\uf900-\ufaff·•"
# 、 and full-width commas are never part of a name; a comma, a slash or a blank is, in one of other letters.
_JOINED = re.compile(rf"[、，；;｜|\n]|(?<=[{_HAN}])\s*[,/／+＋]\s*(?=[{_HAN}])|(?<=[{_HAN}])\s+(?=[{_HAN}])")
_ROLE = re.compile(
    r"^(?:作者|撰文|编辑|編輯|编译|編譯|记者|記者|来源|來源|出品|责编|責編|策划|策劃|文|图|圖|by)\s*[:：/／|｜]|^(?:by|文)\s+|^[@＠]"
    r"|[:：]$|\s*[(（](?:作者|编辑|編輯|记者|記者|著|译|譯)[)）]$|(?<=[" + _HAN + r"])\s+(?:著|撰文|编辑|編輯|摄|攝)$",
    re.IGNORECASE,
)
_LISTS = ("author", "people", "companies")
# What is said of somebody: a count of years or prizes, 的, or more characters than a name or a pen name has.
_PHRASE = re.compile(
    r"[0-9０-９一二三四五六七八九十百千万]+(?:余|多|餘)?(?:年|次|篇|岁|歲|届|屆|位)|(?<=["
    + _HAN
    + r"]{2})的(?=["
    + _HAN
    + r"]{2})"
    r"|^(?:走遍|曾任|著有|毕业|畢業|从事|從事|现任|現任|专注|專注|擅长|擅長|热爱|熱愛)|[" + _HAN + r"]{13,}"
)


def check(source: Source, world: World) -> list[Finding]:
    """Faults of names and of the date."""
    return [*_names(source), *_in_both_scripts(source), *_tags(source), *_date(source, world)]


def _names(source: Source) -> Iterator[Finding]:
    for key in _LISTS:
        listed = source.front.data.get(key)
        for number, name in enumerate(listed if isinstance(listed, list) else []):
            if not isinstance(name, str):
                continue
            if _JOINED.search(name.strip()):
                parts = [part.strip() for part in _JOINED.split(name.strip()) if part.strip()]
                yield _finding(source, key, number, f"{name!r} is several names in one", f"{key}: [{', '.join(parts)}]")
            elif _ROLE.search(name):
                plain = _ROLE.sub("", name).strip()
                yield _finding(source, key, number, f"{name!r} is more than a name", f"{key}: [{plain}]")
            elif key != "companies" and _PHRASE.search(name):
                yield Finding(
                    source.file,
                    source.front.line_of(key, number),
                    "name-phrase",
                    f"{key}: {name!r} is said of somebody and is no name",
                    "a name; what is said of an author stands under author_note",
                    "author_note: 李石，二十年修桥人",
                )


def _in_both_scripts(source: Source) -> Iterator[Finding]:
    """One name in the two scripts is one name, which each variant shows in its own."""
    for key in (*_LISTS, "tags"):
        said: dict[str, str] = {}
        listed = source.front.data.get(key)
        for number, name in enumerate(listed if isinstance(listed, list) else []):
            if isinstance(name, str) and said.setdefault(fold(name), name) != name:
                first = said[fold(name)]
                yield _finding(source, key, number, f"{name!r} is {first!r} in the other script", f"{key}: [{first}]")


def _tags(source: Source) -> Iterator[Finding]:
    listed = source.front.data.get("tags")
    for number, tag in enumerate(listed if isinstance(listed, list) else []):
        parts = [part.strip("#＃ ") for part in re.split("[、，；;|｜]", tag)] if isinstance(tag, str) else []
        if len(parts) > 1 or (isinstance(tag, str) and tag.startswith(("#", "＃"))):
            came = f"{tag!r} is more than a name"
            yield _finding(source, "tags", number, came, f"tags: [{', '.join(part for part in parts if part)}]")


def _finding(source: Source, key: str, number: int, came: str, example: str) -> Finding:
    line = source.front.line_of(key, number)
    return Finding(
        source.file, line, "name-form", f"{key}: {came}", "one name an entry, without a word for the role", example
    )


def _date(source: Source, world: World) -> Iterator[Finding]:
    said = source.front.data.get("date")
    try:
        day = date.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return
    if day and world.is_to_come(day.isoformat()):
        today = date.fromisoformat(world.today())
        yield Finding(
            source.file,
            source.front.line_of("date"),
            "date-future",
            f"{said} is a day to come",
            f"the day of publication, {today} at the latest",
            f"date: {day.replace(year=min(day.year, today.year - 1), day=min(day.day, 28))}",
        )
