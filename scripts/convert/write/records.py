"""What the conversion wrote for each article, kept beside the articles, so that later runs can tell a person's
changes from its own. One small JSON file an article, committed with it: it outlives clones and merges."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path

import convert

FOLDER = ".converted"
# Libraries whose next release may read a page differently.
LIBRARIES = ("lxml", "readability-lxml", "charset-normalizer", "opencc-python-reimplemented", "markdown", "mammoth")


@dataclass(frozen=True)
class Record:
    """`text` is the Markdown last written or taken in. `page` and `converter` name the raw page (SHA-256 of its
    bytes) and the conversion (see `converter_name`) that were compared last, `better` tells whether that
    conversion gave another text than `text`. `before` names the article's text (SHA-256) that `text` is about to take
    the place of, and is empty once it has: a run may be stopped in between. `doubts` are the reasons and passages that
    may be missing in it."""

    text: str
    page: str
    converter: str
    better: bool = False
    before: str = ""
    doubts: tuple[tuple[str, str], ...] = ()

    def compared(self, page: str, better: bool) -> Record:
        """The record after a comparison that changed nothing in the article."""
        return replace(self, page=page, converter=converter_name(), better=better)


def record_path(folder: Path, raw: str) -> Path:
    """Where the record for the raw page `raw` stands in the folder of articles, whatever its article is called."""
    readable = re.sub("[^A-Za-z0-9]+", "-", raw).strip("-")[:60]
    # A name of a file may be no text.
    named = hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()
    return folder / FOLDER / f"{readable}-{named[:8]}.json"


def read_record(folder: Path, raw: str) -> Record | None:
    """The record for a raw page; None if there is none that can be read."""
    try:
        values = json.loads(record_path(folder, raw).read_text(encoding="utf-8"))
        text = "\n".join(values.pop("lines"))
        doubts = tuple((reason, passage) for reason, passage in values.pop("doubts", []))
        return Record(text=text, doubts=doubts, **values)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def write_record(folder: Path, raw: str, record: Record) -> None:
    """Keep the record, one line of text a line, so that git shows what changed."""
    # Imported here: who only reads records does without.
    from convert.write.files import write_whole

    values = asdict(record)
    values["lines"] = values.pop("text").split("\n")
    if not record.before:
        del values["before"]
    if not record.doubts:
        del values["doubts"]
    write_whole(record_path(folder, raw), json.dumps(values, ensure_ascii=False, indent=1) + "\n")


def page_name(data: bytes) -> str:
    """The name of a raw page's content."""
    return hashlib.sha256(data).hexdigest()


@cache
def converter_name() -> str:
    """The name of this conversion: its code, its rules and the libraries that read pages."""
    digest = hashlib.sha256()
    for name, part in sorted(_parts(Path(__file__).parent.parent, "").items()):
        digest.update(name.encode() + part.read_bytes())
    for library in LIBRARIES:
        digest.update(f"{library} {convert.version(library)}".rstrip().encode())
    return digest.hexdigest()[:16]


def _parts(folder: Path, above: str) -> dict[str, Path]:
    """Path -> file, of the code and rules in a folder and those below it."""
    found: dict[str, Path] = {}
    for part in folder.iterdir():
        if part.is_dir():
            found |= _parts(part, f"{above}{part.name}/")
        elif part.name.endswith((".py", ".yml")):
            found[f"{above}{part.name}"] = part
    return found
