"""The curator's inbox: a file of entries in which one word decides, and the raw pages that they come from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from digest.files.docs_folder import read_text, shown
from digest.files.findings import Finding
from digest.files.yaml_lines import CuratedFile
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
    unread: list[Finding] = []
    name, read = shown(file, file.parent), read_text(file, file.parent, unread)
    if read is None:
        return [], unread
    text = read.replace("\r\n", "\n")
    # Odd characters in the titles of pages are no fault of the file's.
    document, found = CuratedFile("inbox-yaml", "a list of entries", _EXAMPLE).read(name, text)
    if document is None:
        return [], found
    listed = document.data
    lines = text.splitlines()
    begins = [document.line_of([number]) for number in range(len(listed))]
    waiting: list[Waiting] = []
    for entry, line, end in zip(listed, begins, [*begins[1:], len(lines) + 1], strict=False):
        word = _word(entry.get("decide")) if isinstance(entry, dict) else ""
        if not isinstance(entry, dict) or not entry.get("key"):
            found.append(Finding(name, line, "inbox-form", f"{entry!r} came", "an entry with a key", _EXAMPLE))
        elif word and word not in DECISIONS:
            allowed = ", ".join(DECISIONS)
            found.append(Finding(name, line, "inbox-form", f"decide: {word} came", allowed, _EXAMPLE))
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
    """The pages that were refused, by key: their fingerprints tell copies of them.

    Raises ConvertError where a line is not one that was written here.
    """
    read: dict[str, Examined] = {}
    for number, line in enumerate(file.read_bytes().split(b"\n") if file.is_file() else (), 1):
        if line.strip():
            try:
                page = Examined.from_json(line.decode("utf-8"))
                read[page.key] = page
            except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as fault:
                raise conversion.ConvertError(
                    f"no refused page can be read ({type(fault).__name__})",
                    file=shown(file, file.parent),
                    line=number,
                    allowed="the lines that digest inbox --apply writes",
                    example=f"delete the line, or: git checkout {shown(file, file.parent)}",
                ) from fault
    return read


def write_refused(file: Path, refused: Iterable[Examined]) -> None:
    """Remember the pages that were refused, each once."""
    by_key = {each.key: each for each in refused}
    conversion.write_whole(file, "".join(f"{by_key[key].to_json()}\n" for key in sorted(by_key)))
