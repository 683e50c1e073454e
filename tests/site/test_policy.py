"""The content policy in the built site: in every page, in the headers, and where it is left out."""

import pytest
from bs4 import BeautifulSoup
from building import built

DATA = ("application/json", "application/ld+json")


def pages(site):
    return [path for path in site.rglob("*.html") if "assets" not in path.parts]


def test_every_page_carries_it_and_has_nothing_inline(site):
    assert len(pages(site)) > 20
    for path in pages(site):
        html = path.read_text(encoding="utf-8")
        assert html.count('http-equiv="Content-Security-Policy"') == 1, path
        for tag in BeautifulSoup(html, "html.parser").find_all(True):
            assert not [name for name in tag.attrs if name == "style" or name.startswith("on")], (path, tag)
            assert tag.name != "style" and (tag.name != "script" or tag.get("src") or tag.get("type") in DATA), (
                path,
                tag,
            )
    assert (
        (site / "_headers").read_text(encoding="utf-8").startswith("/*\n  Content-Security-Policy: default-src 'none'")
    )


@pytest.mark.parametrize(
    ("option", "in_pages", "in_headers"),
    [("content_policy: false", 0, None), ("hotlink_pictures: true", 1, "img-src 'self' data: https: http:")],
)
def test_options_leave_it_out_or_widen_it(project, tmp_path, option, in_pages, in_headers):
    config = project / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8").replace("plugins: [digest]", f"plugins: [{{digest: {{{option}}}}}]"),
        encoding="utf-8",
    )
    out = built(project, tmp_path / "out")
    html = (out / "zh-hans" / "index.html").read_text(encoding="utf-8")
    assert html.count('http-equiv="Content-Security-Policy"') == in_pages
    file = out / "_headers"
    assert file.exists() == (in_headers is not None)
    assert in_headers is None or (in_headers in html and in_headers in file.read_text(encoding="utf-8"))


def test_the_tables_of_an_article_are_aligned_by_class(project, tmp_path):
    road = project / "docs" / "articles" / "old-road.md"
    road.write_text(
        road.read_text(encoding="utf-8")
        + '\n| 桥 | 年 |\n| --- | ---: |\n| 石桥 | 1900 |\n\n<p style="position: fixed">盖住</p>\n',
        encoding="utf-8",
    )
    html = (built(project, tmp_path / "out") / "zh-hant" / "articles" / "old-road" / "index.html").read_text(
        encoding="utf-8"
    )
    assert '<td class="dg-right">1900</td>' in html and "position" not in html and "蓋住" in html
