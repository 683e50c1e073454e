"""``digest init``: what it writes, and what it refuses."""

import re
from pathlib import Path

import pytest
import yaml

from digest.__main__ import main
from digest.commands.init import requirement
from digest.plan.site_plan import read_site_plan

ROOT = Path(__file__).parent.parent.parent


def files(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_new_digest_is_whole_and_without_faults(tmp_path, capsys, monkeypatch):
    folder = tmp_path / "my"
    assert main(["init", str(folder), "--name", "桥: “一” #2"]) == 0
    assert "make serve" in capsys.readouterr().out
    assert files(folder) == [
        ".gitignore",
        "Makefile",
        "README.md",
        "docs/articles/.gitkeep",
        "docs/articles/example.md",
        "docs/concepts.yml",
        "docs/index.md",
        "docs/relations.yml",
        "docs/synonyms.yml",
        "docs/terms.yml",
        "mkdocs.yml",
        "requirements.txt",
        "seeds/.gitkeep",
    ]
    assert not re.search("@@", "".join((folder / name).read_text(encoding="utf-8") for name in files(folder)))
    plan, found = read_site_plan(folder / "docs")
    assert found == [] and len(plan.claims) == 2 and plan.articles["example"].site == "桥: “一” #2"
    assert (folder / "requirements.txt").read_text(encoding="utf-8") == f"zh-article-digest @ {ROOT.as_uri()}\n"
    assert ".venv/" in (folder / ".gitignore").read_text(encoding="utf-8")


def test_every_text_is_in_the_script_that_was_asked_for(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    main(["init", "my", "--lang", "zh-Hant", "--variants", "zh-Hant", "zh-Hant-TW", "--name", "城市文摘"])
    assert main(["check", "--docs", "my/docs"]) == 0
    text = (tmp_path / "my" / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", "")
    [options] = [entry["digest"] for entry in yaml.safe_load(text)["plugins"]]
    assert options["variants"] == ["zh-Hant", "zh-Hant-TW"] and options["lang"] == "zh-Hant"
    assert "論點之間的關係" in (tmp_path / "my" / "docs" / "relations.yml").read_text(encoding="utf-8")


def test_without_the_example(tmp_path):
    assert main(["init", str(tmp_path), "--empty"]) == 0
    assert "docs/articles/example.md" not in files(tmp_path)


@pytest.mark.parametrize(
    ("there", "arguments", "said"),
    [
        (["a.txt"], [], "not empty"),
        ([], ["--from", "no.whl"], "no such file"),
        ([], ["--name", " "], "--name is empty"),
        ([], ["--variants", "zh"], "invalid choice"),
    ],
)
def test_wrong_use_writes_nothing(tmp_path, capsys, there, arguments, said):
    for name in there:
        (tmp_path / name).write_text("x", encoding="utf-8")
    with pytest.raises(SystemExit) as stopped:
        main(["init", str(tmp_path), *arguments])
    assert stopped.value.code == 2 and said in capsys.readouterr().err
    assert files(tmp_path) == there


def test_a_wheel_is_named_by_its_address(tmp_path):
    assert requirement(tmp_path / "a b.whl") == f"zh-article-digest @ {tmp_path.as_uri()}/a%20b.whl"
