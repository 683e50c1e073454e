"""What lets a browser keep the site."""

import io
import json

from PIL import Image

from digest.exports.imprint import Imprint
from digest.exports.offline.manifest import ICONS, icon, manifest
from digest.exports.offline.worker import WrittenFile, no_worker, worker
from digest.zh.variants import VARIANTS

HANS = VARIANTS["zh-Hans"]


def imprint(name="桥与路"):
    return Imprint(HANS, (HANS,), name, "", "", {}, "https://example.org/", "articles")


def kept(source):
    return json.loads(source.split("KEEP = ", 1)[1].split("\n", 1)[0])


def test_the_search_is_kept_while_it_is_small():
    files = {
        "search/index.bin": WrittenFile(1000, "a"),
        "digest.epub": WrittenFile(5, "b"),
        "search/text/1.bin": WrittenFile(9, "c"),
    }
    assert kept(worker(files)) == ["search/index.bin", "search/text/1.bin"]
    assert kept(worker({**files, "search/2.bin": WrittenFile(3_000_000, "d")})) == []


def test_the_worker_is_another_where_the_search_is():
    one, other = (worker({"search/index.bin": WrittenFile.of(content)}) for content in (b"1", b"2"))
    assert one != other
    assert one == worker({"search/index.bin": WrittenFile.of(b"1"), "feed.xml": WrittenFile.of(b"3")})


def test_a_site_that_keeps_nothing_takes_away_what_was_kept():
    assert "unregister" in no_worker() and "caches.delete" in no_worker() and "fetch" not in no_worker()


def test_the_manifest_names_the_digest_and_its_icons():
    said = json.loads(manifest(imprint("一个名字很长的文摘，它要被截短")))
    assert said["lang"] == "zh-Hans" and said["start_url"] == "./" and "description" not in said
    assert len(said["short_name"]) == 12 and said["name"].startswith(said["short_name"])
    for each in said["icons"]:
        size = int(each["src"].rpartition("-")[2].removesuffix(".png"))
        assert each["sizes"] == f"{size}x{size}" and size in ICONS
        assert Image.open(io.BytesIO(icon(size))).size == (size, size)


def test_an_icon_lies_within_what_no_mask_cuts():
    """A mask keeps a circle of four fifths of the width."""
    size = 192
    picture = Image.open(io.BytesIO(icon(size))).convert("RGB")
    paper = picture.getpixel((0, 0))
    inked = [(x, y) for x in range(size) for y in range(size) if picture.getpixel((x, y)) != paper]
    assert inked and all((x - size / 2) ** 2 + (y - size / 2) ** 2 <= (size * 0.4) ** 2 for x, y in inked)
