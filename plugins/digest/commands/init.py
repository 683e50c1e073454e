"""``digest init``: a new digest on the same machinery."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from importlib import metadata
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from digest import __version__
from digest.checks.telling.chinese import as_told
from digest.checks.telling.format_reference import reference
from digest.files.docs_folder import must_stay
from digest.inbox import conversion
from digest.text.harmless.terminal import note, say
from digest.zh.shipped import digest_script
from digest.zh.variants import SCRIPTS, VARIANTS

DISTRIBUTION = "zh-article-digest"
# What a digest works with: the package and what its inbox reads feeds and archives by.
_INSTALLED = f"{DISTRIBUTION}[inbox]"
_EXAMPLE_ARTICLES = ("docs/articles/example.md", "docs/articles/another-example.md")
_EXAMPLE_RELATION = "- another-example#"
# Readers' forms and their pull requests are read by program: they stay as they are.
_AS_WRITTEN = (".github/workflows/",)
_HOSTS = {"mkdocs": "", "properdocs": "properdocs>=1.6,<1.7\n"}
_EXAMPLES = """\
examples:
  digest init my-digest --name 城市文摘        a digest of that name, with one article as an example
  digest init my-digest --empty               without the examples
  digest init my-digest --host properdocs     built with ProperDocs
  digest init my-digest --lang zh-Hant --variants zh-Hant zh-Hans
                                              written in Traditional, published in both, Traditional first

Then: cd my-digest && make serve

exit codes: 0 written, 1 it could not be written, 2 wrong use
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the subcommand."""
    parser = commands.add_parser(
        "init",
        help="start a new digest in an empty folder",
        epilog=_EXAMPLES,
        description="Start a new digest: its settings, the curators' files, a Makefile whose commands work at once.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", type=Path, metavar="DIR", help="a new or empty folder")
    parser.add_argument("--name", default="我的文摘", help="the digest's name (default: %(default)s)")
    parser.add_argument(
        "--lang",
        choices=SCRIPTS,
        default=SCRIPTS[0],
        help="the script that its pages and files are written in (default: %(default)s)",
    )
    parser.add_argument(
        "--variants",
        nargs="+",
        choices=tuple(VARIANTS),
        default=list(SCRIPTS),
        metavar="TAG",
        help=f"what is published, the first for readers whose language says nothing: "
        f"{', '.join(VARIANTS)} (default: {' '.join(SCRIPTS)})",
    )
    parser.add_argument("--host", choices=tuple(_HOSTS), default="mkdocs", help="what builds it (default: %(default)s)")
    parser.add_argument("--empty", action="store_true", help="without the example article")
    parser.add_argument(
        "--from",
        dest="source",
        type=Path,
        metavar="PATH",
        help="install this package from a wheel or a checkout, not from an index",
    )
    parser.set_defaults(run=run, error=parser.error)


def run(options: argparse.Namespace) -> int:
    """Write the digest and say what to do next."""
    folder = options.folder
    must_stay(folder, Path.cwd())
    with conversion.alone_in(folder):
        return _alone(options, folder, folder / ".digest-init.json")


def _alone(options: argparse.Namespace, folder: Path, journal: Path) -> int:
    if journal.is_file():
        conversion.sweep(folder, below=True)
    conversion.finish(journal)
    if folder.exists() and (not folder.is_dir() or any(not path.is_dir() for path in folder.rglob("*"))):
        options.error(
            f"{folder} is there and not empty; allowed: a new or an empty folder; for example digest init {folder}-2"
        )
    if options.source and not options.source.exists():
        options.error(
            f"--from {options.source}: there is no such file; allowed: a wheel or a checkout; for example "
            "--from dist/zh_article_digest-0.1.0-py3-none-any.whl"
        )
    name = " ".join(options.name.split())
    if not name:
        options.error("--name is empty; allowed: the digest's name; for example --name 城市文摘")
    required = requirement(options.source)
    try:
        texts = {folder / path: text for path, text in _written(options, name, required)}
        with conversion.undone_unless_whole(journal, texts):
            for path, text in texts.items():
                conversion.write_whole(path, text)
    except OSError as fault:
        note(as_told(f"{fault.filename}: cannot be written ({fault.strerror}); allowed: a folder to write to"))
        return 1
    say(as_told(f"{folder} is a digest now: cd {folder} && make serve"))
    if "file:" in required:
        say(
            as_told(
                f"its requirements.txt names a path of this machine ({required.partition('file://')[2]}); put "
                f"{_INSTALLED}=={__version__} there for others, once that is on an index"
            )
        )
    return 0


def requirement(source: Path | None) -> str:
    """What installs this package elsewhere as it is installed here: from a path, or by its version from an index."""
    if source:
        return f"{_INSTALLED} @ {source.resolve().as_uri()}"
    checkout = Path(__file__).resolve().parents[3]
    if (checkout / "pyproject.toml").is_file():
        return f"{_INSTALLED} @ {checkout.as_uri()}"
    try:
        origin = metadata.distribution(DISTRIBUTION).read_text("direct_url.json")
    except metadata.PackageNotFoundError:
        origin = None
    address = json.loads(origin).get("url", "") if origin else ""
    return f"{_INSTALLED} @ {address}" if address else f"{_INSTALLED}=={__version__}"


def _written(options: argparse.Namespace, name: str, required: str) -> Iterator[tuple[str, str]]:
    """Every file of the new digest, its text in the script that was asked for."""
    values = {
        "@@NAME@@": name,
        "@@YAML_NAME@@": json.dumps(name, ensure_ascii=False),
        "@@LANG@@": options.lang,
        "@@VARIANTS@@": ", ".join(dict.fromkeys(options.variants)),
        "@@REQUIREMENT@@": f"{required}\n{_HOSTS[options.host]}".rstrip(),
        "@@HOST@@": options.host,
    }
    script = digest_script()
    for path, text in _templates(files("digest").joinpath("new_digest")):
        if options.empty:
            if path in _EXAMPLE_ARTICLES:
                continue
            text = "".join(line for line in text.splitlines(True) if not line.startswith(_EXAMPLE_RELATION))
        if not path.startswith(_AS_WRITTEN):
            text = script.convert(text, SCRIPTS[0], options.lang)
        for sign, value in values.items():
            text = text.replace(sign, value)
        yield path, text
    yield "docs/contribute/format.md", _format_page()


def _format_page() -> str:
    """The reference as a page that says its script: what it quotes of both scripts must not be converted here."""
    page = re.sub(r"\[([^\]]*)\]\((?:curating|inbox)\.md[^)]*\)", r"\1", reference())
    return f"---\ntitle: 文件的格式\nlang: {SCRIPTS[0]}\n---\n\n{page}"


def _templates(folder: Traversable, above: str = "") -> Iterator[tuple[str, str]]:
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        # A package leaves files out that begin with a dot.
        path = above + entry.name.replace("dot-", ".", 1) if entry.name.startswith("dot-") else above + entry.name
        if entry.is_dir():
            yield from _templates(entry, f"{path}/")
        else:
            yield path, entry.read_text(encoding="utf-8")
