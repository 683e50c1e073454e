"""`python scripts/convert`: arguments in, exit code out."""

from __future__ import annotations

import argparse
import atexit
import gc
import sys
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import NoReturn

if __package__ in (None, ""):
    # What is imported stays: looking for what can go takes a part of the start.
    gc.set_threshold(100_000, 20, 100)
    # Run as a folder: Python put this folder on the path, where its modules would have other names.
    here = Path(__file__).resolve().parent
    sys.path[:] = [str(here.parent), *(entry for entry in sys.path if Path(entry or ".").resolve() != here)]
    # Before the modules below compile theirs. A Python that has the conversion alone compiles every pattern itself.
    with suppress(ImportError), ExitStack() as stack:
        import convert
        from digest.keeping.code import version
        from digest.keeping.data_classes import kept_data_classes
        from digest.keeping.patterns import kept_patterns
        from digest.keeping.tables import kept_table

        convert.keep, convert.version = kept_table, version
        stack.enter_context(kept_patterns("convert"))
        stack.enter_context(kept_data_classes("convert"))
        atexit.register(stack.pop_all().close)

from convert.batch.run import Options, run
from convert.errors import ConvertError
from convert.text.terminal import note, plain
from convert.write.files import is_slug

# More processes than this gain nothing on any machine, and some systems refuse them.
JOBS_MOST = 256
DESCRIPTION = (
    "Convert raw pages (saved HTML, feed dumps, Markdown clippings, text copies; Simplified or Traditional) to "
    "Markdown articles. An article that people have edited is never overwritten."
)
EXAMPLES = """\
examples:
  python scripts/convert seeds
      convert every page in seeds/ that has no article yet, into docs/articles/
  python scripts/convert saved.html --slug open-cloud
      convert one page to docs/articles/open-cloud.md
  python scripts/convert seeds/page.html --force
      convert again; the article as it was is kept beside it as .md.bak
  python scripts/convert seeds --merge
      take in what the conversion does better now; lines that people edited stay theirs
  python scripts/convert seeds --out /tmp/try --audit
      look at what would be cut, one screen a page, without touching the articles
  python scripts/convert seeds --out /tmp/try --report /tmp/try.jsonl
      the same for a program: every block, kept or removed, and why

exit status: 0 all converted or already there, 1 some failed (the others are written), 2 wrong use
"""


class PlainParser(argparse.ArgumentParser):
    """A command line whose complaints are one line, whatever was given."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and end."""
        super().error(plain(message))


def _command_line() -> type[argparse.ArgumentParser]:
    """One that speaks the language of those who use it; English where the conversion is all that there is."""
    try:
        from digest.checks.telling.command_line import CommandLine
    except ImportError:
        return PlainParser
    return CommandLine


def parser() -> argparse.ArgumentParser:
    """The command line of the conversion."""
    parser = _command_line()(
        prog="python scripts/convert",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    describe(parser)
    return parser


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the conversion."""
    parser.add_argument("input", nargs="+", type=Path, metavar="INPUT", help="a raw page, or a folder of them")
    parser.add_argument(
        "--out",
        type=Path,
        default=Path("docs/articles"),
        metavar="DIR",
        help="where articles go (default: docs/articles)",
    )
    parser.add_argument(
        "--slug", type=_slug, metavar="NAME", help="name of the article, with one input only: letters, digits, - and _"
    )
    parser.add_argument(
        "--force", action="store_true", help="convert again what has an article; its text is kept as .md.bak"
    )
    parser.add_argument(
        "--merge",
        action="store_true",
        help="merge what the conversion does better now into edited articles; each is kept as .md.bak first",
    )
    parser.add_argument("--audit", action="store_true", help="print what was cut from each page, one screen a page")
    parser.add_argument("--brief", action="store_true", help="say what is new or failed, and count the rest")
    parser.add_argument("--report", type=Path, metavar="FILE", help="write every kept and removed block as JSON lines")
    parser.add_argument(
        "--jobs", type=_jobs, default=0, metavar="N", help="processes (default: all cores); the result is the same"
    )


def _jobs(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= JOBS_MOST:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; allowed: 1 to {JOBS_MOST}; example: 2")
    return int(text)


def _slug(text: str) -> str:
    if not is_slug(text):
        raise argparse.ArgumentTypeError(
            f"{text!r} is no slug; allowed: ASCII letters, digits, - and _; example: open-cloud"
        )
    return text


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    command = parser()
    return convert_as_told(command.parse_args(arguments), command)


def convert_as_told(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """Convert as the arguments of `describe` say; wrong use ends in `command.error`."""
    if given.force and given.merge:
        command.error("--force throws away what --merge would keep; allowed: one of them")
    options = Options(
        inputs=tuple(given.input),
        out=given.out,
        slug=given.slug or "",
        force=given.force,
        merge=given.merge,
        audit=given.audit,
        brief=given.brief,
        report=given.report,
        jobs=given.jobs,
        told=_told,
    )
    try:
        return run(options)
    except ConvertError as error:
        command.error(str(error))
    except KeyboardInterrupt:
        note(_told("stopped; what was written is whole, and the next run goes on from there"))
        return 130


def _told(text: str) -> str:
    """`text` in the language that people are spoken to in; as it is where the conversion is all that there is."""
    try:
        from digest.checks.telling.chinese import as_told
    except ImportError:
        return text
    return as_told(text)


if __name__ == "__main__":
    sys.exit(main())
