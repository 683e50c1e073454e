"""A branch with one commit of the files that were changed, and where it is pushed to."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

# Whoever proposed is named in the message: an author's address is not known, and not asked for.
_AUTHOR = ("-c", "user.name=digest", "-c", "user.email=digest@users.noreply.github.com")


class BranchFault(Exception):
    """Git could not make or push the branch; the message is what it said."""


def must_be_free(root: Path, branch: str) -> None:
    """Raises BranchFault where there is a branch of that name already."""
    if _git(root, "branch", "--list", branch).strip():
        raise BranchFault(f"the branch {branch} is there already; allowed: a new one; example: git branch -D {branch}")


def commit(root: Path, branch: str, message: str, files: Sequence[Path]) -> str:
    """The name of a commit, on a new branch, of ``files`` and nothing else. Raises BranchFault.

    No hook and no filter of the repository is run: its files may be another's.
    """
    _git(root, "switch", "--quiet", "--create", branch)
    _git(root, "add", "--", *(path.relative_to(root).as_posix() for path in files))
    _git(root, *_AUTHOR, "commit", "--quiet", "--no-verify", "--message", message)
    return _git(root, "rev-parse", "HEAD").strip()


def push(root: Path, branch: str, remote: str) -> None:
    """Push the branch; one of the same name that is there already is never overwritten. Raises BranchFault."""
    _git(root, "push", "--quiet", "--", remote, f"refs/heads/{branch}:refs/heads/{branch}")


def _git(root: Path, *arguments: str) -> str:
    git = shutil.which("git")
    if not git:
        raise BranchFault("git is not installed; allowed: a machine with git; example: apt-get install git")
    command = [git, "-C", str(root), "-c", "core.hooksPath=/dev/null", *arguments]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 (no shell; names are checked)
    if done.returncode:
        raise BranchFault(f"git {arguments[0]}: {done.stderr.decode('utf-8', 'replace').strip()}")
    return done.stdout.decode("utf-8", "replace")
