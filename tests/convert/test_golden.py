"""Whole pages against the Markdown and the metadata that an editor would expect."""

from pathlib import Path

import pytest
import yaml

from convert.pipeline import convert

CASES = [
    case
    for path in sorted((Path(__file__).parent / "golden").glob("*.yml"))
    for case in yaml.safe_load(path.read_text("utf-8"))
]
FIELDS = (
    "title",
    "lang",
    "author",
    "date",
    "site",
    "source_url",
    "via",
    "lead",
    "rights",
    "image_credit",
    "author_note",
)


@pytest.fixture(params=CASES, ids=lambda case: case["name"])
def case(request):
    return request.param


def test_page(case):
    article = convert(case["input"], "seeds/page")
    _, front, body = article.markdown.split("---\n", 2)
    values = yaml.safe_load(front)
    assert body.strip() == case["body"]
    for name in FIELDS:
        if name in case:
            assert values.get(name, [] if name == "author" else "") == case[name], name
    assert set(case["removed"]) <= {removed.reason for removed in article.removed}
    assert values["raw"] == "seeds/page"


def test_every_block_is_kept_or_removed(case):
    article = convert(case["input"], "seeds/page")
    assert all(removed.reason for removed in article.removed)
    assert all(block.text.strip() or block.has_image for block in article.kept)
