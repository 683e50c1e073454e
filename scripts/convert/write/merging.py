"""Three texts to one: what the conversion wrote, what a person made of it, what the conversion gives now."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from convert.errors import ConvertError

# Longer than any run of these signs that a text may have at the beginning of a line.
_SIGNS = 60
_BEGIN, _BASE, _MIDDLE, _END = ("<" * _SIGNS, "|" * _SIGNS, "=" * _SIGNS, ">" * _SIGNS)


@dataclass(frozen=True)
class Merged:
    """`text` has every line of the person and what else the conversion gives; `taken` counts the places taken in;
    `conflicts` are lines of `text` (from 1) where both changed and the person's text stands."""

    text: str
    taken: int
    conflicts: tuple[int, ...]


def merge(base: str, edited: str, better: str) -> Merged:
    """The person's text `edited` of `base`, with what changed from `base` to `better` elsewhere.

    Raises:
        ConvertError: Git, which merges, is not there.
    """
    lines: list[str] = []
    conflicts: list[int] = []
    for said, conflict in _persons(_merged(base, edited, better).splitlines(True)):
        if conflict:
            conflicts.append(len(lines) + 1)
        lines += said
    return Merged("".join(lines), _changes(edited.splitlines(True), lines), tuple(conflicts))


def _merged(base: str, edited: str, better: str) -> str:
    """What `git merge-file` gives; its exit code is the number of conflicts, negative (255) where it failed."""
    with tempfile.TemporaryDirectory(prefix="digest-merge-") as folder:
        files = [Path(folder) / name for name in ("edited", "base", "better")]
        for file, text in zip(files, (edited, base, better), strict=True):
            # A last line without an end would be taken together with the sign after it.
            file.write_text(text if text.endswith("\n") or not text else f"{text}\n", encoding="utf-8", newline="")
        command = ["git", "merge-file", "-p", "--diff3", f"--marker-size={_SIGNS}", *map(str, files)]
        try:
            done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 (files of our own)
        except OSError as fault:
            raise ConvertError(f"git is needed to merge and cannot be run: {fault}") from fault
    if done.returncode > 127:
        raise ConvertError(f"git cannot merge: {done.stderr.decode('utf-8', 'replace').strip()}")
    return done.stdout.decode("utf-8")


def _persons(lines: list[str]) -> Iterator[tuple[list[str], bool]]:
    """Runs of lines with the person's side of each conflict, and whether there was one."""
    run: list[str] = []
    side = ""
    for line in lines:
        sign = next((each for each in (_BEGIN, _BASE, _MIDDLE, _END) if line.startswith(each)), "")
        if sign == _BEGIN:
            yield run, False
            run = []
        elif sign == _BASE and side == _BEGIN:
            yield run, True
            run = []
        elif not sign and side in ("", _BEGIN):
            run.append(line)
        side = ("" if sign == _END else sign) if sign else side
    yield run, False


def _changes(one: list[str], other: list[str]) -> int:
    """In how many places two texts differ."""
    return sum(tag != "equal" for tag, *_ in SequenceMatcher(None, one, other, autojunk=False).get_opcodes())
