"""The files of the host's theme that a site takes over."""

import pytest
from mkdocs.config import load_config  # noqa: TID251 - whose list it is
from mkdocs.structure.files import Files  # noqa: TID251

from digest.mkdocs_adapter.templates.folders import list_without_icons


def listed(config):
    files = Files([])
    env = config.theme.get_env()
    files.add_files_from_theme(env, config)
    return env, [(file.src_uri, file.abs_src_path) for file in files]


@pytest.fixture
def config(tmp_path):
    """A site with files of its own in its theme's folder, some of them in folders that no list shows."""
    for name in ("shown.css", "a/shown.js", ".icons/own/boat.svg", "a/.kept/note.txt", ".note", "main.html"):
        (tmp_path / "own" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "own" / name).write_text("<svg/>", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    settings = tmp_path / "mkdocs.yml"
    settings.write_text("site_name: t\ntheme: {name: material, custom_dir: own}\nplugins: []\n", encoding="utf-8")
    return load_config(str(settings))


def test_a_site_takes_over_the_same_files_in_the_same_order_whether_icons_are_listed_or_not(config):
    _, before = listed(config)
    list_without_icons(config)
    env, after = listed(config)
    assert before == after and {"shown.css", "a/shown.js"} < {name for name, _ in after}
    assert not [name for name in env.list_templates() if "/." in f"/{name}".rpartition("/")[0]]


def test_templates_have_icons_as_before(config):
    list_without_icons(config)
    env = config.theme.get_env()
    assert env.get_template(".icons/own/boat.svg").render() == "<svg/>"
    assert "<svg" in env.get_template(".icons/material/home.svg").render()
