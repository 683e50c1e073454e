"""The weekly workflow, from the feeds to a commit on a bare repository: its own scripts, run as they are written."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from archive_pages import Site, feed
from bridge_digest import OWN, pages

from digest.__main__ import main

ROOT = Path(__file__).parent.parent.parent
WORKFLOWS = [
    ROOT / ".github" / "workflows" / "inbox.yml",
    ROOT / "plugins" / "digest" / "new_digest" / "dot-github" / "workflows" / "inbox.yml",
]


def git(folder, *arguments):
    done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=True)
    return done.stdout


def scripts(job, workflow=WORKFLOWS[0]):
    steps = yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"][job]["steps"]
    return {step["name"]: step["run"] for step in steps if "run" in step}


def run(script, folder, temp, **environment):
    """A step as the runner does it: bash that stops at the first fault."""
    tools = {
        "PATH": f"{temp}/bin:{os.environ['PATH']}",
        "RUNNER_TEMP": str(temp),
        "GITHUB_OUTPUT": str(temp / "output"),
    }
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    subprocess.run(command, cwd=folder, check=True, env={**os.environ, **tools, **environment})


@pytest.fixture
def repository(tmp_path):
    """A digest on a bare repository; ``make`` of the runner is this package's command, without a second environment."""
    work, temp = tmp_path / "work", tmp_path / "temp"
    main(["init", str(work), "--empty"])
    (work / "docs" / "articles" / "own.md").write_text(OWN, encoding="utf-8")
    (work / "docs" / "concepts.yml").write_text("石桥: [石桥]\n造桥的人: [造桥的人]\n", encoding="utf-8")
    (temp / "bin").mkdir(parents=True)
    (work / ".venv" / "bin").mkdir(parents=True)
    (work / ".venv" / "bin" / "digest").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m digest "$@"\n')
    (work / ".venv" / "bin" / "digest").chmod(0o755)
    (work / ".venv" / ".ready").touch()
    git(tmp_path, "init", "--quiet", "--bare", "bare.git")
    git(work, "init", "--quiet", "--initial-branch", "main")
    git(work, "add", "--all")
    git(work, "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", "begin")
    git(work, "remote", "add", "origin", str(tmp_path / "bare.git"))
    git(work, "push", "--quiet", "origin", "main")
    return work, temp


def collected(work, temp, **environment):
    """What the job that reads leaves; its tree is put back, as that of another machine is whole."""
    read = scripts("read")
    for name in list(read)[1:]:
        run(read[name], work, temp, **environment)
    git(work, "reset", "--quiet", "--hard")
    return (temp / "left" / "inbox.patch").read_text(encoding="utf-8")


def proposed(work, temp, branch):
    run(scripts("propose")["改动成为一个提交"], work, temp, BRANCH=branch)
    git(work, "push", "--quiet", "origin", f"refs/heads/{branch}")
    return sorted(git(work, "show", "--name-only", "--format=", branch).split())


def test_what_feeds_bring_becomes_a_commit_and_what_was_taken_another(repository, tmp_path):
    work, temp = repository
    site = Site({"/feed": feed([("桥", pages()["first.html"].decode())])})
    (work / "docs" / "feeds.yml").write_text(f"- {site.address}/feed\n- {site.address}/gone\n", encoding="utf-8")
    git(work, "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "--all", "--message", "feeds")
    collected(work, temp, APPLY="")
    assert "not read: " in (temp / "left" / "told.md").read_text(encoding="utf-8")
    listed = proposed(work, temp, "inbox-1")
    assert listed[0] == "inbox/inbox.yml" and listed[1].startswith("inbox/pages/") and len(listed) == 2
    entry = work / "inbox" / "inbox.yml"
    entry.write_text(entry.read_text(encoding="utf-8").replace("decide:", "decide: 收"), encoding="utf-8")
    git(work, "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "--all", "--message", "take")
    (temp / "left" / "told.md").unlink()
    (temp / "left" / "inbox.patch").unlink()
    (temp / "left").rmdir()
    collected(work, temp, APPLY="1")
    taken = proposed(work, temp, "inbox-2")
    assert [name for name in taken if name.startswith("docs/articles/") and name.endswith(".md")]
    assert [name for name in taken if name.startswith("seeds/")] and "docs/suggestions.yml" in taken
    site.close()


def test_a_patch_reaches_no_other_folder(repository):
    work, temp = repository
    (temp / "left").mkdir()
    (work / "Makefile").write_text("all:\n\ttrue\n", encoding="utf-8")
    (work / "docs" / "index.md").write_text("# 改了\n", encoding="utf-8")
    (temp / "left" / "inbox.patch").write_text(git(work, "diff"), encoding="utf-8")
    git(work, "reset", "--quiet", "--hard")
    assert proposed(work, temp, "inbox-3") == ["docs/index.md"]


def test_nothing_new_is_no_commit(repository):
    work, temp = repository
    (temp / "left").mkdir()
    (temp / "left" / "inbox.patch").touch()
    run(scripts("propose")["改动成为一个提交"], work, temp, BRANCH="inbox-4")
    assert not (temp / "output").exists() and "inbox-4" not in git(work, "branch")


def test_a_new_digest_has_the_same_workflow_and_it_is_off():
    ours, theirs = (path.read_text(encoding="utf-8") for path in WORKFLOWS)
    assert ours == theirs
    jobs = yaml.safe_load(ours)["jobs"]
    assert jobs["read"]["if"] == "vars.INBOX == 'on'" and jobs["propose"]["needs"] == "read"


SEEDS = [each.with_name("seeds.yml") for each in WORKFLOWS]


def test_a_page_dropped_into_seeds_becomes_a_commit_of_an_article(repository):
    work, temp = repository
    before = git(work, "rev-parse", "HEAD").strip()
    (work / "seeds" / "a $(touch hacked) b.html").write_bytes(pages()["first.html"])
    (work / "seeds" / "none.html").write_bytes(b"<html><body></body></html>")
    git(work, "add", "seeds")
    git(work, "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", "page")
    read = scripts("read", SEEDS[0])
    for name in list(read)[1:]:
        run(read[name], work, temp, BEFORE=before)
    git(work, "reset", "--quiet", "--hard")
    assert "none.html" in (temp / "left" / "told.md").read_text(encoding="utf-8")
    run(scripts("propose", SEEDS[0])["改动成为一个提交"], work, temp, BRANCH="seeds-1")
    changed = git(work, "show", "--name-only", "--format=", "seeds-1").split()
    assert [each for each in changed if each.endswith(".md")] and all(each.startswith("docs/") for each in changed)
    assert not (work / "hacked").exists()


def test_a_new_digest_has_the_same_workflow_of_raw_pages():
    assert SEEDS[0].read_bytes() == SEEDS[1].read_bytes()
