"""MediaWiki's markup for variants: ``-{text}-`` is kept as it is, ``-{zh-hans:软件;zh-hant:軟體}-`` says each.

With a flag before a bar: ``A`` shows the rule and holds it for the whole article, ``H`` holds it and shows nothing,
``-`` lets go of it again, ``T`` is the article's title, ``D`` shows the rule itself, ``N`` a variant's name, ``R``
text that is not read as a rule; ``+`` is ``A``. Names of variants before the bar say which of them show the text.
``word=>zh-hant:other;`` holds in one direction, and for its own variant only. Marks may be full-width. In the
text of a rule emphasis, code and links to full addresses are read as in Markdown.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from digest.zh.variants import VARIANTS

CODES = tuple(dict.fromkeys(code for variant in VARIANTS.values() for code in variant.codes))
"""MediaWiki's names of the variants that a rule may speak of."""

FLAGS = "AHTDNR-"
_NAMES = "|".join(CODES)
_WORD = r"[^;:；：{}\s]+(?:\s+[^;:；：{}\s]+)*"
_RULE = re.compile(rf"\s*(?:(?P<word>{_WORD})\s*=>\s*)?(?P<code>{_NAMES})\s*[:：]", re.IGNORECASE)
_END = re.compile(rf"[;；](?=\s*(?:[^;:；：{{}}]+?=>\s*)?(?:{_NAMES})\s*[:：]|\s*$)", re.IGNORECASE)
_SHOWN_IN = re.compile(rf"\s*(?:zh|{_NAMES})\s*(?:[;；]\s*(?:zh|{_NAMES})\s*)*", re.IGNORECASE)
_CODE = re.compile(
    r"^ {0,3}(?P<fence>`{3,}+|~{3,}+).*?(?:^ {0,3}(?P=fence)|\Z)|(?P<tick>`++).+?(?P=tick)"
    r"|(?:\A|(?<=\n\n))(?: {4}|\t)[^\n]*(?:\n(?: {4}|\t)[^\n]*)*\n?",
    re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True)
class MarkupPiece:
    """One ``-{...}-``: ``start`` and ``end`` in the text, the ``flag`` (or empty), the text or rules in it.

    ``texts`` is by code, ``one_way`` by code and word, ``plain`` where the inside is no rule; ``only`` are the codes of
    the variants that show it, all where it is empty. ``fault`` says what is wrong with it, if anything.
    """

    start: int
    end: int
    flag: str
    plain: str
    texts: dict[str, str] = field(default_factory=dict)
    one_way: dict[str, dict[str, str]] = field(default_factory=dict)
    fault: str = ""
    only: frozenset[str] = frozenset()

    def choose(self, tag: str) -> str | None:
        """What the variant ``tag`` reads; ``None`` where it is nothing that the piece says."""
        if not self.texts:
            return None if self.one_way else self.plain
        codes = VARIANTS[tag].codes
        return next((self.texts[code] for code in codes if code in self.texts), next(iter(self.texts.values())))

    def shown(self, tag: str) -> str:
        """What stands in its place in the variant ``tag``."""
        if self.flag in ("H", "T", "-") or (self.only and not self.only & {"zh", *VARIANTS[tag].own_codes}):
            return ""
        if self.flag == "N":
            name = self.plain.strip().lower()
            return next((each.name for each in VARIANTS.values() if name in (each.codes[0], each.path)), self.plain)
        if self.flag == "D":
            return "；".join(f"{code}：{text}" for code, text in self.texts.items()) or self.plain
        return self.choose(tag) or ""


def pieces(text: str) -> Iterator[MarkupPiece]:
    """Every piece of ``text`` outside code, the outermost of nested ones; an open one is told as a fault."""
    start = text.find("-{")
    if start < 0:
        return
    coded = [match.span() for match in _CODE.finditer(text)]
    while start >= 0:
        inside = next((span for span in coded if start in range(*span)), None)
        if inside:
            start = text.find("-{", inside[1])
            continue
        end = _end(text, start)
        if end is None:
            yield MarkupPiece(start, start + 2, "", "-{", fault="-{ is not closed by }-")
            start = text.find("-{", start + 2)
        else:
            yield _piece(text, start, end)
            start = text.find("-{", end)


def _end(text: str, start: int) -> int | None:
    """Where the piece that begins at ``start`` ends, its nested ones too; None where it is not closed in its block."""
    opened = 0
    for match in re.compile(r"-\{|\}-|\n[ \t]*\n").finditer(text, start):
        if match[0].startswith("\n"):
            return None
        if match[0] == "-{":
            opened += 1
        else:
            opened -= 1
            if not opened:
                return match.end()
    return None


def _piece(text: str, start: int, end: int) -> MarkupPiece:
    inner = text[start + 2 : end - 2]
    head, bar, rest = inner.partition("|")
    flag = head.strip().upper().replace("+", "A")
    if bar and _SHOWN_IN.fullmatch(head):
        return MarkupPiece(start, end, "", rest, only=frozenset(re.split(r"\s*[;；]\s*", head.strip().lower())))
    if bar and re.fullmatch(r"\s*zh(-\w+)+\s*", head):
        return MarkupPiece(start, end, "", rest, fault=f"{head.strip()} is no variant: {', '.join(CODES)}")
    if not bar or not re.fullmatch(r"[A-Z-]{0,2}", flag):
        flag, rest = "", inner
    elif flag not in FLAGS and flag:
        return MarkupPiece(start, end, "", rest, fault=f"the flag {flag} is none of {', '.join(FLAGS)}")
    if flag in ("R", "N"):
        return MarkupPiece(start, end, flag, rest)
    texts, one_way, fault = _rules(rest)
    if flag in ("A", "H", "-") and not texts and not one_way and not fault:
        fault = f"{flag}| needs a rule"
    fault = fault or next((each for text in texts.values() if (each := _unreadable(text))), "")
    return MarkupPiece(start, end, flag, _flat(rest), texts, one_way, fault)


def _rules(text: str) -> tuple[dict[str, str], dict[str, dict[str, str]], str]:
    if not _RULE.match(text):
        unknown = re.match(r"\s*(zh-[a-z-]+)\s*[:：]", text, re.IGNORECASE)
        return {}, {}, f"{unknown[1]} is no variant: {', '.join(CODES)}" if unknown else ""
    texts: dict[str, str] = {}
    one_way: dict[str, dict[str, str]] = {}
    for part in filter(str.strip, _END.split(text)):
        match = _RULE.match(part)
        if not match:
            return texts, one_way, f"{part.strip()!r} is no rule"
        code, value = match["code"].lower(), _flat(part[match.end() :].strip())
        if match["word"]:
            one_way.setdefault(code, {})[match["word"].strip()] = value
        elif code in texts:
            return texts, one_way, f"{code} is given twice"
        else:
            texts[code] = value
    return texts, one_way, ""


def _flat(text: str) -> str:
    """``text`` without the markers of what is nested in it: inside a piece nothing is converted anyway."""
    return re.sub(r"-\{(?:R\|)?|\}-", "", text)


def resolve(text: str, tag: str, to_script: Callable[[str], str]) -> str:
    """A line of plain text (a title, a claim) with its pieces carried out for ``tag``, the rest converted."""
    out, last = [], 0
    for piece in pieces(text):
        out += [to_script(text[last : piece.start]), piece.shown(tag) if not piece.fault else piece.plain]
        last = piece.end
    rest = text[last:]
    return "".join([*out, to_script(rest) if "-{" not in rest else rest])


def outside(text: str) -> str:
    """``text`` without its pieces: what is said in one script only, as all other text is."""
    for piece in reversed(list(pieces(text))):
        text = text[: piece.start] + text[piece.end :]
    return text


@dataclass(frozen=True)
class MarkedText:
    """A body with its pieces carried out: ``markdown`` for the page, ``titles`` by tag.

    ``faults`` are pairs of a line (from 1) and what is wrong there.
    """

    markdown: str
    titles: dict[str, str]
    faults: list[tuple[int, str]]


def read(body: str, lang: str) -> MarkedText:
    """Carry out the pieces of a Markdown ``body`` written in ``lang``: what is chosen later stands in spans."""
    out, last = [], 0
    titles: dict[str, str] = {}
    faults = []
    for piece in pieces(body):
        if piece.fault:
            faults.append((body[: piece.start].count("\n") + 1, piece.fault))
            continue
        if piece.flag == "T":
            titles.update({tag: piece.choose(tag) or "" for tag in VARIANTS})
        out += [body[last : piece.start], _span(piece, lang)]
        last = piece.end
    return MarkedText("".join([*out, body[last:]]), titles, faults)


def _span(piece: MarkupPiece, lang: str) -> str:
    """The piece on the page of its own script, with what the other variants read and what holds from here."""
    shown = {tag: _inline(piece.shown(tag)) for tag in VARIANTS}
    data: dict[str, Mapping[str, object]] = {"variants": shown}
    rules = {tag: held for tag in VARIANTS if (held := _rules_for(piece, lang, tag))}
    if piece.flag in ("A", "H") and rules:
        data["hold"] = rules
    if piece.flag == "-" and rules:
        data["drop"] = {tag: sorted(held) for tag, held in rules.items()}
    if not any(shown.values()) and len(data) == 1:
        return ""
    written = "".join(
        f' data-{name}="{_unread(json.dumps(value, ensure_ascii=False))}"' for name, value in data.items()
    )
    return f'<span translate="no"{written}>{shown[lang]}</span>'


_INLINE = re.compile(
    r"\*\*(?P<strong>[^*]+)\*\*|\*(?P<em>[^*\s][^*]*)\*|`(?P<code>[^`]+)`|(?<!!)\[(?P<a>[^\]]+)\]\((?P<url>[^)\s]*)\)"
)
_ADDRESS = re.compile(r"https?://|mailto:|#", re.IGNORECASE)


def _inline(text: str) -> str:
    """The text of a rule as HTML that Markdown lets stand."""
    out, last = [], 0
    for match in _INLINE.finditer(text):
        tag = match.lastgroup if match.lastgroup != "url" else "a"
        given = f' href="{_unread(match["url"])}"' if tag == "a" else ""
        out += [_unread(text[last : match.start()]), f"<{tag}{given}>{_unread(match[str(tag)])}</{tag}>"]
        last = match.end()
    return "".join([*out, _unread(text[last:])])


def _unread(text: str) -> str:
    """``text`` in which no sign means anything to HTML or Markdown."""
    return re.sub(r"[!-/:-@\[-`{-~]", lambda sign: f"&#{ord(sign[0])};", text)


def _unreadable(text: str) -> str:
    """What is in the text of a rule that cannot stand there; empty where nothing is."""
    if "![" in text:
        return "a picture cannot stand in a rule, only a rule in its description"
    link = next((match for match in _INLINE.finditer(text) if match["a"] and not _ADDRESS.match(match["url"])), None)
    return f"the link {link[0]} in a rule needs a full address, as https://example.org/" if link else ""


def _rules_for(piece: MarkupPiece, lang: str, tag: str) -> dict[str, str]:
    """The phrases that the piece's rules give for the variant ``tag``, from the article's own script."""
    own, target = piece.choose(lang), piece.choose(tag)
    rules = {own: target} if piece.texts and own and target else {}
    for code in reversed(VARIANTS[tag].own_codes):
        rules |= piece.one_way.get(code, {})
    return rules
