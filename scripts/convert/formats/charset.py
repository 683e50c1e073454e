"""Bytes to text: which charset a raw page is in, and refusing what is not readable text."""

from __future__ import annotations

import codecs
import itertools
import re

from convert.errors import ConvertError
from convert.text.characters import hanzi_count, without_unreadable

ALLOWED = "UTF-8, UTF-16, GBK, GB18030 or Big5 text"
BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# What pages call charsets, and the largest that reads the same bytes: Beijing's are supersets of each other.
CHARSETS = {
    **dict.fromkeys(("gb2312", "gb_2312-80", "gbk", "x-gbk", "gb18030"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5"), "big5hkscs"),
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8"), "utf-8"),
    # Browsers read these as Windows' own, which holds all of them.
    **dict.fromkeys(("ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin1", "latin-1"), "cp1252"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "windows-949"), "cp949"),
    **dict.fromkeys(("windows-874", "tis-620"), "cp874"),
    **{"macintosh": "mac-roman", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be", "hz-gb-2312": "hz"},
}
# More of them that Python knows by these names. Its other codecs (zlib, idna, undefined …) are no charsets.
NUMBERED = re.compile(r"iso-?8859-\d{1,2}|(?:windows-|cp)125\d|koi8-[ru]|(?:x-)?euc-?jp|iso-2022-(?:jp|kr)|utf-16|hz")
CHINESE = ("gb18030", "big5hkscs", "utf-8", "utf-16", "utf-16-le", "utf-16-be", "hz")
# One in this many characters of UTF-8 may be broken: bytes of other charsets hardly ever are of its form.
BROKEN_ONE_IN = 10
# The characters of function words and the most frequent nouns in either script.
FREQUENT = re.compile(
    "[的一是不了在人有我他这這中大来來上国國个個到说說们們为為子和你地出道也时時年得就那要下以生会會自着著去之过過家学學对對可]"
)
# Programs, pictures and archives have more NUL bytes than this.
STRAY_SHARE = 0.01
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
    if data.count(b"\0") <= STRAY_SHARE * len(data):
        # Browsers leave out the few that some old systems write into their pages.
        return _best(data.replace(b"\0", b""))
    raise ConvertError("the file is binary (it holds NUL bytes)", allowed=ALLOWED)


def python_charset(name: str) -> str:
    """What Python calls the charset that a page or a mail calls `name`; empty for one that is unknown or none."""
    name = name.strip().lower()
    known = CHARSETS.get(name) or (name.removeprefix("x-") if NUMBERED.fullmatch(name) else "")
    try:
        return codecs.lookup(known).name if known else ""
    except LookupError:
        return ""


def _best(data: bytes) -> str:
    """UTF-8 when it is valid (other charsets hardly ever are), else the most Chinese-looking reading; where none looks
    Chinese, that of another language."""
    for charset in ("utf-8", "iso2022_jp", "hz"):
        try:
            text = data.decode(charset)
        except UnicodeDecodeError:
            continue
        if charset == "utf-8" or hanzi_count(text):
            return text
    declared = _declared(data)
    own = _reading(data, declared)
    if "\ufffd" not in own and _frequent_share(own) >= CERTAIN_SHARE:
        return own
    best = max((_reading(data, charset) for charset in _candidates(data, declared)), key=_plausibility, default="")
    if _frequent_share(best) < FREQUENT_SHARE:
        best = _of_another_language(data, declared) or best
    if not best:
        raise ConvertError("the charset of the file cannot be told", allowed=ALLOWED)
    return best


def _of_another_language(data: bytes, declared: str) -> str:
    """The text of a page that is not Chinese; empty where nothing speaks for a reading."""
    text = data.decode("utf-8", errors="replace")
    wide, broken = len(text) - len(text.encode("ascii", "ignore")), text.count("\ufffd")
    if broken <= BROKEN_SHARE * len(text) and broken * BROKEN_ONE_IN < wide:
        return text
    # Letters with accents stand alone between others; every character of the other charsets has such a byte.
    runs = re.findall(rb"[\x80-\xff]+", data)
    if 2 * sum(len(run) == 1 for run in runs) > len(runs):
        return data.decode("cp1252" if declared in CHINESE or not declared else declared, errors="replace")
    return _reading(data, declared) if declared not in (*CHINESE, "cp1252") else ""


def _candidates(data: bytes, declared: str) -> list[str]:
    # Imported here: pages in UTF-8 do without.
    from charset_normalizer import from_bytes

    guess = from_bytes(data[:65536], cp_isolation=["gb18030", "big5", "utf_8"]).best()
    names = (declared, "gb18030", "big5hkscs", "utf-8", guess.encoding if guess else "")
    return [name for name in dict.fromkeys(names) if name and name != "cp1252"]


def _declared(data: bytes) -> str:
    """Python's name of the charset that a page gives for itself; empty if it gives none."""
    found = re.search(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", data[:4096], re.I)
    return python_charset(found[1].decode("ascii")) if found else ""


def _reading(data: bytes, charset: str) -> str:
    """The text as read by `charset`; empty without one, and where too much of it is broken."""
    text = data.decode(charset, errors="replace") if charset else ""
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
