"""The curator's inbox: a file of entries in which one word decides, and the raw pages that they come from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from digest.files.curated_file import CuratedFile
from digest.files.findings import Finding
from digest.inbox import conversion
from digest.inbox.triage.examined import Examined
from digest.inbox.triage.order import InboxEntry

FOLDER, FILE, REFUSED, PAGES = "inbox", "inbox.yml", "refused.jsonl", "pages"
DECISIONS = {
    "take": "take", "收": "take", "later": "later", "以后": "later", "以後": "later", "no": "no", "不收": "no"
}  # fmt: skip
"""What may stand after ``decide:``, in Chinese or English."""

_HEAD = """\
# 收件箱：每条是一篇可能值得收的文章，按它能给文摘添多少排列。
# 在 decide: 后面写一个词：take（收）、later（以后）、no（不收）；然后运行 digest inbox --apply。
"""
_EXAMPLE = "decide: take"


@dataclass(frozen=True)
class Waiting:
    """An entry of the file: its ``key``, the decision (empty: none yet), and its own ``lines``."""

    key: str
    decision: str
    lines: tuple[str, ...]


def read_inbox(file: Path) -> tuple[list[Waiting], list[Finding]]:
    """The entries of the file, and what is wrong with it; no entry where the file is not there."""
    if not file.is_file():
        return [], []
    text = file.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    document, found = CuratedFile("inbox-yaml", "a list of entries", _EXAMPLE).read(file.name, text)
    if document is None:
        return [], found
    listed = document.data
    lines = text.splitlines()
    begins = [document.line_of([number]) for number in range(len(listed))]
    waiting: list[Waiting] = []
    for entry, line, end in zip(listed, begins, [*begins[1:], len(lines) + 1], strict=False):
        word = _word(entry.get("decide")) if isinstance(entry, dict) else ""
        if not isinstance(entry, dict) or not entry.get("key"):
            found.append(Finding(file.name, line, "inbox-form", f"{entry!r} came", "an entry with a key", _EXAMPLE))
        elif word and word not in DECISIONS:
            allowed = ", ".join(DECISIONS)
            found.append(Finding(file.name, line, "inbox-form", f"decide: {word} came", allowed, _EXAMPLE))
        else:
            waiting.append(Waiting(str(entry["key"]), DECISIONS.get(word, ""), tuple(lines[line - 1 : end - 1])))
    return waiting, found


def _word(written: object) -> str:
    """What stands after ``decide:``; YAML reads a bare no as a truth value."""
    if written is False:
        return "no"
    return str(written).strip().lower() if written is not None else ""


def write_inbox(file: Path, waiting: Iterable[Waiting], new: Sequence[InboxEntry] = ()) -> None:
    """The entries ``waiting`` to the letter and new ones; at the end those that were put off."""
    kept = list(waiting)
    now, later = ([each for each in kept if (each.decision == "later") is wanted] for wanted in (False, True))
    parts = [*map(_lines, now), *map(_written, new), *map(_lines, later)]
    file.parent.mkdir(parents=True, exist_ok=True)
    conversion.write_whole(file, _HEAD + "".join(f"\n{part}\n" for part in parts))


def _lines(entry: Waiting) -> str:
    return "\n".join(entry.lines).rstrip()


def _written(entry: InboxEntry) -> str:
    page = entry.page
    own: dict[str, Any] = {
        "title": page.title,
        "author": list(page.authors),
        "outlet": page.outlet,
        "day": page.day,
        "address": page.address,
        "why": entry.reason,
        "summary": page.summary,
        "meets": [
            {
                "claim": each.ref,
                "says": each.claim,
                "here": each.sentence,
                "score": round(each.score, 2),
                "concepts": list(each.concepts),
            }
            for each in entry.meetings
        ],
        "copies": entry.copies,
        "from": page.place,
        "key": page.key,
    }
    kept = {name: value for name, value in own.items() if value not in ("", [], 0)}
    text = yaml.safe_dump([kept], allow_unicode=True, sort_keys=False, width=10_000)
    return f"{text.rstrip()}\n  decide:"


def read_refused(file: Path) -> Mapping[str, Examined]:
    """The pages that were refused, by key: their fingerprints tell copies of them."""
    if not file.is_file():
        return {}
    read = [Examined.from_json(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    return {each.key: each for each in read}


def write_refused(file: Path, refused: Iterable[Examined]) -> None:
    """Remember the pages that were refused, each once."""
    by_key = {each.key: each for each in refused}
    conversion.write_whole(file, "".join(f"{by_key[key].to_json()}\n" for key in sorted(by_key)))
