"""The command ``digest``: what a contributor runs without building the site."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

from digest.commands import check, convert, init, new, reference, review, script, suggest

COMMANDS = (check, review, suggest, convert, init, new, script, reference)

_EXAMPLES = """\
examples:
  digest check          check the articles and the curators' files under docs/
  digest review         what this branch changes for a reader
  digest suggest        claims and relations that nobody has written down yet
  digest new URL        add an article from an address or a file
  digest init DIR       start another digest
  digest script --to zh-Hant FILE   a text in the other script
  digest reference      the format of the files as a page
  digest check --help   what else a subcommand can do
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="digest",
        description="Tools for the people who edit a digest.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for command in COMMANDS:
        command.add(commands)
    options = parser.parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    return run(options)


if __name__ == "__main__":
    sys.exit(main())
