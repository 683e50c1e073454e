"""A digest among the other pages of a site (pages: articles): what of the docs folder is its own."""

import pytest

from digest.__main__ import main
from digest.files.settings import SiteOptions

ARTICLE = "---\ntitle: 桥{0}\nlang: zh-Hans\nsite: 桥报\nclaims: [{{id: c1, text: 桥要修{0}。}}]\n---\n\n桥要修。<!--c1-->见[指南](../guide.md)。\n"
OTHERS = {
    "guide.md": "---\ntitle: [不是文字\n---\n\n<script>alert(1)</script> [链](nowhere.md) 半角,标点\n",
    "blog/posts/one.md": "---\ndate: 2024-01-02\ntemplate: theirs.html\n---\n\n[[wiki]]\n",
    "js/app.js": "alert(1)\n",
}


@pytest.mark.parametrize(
    ("pages", "path", "is_ours"),
    [
        ("all", "guide.md", True),
        ("articles", "guide.md", False),
        ("articles", "articles/a.md", True),
        ("articles", "articles/pictures/a.png", True),
        ("articles", "articles.md", False),
        ("articles", "articles-old/a.md", False),
    ],
)
def test_what_is_its_own(pages, path, is_ours):
    assert SiteOptions(pages=pages).is_ours(path) is is_ours


@pytest.fixture
def project(tmp_path, monkeypatch):
    (tmp_path / "docs" / "articles").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: 桥\nplugins: [{digest: {pages: articles, reserved_rights: full}}]\n", encoding="utf-8"
    )
    for slug in "ab":
        (tmp_path / "docs" / "articles" / f"{slug}.md").write_text(ARTICLE.format(slug), encoding="utf-8")
    for name, text in OTHERS.items():
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).write_text(text, encoding="utf-8")
    (tmp_path / "docs" / "relations.yml").write_text("- a#c1 supports b#c1: 都说桥要修\n", encoding="utf-8")
    (tmp_path / "docs" / "linked").symlink_to(tmp_path / "docs" / "js")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_other_pages_are_not_checked_and_the_articles_are(project, capsys):
    assert main(["check"]) == 0, capsys.readouterr().out
    article = project / "docs" / "articles" / "a.md"
    article.write_text(article.read_text(encoding="utf-8").replace("../guide.md", "../gide.md"), encoding="utf-8")
    assert main(["check"]) == 1
    out = capsys.readouterr().out
    assert out.startswith("docs/articles/a.md:8: link") and out.count("\n") == 1 and "guide.md" in out


def test_fixing_leaves_other_pages_as_they_are(project, capsys):
    main(["check", "--fix"])
    assert {name: (project / "docs" / name).read_text(encoding="utf-8") for name in OTHERS} == OTHERS


def test_where_all_pages_are_the_digests_they_are_checked(project, capsys):
    (project / "mkdocs.yml").write_text("site_name: 桥\nplugins: [digest]\n", encoding="utf-8")
    assert main(["check"]) == 1
    found = {line.split(":")[0] for line in capsys.readouterr().out.splitlines()}
    assert {"docs/guide.md", "docs/blog/posts/one.md", "docs/js/app.js", "docs/linked"} <= found
