"""A digest of which each article has a page in each script, and no further file."""

import re

from building import built


def test_the_map_is_in_the_page_and_nothing_leads_to_files_that_are_not_there(project, site, tmp_path):
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("[digest]", "[{digest: {article_files: false}}]"), encoding="utf-8")
    own = built(project, tmp_path / "site")
    for tree in ("zh-hans", "zh-hant"):
        folder = own / tree / "articles/stone-bridge"
        assert [each.name for each in folder.iterdir()] == ["index.html"]
        page = (folder / "index.html").read_text(encoding="utf-8")
        picture = (site / tree / "articles/stone-bridge/map.svg").read_text(encoding="utf-8")
        # The same drawing; a file by itself says whose elements they are.
        assert re.findall(r"<text.*?</text>", page) == re.findall(r"<text.*?</text>", picture) != []
        assert "map.svg" not in page and "index.md" not in page
        listed = re.findall(r"\]\(https://example.org/bridges/(\S+)\)", (own / tree / "llms.txt").read_text("utf-8"))
        assert len(listed) == 3 and all((own / path / "index.html").is_file() for path in listed)
