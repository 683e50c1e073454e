"""``digest check``: everything that is wrong with the articles and the curators' files."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from digest.checks.telling.chinese import as_told, chinese
from digest.checks.telling.command_line import add_docs, docs_folder
from digest.checks.telling.concepts_overview import listed_concepts
from digest.checks.telling.reporting import FORMATS, level, report, summary
from digest.checks.telling.rights_overview import counted, listed
from digest.commands.workspace import Workspace, open_workspace
from digest.files.codes import codes
from digest.files.findings import Finding, nearest
from digest.inbox import conversion
from digest.text.harmless.terminal import note, say
from digest.text.spoken import in_chinese

# The code whose explanation names the places, too: they are many, and no faults.
_DOUBTFUL = "doubtful-form"
_EXAMPLES = """\
examples:
  digest check                                  everything under docs/
  digest check docs/articles/stone-bridge.md    say only what is wrong with this file
  digest check --fix                            mend widths, blanks and line ends, then check
  digest check --format github                  annotations for a pull request
  digest check --fail-on error                  reminders are told and do not fail
  digest check --rights                         say how much of each article is published, and why
  digest check --concepts                       say in how many articles each concept shows, and what finds nothing
  digest check --explain half-width             what a code means and what mends it; all: every code
  digest check --explain doubtful-form          and the places where the conversion is unsure of a character

A line that is right as it is says so: <!--ok half-width--> in the text, # ok half-width in the head.

Findings are told in Chinese, and in English where the locale asks for it: LANGUAGE=en digest check

exit codes: 0 nothing found, 1 something found, 2 wrong use
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the subcommand."""
    parser = commands.add_parser(
        "check",
        help="check articles, links, relations, concepts and terms, without a build",
        epilog=_EXAMPLES,
        description="Name every fault at once as file:line: code: what came; allowed; example.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="report on these files only; ids and relations are read over the whole digest",
    )
    add_docs(parser)
    parser.add_argument(
        "--fix",
        action="store_true",
        help="mend half-width punctuation, full-width digits, blanks and line ends; never code, "
        "addresses, marks or the head",
    )
    parser.add_argument("--format", choices=FORMATS, default="text", help="how findings are printed (default: text)")
    parser.add_argument(
        "--fail-on",
        choices=("warning", "error"),
        default="warning",
        help="what ends with exit code 1: any finding, or errors alone (default: warning)",
    )
    parser.add_argument("--explain", metavar="CODE", help="say what a code means, or all of them, and do nothing else")
    parser.add_argument(
        "--rights", action="store_true", help="list for every article how much of it is published, and why"
    )
    parser.add_argument(
        "--concepts",
        action="store_true",
        help="list for every concept in how many articles it shows, and which of its patterns find nothing",
    )
    parser.set_defaults(run=run, error=parser.error)


def run(options: argparse.Namespace) -> int:
    """Print each finding, and how much was read."""
    if options.explain:
        return _explain(options)
    workspace = open_workspace(docs_folder(options))
    chosen = {_name(options, workspace, file) for file in options.files}
    if options.fix:
        with workspace.alone():
            if not _fix(options, workspace, chosen):
                return 1
    plan, found = workspace.read(chosen)
    from_here = cache(lambda file: _from_here(workspace.root / file))
    findings = [replace(finding, file=from_here(finding.file)) for finding in found]
    report(findings, options.format)
    articles, reserved = plan.articles.values(), workspace.options.reserved_rights
    tell = say if options.format == "text" else note
    if options.rights:
        tell(*listed(articles, reserved))
    if options.concepts:
        tell(*listed_concepts(plan))
    counts = (len(plan.articles), len(plan.claims), len(plan.relations))
    read = "{} 篇文章，{} 条论点，{} 条关系" if in_chinese() else "{} articles, {} claims, {} relations"
    summary(findings, read.format(*counts))
    note(counted(articles, reserved))
    return 1 if any(options.fail_on == "warning" or level(each) == "error" for each in findings) else 0


def _explain(options: argparse.Namespace) -> int:
    if options.explain != "all" and options.explain not in codes():
        guess = nearest(options.explain, codes())
        options.error(
            f"--explain: there is no code {options.explain}; allowed: all, or a code"
            + (f", nearest: {guess}" if guess else "")
            + "; for example --explain half-width"
        )
    for name, code in codes().items():
        if options.explain in ("all", name):
            say(*str(code).split("\n"))
    if options.explain == _DOUBTFUL and options.docs.is_dir():
        report(list(_doubtful(open_workspace(options.docs))), options.format)
    return 0


def _doubtful(workspace: Workspace) -> Iterator[Finding]:
    """Every doubtful place of the digest, in the first Traditional variant that it publishes."""
    from digest.checks.passes import doubtful
    from digest.zh.engine import engine_named
    from digest.zh.shipped import digest_script

    options, (plan, _) = workspace.options, workspace.read()
    target = next((tag for tag in options.variants if tag != "zh-Hans"), "")
    if not target:
        return
    script = digest_script(plan.terms, engine_named(options.engine))
    for name in workspace.markdown():
        read = workspace.folder.source(name)
        if read and read[0].front.data.get("lang", options.lang) == "zh-Hans":
            own = plan.articles.get(Path(name).stem) if read[0].is_article else None
            terms = script.terms_of(read[0].body, "zh-Hans", target, own.terms_in(target) if own else {})
            for each in doubtful.check(read[0], script, target, terms):
                yield replace(each, file=_from_here(workspace.root / each.file))


def _name(options: argparse.Namespace, workspace: Workspace, file: Path) -> str:
    """The path in the docs folder of a file that was named."""
    path = file.resolve()
    if not path.is_relative_to(workspace.docs):
        options.error(
            f"{file} is not in {options.docs}; a file of the docs folder, for example "
            f"{options.docs}/articles/stone-bridge.md"
        )
    if not path.is_file():
        options.error(
            f"there is no file {file}; a file of the docs folder, for example {options.docs}/articles/stone-bridge.md"
        )
    return path.relative_to(workspace.docs).as_posix()


def _fix(options: argparse.Namespace, workspace: Workspace, chosen: set[str]) -> bool:
    from digest.checks.fixing import fix

    names = [name for name in workspace.markdown() if not chosen or name in chosen]
    try:
        for each in fix(workspace.folder, names, conversion.write_whole):
            place = _from_here(each.path)
            done, left = f"fixed {place}: {each.said}", f"left alone {place}: its head cannot be read"
            if in_chinese():
                said = "；".join(map(chinese, each.said.split("; ")))
                done, left = f"改好了 {place}：{said}", f"没有动 {place}：开头的资料读不出来"
            note(done if each.said else left)
    except OSError as fault:
        note(
            as_told(
                f"{fault.filename}: cannot be written ({fault.strerror}); nothing of it was changed; allowed: a folder "
                "to write to"
            )
        )
        return False
    return True


def _from_here(path: Path) -> str:
    """The path from the current folder where it lies below, as an editor or a workflow takes it."""
    here = Path.cwd().resolve()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else os.fspath(path)
