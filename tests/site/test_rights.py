"""An article whose text is not to be published stands in no file of the site."""

import json
import shutil

import pytest
from building import FIXTURE, built


@pytest.fixture(scope="module")
def cut(tmp_path_factory):
    folder = shutil.copytree(FIXTURE, tmp_path_factory.mktemp("rights") / "project")
    stone = folder / "docs" / "articles" / "stone-bridge.md"
    stone.write_text(stone.read_text(encoding="utf-8").replace("publish: full\n", ""), encoding="utf-8")
    return built(folder, folder / "out")


def test_the_notice_decides_and_no_file_has_the_rest_of_the_text(cut):
    files = [path for path in cut.rglob("*") if path.is_file() and "assets" not in path.parts]
    assert len(files) > 10
    for path in files:
        text = path.read_bytes()
        for words in ("裂縫", "裂缝到处", "沒有人聽見", "没有人听见", "老王的話", "老王的话"):
            for form in (words.encode(), json.dumps(words).encode()[1:-1]):
                assert form not in text, (path.name, words)


@pytest.mark.parametrize(
    ("tree", "sentences"),
    [
        ("zh-hant", ("橋是過河的路。", "因此橋要修。", "「橋裡面壞了，<strong>要拆</strong>。」")),
        ("zh-hans", ("桥是过河的路。", "因此桥要修。", "<strong>要拆</strong>。")),
    ],
)
def test_the_page_has_summary_claims_quotations_and_the_way_to_the_original(cut, tree, sentences):
    html = (cut / tree / "articles" / "stone-bridge" / "index.html").read_text(encoding="utf-8")
    for piece in (
        *sentences,
        'id="c1"',
        'id="c2"',
        'id="d1"',
        'id="claim-c1"',
        'href="https://example.org/stone"',
        "dg-notice",
    ):
        assert piece in html, piece


def test_the_open_data_says_so(cut):
    data = json.loads((cut / "digest.json").read_text(encoding="utf-8"))
    assert [article["publish"] for article in data["articles"]] == ["digest", "full", "full"]
