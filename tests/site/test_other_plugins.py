"""Beside the plugins of an existing site: it builds, or says in one line why it does not."""

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
    {"minify": {"minify_html": True}},
    "git-revision-date-localized",
]
NAVIGATION = ["literate-nav"]
DIGEST = {"digest": {"cards": False}}


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
    for command in (["init", "-q"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "a"]):
        subprocess.run(["git", "-C", str(project), *command], check=True)


@pytest.mark.parametrize(
    ("host", "plugins"),
    [
        ("mkdocs", [*TOGETHER, DIGEST]),
        ("properdocs", [DIGEST, *TOGETHER]),
        ("mkdocs", [*NAVIGATION, DIGEST]),
        ("properdocs", [DIGEST, *NAVIGATION]),
    ],
    ids=["after", "before", "after navigation", "before navigation"],
)
def test_it_builds_whichever_comes_first(project, tmp_path, host, plugins):
    site_with(project, plugins)
    done = build(project, tmp_path / "out", host)
    assert done.returncode == 0 and "Traceback" not in done.stderr, done.stderr[-3000:]
    for tree in ("zh-hans", "zh-hant"):
        assert (tmp_path / "out" / tree / "articles" / "stone-bridge" / "index.html").is_file()
    if len(plugins) > 2:
        assert (tmp_path / "out" / "zh-hant" / "made" / "index.html").is_file()
        assert (tmp_path / "out" / "old" / "index.html").is_file()


LANGUAGES = [{"locale": "zh", "name": "中", "default": True, "build": True}]


@pytest.mark.parametrize(
    ("host", "other"),
    [
        ("mkdocs", "blog"),
        ("properdocs", "rss"),
        ("mkdocs", "offline"),
        ("properdocs", {"i18n": {"languages": LANGUAGES}}),
    ],
    ids=["blog", "rss", "offline", "i18n"],
)
def test_what_cannot_stand_beside_it_is_said_in_one_line(project, tmp_path, host, other):
    name = other if isinstance(other, str) else next(iter(other))
    site_with(project, [other, DIGEST])
    done = build(project, tmp_path / "out", host)
    lines = [line for line in done.stderr.splitlines() if "digest cannot stand beside" in line]
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert len(lines) == 1 and f"beside {name} (" in lines[0]
