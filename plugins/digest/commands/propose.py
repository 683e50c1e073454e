"""``digest propose``: what a reader proposed by a form becomes a change of the files, and a branch."""

from __future__ import annotations

import argparse
import contextlib
import sys
from hashlib import sha256
from pathlib import Path

from digest.checks.telling.command_line import add_docs, docs_folder
from digest.checks.telling.reporting import level
from digest.commands import new
from digest.commands.workspace import Workspace, open_workspace
from digest.files.docs_folder import shown
from digest.files.findings import Finding
from digest.inbox import branch, conversion
from digest.inbox.event import Proposal, ProposalFault, forms, read_event
from digest.inbox.fetching import is_address
from digest.inbox.proposed import change
from digest.text.harmless.terminal import note, say

_EXAMPLES = """\
examples:
  digest propose event.json                   carry out the form in a GitHub event, in the files that lie here
  digest propose event.json --branch          and commit them on a branch of their own (proposal-12)
  digest propose event.json --push origin     and push that branch
  digest propose seeds/saved.html --branch    make an article of a raw page in seeds/ (on the branch seed-1f3a9c02)

Everything in the event is taken as data: an article is found by its name, a sentence by its words, and a change that
brings in a fault is not made. What was done is printed as Markdown, for the pull request.

exit codes: 0 done, 1 cannot be carried out (nothing was changed), 2 wrong use
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the subcommand."""
    parser = commands.add_parser(
        "propose",
        help="carry out what a reader proposed by a form",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("event", type=Path, metavar="FILE", help="the JSON of an event, or a raw page")
    add_docs(parser)
    parser.add_argument("--branch", action="store_true", help="commit on a new branch, proposal-NUMBER")
    parser.add_argument("--push", metavar="REMOTE", help="push that branch to a remote of the repository")
    parser.set_defaults(run=run, error=parser.error)


def run(options: argparse.Namespace) -> int:
    """Carry it out; print what was done."""
    docs = docs_folder(options)
    if not options.event.is_file():
        options.error(f"there is no file {options.event}; the JSON of an event, for example digest propose event.json")
    try:
        workspace = open_workspace(docs)
        if options.event.resolve().is_relative_to(workspace.root / "seeds"):
            return _dropped(options, workspace)
        proposal = read_event(options.event)
        named = f"proposal-{proposal.number}"
        if options.branch or options.push:
            branch.must_be_free(workspace.root, named)
        files, said = _carried_out(workspace, proposal)
        if options.branch or options.push:
            branch.commit(workspace.root, named, f"{said} (#{proposal.number})", files)
        if options.push:
            branch.push(workspace.root, named, options.push)
    except (ProposalFault, branch.BranchFault, OSError) as fault:
        note(f"这个提议没有办成：{fault}")
        return 1
    say(*_told(workspace, proposal, files, said))
    return 0


def _dropped(options: argparse.Namespace, workspace: Workspace) -> int:
    """A raw page that somebody put into seeds/ becomes an article. Raises ProposalFault, BranchFault, OSError."""
    page = options.event.resolve()
    named = f"seed-{sha256(page.read_bytes()).hexdigest()[:8]}"
    is_committed = options.branch or options.push
    if is_committed:
        branch.must_be_free(workspace.root, named)
    files, said = _added(workspace, str(page))
    if is_committed:
        branch.commit(workspace.root, named, said, [*files, page])
    if options.push:
        branch.push(workspace.root, named, options.push)
    say(said, "", *(f"- `{shown(path, workspace.docs)}`" for path in [*files, page]))
    return 0


def _carried_out(workspace: Workspace, proposal: Proposal) -> tuple[list[Path], str]:
    """The files that were changed, and what was done. Raises ProposalFault, OSError; then nothing is changed."""
    if proposal.kind == "article":
        return _article(workspace, proposal)
    with workspace.alone():
        conversion.finish(_journal(workspace))
        plan, before = workspace.read()
        made = change(workspace.docs, plan, proposal)
        with conversion.put_back_unless_done(_journal(workspace), made.texts):
            found = _new_errors(before, open_workspace(workspace.docs).read()[1])
            if found:
                raise ProposalFault(
                    f"改了以后有错：{found[0].code}（{found[0].message[:80]}）", found[0].allowed, found[0].example
                )
    return sorted(made.texts), made.said


def _journal(workspace: Workspace) -> Path:
    """Where a run says what the files were before it, for the next one if it is stopped."""
    return workspace.root / ".digest-propose.json"


def _new_errors(before: list[Finding], after: list[Finding]) -> list[Finding]:
    """Errors that were not there before; a line may have moved."""
    known = {(each.file, each.code, each.message) for each in before}
    return [each for each in after if level(each) == "error" and (each.file, each.code, each.message) not in known]


def _article(workspace: Workspace, proposal: Proposal) -> tuple[list[Path], str]:
    """The article of an address, fetched and converted as ``digest new`` does."""
    address = proposal["address"].strip()
    if not is_address(address) or any(sign.isspace() for sign in address):
        raise ProposalFault(f"网址是 {address[:80]!r}", "一个以 https:// 开头的网址", "https://example.org/a.html")
    return _added(workspace, address)


def _added(workspace: Workspace, page: str) -> tuple[list[Path], str]:
    """The files of a new article, and what was done. Raises ProposalFault where it is none."""
    before = _files(workspace)
    with contextlib.redirect_stdout(sys.stderr):
        done = new.run(argparse.Namespace(pages=[page], docs=workspace.docs, slug=None, force=False, error=_refused))
    added = sorted(_files(workspace) - before)
    if done or not added:
        raise ProposalFault("这一页没有收成（原因见上）", "打得开、有正文、还没有收的文章")
    slug = next(path.stem for path in added if path.suffix == ".md")
    return added, f"文章：{slug}"


def _files(workspace: Workspace) -> set[Path]:
    folders = (workspace.docs, workspace.root / "seeds")
    return {path for folder in folders if folder.is_dir() for path in folder.rglob("*") if path.is_file()}


def _refused(message: str) -> None:
    raise ProposalFault(message, "一个网址")


def _told(workspace: Workspace, proposal: Proposal, files: list[Path], said: str) -> list[str]:
    """What was done, as Markdown for the pull request: the first line is its title."""
    by = f"由 {proposal.login} 提出，" if proposal.login else ""
    listed = [f"- `{shown(path, workspace.docs)}`" for path in files]
    name = forms()[proposal.kind].name
    return [said, "", f"{name}：{by}程序照表单改的，请看一遍再合并。", "", *listed, "", f"Closes #{proposal.number}"]
