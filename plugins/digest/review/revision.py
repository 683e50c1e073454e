"""A folder as it was in a revision of a git repository, laid out in a temporary folder."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path, PurePosixPath

_READ = (".md", ".yml", ".yaml")
# Where a change starts if nobody says: the branch that it is to be merged into.
_MAIN = ("origin/main", "main", "origin/master", "master")


class GitFault(Exception):
    """Git could not give what was asked of it; the message is for the person who asked."""


def branching_point(folder: Path) -> str:
    """The commit at which HEAD left the main branch.

    Raises:
        GitFault: there is no such branch, or it has no commit in common with HEAD.
    """
    for branch in _MAIN:
        if _git(folder, "rev-parse", "--verify", "--quiet", f"{branch}^{{commit}}", fails=True):
            if found := _git(folder, "merge-base", branch, "HEAD", fails=True):
                return found.decode().strip()
            raise GitFault(
                f"{branch} and HEAD have no commit in common here; allowed: a clone with its history; "
                "example: git fetch --unshallow"
            )
    raise GitFault(
        f"none of the branches {', '.join(_MAIN)} came; allowed: a revision to compare with; "
        "example: digest review HEAD~1"
    )


def commit_of(folder: Path, revision: str) -> str:
    """The full name of the commit that ``revision`` means.

    Raises:
        GitFault: git knows no such revision here.
    """
    found = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", fails=True)
    if not found:
        raise GitFault(
            f"the revision {revision!r} came, which git does not know here; allowed: a branch, tag or "
            "commit that was fetched; example: digest review origin/main"
        )
    return found.decode().strip()


def lay_out(folder: Path, commit: str, names: Sequence[str], target: Path) -> None:
    """Write what ``names`` (files and folders in ``folder``) held in ``commit`` into ``target``.

    Only texts: Markdown and YAML. Links are no texts and are left out.
    """
    listed = list(_texts(folder, commit, names))
    wanted = "".join(f"{blob}\n" for blob, _ in listed).encode()
    # Read on in, not cut off: what is left of 10,000 texts would be copied 10,000 times.
    given = BytesIO(_git(folder, "cat-file", "--batch", feed=wanted))
    for _, name in listed:
        size = int(given.readline().rsplit(b" ", 1)[1])
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(given.read(size))
        given.readline()


def _texts(folder: Path, commit: str, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The blobs under ``names`` that hold text, each with its path from ``folder``."""
    for entry in _git(folder, "ls-tree", "-r", "-z", commit, "--", *names).decode("utf-8", "replace").split("\0"):
        head, _, name = entry.partition("\t")
        mode, _, blob = head.partition(" ")[0], None, head.rpartition(" ")[2]
        path = PurePosixPath(name)
        if mode.startswith("100") and path.suffix.lower() in _READ and not {"..", ".git"} & set(path.parts):
            yield blob, name


def _git(folder: Path, *arguments: str, feed: bytes | None = None, fails: bool = False) -> bytes:
    """What git says; where it ``fails`` and may, nothing."""
    git = shutil.which("git")
    if not git:
        raise GitFault("git is not installed; allowed: a machine with git; example: apt-get install git")
    # No shell: what a person typed is an argument, and after --end-of-options no option either.
    done = subprocess.run([git, "-C", str(folder), *arguments], input=feed, capture_output=True, check=False)  # noqa: S603
    if done.returncode and not fails:
        raise GitFault(f"git {arguments[0]}: {done.stderr.decode('utf-8', 'replace').strip()}")
    return b"" if done.returncode else done.stdout
