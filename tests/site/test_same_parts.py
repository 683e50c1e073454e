"""What many pages share is rendered once, and holds on each of them."""

from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup
from building import built

SITE = "https://example.org/bridges/"


@pytest.fixture
def nested(project):
    """The fixture with pages in folders, in the navigation and beside it, at the depths of articles and lists."""
    pages = {
        "guide/index.md": "入门",
        "guide/first.md": "第一步",
        "guide/second.md": "第二步",
        "guide/deep/third.md": "第三步",
    }
    for name, title in pages.items():
        path = project / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {title}\n\n一段话。\n", encoding="utf-8")
    config = project / "mkdocs.yml"
    text = (
        config.read_text(encoding="utf-8")
        .replace("  - 说明:\n", "  - 入门: guide/index.md\n  - 第一步: guide/first.md\n  - 说明:\n")
        .replace("omitted_files: warn", "omitted_files: ignore")
    )
    config.write_text(text, encoding="utf-8")
    return project


CURRENT = {"zh-hant/guide/": ["入門"], "zh-hant/guide/first/": ["第一步"], "zh-hant/about/": ["說明"]}
"""What the header marks as the page that is shown, by page."""


def test_links_of_header_and_navigation_lead_to_the_same_pages_from_every_page(nested, tmp_path):
    out = built(nested, tmp_path / "out")
    seen = {}
    for path in sorted((out / "zh-hant").rglob("index.html")):
        here = path.parent.relative_to(out).as_posix() + "/"
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for part in (".dg-ways", ".md-sidebar--primary", ".md-footer"):
            found = [
                address.removeprefix(SITE)
                for a in soup.select(f"{part} a[href]:not([href^='#'])")
                if (address := urljoin(SITE + here, a["href"])).startswith(SITE)
            ]
            assert found or part == ".md-footer"
            assert not [target for target in found if not (out / target / "index.html").exists()], (here, part)
            seen.setdefault(part, {}).setdefault(tuple(dict.fromkeys(found)), here)
        current = [a.get_text(strip=True) for a in soup.select(".dg-ways [aria-current]")]
        assert current == CURRENT.get(here, [])
    assert {part: len(kinds) for part, kinds in seen.items()} == dict.fromkeys(seen, 1), seen
