"""Runs that are stopped at any of their writes: the next run finishes or takes back what they had begun."""

import io
import json
import os
import re
import tempfile
from pathlib import Path

import pytest
from archive_pages import page
from bridge_digest import AGAINST, OWN

from digest.__main__ import COMMANDS, main
from digest.inbox.event import forms

PAGE = (
    "<!doctype html><meta charset=utf-8><title>渡口与石桥</title><h1>渡口与石桥</h1><article>"
    + "".join(
        f"<p>村口的石桥是三十年前修起来的，那时候全村每一户都出了一个劳力，这是第{n}段，写得很长很长。</p>"
        for n in "一二三四"
    )
    + "</article>"
)
ARTICLE = """\
---
title: {title}
lang: zh-Hans
author: [陈石]
site: 桥报
source_url: https://example.org/{slug}
rights: 可以转载
summary: 桥要修。
claims:
  - {{id: c1, text: 桥要修。}}
---

桥要修。<!--c1-->因此渡口不必留。所以路也要修宽。
"""
SUGGESTIONS = """\
- suggest: a#c1 ? b#c1
  decide: supports
  reason: 都说桥要修
- suggest: a
  text: 渡口不必留。
  sentence: 因此渡口不必留。
  decide: yes
- suggest: b
  text: 渡口不必留。
  sentence: 因此渡口不必留。
  decide: yes
"""


STOPPED = 9


def stopped(at, *arguments):
    """Run the command in a process that ends, as with a pulled plug, at its write number ``at``, where to open a
    file and to fill it are one each; whether it came that far."""
    child = os.fork()
    if not child:
        code = 3
        try:
            left = iter(range(at - 1, -1, -1))
            for module, name in WRITES:
                setattr(module, name, _ending(getattr(module, name), left))
            code = main(list(arguments))
        finally:
            os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, STOPPED)
    return code == STOPPED


WRITES = ((os, "replace"), (os, "unlink"), (os, "mkdir"), (tempfile, "mkstemp"), (io, "open"))


def _ending(write, left):
    def counted(*given, **more):
        if write is OPEN and not set(str(given[1:2] or more.get("mode", ""))) & set("wxa+"):
            return write(*given, **more)
        if next(left, 1) == 0:
            os._exit(STOPPED)
        done = write(*given, **more)
        # What has been opened is filled before the next write; after any other, all is as it is right before that.
        if write in FILLED and next(left, 1) == 0:
            os._exit(STOPPED)
        return done

    return counted


OPEN = io.open
FILLED = (OPEN, tempfile.mkstemp)


def ran(command):
    """The exit code of a whole run."""
    try:
        return main(list(command))
    except SystemExit as end:
        return end.code


def everywhere(made, prepare, command, least, again=(0,), same=lambda held: held, step=1):
    """Stop the command at each of its writes, in a project of its own each time, and run it again: it ends as a run
    does that is not stopped. ``prepare`` makes the project's files; the command comes by ``least`` writes and more, of
    which every ``step``-th is tried."""
    whole = made("whole")
    prepare(whole)
    assert main(list(command)) == 0
    wanted, at = same(state(whole)), 1
    while True:
        root = made(f"stopped-{at}")
        prepare(root)
        was_stopped = stopped(at, *command)
        code = ran(command)
        assert same(state(root)) == wanted, at
        assert code in again, at
        if not was_stopped:
            break
        at += step
    assert at > least, at


def state(project):
    """Every file of the project, what it holds."""
    return {
        path.relative_to(project).as_posix(): path.read_bytes().decode("utf-8", "replace")
        for path in sorted(project.rglob("*"))
        if path.is_file() and ".cache" not in path.parts
    }


@pytest.fixture
def project(tmp_path, monkeypatch):
    def made(name):
        root = tmp_path / name
        (root / "docs" / "articles").mkdir(parents=True)
        (root / "mkdocs.yml").write_text("site_name: 桥\nplugins: [digest]\n", encoding="utf-8")
        monkeypatch.chdir(root)
        return root

    return made


def decided(root):
    for slug in "ab":
        text = ARTICLE.format(slug=slug, title=f"桥{slug}")
        (root / "docs" / "articles" / f"{slug}.md").write_text(text, encoding="utf-8")
    (root / "docs" / "suggestions.yml").write_text(SUGGESTIONS, encoding="utf-8")
    return root


def test_decisions_are_carried_out_once_wherever_a_run_is_stopped(project):
    # Three files, each staged and put in its place, and the journal.
    everywhere(project, decided, ("suggest", "--apply"), 12)


def saved(root):
    (root / "saved.html").write_text(PAGE, encoding="utf-8")


def test_a_page_is_added_whole_or_not_at_all_wherever_a_run_is_stopped(project):
    # Stopped after the last file: the page is there, and the second run says so.
    everywhere(project, saved, ("new", "saved.html"), 5, again=(0, 1))


def seeded(root):
    (root / "seeds").mkdir()
    (root / "seeds" / "page.html").write_text(PAGE, encoding="utf-8")


def test_a_conversion_that_is_stopped_is_taken_up_by_the_next(project):
    everywhere(project, seeded, ("convert", "seeds"), 4)


def changed(root):
    seeded(root)
    assert main(["convert", "seeds"]) == 0
    (root / "seeds" / "page.html").write_text(PAGE.replace("第二段", "第二个段"), encoding="utf-8")


def test_a_conversion_stopped_while_it_brings_an_article_up_to_date_does_not_take_it_for_edited(project):
    everywhere(project, changed, ("convert", "seeds"), 6)


def edited(root):
    changed(root)
    (article,) = (root / "docs" / "articles").glob("*.md")
    article.write_text(article.read_text(encoding="utf-8").replace("第三段", "第三段（改）"), encoding="utf-8")


def without_copies(held):
    """The files but for copies, of which a second run may make one more; each copy is whole."""
    copies = [text for path, text in held.items() if ".md.bak" in path]
    assert copies and all(text.endswith("。\n") and "第三段" in text for text in copies)
    return {path: text for path, text in held.items() if ".md.bak" not in path}


@pytest.mark.parametrize("how", ["--force", "--merge"])
def test_an_edit_is_in_the_article_or_in_its_copy_wherever_a_run_is_stopped(project, how):
    everywhere(project, edited, ("convert", "seeds", how), 6, same=without_copies)


def untidy(root):
    for slug in "ab":
        text = ARTICLE.format(slug=slug, title=f"桥{slug}").replace("所以路", "所以,路")
        (root / "docs" / "articles" / f"{slug}.md").write_text(f"\ufeff{text}".replace("\n", "\r\n"), encoding="utf-8")


def test_what_is_mended_is_mended_wherever_a_run_is_stopped(project):
    everywhere(project, untidy, ("check", "--fix"), 4)


def drawn(root):
    decided(root)
    (root / "docs" / "suggestions.yml").unlink()
    (root / "map.argdown").write_text(
        "[a#c1]: 桥要修。\n[b#c1]: 桥要修。\n\n[a#c1]\n  +> [b#c1] // 都说桥要修\n", encoding="utf-8"
    )


def test_relations_are_imported_once_wherever_a_run_is_stopped(project):
    everywhere(project, drawn, ("import", "map.argdown"), 3)


def proposed(root):
    decided(root)
    (root / "docs" / "suggestions.yml").unlink()
    form = forms()["relation"]
    given = {"one": "桥要修。", "other": "桥要修。", "kind": "印证（supports）", "reason": "都说桥要修"}
    given |= {"one": "a#c1", "other": "b#c1"}
    body = "\n\n".join(f"### {label}\n\n{given.get(name) or '_No response_'}" for name, label in form.fields.items())
    issue = {"number": 12, "title": form.name, "body": body, "user": {"login": "reader"}}
    event = {"action": "labeled", "label": {"name": "收下"}, "issue": issue}
    (root / "event.json").write_text(json.dumps(event), encoding="utf-8")


def test_a_proposal_is_carried_out_whole_or_not_at_all_wherever_a_run_is_stopped(project):
    everywhere(project, proposed, ("propose", "event.json"), 5, again=(0, 1))


def waiting(root):
    (root / "docs" / "articles" / "own.md").write_text(OWN, encoding="utf-8")
    (root / "docs" / "concepts.yml").write_text("石桥: [石桥]\n造桥的人: [造桥的人]\n", encoding="utf-8")
    (root / "given").mkdir()
    for number, word in enumerate(("take", "no")):
        told = page("石桥", f"{AGAINST}{'又' * number}", title=f"造桥的人不该修桥{number}", author="李四")
        (root / "given" / f"{number}.html").write_bytes(told.replace("的".encode(), word.encode()) if number else told)
    assert main(["inbox", "given", "--jobs", "1"]) == 0
    file = root / "inbox" / "inbox.yml"
    text = file.read_text(encoding="utf-8")
    assert text.count("decide:") == 2
    file.write_text(text.replace("decide:", "decide: take", 1).replace("decide:\n", "decide: no\n"), encoding="utf-8")
    (root / "inbox" / "results.parquet").unlink()


def test_what_is_decided_of_the_inbox_is_done_once_wherever_a_run_is_stopped(project):
    everywhere(project, waiting, ("inbox", "--apply"), 12)


def test_a_digest_is_begun_whole_or_not_at_all_wherever_a_run_is_stopped(project):
    everywhere(project, lambda root: None, ("init", "new"), 100, again=(0, 2), step=23)


def collected(root):
    waiting(root)
    (root / "inbox" / "inbox.yml").unlink()


def without_places(held):
    """The files but for the name of the project's folder in them, and for results that are made anew."""
    return {
        path: re.sub(r"/(?:whole|stopped-\d+)/", "/", text) for path, text in held.items() if ".parquet" not in path
    }


def test_pages_are_listed_once_wherever_a_run_is_stopped(project):
    everywhere(project, collected, ("inbox", "given", "--jobs", "1"), 6, same=without_places)


def test_a_raw_page_becomes_an_article_once_wherever_a_run_is_stopped(project):
    # Stopped after the last file: the article is there, and the second run says so.
    everywhere(project, seeded, ("propose", "seeds/page.html"), 4, again=(0, 1))


def published(root):
    (root / "built" / "articles").mkdir(parents=True)
    for name in ("index.html", "articles/index.html", "a.txt"):
        (root / "built" / name).write_text("<p>桥。</p>", encoding="utf-8")


def test_a_site_is_copied_whole_wherever_a_run_is_stopped(project):
    everywhere(project, published, ("portable", "built"), 4)


def test_every_command_is_stopped_but_those_that_write_one_file_or_none():
    source = Path(__file__).read_text(encoding="utf-8")
    assert {name for name in COMMANDS if f'("{name}"' not in source} == {"review", "script", "reference"}


def test_what_somebody_edited_after_a_stopped_run_is_not_taken_back(project):
    root = project("edited")
    (root / "saved.html").write_text(PAGE, encoding="utf-8")
    assert main(["new", "saved.html"]) == 0
    made = [path for path in state(root) if path.startswith(("seeds/", "docs/"))]
    (root / ".digest-new.json").write_text(f'{{"begun": {made!r}}}'.replace("'", '"'), encoding="utf-8")
    (article,) = (root / "docs" / "articles").glob("*.md")
    article.write_text(article.read_text(encoding="utf-8") + "\n改过。\n", encoding="utf-8")
    before = state(root)
    main(["new", "saved.html"])
    assert {**before, ".digest-new.json": ""} == {**state(root), ".digest-new.json": ""}


def test_a_journal_names_no_file_outside_of_the_project(project, tmp_path):
    root = decided(project("inside"))
    other = tmp_path / "other.txt"
    other.write_text("x", encoding="utf-8")
    (root / ".digest-new.json").write_text('{"begun": ["../other.txt", "no"]}', encoding="utf-8")
    (root / ".digest-apply.json").write_text("[[[", encoding="utf-8")
    (root / "saved.html").write_text(PAGE, encoding="utf-8")
    assert main(["new", "saved.html"]) == 0 and main(["suggest", "--apply"]) == 0
    assert other.read_text(encoding="utf-8") == "x"
