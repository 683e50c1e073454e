"""``digest script``: a text in another script, as the site would have it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from digest.checks.telling.chinese import as_told
from digest.files.settings import read_settings
from digest.text.harmless.terminal import note, say
from digest.zh.dictionaries import script_of, written_in
from digest.zh.engine import engine_named
from digest.zh.shipped import digest_script
from digest.zh.terms import Terms, by_tag, read_term_groups, read_terms
from digest.zh.variants import SCRIPTS, VARIANTS

_EXAMPLES = """\
examples:
  digest script --to zh-Hant text.md                     print a file in Traditional characters
  echo 头发 | digest script --to zh-Hant-TW              what is piped in, with Taiwan's words
  digest script --to zh-Hans --from zh-Hant text.md      say what it is written in, where it is short or mixed
  digest script --to zh-Hant --terms docs/terms.yml -    with a digest's own terms

Without --from the text's own characters say its script. Where the command runs in a digest's folder, the settings in
mkdocs.yml (engine, quote_marks, term_groups) and docs/terms.yml hold. Markup for variants (-{...}-) is carried out.

exit codes: 0 converted, 1 the file cannot be read, 2 wrong use
"""
_CONFIG, _TERMS = Path("mkdocs.yml"), Path("docs/terms.yml")


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the subcommand."""
    parser = commands.add_parser(
        "script",
        help="convert a text between the scripts, as the site would",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "file", nargs="?", default="-", metavar="FILE", help="the text, in UTF-8; - or nothing: what is piped in"
    )
    parser.add_argument("--to", required=True, choices=VARIANTS, metavar="TAG", help=f"one of {', '.join(VARIANTS)}")
    parser.add_argument(
        "--from",
        dest="source",
        choices=SCRIPTS,
        metavar="TAG",
        help=f"the script of the text: {' or '.join(SCRIPTS)} (default: what its characters say)",
    )
    parser.add_argument("--terms", type=Path, metavar="FILE", help=f"a digest's terms (default: {_TERMS}, if any)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Convert line by line: no phrase goes across the end of a line. The whole is one text, with its own names."""
    settings = read_settings(_CONFIG).options
    try:
        terms = _terms(options.terms, settings.term_groups)
        script = digest_script(terms, engine_named(settings.engine), settings.quote_marks)
        text = sys.stdin.buffer.read() if options.file == "-" else Path(options.file).read_bytes()
        read = text.decode("utf-8")
    except (OSError, UnicodeDecodeError, ValueError) as fault:
        note(as_told(f"digest script: {fault}; allowed: a file in UTF-8; example: digest script --to zh-Hant text.md"))
        return 1
    source = options.source or script_of(read) or written_in(read, SCRIPTS[0])
    own = script.terms_of(read, source, options.to, {})
    lines = read.split("\n")
    script.convert_ahead(lines, source, options.to, own)
    converted = "\n".join(script.convert(line, source, options.to, own) for line in lines)
    if sys.stdout.isatty():
        say(*converted.removesuffix("\n").split("\n"))
        return 0
    # For a program: byte for byte.
    sys.stdout.buffer.write(converted.encode("utf-8"))
    sys.stdout.flush()
    return 0


def _terms(given: Path | None, groups: Sequence[str]) -> Terms:
    """The digest's terms, over those of its ``groups``. Raises ValueError with what is wrong in a file, OSError where
    none is."""
    file = given or (_TERMS if _TERMS.is_file() else None)
    terms, found = read_terms(str(file), file.read_text(encoding="utf-8")) if file else ([], [])
    whole = read_term_groups(_TERMS.resolve().parent, found).of_site(groups, by_tag(terms), found)
    if found:
        raise ValueError("\n".join(map(str, found)))
    return whole
