"""``digest reference``: the format of the files as a page."""

from __future__ import annotations

import argparse
from pathlib import Path

from digest.checks.telling.chinese import as_told
from digest.checks.telling.format_reference import reference
from digest.files.docs_folder import must_stay
from digest.inbox import conversion
from digest.text.harmless.terminal import note, say

_EXAMPLES = """\
examples:
  digest reference                                     print the page
  digest reference --output docs/contribute/format.md  write it

exit codes: 0 printed or written, 1 the file cannot be written, 2 wrong use
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the subcommand."""
    parser = commands.add_parser(
        "reference",
        help="print the reference of the files' format",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help="write the page there (default: print it)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print or write the page."""
    if options.output is None:
        say(*reference().splitlines())
        return 0
    must_stay(options.output.parent, Path.cwd())
    try:
        options.output.parent.mkdir(parents=True, exist_ok=True)
        conversion.write_whole(options.output, reference())
    except OSError as fault:
        note(
            as_told(
                f"digest reference: {options.output}: {fault.strerror}; allowed: a file that can be written; "
                "example: --output docs/contribute/format.md"
            )
        )
        return 1
    return 0
