"""Texts that open so much that the renderer would not come to its end: they are shown as they are written."""

import pytest
from building import FIXTURE, PROJECT, build

from digest.__main__ import main
from digest.articles.taken_out import must_end

RUNS = ["[", "![", "[a](", "[[", "<a ", "[a][", "*[a]: b\n", "a*[", "[`", "[<", "<http://a ", "[a](b\n", "**[_[", "<!"]


@pytest.mark.parametrize("run", RUNS)
def test_a_run_that_is_not_closed_is_refused(run):
    with pytest.raises(RecursionError):
        must_end(f"桥。\n\n{run * 4000}\n\n桥。\n")


@pytest.mark.parametrize(
    "text",
    [
        "[桥](a.md)" * 2000,
        "[桥][a]、" * 2000,
        "![图](a.png)\n" * 2000,
        "<b>桥</b>" * 2000,
        "a < b，b > c；" * 2000,
        "- [ ] 桥\n" * 2000,
        "[桥\n\n" * 2000,
        "[[1, 2], [3, 4]]\n" * 2000,
        "（见[1]）" * 2000,
    ],
)
def test_what_is_closed_may_be_long(text):
    must_end(text)


@pytest.mark.parametrize("folder", [PROJECT / "docs", FIXTURE / "docs"])
def test_the_texts_of_a_digest_are_plain(folder):
    for path in folder.rglob("*.md"):
        must_end(path.read_text(encoding="utf-8"))


def test_it_is_a_finding_and_published_as_it_is_written(tmp_path, monkeypatch, capsys):
    (tmp_path / "docs" / "articles").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: 桥\ntheme: {name: material, font: false}\nplugins: [{digest: {epub: false, cards: false}}]\n",
        encoding="utf-8",
    )
    (tmp_path / "docs" / "index.md").write_text("# 桥\n", encoding="utf-8")
    head = "---\ntitle: 桥\nlang: zh-Hans\nsite: 桥报\n---\n\n"
    (tmp_path / "docs" / "articles" / "a.md").write_text(f"{head}桥要修。\n\n{'[[' * 4000}\n", encoding="utf-8")
    (tmp_path / "docs" / "articles" / "b.md").write_text(f"{head}桥要修好，见[桥](a.md#c1)。\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 1
    assert "docs/articles/a.md:9: too-deep" in capsys.readouterr().out
    done = build(tmp_path, tmp_path / "site")
    assert done.returncode == 0 and "too-deep" in done.stderr, done.stderr
    assert "[[[[" in (tmp_path / "site" / "zh-hans" / "articles" / "a" / "index.html").read_text(encoding="utf-8")
