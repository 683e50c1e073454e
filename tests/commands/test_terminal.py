"""Whatever files, addresses, titles and arguments are called, no command says anything that a terminal or a workflow
would carry out: one table of all commands, each in a digest in which everything has a hostile name."""

import json
import logging
import os
import re
import sys
import unicodedata
from io import BytesIO, StringIO, TextIOWrapper
from urllib.parse import quote

import pytest
from test_stopped import ARTICLE, PAGE, SUGGESTIONS

from digest.__main__ import COMMANDS, main
from digest.inbox.event import forms
from digest.mkdocs_adapter.plugin import DigestPlugin
from digest.text.harmless.terminal import say

# What clears a screen, rings, turns the direction, begins a line of its own, is a workflow's command, is no UTF-8.
BAD = "a\x1b[2Jb\x9b31m\u202e\u2028\n::error::x\r\n  ::warning::y\x07##[error]z\x00"
NAMED = BAD.replace("\x00", "\udcff")
SAID = json.dumps(BAD, ensure_ascii=False).replace("\\u0000", "").replace("\\u001b", "\\e")
CALLS = [
    ["check"],
    ["check", "--format", "json"],
    ["check", "--format", "github"],
    ["check", "--rights", "--fix"],
    ["check", NAMED],
    ["check", f"docs/{NAMED}.md"],
    ["check", "--explain", NAMED],
    ["check", "--docs", NAMED],
    ["check", f"--{NAMED}"],
    ["check", "--docs", f"::error::{NAMED}"],
    ["review", NAMED],
    ["review", "HEAD"],
    ["review", "HEAD", "--format", "markdown"],
    ["suggest"],
    ["suggest", NAMED],
    ["suggest", "--apply"],
    ["suggest", "--limit", NAMED],
    ["import", NAMED],
    ["import", f"{NAMED}.argdown"],
    ["convert", "seeds", "--jobs", "1"],
    ["convert", "seeds", "--jobs", "1", "--audit", "--brief"],
    ["convert", f"seeds/{NAMED}.html", "--report", f"{NAMED}/none/x.jsonl"],
    ["convert", NAMED],
    ["convert", "seeds", "--slug", NAMED],
    ["init", NAMED],
    ["init", f"{NAMED} new", "--name", BAD],
    ["init", "new", "--from", NAMED],
    ["new", NAMED],
    ["new", "seeds"],
    ["new", "http://127.0.0.1:9/" + quote("a\x1b[2J") + "\x1b[2J\n::error::x"],
    ["new", "--slug", NAMED, "saved.html"],
    ["portable", NAMED],
    ["portable", "docs", "--output", NAMED],
    ["propose", NAMED],
    ["propose", "event.json"],
    ["propose", f"seeds/{NAMED}.html"],
    ["inbox", "seeds", "--jobs", "1"],
    ["inbox", NAMED, "--jobs", "1"],
    ["inbox", "--apply"],
    ["inbox"],
    ["script", "--to", "zh-Hant", NAMED],
    ["script", "--to", NAMED],
    ["reference", "--output", f"{NAMED}.html/x"],
    [NAMED],
]


def digest_of(root):
    """A project whose files, folders, keys and values are all called so."""
    for folder in ("docs/articles", "seeds", "inbox/pages", NAMED):
        (root / folder).mkdir(parents=True, exist_ok=True)
    good = ARTICLE.format(slug="a", title="桥a")
    files = {
        "mkdocs.yml": f"site_name: {SAID}\n{SAID}: 1\nplugins: [{{digest: {{articles: articles, {SAID}: 1}}}}]\n",
        "docs/articles/a.md": good,
        f"docs/articles/{NAMED}.md": f"---\ntitle: {SAID}\nlang: {SAID}\n{SAID}: 1\nclaims: [{{id: {SAID}}}]\n---\n{BAD}\n",
        f"docs/{NAMED}.md": f"[{BAD}](<{BAD}.md>) <{BAD}>\n\n石桥,\n",
        f"docs/{NAMED}.js": "1",
        f"docs/{NAMED}.svg": "<svg><script/></svg>",
        "docs/relations.yml": f"- {SAID}: {SAID}\n- a#c1 disputes {SAID}: 因为\n",
        "docs/concepts.yml": f"{SAID}: {{{SAID}: 1}}\n",
        "docs/aliases.yml": f"{SAID}: [{SAID}, 1]\n",
        "docs/feeds.yml": f"- {SAID}\n",
        "docs/suggestions.yml": f"- suggest: {SAID}\n  decide: {SAID}\n" + SUGGESTIONS,
        "inbox/inbox.yml": f"- page: {SAID}\n  {SAID}: {SAID}\n  decide: take\n",
        "event.json": json.dumps(event()),
        f"{NAMED}/x.txt": "x",
        f"{NAMED}.argdown": f"[a#c1]: {BAD}\n  +> [{BAD}] // {BAD}\n[{BAD}\n",
        f"seeds/{NAMED}.html": "<p>x",
        f"seeds/{NAMED}2.html": PAGE.replace("渡口与石桥", f"渡口与石桥{BAD}&#27;[2J&#x9b;"),
        "saved.html": PAGE,
    }
    for name, text in files.items():
        (root / name).write_text(text, encoding="utf-8", errors="surrogateescape")


def event():
    form = forms()["relation"]
    body = "\n\n".join(f"### {label}\n\n{BAD}" for label in form.fields.values())
    issue = {"number": 12, "title": form.name, "body": body, "user": {"login": BAD}}
    return {"action": "labeled", "label": {"name": "收下"}, "issue": issue}


def carried_out(said):
    """What of a text a terminal or a workflow would carry out."""
    found = [
        sign for sign in said if sign != "\n" and unicodedata.category(sign) in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")
    ]
    lines = said.split("\n")
    commands = [
        line for line in lines if line.lstrip().startswith("::") and not re.match(r"::(error|warning) file=", line)
    ]
    return [*found, *commands, *(line for line in lines if "##[" in line)]


def test_every_command_is_called():
    assert {call[0] for call in CALLS} - {NAMED} == set(COMMANDS)


@pytest.mark.parametrize("call", CALLS, ids=lambda call: ascii(" ".join(call))[1:60])
def test_no_command_says_anything_that_would_be_carried_out(tmp_path, monkeypatch, capfd, call):
    digest_of(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LANGUAGE")
    if call[0] == "review":
        committed(tmp_path)
    try:
        code = main(call)
    except SystemExit as end:
        code = end.code
    out, err = capfd.readouterr()
    assert code in (0, 1, 2) and (out + err or not code) and "Traceback" not in err
    assert carried_out(out) == carried_out(err) == []


def committed(root):
    os.system(
        f"cd '{root}' && git init -q && git add mkdocs.yml docs/articles/a.md && git -c user.name=a -c user.email=a@b commit -qm a"
    )


def test_a_program_is_given_the_names_as_they_are(tmp_path, monkeypatch, capsys):
    digest_of(tmp_path)
    monkeypatch.chdir(tmp_path)
    main(["check", "--format", "json"])
    files = {each["file"] for each in json.loads(capsys.readouterr().out)}
    assert f"docs/{NAMED}.md" in files


def test_a_terminal_that_cannot_show_a_character_is_told_its_number(monkeypatch):
    held = BytesIO()
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(held, encoding="ascii", write_through=True))
    say("桥\ud800")
    assert held.getvalue() == b"\\u6865\\u27e8U+D800\\u27e9\n"


def test_what_the_host_logs_of_a_build_is_as_harmless():
    """It names links and files as they are written; a traceback of a plugin's stays in its lines."""
    held, host = StringIO(), logging.getLogger("mkdocs")
    handler = logging.StreamHandler(held)
    host.addHandler(handler)
    try:
        for _ in range(2):
            DigestPlugin().on_startup(command="build", dirty=False)
        logging.getLogger("mkdocs.structure.pages").warning("Doc file %r contains a link '%s'", "a.md", BAD)
        logging.getLogger("mkdocs.plugins").error(f"two\nlines of {BAD}")
    finally:
        host.removeHandler(handler)
    assert carried_out(held.getvalue()) == [] and held.getvalue().startswith("Doc file 'a.md' contains")
    assert "two\nlines of" in held.getvalue() and len(handler.filters) == 1
