"""Bytes to text: which charset a raw page is in, and refusing what is not readable text."""

from __future__ import annotations

import codecs
import itertools
import re

from convert.errors import ConvertError
from convert.text.characters import hanzi_count, without_unreadable

ALLOWED = "UTF-8, UTF-16, GBK, GB18030 or Big5 text"
BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# What pages declare is often the smaller charset of its family; the largest reads them all.
ALIASES = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "iso8859-1": "cp1252", "ascii": "cp1252"}
# The characters of function words and the most frequent nouns in either script.
FREQUENT = re.compile(
    "[的一是不了在人有我他这這中大来來上国國个個到说說们們为為子和你地出道也时時年得就那要下以生会會自着著去之过過家学學对對可]"
)
# On 29 articles 13 to 35 in a hundred Chinese characters are among these; read by the wrong table, under 1.
FREQUENT_SHARE = 0.04
# A reading with so many, and nothing broken in it, is right: no other can be.
CERTAIN_SHARE = 0.1
WESTERN_LETTERS = "àáâãäåæçèéêëìíîï"
WESTERN = re.compile(rf"[{WESTERN_LETTERS}][\x80-\xbf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]{{1,2}}")
# A page cut in the middle of a character or with one broken emoji is still worth converting.
BROKEN_SHARE = 0.01
# GBK read as UTF-8 is two thirds replacement characters; broken emoji never reach this.
GARBLED_SHARE = 0.1
# What text of one charset becomes when it is read and saved in another.
SIGNS_OF_LOSS = ("锟斤拷", "烫烫烫", "屯屯屯")


def decode(data: bytes) -> str:
    """The text of a raw page.

    Raises:
        ConvertError: The page is empty, binary or garbled.
    """
    if not data.strip():
        raise ConvertError("the file is empty", allowed="a page with an article in it")
    for bom, charset in BOMS:
        if data.startswith(bom):
            return _checked(_without_bom(data, bom, charset))
    if b"\0" in data:
        return _checked(_utf16_without_bom(data))
    return _checked(_best(data))


def _without_bom(data: bytes, bom: bytes, charset: str) -> str:
    body = data[len(bom) :]
    return body.decode(charset, errors="replace")


def _utf16_without_bom(data: bytes) -> str:
    for charset in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(charset)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and _frequent_share(text) >= FREQUENT_SHARE:
            return text
    raise ConvertError("the file is binary (it holds NUL bytes)", allowed=ALLOWED)


def _best(data: bytes) -> str:
    """UTF-8 when it is valid (other charsets hardly ever are), else the most Chinese-looking reading."""
    for charset in ("utf-8", "iso2022_jp", "hz"):
        try:
            text = data.decode(charset)
        except UnicodeDecodeError:
            continue
        if charset == "utf-8" or hanzi_count(text):
            return text
    declared = _reading(data, name) if (name := _declared(data)) else ""
    if "\ufffd" not in declared and _frequent_share(declared) >= CERTAIN_SHARE:
        return declared
    readings = [text for text in (_reading(data, c) for c in _candidates(data)) if text]
    if not readings:
        raise ConvertError("the charset of the file cannot be told", allowed=ALLOWED)
    return max(readings, key=_plausibility)


def _candidates(data: bytes) -> list[str]:
    # Imported here: pages in UTF-8 do without.
    from charset_normalizer import from_bytes

    names = [_declared(data), "gb18030", "big5hkscs", "utf-8"]
    guess = from_bytes(data[:65536], cp_isolation=["gb18030", "big5", "utf_8"]).best()
    names.append(codecs.lookup(guess.encoding).name if guess else "")
    return [name for name in dict.fromkeys(names) if name]


def _declared(data: bytes) -> str:
    found = re.search(rb"charset\s*=\s*[\"']?\s*([\w-]+)", data[:4096], re.I)
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else ""
    except LookupError:
        return ""
    return ALIASES.get(name, name)


def _reading(data: bytes, charset: str) -> str:
    """The data read in a charset; empty where that reads it badly.

    A page may also declare a codec of Python's that is none of text (base64) or that takes no replacements (idna).
    """
    try:
        text = data.decode(charset, errors="replace")
    except (LookupError, UnicodeError):
        return ""
    return text if text.count("\ufffd") <= BROKEN_SHARE * len(text) else ""


def _plausibility(text: str) -> float:
    return _frequent_share(text) - text.count("\ufffd") / max(1, len(text))


def _frequent_share(text: str) -> float:
    count = hanzi_count(text)
    return len(FREQUENT.findall(text)) / count if count else 0.0


def _western(text: str) -> int:
    """How many characters of Chinese there are, read as those of a Western charset."""
    # Looking for single letters is far cheaper than for the pattern, and most pages have none of them.
    if not any(letter in text for letter in WESTERN_LETTERS):
        return 0
    return len(WESTERN.findall(text))


def _checked(text: str) -> str:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        raise ConvertError("the file is binary (it holds NUL characters)", allowed=ALLOWED)
    text = without_unreadable(text)
    fault = _garbled(text)
    if fault:
        raise ConvertError(
            f"the text is garbled ({fault}): it was saved in the wrong charset",
            allowed=ALLOWED,
            example="save the page again, as UTF-8",
        )
    return text


def _garbled(text: str) -> str:
    broken = text.count("\ufffd")
    if broken > GARBLED_SHARE * len(text):
        return f"{broken} replacement characters"
    if sum(map(text.count, SIGNS_OF_LOSS)) > 2:
        return "锟斤拷"
    western = _western(text)
    if western > 20 and western > hanzi_count(text):
        return "UTF-8 read as a Western charset"
    return "" if _is_frequent_enough(text) else "hardly a frequent Chinese character in it"


def _is_frequent_enough(text: str) -> bool:
    """False where hardly any Chinese character is a frequent one; under 100 characters the share says little."""
    # Most pages have enough of them in a few paragraphs, and the others need not be looked at.
    most = len(text) - len(text.encode("ascii", "ignore"))
    enough = int(most * FREQUENT_SHARE / 2) + 1
    if sum(1 for _ in itertools.islice(FREQUENT.finditer(text), enough)) == enough:
        return True
    count = hanzi_count(text)
    return count < 100 or len(FREQUENT.findall(text)) / count >= FREQUENT_SHARE / 2
