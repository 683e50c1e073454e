"""The command line as people read it: its help and its complaints in their language."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NoReturn

from digest.text.spoken import in_chinese

LISTED = Path(__file__).with_name("help.yml")


class CommandLine(argparse.ArgumentParser):
    """A command line that helps in Chinese, unless the locale asks for English, and complains in one line."""

    def format_help(self) -> str:
        """What the command does and takes."""
        if in_chinese():
            self._tell_in_chinese()
        return _usage_told(super().format_help())

    def format_usage(self) -> str:
        """How the command is called."""
        return _usage_told(super().format_usage())

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and end."""
        # Imported here: whoever asks for help only waits for nothing of this.
        import sys

        from digest.checks.telling.chinese import as_told
        from digest.text.harmless.terminal import inert

        self.print_usage(sys.stderr)
        wrong = "用法不对：" if in_chinese() else "error: "
        self.exit(2, f"{self.prog}: {wrong}{inert(as_told(message))}\n")

    def _tell_in_chinese(self) -> None:
        listed = chinese_help()
        texts, self.formatter_class = listed["texts"], ChineseHelp
        self.epilog = _after(listed["after"], self.prog) or self.epilog
        self.description = texts.get(self.description, self.description)
        for group in self._action_groups:
            group.title = texts.get(group.title, group.title)
        for action in _with_subcommands(self._actions):
            action.help = texts.get(action.help, action.help)


def add_docs(parser: argparse.ArgumentParser) -> None:
    """The option that names the docs folder."""
    parser.add_argument(
        "--docs", type=Path, default=Path("docs"), metavar="DIR", help="the docs folder (default: docs)"
    )


def docs_folder(options: argparse.Namespace) -> Path:
    """The docs folder that is named; ends, saying what is allowed, where it is none."""
    docs: Path = options.docs
    if not docs.is_dir():
        options.error(f"{docs} is not a folder; --docs names the folder that holds articles/, for example --docs docs")
    return docs


def chinese_help() -> dict[str, dict[Any, Any]]:
    """``texts`` in Chinese by their English; ``after``, what stands below them, by the command."""
    # Imported here: most runs of a command show no help.
    from digest.keeping.tables import kept_yaml

    listed: dict[str, dict[Any, Any]] = kept_yaml(LISTED)
    return listed


def _after(listed: dict[str, str], command: str) -> str | None:
    # A folder that Python runs does what the command of the same name does.
    _, script, name = command.partition(" scripts/")
    told = listed.get(f"digest {name}" if script else command)
    return told and told.replace(f"digest {name}", command) if script else told


def _usage_told(text: str) -> str:
    # As wide as the English, so that the lines below stay where they are.
    return text.replace("usage: ", "用法： ", 1) if in_chinese() else text


def _with_subcommands(actions: Iterable[argparse.Action]) -> Iterator[argparse.Action]:
    for action in actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            yield from action._choices_actions


class ChineseHelp(argparse.RawDescriptionHelpFormatter):
    """Help in Chinese: lines end between signs, of which each is as wide as two letters."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        from digest.text.line_breaks import lines
        from digest.text.spoken import columns

        return lines(" ".join(text.split()), width, columns)
