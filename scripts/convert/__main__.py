"""`python scripts/convert`: arguments in, exit code out."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

if __package__ in (None, ""):
    # Run as a folder: Python put this folder on the path, where its modules would have other names.
    here = Path(__file__).resolve().parent
    sys.path[:] = [str(here.parent), *(entry for entry in sys.path if Path(entry or ".").resolve() != here)]

from convert.errors import ConvertError
from convert.run import Options, run
from convert.slug import is_slug

EXAMPLES = """\
examples:
  python scripts/convert seeds
      convert every page in seeds/ that has no article yet, into docs/articles/
  python scripts/convert saved.html --slug open-cloud
      convert one page to docs/articles/open-cloud.md
  python scripts/convert seeds/page.html --force
      convert again; the article as it was is kept beside it as .md.bak
  python scripts/convert seeds --out /tmp/try --report /tmp/try.jsonl
      look at what is kept and removed, and why, without touching the articles

exit status: 0 all converted or already there, 1 some failed (the others are written), 2 wrong use
"""


def parser() -> argparse.ArgumentParser:
    """The command line of the conversion."""
    parser = argparse.ArgumentParser(
        prog="python scripts/convert",
        description="Convert raw pages (saved HTML, feed dumps, Markdown clippings, text copies; Simplified or "
        "Traditional) to Markdown articles. An article that people have edited is never overwritten.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("input", nargs="+", type=Path, metavar="INPUT", help="a raw page, or a folder of them")
    parser.add_argument(
        "--out",
        type=Path,
        default=Path("docs/articles"),
        metavar="DIR",
        help="where articles go (default: docs/articles)",
    )
    parser.add_argument(
        "--slug",
        type=_slug,
        metavar="NAME",
        help="name of the article, with one input only: letters, digits, - and _",
    )
    parser.add_argument(
        "--force", action="store_true", help="convert again what has an article; its text is kept as .md.bak"
    )
    parser.add_argument("--report", type=Path, metavar="FILE", help="write every kept and removed block as JSON lines")
    return parser


def _slug(text: str) -> str:
    if not is_slug(text):
        raise argparse.ArgumentTypeError(
            f"{text!r} is no slug; allowed: ASCII letters, digits, - and _; example: open-cloud"
        )
    return text


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    command = parser()
    given = command.parse_args(arguments)
    try:
        return run(Options(tuple(given.input), given.out, given.slug or "", given.force, given.report))
    except ConvertError as error:
        command.error(str(error))


if __name__ == "__main__":
    sys.exit(main())
