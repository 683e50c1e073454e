"""Findings in Chinese first: every message has its Chinese, and what came in it stays as it came."""

import ast
import json
import re
from pathlib import Path

import pytest
import yaml
from english import is_message

import digest
from digest.checks.telling.chinese import LISTED, chinese, entry
from digest.checks.telling.reporting import told
from digest.files.codes import codes
from digest.files.findings import Finding
from digest.files.front_matter import SCHEMA_FILE as FRONT_MATTER
from digest.files.settings import SCHEMA_FILE as OPTIONS
from digest.files.yaml_lines import YamlDocument

PACKAGE = Path(digest.__file__).parent
CONVERSION = PACKAGE.parents[1] / "scripts" / "convert"
MESSAGES = yaml.safe_load(LISTED.read_text(encoding="utf-8"))
CAME = "甲乙"
# Texts of the same modules that are no part of a message: examples as they are written, keys, signs of other languages.
OTHERS = {
    "importing.py": (
        "examples:",
        "put relations",
        "an Argdown file",
        "print what",
        "is not a folder",
        "cannot be read (",
        "nothing was done",
        "would be added",
        "would",
        f"{CAME} relations",
        "could not be read or",
    ),
    "inbox_file.py": ("# 收件箱", "no refused page", "digest inbox --apply writes", "delete the line"),
    "boilerplate.py": ("no letter in it", "list of links", "lead repeated", "before the title"),
    "links.py": (" in the docs folder",),
    "damage.py": ("git diff",),
    "settings.py": (f"{CAME}: true",),
    "svg.py": ("svg g defs",),
    "decisions.py": (" and ",),
    "terms.py": (" or ",),
}


def template(node):
    """The text of a string, with what is put into it as CAME; nothing for any other expression."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else CAME for part in node.values)
    return None


def texts(tree):
    """Every string of a module that is no docstring, as its line and text."""
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)} - {
        id(node) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)
    }
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    patterns = {
        id(argument)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.")
        for argument in ast.walk(node)
    }
    for node in ast.walk(tree):
        text = None if id(node) in parts | said | patterns else template(node)
        if text:
            yield node.lineno, text.replace("{}", CAME)


def said_by_commands(tree):
    """What a module hands to be told in the reader's language: the text, or each that a name in it may stand for."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "as_told":
            text = template(node.args[0])
            if text and is_message(text):
                yield node.lineno, text


def messages():
    for file in sorted(PACKAGE.rglob("*.py")):
        source = file.read_text(encoding="utf-8")
        if re.search(r"\b(?:Finding|Fault|_Fault)\(", source):
            name = file.relative_to(PACKAGE).as_posix()
            for line, text in texts(ast.parse(source)):
                if is_message(text) and not any(sign in text for sign in OTHERS.get(file.name, ())):
                    yield pytest.param(text, id=f"{name}:{line}")
        yield from (pytest.param(text, id=f"{file.name}:{line}") for line, text in said_by_commands(ast.parse(source)))
    for schema in (FRONT_MATTER, OPTIONS):
        described = re.findall(r'"description": ("(?:[^"\\]|\\.)*")', schema.read_text(encoding="utf-8"))
        yield from (pytest.param(json.loads(each), id=schema.name) for each in dict.fromkeys(described))
    for code in codes().values():
        if is_message(code.mend) and code.name != "relation-kind":
            yield pytest.param(code.mend, id=f"codes.yml:{code.name}")
    for rules in sorted((CONVERSION / "rules").glob("*.yml")):
        for reason in re.findall(r"^\s*-? ?reason: (.*)$", rules.read_text(encoding="utf-8"), re.MULTILINE):
            yield pytest.param(reason, id=rules.name)


@pytest.mark.parametrize("text", list(messages()))
def test_every_message_has_its_chinese_with_all_that_came(text):
    found = entry(text)
    assert found
    assert found.count(CAME) == text.count(CAME)


EXAMPLES = [
    *(code.mend for code in codes().values() if not is_message(code.mend)),
    "source_url: https://example.org/a",
    'title: "甲：乙"',
    "- a#c1 disputes b#c4: 理由",
    "[石桥](stone-bridge.md#c3)",
    "digest convert seeds/a.html --audit --out /tmp/try",
    "zh-Hant: {合作伙伴: 合作夥伴}",
    "date: 2021-09-30",
    "stance: {平台: 支持}",
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_what_is_to_be_copied_stays_as_it_is(example):
    assert chinese(example) == example


def test_no_entry_stands_there_twice():
    assert YamlDocument(LISTED.read_text(encoding="utf-8")).doubled_keys() == []


def test_every_entry_is_chinese_and_shows_what_came_once():
    for english, found in MESSAGES.items():
        assert re.search("[\u4e00-\u9fff]|true", found), english
        places = len(re.findall(r"\{(?:said)?\}", english))
        shown = re.findall(r"\{(\d?)\}", found)
        assert len(shown) == places, english
        assert sorted(shown) in ([""] * places, [str(number) for number in range(places)]), english


@pytest.mark.parametrize(
    ("language", "begins"),
    [
        ("", "开头的资料缺了"),
        ("zh_CN.UTF-8", "开头的资料缺了"),
        ("C", "开头的资料缺了"),
        ("en_GB.UTF-8", "front matter has no"),
    ],
)
def test_the_locale_says_which(language, begins, monkeypatch):
    monkeypatch.setenv("LANGUAGE", language)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    said = told(Finding("docs/articles/a.md", 2, "front-matter-missing", "front matter has no title", "one name"))
    where, _, rest = said.partition("front-matter-missing: ")
    assert where == "docs/articles/a.md:2: " and rest.startswith(begins)
    assert ("一个名字" in rest) is ("开头" in rest)


def test_what_came_ends_where_what_is_allowed_begins():
    assert (
        chinese("no file in seeds; allowed: a file, or a folder with files")
        == "seeds 里没有文件；可以：文件，或有文件的文件夹"
    )
