"""What the pages for contributors print: their commands, the files they name, their tables."""

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt

PROJECT = Path(__file__).parent.parent.parent
PAGES = [PROJECT / "README.md", PROJECT / "CONTRIBUTING.md", *sorted((PROJECT / ".github").rglob("*.md"))]
_STARTS = ("make ", "digest ", ".venv/bin/", "python scripts/convert", "python bench/")


def tokens(page):
    """The page's blocks and their inner parts, as Markdown reads them."""
    for token in MarkdownIt("gfm-like", {"linkify": False}).parse(page.read_text(encoding="utf-8")):
        yield token
        yield from token.children or ()


def commands(page):
    """Every command that the page prints, in its blocks of code and in its text, without comments."""
    for token in tokens(page):
        lines = token.content.splitlines() if token.type in ("fence", "code_inline") else []
        if token.type == "fence" and token.info.split(" ")[0] not in ("sh", ""):
            lines = []
        for line in lines:
            command = re.split(r"(?:\s|^)#\s", re.sub(r"^(?:[A-Z_]+=\S+ )+", "", line.strip()))[0].strip()
            yield from (each for each in command.split(" && ") if each.startswith(_STARTS))


def named_files(page):
    """Every file of the project that the page names in code."""
    for token in tokens(page):
        if token.type == "code_inline":
            yield from re.findall(r"(?<![\w<:/.-])[\w.-][\w./-]*\.(?:py|yml|js|css|toml|in)(?![\w/.-])", token.content)


@cache
def files():
    """All files of the project, as paths in it."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return frozenset(name for name in listed.splitlines() if (PROJECT / name).is_file())


def copy(folder):
    """The project in ``folder``, under git, with the environment of these tests."""
    for name in files():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(PROJECT / name, folder / name)
    return folder


# The commands of the how-to pages are run where those are followed (test_howto.py).
PRINTED = sorted({command for page in PAGES if page.parent.name != "howto" for command in commands(page)})
