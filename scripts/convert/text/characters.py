"""Characters: which script a text is written in, and the folded form that rules are matched against."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from importlib.resources import files

import convert

HANZI = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
HANZI_RUN = re.compile(f"[{HANZI}]+")
WORD = re.compile("[a-z0-9]{2,}")
SENTENCE_END = "。！？!?…；;"
# A half-width stop behind a Chinese character; the dots of an ellipsis are more.
STOP = rf"(?<=[{HANZI}])\.(?!\.)"
CLAUSE = re.compile("[，。；、？！,;?!]")
CLOSERS = "”’」』》）)】〉\"'"


# Control characters, halves of pairs and code points that are no characters: no XML holds them, no reader sees them.
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# A character written as its number. Longer numbers are none of a character.
_REFERENCE = re.compile(r"&#(?:[xX]0*([0-9a-fA-F]+)|0*([0-9]+));?")
_LONGEST_NUMBER = 7
_NO_TAG = re.compile("<(?=&#)")
# What stands there keeps the sign from being that of a tag, and has to go on doing so.
_BEHIND_A_SIGN = re.compile(f"(?<=<){_UNREADABLE.pattern}+")


def without_unreadable(text: str) -> str:
    """`text` without what is no character of a text; a blank where it stood behind the sign of a tag."""
    # Hardly any page has one, and looking for one is cheaper than taking them out.
    return _UNREADABLE.sub("", _BEHIND_A_SIGN.sub(" ", text)) if _UNREADABLE.search(text) else text


def with_tags_as_they_are(markup: str) -> str:
    """HTML in which no sign becomes that of a tag when a reference behind it is left out."""
    return _NO_TAG.sub("&lt;", markup)


def without_unreadable_references(markup: str) -> str:
    """`markup` without references to what is no character of a text."""
    return _REFERENCE.sub(_readable, markup)


def _readable(match: re.Match[str]) -> str:
    """A reference as it is, or nothing where it stands for what is no character of a text."""
    hexadecimal, decimal = match.groups()
    digits = hexadecimal or decimal
    if len(digits) > _LONGEST_NUMBER:
        return ""
    number = int(digits, 16 if hexadecimal else 10)
    return match[0] if number <= 0x10FFFF and without_unreadable(chr(number)) else ""


@cache
def _pairs(name: str) -> dict[str, tuple[str, ...]]:
    data = files("opencc").joinpath("dictionary", name).read_bytes()
    pairs: dict[str, tuple[str, ...]] = convert.keep(name, [data], lambda: _read_pairs(data))
    return pairs


def _read_pairs(data: bytes) -> dict[str, tuple[str, ...]]:
    rows = (line.split("\t") for line in data.decode().splitlines() if "\t" in line)
    return {key: tuple(values.split()) for key, values in rows}


@cache
def _only(name: str) -> frozenset[str]:
    """Characters that the other script always writes differently."""
    return frozenset(key for key, values in _pairs(name).items() if len(key) == 1 and key not in values)


class _Noted(dict[int, str]):
    """What each character becomes: what a function makes of it, noted when it is first met."""

    def __init__(self, make: Callable[[str], str], known: Iterable[tuple[int, str]] = ()) -> None:
        super().__init__(known)
        self._make = make

    def __missing__(self, code: int) -> str:
        self[code] = becomes = self._make(chr(code))
        return becomes


@cache
def _to_simplified() -> _Noted:
    pairs = _pairs("TSCharacters.txt").items()
    return _Noted(str, ((ord(key), values[0]) for key, values in pairs if len(key) == len(values[0]) == 1))


# Letters, digits and marks as they are, nothing for any other character.
_LETTERS = _Noted(lambda character: character if unicodedata.category(character)[0] in "LNM" else "")


def simplified(text: str) -> str:
    """`text` with each character in its Simplified form. Of the same length; for comparing only."""
    return text.translate(_to_simplified())


def script_of(text: str) -> str:
    """`zh-Hans` or `zh-Hant`, by which script's own characters are more frequent."""
    traditional, simple = _only("TSCharacters.txt"), _only("STCharacters.txt")
    more = sum(map(traditional.__contains__, text)) - sum(map(simple.__contains__, text))
    return "zh-Hant" if more > 0 else "zh-Hans"


# Characters that none beside them changes when a text is normalized: those of Chinese and Western texts. An accent of
# its own, a half-width voicing mark or a part of a Korean syllable is none of them.
_BY_THEMSELVES = re.compile(
    "[\0-\u02ff\u2000-\u20cf\u2100-\u2bff\u3000-\u3029\u3030-\u3098\u309d-\u312f\u3190-\u31ff\u3280-\u9fff"
    "\uf900-\ufaff\ufe10-\ufe6f\uff00-\uff9d\uffe0-\uffe6\U0001f000-\U0001faff\U00020000-\U0003134f]"
)


class _Hanging(Exception):
    """A character that cannot be folded by itself. (A LookupError would say that it stays as it is.)"""


def _by_itself(character: str) -> str:
    """What a character becomes where rules are matched. Raises _Hanging for one that hangs on others."""
    if not _BY_THEMSELVES.match(character):
        raise _Hanging(character)
    return _plain(character)


_FOLDED = _Noted(_by_itself)
_FOLDED_LETTERS = _Noted(lambda character: _FOLDED[ord(character)].translate(_LETTERS))


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).replace("。", ".").replace("︱", "|")
    text = text.replace("丨", "|").replace("「", '"').replace("」", '"')
    return simplified(text).lower()


# Each line of a page is looked at by a dozen rules, one rule after the other; a page has a few hundred lines, a book
# pasted into one article ten thousand.
@lru_cache(maxsize=1 << 15)
def folded(text: str) -> str:
    """The form that rules are written in: half-width, Simplified, lower case, single spaces."""
    try:
        plain = text.translate(_FOLDED)
    except _Hanging:
        plain = _plain(text)
    return " ".join(plain.split())


@lru_cache(maxsize=1 << 15)
def letters(text: str) -> str:
    """Only letters, digits and marks, folded: two texts with equal letters say the same."""
    try:
        return text.translate(_FOLDED_LETTERS)
    except _Hanging:
        return folded(text).translate(_LETTERS)


# So many letters tell most texts apart; so many characters hold them, with a few more: a mark that hangs on the last
# one may stand behind.
_START, _LOOKED_AT, _SURE = 16, 32, 20


@lru_cache(maxsize=1 << 15)
def first_letters(text: str) -> str:
    """The first of the `letters` of a text, which are other ones in most other texts: all of them take longer."""
    start = letters(text[:_LOOKED_AT])
    return (start if len(start) >= _SURE or len(text) <= _LOOKED_AT else letters(text))[:_START]


def is_one_of(text: str, keys: tuple[str, ...]) -> bool:
    """Whether the `letters` of a text are one of `keys`."""
    return first_letters(text) in [key[:_START] for key in keys] and letters(text) in keys


def distinct(texts: list[str]) -> list[str]:
    """For each text what is equal for two of them where their `letters` are, and empty where it has none."""
    starts = list(map(first_letters, texts))
    shared = Counter(starts)
    return [letters(text) if shared[start] > 1 else start for text, start in zip(texts, starts, strict=True)]


def shared_pairs(one: str, other: str) -> float:
    """The share of the pairs of neighbouring characters of `one` (as letters) that also stand in `other`."""
    pairs = {one[at : at + 2] for at in range(len(one) - 1)}
    return sum(pair in other for pair in pairs) / max(1, len(pairs))


@lru_cache(maxsize=8)
def _words(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text))


def spoken_share(line: str, text: str) -> float:
    """The share of the line's pairs of Chinese characters, and of its words of other scripts, that the (folded) text
    has as well. Pairs of Latin letters stand in any English text."""
    plain = folded(line)
    pairs = {run[at : at + 2] for run in HANZI_RUN.findall(plain) for at in range(len(run) - 1)}
    words = set(WORD.findall(plain))
    found = sum(pair in text for pair in pairs) + len(words & _words(text))
    return found / max(1, len(pairs) + len(words))


@lru_cache(maxsize=1 << 15)
def hanzi_count(text: str) -> int:
    """How many Chinese characters `text` holds."""
    return 0 if text.isascii() else sum(map(len, HANZI_RUN.findall(text)))


# The numbers of notes behind a sentence: [3] [5-7].
NOTES = re.compile(r"(?:\s?[\[［]\s?\d{1,3}(?:\s?[-–—,，、]\s?\d{1,3})*\s?[\]］])+$")


STOPPED = re.compile(f"{STOP}$")


def ends_sentence(text: str) -> bool:
    """True if the text closes like a sentence, quote marks, brackets and marks of notes behind the mark included."""
    text = text.rstrip()
    text = NOTES.sub("", text) if text.endswith(("]", "］")) else text
    stripped = text.rstrip(CLOSERS)
    if not stripped:
        return False
    if stripped[-1] == ".":
        return STOPPED.search(stripped) is not None
    return stripped[-1] in SENTENCE_END + "：:~～" or (text[-1] in "”」』" and len(text) > 30)


@lru_cache(maxsize=1 << 15)
def is_ordinary(text: str) -> bool:
    """True for a running paragraph: 40 characters or more (two lines of a phone screen, longer than
    any of the 60 headings measured, the longest of which has 31) that close like a sentence. What closes in a colon and
    has no clause is a row of labels."""
    plain = text.strip()
    return len(plain) >= 40 and ends_sentence(plain) and (plain[-1] not in ":：" or bool(CLAUSE.search(plain)))
