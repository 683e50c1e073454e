"""The door to the conversion of raw pages: the package ``convert``, which stands beside this one in the checkout
and inside it in a wheel, where a top-level package of so general a name would get in other people's way."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from digest.keeping.code import version
from digest.keeping.tables import kept_table

if TYPE_CHECKING:
    from convert.batch.left_out import left_out
    from convert.batch.run import alone_in
    from convert.errors import ConvertError, NoArticle
    from convert.page import Conversion
    from convert.write.files import (
        converted_already,
        input_files,
        is_slug,
        raw_name,
        read_bytes,
        slug_from,
        sweep,
        write_whole,
    )
    from convert.write.journal import finish, put_back_unless_done, undone_unless_whole, write_all
    from convert.write.one_run import one_run
    from convert.write.records import FOLDER as RECORDS

_IN_A_WHEEL = Path(__file__).parent.parent / "scripts"
if _IN_A_WHEEL.is_dir():
    sys.path.insert(0, str(_IN_A_WHEEL))
_convert: Any = import_module("convert")
_convert.keep, _convert.version = kept_table, version

__all__ = [
    "RECORDS",
    "Conversion",
    "ConvertError",
    "NoArticle",
    "alone_in",
    "command_line",
    "converted_already",
    "doubtful",
    "doubts",
    "finish",
    "folder",
    "input_files",
    "is_slug",
    "left_out",
    "leftovers",
    "new_article",
    "one_run",
    "put_back_unless_done",
    "raw_name",
    "read_bytes",
    "read_page",
    "record_path",
    "repair_widths",
    "run_command",
    "slug_from",
    "sweep",
    "undone_unless_whole",
    "write_all",
    "write_whole",
]


_MODULES = {
    "batch.left_out": ("left_out",),
    "batch.run": ("alone_in",),
    "errors": ("ConvertError", "NoArticle"),
    "page": ("Conversion",),
    "write.files": (
        "converted_already",
        "input_files",
        "is_slug",
        "raw_name",
        "read_bytes",
        "slug_from",
        "sweep",
        "write_whole",
    ),
    "write.journal": ("finish", "put_back_unless_done", "undone_unless_whole", "write_all"),
    "write.one_run": ("one_run",),
}
# Where each name of the conversion's own is found.
_FROM = {name: (module, name) for module, names in _MODULES.items() for name in names}
_FROM["RECORDS"] = ("write.records", "FOLDER")


def __getattr__(name: str) -> Any:
    # Imported when it is asked for: most commands convert nothing, and its libraries take long to start.
    if name not in _FROM:
        raise AttributeError(f"module {__name__} has no attribute {name}")
    module, there = _FROM[name]
    found = globals()[name] = getattr(import_module(f"convert.{module}"), there)
    return found


def folder() -> Path:
    """The folder of the conversion's code."""
    return Path(str(_convert.__file__)).parent


def command_line(parser: argparse.ArgumentParser) -> None:
    """Make ``parser`` that of the conversion."""
    from convert import __main__ as command

    parser.description = command.DESCRIPTION
    parser.epilog = command.EXAMPLES.replace("python scripts/convert", "digest convert")
    command.describe(parser)


def run_command(given: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    """Convert as the arguments say; the exit code."""
    from convert import __main__ as command

    return command.convert_as_told(given, parser)


def read_page(data: bytes, raw: str = "") -> Conversion:
    """The article of a raw page, whose path in the project is ``raw``. Raises ConvertError where there is none."""
    from convert.pipeline import convert_file

    return convert_file(data, raw)


def new_article(seed: Path, articles: Path, slug: str) -> tuple[Path, Conversion]:
    """Convert the raw page ``seed`` to the new article ``slug`` in the folder ``articles``: its file, its content.

    Raises ConvertError where there is no article in it or the name is taken.
    """
    from convert.write.articles import SeedPage, Target, settle
    from convert.write.files import raw_name, read_bytes

    raw = raw_name(seed)
    page = read_page(read_bytes(seed), raw)
    file = articles / f"{slug}.md"
    settle(Target(file, SeedPage(seed, raw), page, {}), force=False, take_in=False)
    return file, page


def doubtful(page: Conversion) -> list[tuple[str, str]]:
    """What was left out of a page although it runs like text, each with the reason."""
    from convert.batch.left_out import left_out
    from convert.text.characters import is_ordinary

    parts = ((removed.reason, " ".join(removed.block.text.split())) for removed in left_out(page))
    return [(reason, text) for reason, text in parts if is_ordinary(text)]


def doubts(folder: Path, raw: str, text: str) -> list[tuple[str, str]]:
    """What the conversion of the raw page ``raw`` may have left out of its article in ``folder``, each with the reason;
    nothing once a person has changed the article's ``text``: then it has been looked at."""
    from convert.write.records import read_record

    record = read_record(folder, raw)
    return list(record.doubts) if record and record.text.rstrip() == text.rstrip() else []


def repair_widths(pieces: Sequence[tuple[str, bool]]) -> list[str]:
    """The ``pieces`` of a text (text, whether it is to be left alone) with full-width marks in Chinese."""
    from convert.clean.typography import repair_widths as repair

    return repair(pieces)


def record_path(folder: Path, raw: str) -> Path:
    """Where the conversion's record of the raw page ``raw`` stands in the folder of the articles."""
    from convert.write.records import record_path as path

    return path(folder, raw)


def leftovers(title: str, parts: Sequence[tuple[str, str]]) -> list[tuple[int, str]]:
    """What the conversion would take out of an article of these parts, by index, and why.

    A part is its kind (paragraph, heading, item, quote) and its visible text.
    """
    from convert.blocks.spans import trimmed
    from convert.clean.boilerplate import remove_boilerplate
    from convert.page import Block, Span

    blocks = tuple(Block(kind, trimmed((Span(text),))) for kind, text in parts)
    return sorted((removed.index, removed.reason) for removed in remove_boilerplate(blocks, title).removed)
