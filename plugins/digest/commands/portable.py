"""``digest portable``: a built site as a folder that opens by a double click."""

from __future__ import annotations

import argparse
import shutil
from functools import cache
from pathlib import Path

from digest.checks.telling.chinese import as_told
from digest.exports.offline.portable import LEFT_OUT, PAGE, WITHOUT_SEARCH, portable_page
from digest.files.docs_folder import must_stay
from digest.inbox import conversion
from digest.text.harmless.terminal import note, say

# Says that the folder was made here, and may be made anew.
_SIGN = ".digest-portable"
_EXAMPLES = """\
examples:
  digest portable site                      a copy of site/ in portable/
  digest portable site --output 预览         in another folder

Unpacked on any computer it is read by a double click on its index.html: no Python, no server, no network. Everything
is there but the search, which needs a server.

exit codes: 0 written, 1 it could not be written, 2 wrong use
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the subcommand."""
    parser = commands.add_parser(
        "portable",
        help="copy a built site to a folder that opens by a double click",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("site", type=Path, metavar="SITE", help="the folder of a built site")
    parser.add_argument(
        "--output", type=Path, default=Path("portable"), metavar="DIR", help="the folder to write (default: portable)"
    )
    parser.set_defaults(run=run, error=parser.error)


def run(options: argparse.Namespace) -> int:
    """Copy the site beside the place where it is to stand, and move it there when it is whole."""
    site, output = options.site.resolve(), options.output.resolve()
    if not (site / PAGE).is_file():
        options.error(
            f"{options.site} is no built site: it has no {PAGE}; for example make site, then digest portable site"
        )
    if output.is_relative_to(site) or site.is_relative_to(output):
        options.error(f"--output {options.output} is part of the site or holds it; allowed: a folder beside it")
    must_stay(options.output, Path.cwd())
    if output.exists() and not (output / _SIGN).is_file():
        options.error(
            f"--output {options.output} is there already; allowed: a new folder, or one that this command made"
        )
    with conversion.alone_in(output):
        return _written(options, site, output, output.with_name(f".{output.name}.staged"))


def _written(options: argparse.Namespace, site: Path, output: Path, made: Path) -> int:
    try:
        shutil.rmtree(made, ignore_errors=True)
        number = _copied(site, made)
        shutil.rmtree(output, ignore_errors=True)
        made.rename(output)
    except OSError as fault:
        shutil.rmtree(made, ignore_errors=True)
        note(as_told(f"{fault.filename or output}: cannot be written ({fault.strerror}); allowed: a disk with room"))
        return 1
    say(f"{options.output}/{PAGE}：双击打开（{number} 页；不用 Python，也不用网络；搜索除外）")
    return 0


def _copied(site: Path, made: Path) -> int:
    """Copy the site; how many pages it has."""

    @cache
    def read(path: str) -> str | None:
        file = site / path
        # What a link leads out to is not read.
        if not file.is_file() or not file.resolve().is_relative_to(site):
            return None
        return file.read_text(encoding="utf-8", errors="replace")

    number = 0
    for file in sorted(site.rglob("*")):
        name = file.relative_to(site)
        if name.parts[0] in LEFT_OUT or not file.is_file() or not file.resolve().is_relative_to(site):
            continue
        target = made / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if file.suffix == ".html":
            target.write_text(portable_page(read(name.as_posix()) or "", name.as_posix(), read), encoding="utf-8")
            number += 1
        elif file.name.startswith("pages.") and file.suffix == ".css":
            target.write_text(file.read_text(encoding="utf-8") + WITHOUT_SEARCH, encoding="utf-8")
        else:
            shutil.copyfile(file, target)
    (made / _SIGN).touch()
    return number
