"""What becomes of the curators' files when decisions are carried out: new texts, in which no other line changes."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from digest.articles.reading import read_article
from digest.files import front_matter
from digest.files.findings import Finding
from digest.plan.suggestions import REVERSED, SuggestionEntry, bare
from digest.proposals.suggestion_text import refused_entry, scalar
from digest.text.visible_text import VisibleBlock, blocks, visible

_MARK = re.compile(r"[ \t]*<!--[^>]*-->")
_CLAIMS = re.compile(r"claims:\s*(?:\[\])?\s*(?:#.*)?$")
_ID = re.compile(r"c([1-9]\d*)")


@dataclass(frozen=True)
class Decided:
    """``text`` after as many of the decisions as could be carried out, ``done`` those, ``found`` the others."""

    text: str
    done: list[SuggestionEntry]
    found: list[Finding]


def with_relations(
    text: str,
    entries: Sequence[SuggestionEntry],
    drawn: Mapping[frozenset[str], int],
    apart: Collection[frozenset[str]],
    file: str,
) -> Decided:
    """``text`` of relations.yml with a line at its end for each accepted relation.

    ``drawn`` are the pairs that stand there, with their lines, ``apart`` those that are kept apart; ``file`` is the
    name of the file of suggestions.
    """
    lines, done, found = [], [], []
    for entry in entries:
        fault = _fault_of(entry, drawn, apart, file)
        if fault:
            found.append(fault)
        else:
            a, b = entry.claims if entry.decision != REVERSED else entry.claims[::-1]
            kind = "extends" if entry.decision == REVERSED else entry.decision
            lines.append(f"- {a} {kind} {b}: {scalar(entry.reason)}")
            done.append(entry)
    before = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if before and not before.endswith("\n"):
        before += "\n"
    return Decided(_as(text, before + "".join(f"{line}\n" for line in lines)), done, found)


def _fault_of(
    entry: SuggestionEntry, drawn: Mapping[frozenset[str], int], apart: Collection[frozenset[str]], file: str
) -> Finding | None:
    """Why a relation that was decided cannot be written down."""
    pair = " and ".join(entry.claims)
    if entry.pair in apart or entry.pair in drawn:
        where = f"drawn on line {drawn[entry.pair]}" if entry.pair in drawn else "kept apart (unrelated)"
        came, allowed = f"{pair} are {where} in relations.yml already", "a pair that does not stand there"
        return Finding(file, entry.line, "suggestion-drawn", came, allowed, "decide: no")
    if not entry.reason:
        came, example = f"the relation of {pair} has no reason", "reason: 一方说赋能须有中心，一方说赋能要化整为零"
        return Finding(file, entry.line, "suggestion-reason", came, "one line, for readers", example)
    return None


def with_claims(text: str, entries: Sequence[SuggestionEntry], file: str) -> Decided:
    """``text`` of an article with the accepted claims in its front matter and a mark after each sentence."""
    done, found = [], []
    written, text = text, text.removeprefix("\ufeff").replace("\r\n", "\n")
    for entry in entries:
        changed = _with_claim(text, entry, file)
        if changed is None:
            found.append(
                Finding(
                    file,
                    entry.line,
                    "suggestion-sentence",
                    f"{entry.sentence!r} is not in {entry.article}.md as it stands, or cannot be marked",
                    "a sentence of the article, word for word; a mark and a claim can be written by hand",
                )
            )
        else:
            text = changed
            done.append(entry)
    return Decided(_as(written, text), done, found)


def without_decided(text: str, done: Sequence[SuggestionEntry]) -> str:
    """``text`` of the suggestions without those carried out; a refused one leaves one entry that remembers it."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").splitlines(keepends=True)
    for entry in sorted(done, key=lambda entry: -entry.line):
        end = entry.end
        kept = [refused_entry(entry)] if entry.decision == "no" else []
        if not kept and end < len(lines) and not lines[end].strip():
            end += 1
        lines[entry.line - 1 : end] = kept
    return _as(text, "".join(lines))


def _as(written: str, text: str) -> str:
    """``text`` with the line ends, and the byte order mark, of what was ``written``."""
    text = text.replace("\n", "\r\n") if "\r\n" in written else text
    return "\ufeff" + text if written.startswith("\ufeff") else text


def _with_claim(text: str, entry: SuggestionEntry, file: str) -> str | None:
    front, _ = front_matter.read(file, text)
    place = _place(text, entry.sentence)
    if place < 0 or not front.data:
        return None
    listed = front.data.get("claims")
    numbers = [
        int(match[1])
        for each in (listed if isinstance(listed, list) else [])
        if isinstance(each, dict) and (match := _ID.fullmatch(str(each.get("id"))))
    ]
    name = f"c{max(numbers, default=0) + 1}"
    values = {"id": name, "text": entry.text or entry.sentence, **({"holder": entry.holder} if entry.holder else {})}
    changed = _listed(text[:place] + f"<!--{name}-->" + text[place:], values, bool(listed))
    return changed if changed and _holds(changed, text, name, entry) else None


def _holds(changed: str, text: str, name: str, entry: SuggestionEntry) -> bool:
    """Whether the new text reads as it was meant to: the claim with its sentence, and no fault that was not there."""
    article, found = read_article("", entry.article, changed)
    _, before = read_article("", entry.article, text)
    claim = next((each for each in article.claims if each.id == name), None) if article else None
    return claim is not None and bare(claim.quote) == bare(entry.sentence) and len(found) <= len(before)


def _place(text: str, sentence: str) -> int:
    """Where the mark of ``sentence`` goes in a file's ``text``; -1 where the sentence is not in its body."""
    front, _ = front_matter.read("", text)
    start = len(text) - len(front.body)
    for block in blocks(front.body):
        end = -1 if block.heading else _end_in(block, sentence)
        if end >= 0:
            return start + block.start + end
    return -1


def _end_in(block: VisibleBlock, sentence: str) -> int:
    """Where in the block's source the mark of ``sentence`` goes; -1 where it is none of the block's sentences."""
    seen = visible(block.source)
    before = 0
    for begin, end in seen.sentences():
        place = seen.written(begin, end)[1]
        if bare(seen.text[begin:end]) == bare(sentence):
            place += _closing(block.source[before:place], block.source[place:])
            while mark := _MARK.match(block.source, place):
                place = mark.end()
            return place
        before = place
    return -1


def _closing(source: str, after: str) -> int:
    """How many characters of ``after`` close emphasis or a link that was opened in ``source``."""
    match = re.match(r"(\*{1,3}|_{1,3})|\]\([^)\s]*\)", after)
    if not match:
        return 0
    opened = source.count(match[1]) % 2 == 1 if match[1] else source.count("[") > source.count("]")
    return match.end() if opened else 0


def _listed(text: str, values: Mapping[str, str], has_claims: bool) -> str | None:
    """``text`` with an entry at the end of the front matter's claims, in the style of those that are there."""
    lines = text.split("\n")
    close = next(number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---")
    key = next((number for number, line in enumerate(lines[:close]) if _CLAIMS.match(line)), None)
    if key is None and has_claims:
        return None
    indent, end = "  ", close
    if key is not None:
        lines[key] = re.sub(r"\s*\[\]", "", lines[key])
        end = next((number for number in range(key + 1, close) if re.match(r"[^\s#-]", lines[number])), close)
        first = next((re.match(r"(\s*)-\s", line) for line in lines[key + 1 : end] if re.match(r"\s*-\s", line)), None)
        indent = first[1] if first else indent
        while not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#"):
            end -= 1
    written = [f"{name}: {scalar(value)}" for name, value in values.items()]
    entry = [f"{indent}- {written[0]}", *(f"{indent}  {line}" for line in written[1:])]
    lines[end:end] = entry if key is not None else ["claims:", *entry]
    return "\n".join(lines)
