"""Beside the plugins of an existing site: it builds, or says in one line why it does not.

``PLUGINS_EACH=1`` tries each plugin by itself as well, on either host (what the workflow of each week does).
"""

import os
import re
import subprocess

import pytest
import yaml
from building import build

TOGETHER = [
    "search",
    "tags",
    "meta",
    {"redirects": {"redirect_maps": {"old.md": "about.md"}}},
    "awesome-nav",
    "section-index",
    {"gen-files": {"scripts": ["pages.py"]}},
    "macros",
    "privacy",
    {"minify": {"minify_html": True}},
    "git-revision-date-localized",
]
OF_POSTS = ["blog", {"rss": {"use_git": False}}]
NAVIGATION = ["literate-nav", "section-index"]
LANGUAGES = [{"locale": "zh", "name": "中", "default": True, "build": True}]
DIGEST = {"digest": {"cards": False}}
AMONG_OTHERS = {"digest": {"cards": False, "pages": "articles"}}

COMBINATIONS = [
    ("mkdocs", [*TOGETHER, DIGEST]),
    ("properdocs", [DIGEST, *NAVIGATION]),
    # Without any digest, the blog, awesome-nav and section-index together end in an assertion of the blog's.
    ("properdocs", [AMONG_OTHERS, *(each for each in TOGETHER if each != "section-index"), *OF_POSTS]),
    ("mkdocs", [*OF_POSTS, *NAVIGATION, AMONG_OTHERS]),
]
if os.environ.get("PLUGINS_EACH"):
    COMBINATIONS += [
        (host, pair)
        for host in ("mkdocs", "properdocs")
        for digest in (DIGEST, AMONG_OTHERS)
        for other in (*TOGETHER, *NAVIGATION[:1], *(OF_POSTS if digest is AMONG_OTHERS else []))
        for pair in ([other, digest], [digest, other])
    ]


def named(plugin):
    return plugin if isinstance(plugin, str) else next(iter(plugin))


def label(combination):
    host, plugins = combination
    names = [
        f"{named(each)}-{each['digest'].get('pages', 'all')}" if "digest" in each else named(each) for each in plugins
    ]
    return f"{host}: {' '.join(names)}"


def site_with(project, plugins):
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    written = yaml.safe_dump(plugins, default_flow_style=True, allow_unicode=True, width=10**6).strip()
    assert "plugins: [digest]" in text
    config.write_text(text.replace("plugins: [digest]", f"plugins: {written}"), encoding="utf-8")
    (project / "pages.py").write_text(
        "import mkdocs_gen_files\nwith mkdocs_gen_files.open('made.md', 'w') as page:\n    page.write('# 生成的一页\\n')\n",
        encoding="utf-8",
    )
    posts = project / "docs" / "blog" / "posts"
    posts.mkdir(parents=True)
    (posts.parent / "index.md").write_text("# 博客\n", encoding="utf-8")
    (posts / "one.md").write_text(
        "---\ndate: 2024-01-02\n---\n# 第一篇\n\n见[关于](../../about.md)。\n", encoding="utf-8"
    )
    if AMONG_OTHERS in plugins:
        # The page of the site, not of the digest, whose templates are not for it.
        index = project / "docs" / "index.md"
        index.write_text(index.read_text(encoding="utf-8").replace("template: home.html\n", ""), encoding="utf-8")
    for command in (["init", "-q"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "a"]):
        subprocess.run(["git", "-C", str(project), *command], check=True)


@pytest.mark.parametrize(("host", "plugins"), COMBINATIONS, ids=map(label, COMBINATIONS))
def test_it_builds_whichever_comes_first(project, tmp_path, host, plugins):
    site_with(project, plugins)
    done, out = build(project, tmp_path / "out", host), tmp_path / "out"
    assert done.returncode == 0 and "Traceback" not in done.stderr, done.stderr[-3000:]
    names = {named(each) for each in plugins}
    for tree in ("zh-hans", "zh-hant"):
        assert (out / tree / "articles" / "stone-bridge" / "index.html").is_file()
        assert (out / tree / "index.html").is_file()
    among_others = AMONG_OTHERS in plugins
    own = out if among_others else out / "zh-hant"
    # The pages of the site stand where they stood, or in each tree.
    assert (own / "about" / "index.html").is_file() and (out / "about").exists() == among_others
    assert "gen-files" not in names or (own / "made" / "index.html").is_file()
    assert "redirects" not in names or (out / "old" / "index.html").is_file()
    if "blog" in names:
        [post] = (out / "blog" / "2024").rglob("index.html")
        assert "dg-" not in post.read_text(encoding="utf-8")
    if "rss" in names:
        links = re.findall(r"<link>([^<]*)</link>", (out / "feed_rss_created.xml").read_text(encoding="utf-8"))
        assert any("/about/" in link for link in links) and not any("zh-hans" in link for link in links)


@pytest.mark.parametrize(
    ("host", "other", "digest"),
    [
        ("mkdocs", "blog", DIGEST),
        ("properdocs", "rss", DIGEST),
        ("mkdocs", "offline", AMONG_OTHERS),
        ("properdocs", {"i18n": {"languages": LANGUAGES}}, AMONG_OTHERS),
    ],
    ids=["blog", "rss", "offline", "i18n"],
)
def test_what_cannot_stand_beside_it_is_said_in_one_line(project, tmp_path, host, other, digest):
    site_with(project, [other, digest])
    done = build(project, tmp_path / "out", host)
    lines = [line for line in done.stderr.splitlines() if "digest cannot stand beside" in line]
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert len(lines) == 1 and f"beside {named(other)} (" in lines[0]
