"""Every command that writes: two at once, and links that lead out of the project."""

import os

import pytest
from test_stopped import changed, decided, drawn, edited, proposed, saved, seeded, state, untidy, waiting

from digest.__main__ import COMMANDS, main

# What each command needs, and a call of it that writes; of those that write nothing a call that reads.
CALLS = {
    "suggest --apply": decided,
    "suggest": lambda root: (decided(root), (root / "docs" / "suggestions.yml").unlink()),
    "new saved.html": saved,
    "convert seeds": seeded,
    "convert seeds --merge": edited,
    "convert seeds --force": changed,
    "convert seeds --report report.jsonl": seeded,
    "check --fix": untidy,
    "import map.argdown": drawn,
    "propose event.json": proposed,
    "propose seeds/page.html": seeded,
    "inbox --apply": waiting,
    "inbox given --jobs 1": lambda root: (waiting(root), (root / "inbox" / "inbox.yml").unlink()),
    "init new": lambda root: None,
    "reference --output format.md": lambda root: None,
    "portable built": lambda root: (
        (root / "built").mkdir(),
        (root / "built" / "index.html").write_text("<p>桥。</p>"),
    ),
    "review": decided,
    "script --to zh-Hant docs/articles/a.md": decided,
}


def test_every_command_is_called():
    assert {call.split()[0] for call in CALLS} == set(COMMANDS)


@pytest.fixture
def made(tmp_path, monkeypatch):
    def project(name):
        root = tmp_path / name
        (root / "docs" / "articles").mkdir(parents=True)
        (root / "mkdocs.yml").write_text("site_name: 桥\nplugins: [digest]\n", encoding="utf-8")
        monkeypatch.chdir(root)
        return root

    return project


def ran(call):
    try:
        return main(call.split())
    except SystemExit as end:
        return end.code


def begun(call):
    child = os.fork()
    if not child:
        code = 99
        try:
            code = ran(call)
        finally:
            os._exit(code)
    return child


def ended(child):
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def texts(root):
    """The files but for copies of edited articles, of which a second run may make one more, and binary results."""
    return {
        path: text.replace(str(root), "")
        for path, text in state(root).items()
        if ".bak" not in path and not path.endswith(".parquet")
    }


@pytest.mark.parametrize("call", CALLS)
def test_two_at_once_do_what_one_after_the_other_does(made, call):
    root = made("one")
    CALLS[call](root)
    codes = [ended(begun(call)), ended(begun(call))]
    wanted = texts(root)
    root = made("two")
    CALLS[call](root)
    children = [begun(call), begun(call)]
    assert sorted(map(ended, children)) == sorted(codes)
    assert texts(root) == wanted


LINKED = ("docs", "docs/articles", "docs/articles/.converted", "seeds", "inbox/pages", "new", ".cache", "portable")


@pytest.mark.parametrize("call", CALLS)
def test_no_command_writes_where_a_link_leads(made, tmp_path, call):
    for number, linked in enumerate(LINKED):
        root, outside = made(f"project-{number}"), tmp_path / f"outside-{number}"
        CALLS[call](root)
        _led_out(root, linked, outside)
        before = state(outside)
        ran(call)
        assert state(outside) == before, linked


def _led_out(root, linked, outside):
    """Make a folder of the project a link to ``outside``, where all that is in it lies then."""
    if (root / linked).is_dir():
        (root / linked).rename(outside)
    else:
        outside.mkdir()
        (root / linked).parent.mkdir(parents=True, exist_ok=True)
    (root / linked).symlink_to(outside)
