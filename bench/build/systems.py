"""What is built beside one another: the same articles as sites of MkDocs, each with the settings that people use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus import Text, write_digest, write_plain
from leftovers import away
from without import DEVICES

_THEME = "theme: {name: material, language: zh, font: false%s}\n"
_SEARCH = "plugins: [{search: {lang: zh}}]\n"
_TREE = "site_name: bench\n" + _THEME % "" + _SEARCH
# One entry: a navigation of all articles stands on every page.
_SHORT = (
    "site_name: bench\n"
    + _THEME % ", features: [navigation.prune]"
    + "nav: [index.md]\nvalidation: {nav: {omitted_files: ignore}}\n"
)
_I18N = """\
plugins:
  - search: {lang: zh}
  - i18n:
      docs_structure: folder
      languages:
        - {locale: zh, name: 简体, default: true, build: true}
        - {locale: zh-Hant, name: 繁體, build: true}
"""
# The least that a page of Hugo needs: what another generator does with the text alone.
_HUGO = {
    "hugo.toml": 'baseURL = "https://example.org/"\ntitle = "bench"\ncontentDir = "docs"\npublishDir = "site"\n',
    "layouts/_default/baseof.html": '<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>{{ .Title }}'
    '</title></head><body>{{ block "main" . }}{{ end }}</body></html>\n',
    "layouts/_default/single.html": '{{ define "main" }}<nav>{{ .TableOfContents }}</nav>{{ .Content }}{{ end }}\n',
    "layouts/_default/list.html": '{{ define "main" }}{{ .Content }}<ul>{{ range .Pages }}<li><a '
    'href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}\n',
}
_DIGEST = """\
site_name: bench
theme: {name: material, language: zh, font: false}
nav: [index.md]
plugins: [digest: {workers: %d}]
"""


@dataclass(frozen=True)
class System:
    """``says`` what it builds; ``write`` puts the sources into a folder and gives the folders to build, in order.

    ``without`` names the device that it is built without: see ``without.py``. ``command`` is what builds it, where that
    is not MkDocs; ``lacks`` says what of ours it does not do.
    """

    says: str
    write: Callable[[Sequence[Text], Path], list[Path]]
    ours: bool = False
    without: str = ""
    command: tuple[str, ...] = ()
    lacks: str = ""


def _site(folder: Path, config: str) -> Path:
    away(folder)
    folder.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    return folder


def _plain(config: str) -> Callable[[Sequence[Text], Path], list[Path]]:
    def write(made: Sequence[Text], folder: Path) -> list[Path]:
        write_plain(list(made), _site(folder, config) / "docs")
        return [folder]

    return write


def _hugo(made: Sequence[Text], folder: Path) -> list[Path]:
    _plain("")(made, folder)
    (folder / "mkdocs.yml").unlink()
    # A file of this name would take the folder's others for its own.
    (folder / "docs" / "index.md").rename(folder / "docs" / "_index.md")
    for name, text in _HUGO.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return [folder]


def _i18n(made: Sequence[Text], folder: Path) -> list[Path]:
    _site(folder, _SHORT + _I18N)
    write_plain(list(made), folder / "docs" / "zh")
    write_plain(list(made), folder / "docs" / "zh-Hant", "zh-Hant")
    return [folder]


def _two(made: Sequence[Text], folder: Path) -> list[Path]:
    _site(folder, "")
    write_plain(list(made), _site(folder / "zh", _SHORT + _SEARCH) / "docs")
    write_plain(list(made), _site(folder / "zh-hant", _SHORT + _SEARCH) / "docs", "zh-Hant")
    return [folder / "zh", folder / "zh-hant"]


def _digest(claims: bool, workers: int = 1) -> Callable[[Sequence[Text], Path], list[Path]]:
    def write(made: Sequence[Text], folder: Path) -> list[Path]:
        write_digest(list(made), _site(folder, _DIGEST % workers) / "docs", claims)
        return [folder]

    return write


SYSTEMS = (
    {
        "tuned": System("one script, Material, navigation pruned, its search", _plain(_SHORT + _SEARCH)),
        "no-search": System("one script, Material, navigation pruned, no search", _plain(_SHORT + "plugins: []\n")),
        "default": System("one script, Material as it comes: every article in the navigation", _plain(_TREE)),
        "static-i18n": System("two scripts, mkdocs-static-i18n, otherwise as tuned", _i18n),
        "two-builds": System("two scripts, two tuned builds", _two),
        "zensical": System(
            "one script, Zensical, its search",
            _plain(_SHORT + _SEARCH),
            command=("zensical", "build", "--clean"),
            lacks="a second script, lists, feeds, exports; Chinese words in its search",
        ),
        "hugo": System(
            "one script, Hugo, pages of the text and its headings",
            _hugo,
            command=("hugo", "--quiet"),
            lacks="a second script, a theme, search, lists, feeds, exports",
        ),
        "digest": System("two scripts, ours with its search: the same articles", _digest(claims=False), ours=True),
        "with-claims": System(
            "the same with six claims and six relations an article, their lists and maps",
            _digest(claims=True),
            ours=True,
        ),
    }
    | {
        f"{number}-workers": System(
            f"with-claims, in {number} processes", _digest(claims=True, workers=number), ours=True
        )
        for number in (2, 4)
    }
    | {
        f"without-{name}": System(f"with-claims: {says}", _digest(claims=True), ours=True, without=name)
        for name, (says, _) in DEVICES.items()
    }
)
"""The first is what the others are compared with."""
