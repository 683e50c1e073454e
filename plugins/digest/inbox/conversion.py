"""The door to the conversion of raw pages: the package ``convert``, which stands beside this one in the checkout
and inside it in a wheel, where a top-level package of so general a name would get in other people's way."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

_IN_A_WHEEL = Path(__file__).parent.parent / "scripts"
if _IN_A_WHEEL.is_dir():
    sys.path.insert(0, str(_IN_A_WHEEL))

from convert import __main__ as _command  # noqa: E402
from convert.batch.run import alone_in  # noqa: E402
from convert.blocks.spans import trimmed_block  # noqa: E402
from convert.clean.boilerplate import remove_boilerplate  # noqa: E402
from convert.clean.typography import repair_widths  # noqa: E402
from convert.errors import ConvertError, NoArticle  # noqa: E402
from convert.page import Block, Conversion, Span  # noqa: E402
from convert.pipeline import convert_file  # noqa: E402
from convert.text.characters import is_ordinary  # noqa: E402
from convert.write.articles import SeedPage, Target, settle  # noqa: E402
from convert.write.files import (  # noqa: E402
    converted_already,
    finish,
    input_files,
    raw_name,
    read_bytes,
    sweep,
    undone_unless_whole,
    write_all,
    write_whole,
)
from convert.write.records import FOLDER as RECORDS  # noqa: E402
from convert.write.records import read_record, record_path  # noqa: E402
from convert.write.slug import is_slug, slug_from  # noqa: E402

CODE = Path(_command.__file__).parent
"""The folder of the conversion's own code and rules."""

__all__ = [
    "CODE",
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
    "input_files",
    "is_slug",
    "leftovers",
    "new_article",
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


def command_line(parser: argparse.ArgumentParser) -> None:
    """Make ``parser`` that of the conversion."""
    parser.description = _command.DESCRIPTION
    parser.epilog = _command.EXAMPLES.replace("python scripts/convert", "digest convert")
    _command.describe(parser)


def run_command(given: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    """Convert as the arguments say; the exit code."""
    return _command.convert_as_told(given, parser)


def read_page(data: bytes, raw: str = "") -> Conversion:
    """The article of a raw page, whose path in the project is ``raw``. Raises ConvertError where there is none."""
    return convert_file(data, raw)


def new_article(seed: Path, articles: Path, slug: str) -> tuple[Path, Conversion]:
    """Convert the raw page ``seed`` to the new article ``slug`` in the folder ``articles``: its file, its content.

    Raises ConvertError where there is no article in it or the name is taken.
    """
    raw = raw_name(seed)
    page = read_page(read_bytes(seed), raw)
    file = articles / f"{slug}.md"
    settle(Target(file, SeedPage(seed, raw), page, {}), force=False, take_in=False)
    return file, page


def doubtful(page: Conversion) -> list[tuple[str, str]]:
    """What was left out of a page although it runs like text, each with the reason."""
    parts = ((removed.reason, " ".join(removed.block.text.split())) for removed in page.removed)
    return [(reason, text) for reason, text in parts if is_ordinary(text)]


def doubts(folder: Path, raw: str, text: str) -> list[tuple[str, str]]:
    """What the conversion of the raw page ``raw`` may have left out of its article in ``folder``, each with the reason;
    nothing once a person has changed the article's ``text``: then it has been looked at."""
    record = read_record(folder, raw)
    return list(record.doubts) if record and record.text.rstrip() == text.rstrip() else []


def leftovers(title: str, parts: Sequence[tuple[str, str]]) -> list[tuple[int, str]]:
    """What the conversion would take out of an article of these parts, by index, and why.

    A part is its kind (paragraph, heading, item, quote) and its visible text.
    """
    blocks = tuple(trimmed_block(Block(kind, (Span(text),))) for kind, text in parts)
    return sorted((removed.index, removed.reason) for removed in remove_boilerplate(blocks, title).removed)
