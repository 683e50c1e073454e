"""Runs that are stopped at any of their writes: the next run finishes or takes back what they had begun."""

import os
import tempfile

import pytest

from digest.__main__ import main

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


def stopped(at, *arguments):
    """Run the command in a process that ends, as with a pulled plug, at its write number ``at``: before it or right
    after it; whether it came that far."""
    child = os.fork()
    if not child:
        code = 3
        try:
            left = iter(range(at - 1, -1, -1))
            for module, name in ((os, "replace"), (os, "unlink"), (tempfile, "mkstemp")):
                setattr(module, name, _ending(getattr(module, name), left))
            code = main(list(arguments))
        finally:
            os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, STOPPED)
    return code == STOPPED


STOPPED = 9


def _ending(write, left):
    def counted(*given, **more):
        if next(left, 1) == 0:
            os._exit(STOPPED)
        done = write(*given, **more)
        if next(left, 1) == 0:
            os._exit(STOPPED)
        return done

    return counted


def state(project):
    """Every file of the project, what it holds."""
    return {
        path.relative_to(project).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(project.rglob("*"))
        if path.is_file()
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
    whole = decided(project("whole"))
    assert main(["suggest", "--apply"]) == 0
    wanted, at = state(whole), 1
    assert sum(text.count("渡口不必留。}") + text.count("text: 渡口不必留") for text in wanted.values()) >= 2
    while True:
        root = decided(project(f"stopped-{at}"))
        was_stopped = stopped(at, "suggest", "--apply")
        main(["suggest", "--apply"])
        assert state(root) == wanted, at
        if not was_stopped:
            break
        at += 1
    # Three files, each staged and put in its place, and the journal.
    assert at > 12


def test_a_page_is_added_whole_or_not_at_all_wherever_a_run_is_stopped(project):
    whole = project("whole")
    (whole / "saved.html").write_text(PAGE, encoding="utf-8")
    assert main(["new", "saved.html"]) == 0
    wanted, at = state(whole), 1
    while True:
        root = project(f"stopped-{at}")
        (root / "saved.html").write_text(PAGE, encoding="utf-8")
        was_stopped = stopped(at, "new", "saved.html")
        again = main(["new", "saved.html"])
        # Stopped after the last file: the page is there, and the second run says so.
        assert state(root) == wanted and again in (0, 1), at
        if not was_stopped:
            break
        at += 1
    assert at > 5


def test_a_conversion_that_is_stopped_is_taken_up_by_the_next(project):
    def seeded(name):
        root = project(name)
        (root / "seeds").mkdir()
        (root / "seeds" / "page.html").write_text(PAGE, encoding="utf-8")
        return root

    whole = seeded("whole")
    assert main(["convert", "seeds"]) == 0
    wanted, at = state(whole), 1
    while True:
        root = seeded(f"stopped-{at}")
        was_stopped = stopped(at, "convert", "seeds")
        assert main(["convert", "seeds"]) == 0
        assert state(root) == wanted, at
        if not was_stopped:
            break
        at += 1
    assert at > 4


def test_a_conversion_stopped_while_it_brings_an_article_up_to_date_does_not_take_it_for_edited(project):
    def changed(name):
        root = project(name)
        (root / "seeds").mkdir()
        (root / "seeds" / "page.html").write_text(PAGE, encoding="utf-8")
        assert main(["convert", "seeds"]) == 0
        (root / "seeds" / "page.html").write_text(PAGE.replace("第二段", "第二个段"), encoding="utf-8")
        return root

    whole = changed("whole")
    assert main(["convert", "seeds"]) == 0
    wanted, at = state(whole), 1
    while True:
        root = changed(f"stopped-{at}")
        was_stopped = stopped(at, "convert", "seeds")
        assert main(["convert", "seeds"]) == 0
        assert state(root) == wanted, at
        if not was_stopped:
            break
        at += 1
    assert at > 6


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
