"""The how-to pages followed to the letter, each in a copy of the project of its own."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from developer_pages import PROJECT, copy

HOWTO = sorted((PROJECT / ".github" / "howto").glob("*.md"))
_BLOCK = re.compile(r"^( *)```(\w+)(?: (append|new)=(\S+))?\n(.*?)\n\1```$", re.MULTILINE | re.DOTALL)


def steps(page):
    """Kind, what is done (append, new), file, text of each block of code."""
    for indent, kind, how, file, text in _BLOCK.findall(page.read_text(encoding="utf-8")):
        plain = "\n".join(line.removeprefix(indent) for line in text.split("\n"))
        yield kind, how, file, plain + "\n"


def change(folder, text):
    """Carry out a change that is written as lines taken out (-), put in (+) and around them."""
    head, *lines = text.splitlines()
    path = folder / head.removeprefix("--- ")
    old, new = ("".join(f"{line[1:]}\n" for line in lines if line[:1] in signs) for signs in (" -", " +"))
    before = path.read_text(encoding="utf-8")
    assert before.count(old) == 1, f"{head}: the lines stand there {before.count(old)} times"
    path.write_text(before.replace(old, new), encoding="utf-8")


def run(folder, command):
    """A printed command, with the code of the copy."""
    shown = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    paths = os.pathsep.join(str(folder / tree) for tree in ("plugins", "scripts"))
    command = command.replace("make ", "make -o .venv/.ready ", 1) if command.startswith("make ") else command
    command = command.replace("/tmp/", f"{folder}/.tmp/")
    return subprocess.run(
        command, shell=True, cwd=folder, env=shown | {"PYTHONPATH": paths}, capture_output=True, text=True, check=False
    )


def test_there_are_four():
    assert [page.stem for page in HOWTO] == ["add-a-check", "add-a-cleaning-rule", "add-a-made-page", "add-an-export"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A copy of the project, with the environment of these tests; the pages are followed in it one after another."""
    made = copy(tmp_path_factory.mktemp("howto"))
    (made / ".venv").symlink_to(Path(sys.prefix))
    return made


@pytest.mark.parametrize("page", HOWTO, ids=lambda page: page.stem)
def test_following_it_works(page, folder):
    done = []
    for kind, how, file, text in steps(page):
        if how:
            path = folder / file
            assert path.exists() == (how == "append"), file
            before = path.read_text(encoding="utf-8") if how == "append" else ""
            path.parent.mkdir(parents=True, exist_ok=True)
            between = "\n\n" if kind == "python" and before else ""
            path.write_text(before + between + text, encoding="utf-8")
        elif kind == "diff":
            change(folder, text)
        else:
            for command in text.splitlines():
                ended = run(folder, command)
                assert ended.returncode == 0, f"{command}\n{ended.stdout[-3000:]}{ended.stderr[-2000:]}"
        done.append(kind)
    assert "sh" in done and len(done) >= 3


def test_what_was_written_passes_the_gate(folder):
    linted = run(folder, ".venv/bin/ruff check . && .venv/bin/ruff format --check .")
    assert linted.returncode == 0, linted.stdout


def made_in(module):
    """The names that a module of the project makes itself, or the modules of a folder."""
    path = PROJECT / "plugins" / module.replace(".", "/")
    if path.is_dir():
        return {each.stem for each in path.iterdir()}
    body = ast.parse(path.with_suffix(".py").read_text(encoding="utf-8")).body
    assigned = {ast.unparse(target) for node in body if isinstance(node, ast.Assign) for target in node.targets}
    return assigned | {node.name for node in body if isinstance(node, (ast.ClassDef, ast.FunctionDef))}


@pytest.mark.parametrize("page", HOWTO, ids=lambda page: page.stem)
def test_names_are_imported_from_where_they_are_made(page):
    """mypy takes them from nowhere else."""
    written = [text for kind, how, file, text in steps(page) if kind == "python" and how == "new"]
    new = {file.split("/")[-1].removesuffix(".py") for _, how, file, _ in steps(page) if how == "new"}
    for node in (node for text in written for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ImportFrom)):
        if node.module.startswith("digest") and node.module.split(".")[-1] not in new:
            assert {alias.name for alias in node.names} <= made_in(node.module)


def test_without_what_it_says_its_test_fails(tmp_path):
    """A case that a page adds fails as long as the code is not there: it tries what it says it tries."""
    folder = copy(tmp_path)
    (folder / ".venv").symlink_to(Path(sys.prefix))
    for page in HOWTO:
        for _, how, file, text in steps(page):
            if file.startswith("tests/") and how == "append":
                with (folder / file).open("a", encoding="utf-8") as added:
                    added.write(text)
    command = '.venv/bin/python -m pytest -q tests/unit/test_check.py tests/convert/test_golden.py -k "full or sponsor"'
    ended = run(folder, command)
    assert re.search("2 failed", ended.stdout), ended.stdout
