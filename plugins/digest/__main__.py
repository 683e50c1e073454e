"""The command ``digest``: what a contributor runs without building the site."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from digest.checks.telling.command_line import CommandLine

COMMANDS = {
    "check": "check articles, links, relations, concepts and terms, without a build",
    "review": "tell what a change does for a reader",
    "suggest": "suggest claims and relations that nobody has written down yet",
    "import": "put relations drawn in Argdown among the curators' own",
    "convert": "convert raw pages to articles",
    "init": "start a new digest in an empty folder",
    "new": "add an article from an address or a file, and say what to do next",
    "propose": "carry out what a reader proposed by a form",
    "inbox": "find, among feeds and archives, the pages that meet the digest's claims",
    "script": "convert a text between the scripts, as the site would",
    "portable": "copy a built site to a folder that opens by a double click",
    "reference": "print the reference of the files' format",
}
"""What each subcommand does, in the order shown; the module of its name does it, and is not imported for others."""

# A word of Python's own cannot name a module; what curators decide stands together.
_MODULES = {"import": "curating.importing", "inbox": "curating.inbox", "suggest": "curating.suggest"}

_EXAMPLES = """\
examples:
  digest check          check the articles and the curators' files under docs/
  digest review         what this branch changes for a reader
  digest suggest        claims and relations that nobody has written down yet
  digest import FILE    relations drawn in Argdown
  digest new URL        add an article from an address or a file
  digest propose FILE   carry out the form in a GitHub event
  digest inbox FEED     what of a feed or an archive meets the digest's claims
  digest init DIR       start another digest
  digest script --to zh-Hant FILE   a text in the other script
  digest portable site  the built site in a folder that opens by a double click
  digest reference      the format of the files as a page
  digest check --help   what else a subcommand can do
"""


def parser(given: Sequence[str]) -> argparse.ArgumentParser:
    """The command line: the subcommand that is given with all it takes, of the others what they are for."""
    made = CommandLine(
        prog="digest",
        description="Tools for the people who edit a digest.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    # Named: to make the name out of the usage argparse asks how wide the terminal is.
    commands = made.add_subparsers(dest="command", required=True, prog="digest")
    for name, said in COMMANDS.items():
        if name in given[:1]:
            import_module(f"digest.commands.{_MODULES.get(name, name)}").add(commands)
        else:
            commands.add_parser(name, help=said, add_help=False)
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand; returns the exit code."""
    # A digest of ten thousand articles is some millions of values that stay: as often as is usual, looking for what can
    # go took a third of the time to read them.
    gc.set_threshold(100_000, 20, 100)
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given[:1] and given[0] in COMMANDS:
        # Imported here: whoever asks for the list of commands compiles nothing.
        from digest.keeping.data_classes import kept_data_classes
        from digest.keeping.patterns import kept_patterns

        with kept_patterns(given[0]), kept_data_classes(given[0]):
            return _run(given)
    return _run(given)


def _run(given: Sequence[str]) -> int:
    options = parser(given).parse_args(given)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except BrokenPipeError:
        # Whoever read the output wants no more of it; what is still held back goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as fault:
        said = f"{fault.filename}: {fault.strerror}" if fault.filename else str(fault)
        _note(
            f"digest {options.command}: {said}; allowed: a disk with room, and files that may be read and written; no "
            "file was left half written"
        )
        return 1
    except KeyboardInterrupt:
        _note("stopped; no file was left half written, and the next run goes on from there")
        return 130


def _note(line: str) -> None:
    # Imported here, as above.
    from digest.checks.telling.chinese import as_told
    from digest.text.harmless.terminal import note

    note(as_told(line))


if __name__ == "__main__":
    sys.exit(main())
