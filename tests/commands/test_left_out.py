"""What mkdocs.yml takes out of the site (exclude_docs) is neither checked nor published."""

import pytest
from building import build

from digest.__main__ import main
from digest.files.docs_folder import left_out_by

GOOD = (
    "---\ntitle: 桥{0}\nlang: zh-Hans\nsite: 桥报\nclaims: [{{id: c1, text: 桥要修{0}。}}]\n---\n\n桥要修。<!--c1-->\n"
)
BAD = "---\ntitle: 坏\nlang: xx\n---\n\n[链](nowhere.md) <script>alert(1)</script>\n"


@pytest.mark.parametrize(
    ("patterns", "path", "out"),
    [
        ("", "articles/a.md", False),
        ("*.py", "articles/a.md", False),
        ("/articles/a.md", "articles/a.md", True),
        ("a.md", "articles/a.md", True),
        ("articles/*\n!articles/b.md", "articles/b.md", False),
        ("drafts/", "drafts/x/a.md", True),
        ("# 说明\n\n", "# 说明", False),
    ],
)
def test_patterns_are_those_of_the_host(patterns, path, out):
    assert left_out_by(patterns)(path) is out


@pytest.fixture
def project(tmp_path, monkeypatch):
    (tmp_path / "docs" / "articles").mkdir(parents=True)
    (tmp_path / "docs" / "drafts").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: 桥\ntheme: {name: material, font: false}\nexclude_docs: |\n  /drafts/\n  hidden*\n"
        "plugins: [{digest: {epub: false, cards: false, reserved_rights: full}}]\n",
        encoding="utf-8",
    )
    (tmp_path / "docs" / "index.md").write_text("# 桥\n", encoding="utf-8")
    for slug in "ab":
        (tmp_path / "docs" / "articles" / f"{slug}.md").write_text(GOOD.format(slug), encoding="utf-8")
    (tmp_path / "docs" / "relations.yml").write_text("- a#c1 supports b#c1: 都说桥要修\n", encoding="utf-8")
    for name in ("articles/hidden.md", "drafts/note.md", "drafts/evil.js", "drafts/relation.yml"):
        (tmp_path / "docs" / name).write_text(BAD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_check_passes_it_over_and_a_build_does_not_publish_it(project, capsys):
    assert main(["check"]) == 0, capsys.readouterr().out
    done = build(project, project / "site", "mkdocs", "--strict")
    assert done.returncode == 0, done.stderr
    written = [path.relative_to(project / "site").as_posix() for path in (project / "site").rglob("*")]
    assert not [name for name in written if "hidden" in name or "drafts" in name]
    assert "坏" not in (project / "site" / "zh-hans" / "index.html").read_text(encoding="utf-8")


def test_without_the_patterns_it_is_found(project, capsys):
    config = project / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("exclude_docs", "extra_text"), encoding="utf-8")
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert "docs/articles/hidden.md" in said and "docs/drafts/evil.js" in said
