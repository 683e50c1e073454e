"""What the command line says of itself, in the language of those who use it."""

import argparse
import ast
import re
from pathlib import Path

import pytest
from test_told_in_chinese import CAME, MESSAGES, template

import digest
from convert.__main__ import parser as script_parser
from digest.__main__ import COMMANDS, main, parser
from digest.checks.telling.command_line import chinese_help
from digest.text.spoken import columns

LISTED = chinese_help()
# A command as it is typed, with what stands behind two blanks or more; a line of its own where it takes one.
_TYPED = re.compile(r"^ +((?:echo .+\| )?digest .+?)(?: {2,}.*)?$", re.MULTILINE)


def subparsers(made):
    return next(action for action in made._actions if isinstance(action, argparse._SubParsersAction))


def all_parsers():
    yield "digest", parser([])
    for name in COMMANDS:
        yield f"digest {name}", subparsers(parser([name])).choices[name]


def texts(made):
    yield made.description
    yield from (group.title for group in made._action_groups if group._group_actions)
    for action in made._actions:
        yield action.help
        if isinstance(action, argparse._SubParsersAction):
            yield from (each.help for each in action._choices_actions)


@pytest.mark.parametrize("made", [pytest.param(made, id=name) for name, made in all_parsers()])
def test_every_text_has_its_chinese(made):
    said = [text for text in texts(made) if text]
    assert [text for text in said if text not in LISTED["texts"]] == []
    assert [text for text in said if text.count("%(default)s") != LISTED["texts"][text].count("%(default)s")] == []


@pytest.mark.parametrize(("name", "made"), [pytest.param(*each, id=each[0]) for each in all_parsers()])
def test_the_same_commands_are_shown(name, made):
    typed = _TYPED.findall(made.epilog)
    assert typed
    assert _TYPED.findall(LISTED["after"][name]) == typed
    assert ("exit " in made.epilog) is ("退出码：0" in LISTED["after"][name])


def test_the_conversion_helps_alike_under_either_name(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "zh_CN.UTF-8")
    shown = script_parser().format_help()
    expected = subparsers(parser(["convert"])).choices["convert"].format_help()
    assert _after_usage(shown) == _after_usage(expected).replace("digest convert", "python scripts/convert")
    assert "退出码：0" in shown and "python scripts/convert seeds" in shown


def _after_usage(shown):
    return shown.partition("\n\n")[2]


def test_nothing_is_left_of_what_is_no_longer_said():
    said = {text for _, made in all_parsers() for text in texts(made)}
    assert set(LISTED["texts"]) - said == set()
    assert set(LISTED["after"]) == {name for name, _ in all_parsers()}


@pytest.mark.parametrize("language", ["", "zh_CN.UTF-8", "en_GB.UTF-8"])
@pytest.mark.parametrize("name", COMMANDS)
def test_help_fits_a_terminal(name, language, monkeypatch, capsys):
    monkeypatch.setenv("LANGUAGE", language)
    for other in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(other, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    shown = capsys.readouterr().out
    assert ended.value.code == 0
    assert shown.startswith("usage: " if language.startswith("en") else "用法： ")
    assert ("\n选项:\n" in shown) is not language.startswith("en")
    options = shown.partition("选项:" if "选项:" in shown else "options:")[2].partition("\n\n")[0]
    assert max(map(columns, options.split("\n"))) <= 80


def complaints():
    """The texts with which a command line ends, each as it stands in the code."""
    for file in sorted(Path(digest.__file__).parent.glob("commands/**/*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "options.error":
                text = template(node.args[0])
                if text:
                    yield pytest.param(text.replace(CAME, "{}"), id=f"{file.name}:{node.lineno}")


@pytest.mark.parametrize("text", list(complaints()))
def test_every_complaint_stands_in_the_list_as_a_whole(text):
    # Parts of it may fit entries that are for something else, and give half a sentence in each language.
    assert text in MESSAGES


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["check", "--nope"], "没有这样的参数：--nope"),
        (["check", "--format", "x"], "参数 --format：写的是 'x'；可以："),
        (["check", "--docs"], "参数 --docs：后面要写一个值"),
        (["check", "--explain", "half-widht"], "没有代码 half-widht；可以：all 或一个代码，最接近的是 half-width"),
        (["review", "--limit", "x"], "参数 --limit：写的是 'x'；可以：整数"),
        (["script"], "少了参数：--to"),
        ([], "少了参数：command"),
    ],
)
def test_wrong_use_is_told(given, said, monkeypatch, capsys):
    monkeypatch.setenv("LANGUAGE", "zh_CN.UTF-8")
    with pytest.raises(SystemExit) as ended:
        main(given)
    assert ended.value.code == 2
    last = capsys.readouterr().err.strip().split("\n")[-1]
    assert "用法不对：" in last and said in last


@pytest.mark.parametrize(
    "name", [name for name, made in all_parsers() if any(action.dest == "docs" for action in made._actions)]
)
@pytest.mark.parametrize("docs", ["nowhere", "a-file"])
def test_a_docs_folder_that_is_none_is_said_in_the_same_words(name, docs, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a-file").write_text("a\n", encoding="utf-8")
    needed = {"digest import": ["a-file"], "digest propose": ["a-file"], "digest new": ["a-file"]}
    with pytest.raises(SystemExit) as ended:
        main([name.removeprefix("digest "), *needed.get(name, []), "--docs", docs])
    said = capsys.readouterr().err.splitlines()[-1]
    assert ended.value.code == 2
    assert said.startswith(f"{name}: ")
    assert said.endswith(
        f"{docs} is not a folder; --docs names the folder that holds articles/, for example --docs docs"
    )
