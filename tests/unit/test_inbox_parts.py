"""Parts of archives: wherever they end, the same pages are found, each once, at the same places."""

import gzip
import io
import zipfile
from dataclasses import replace

import pytest
import reading
from archive_pages import Remembered, mbox, page, tarred, warc, zipped

from digest.inbox.sources import places
from digest.inbox.sources.meter import Meter
from digest.inbox.sources.parts import Given, Members, RecordRange
from digest.inbox.sources.places import parts_of
from digest.inbox.sources.raw_page import RawPage, Unread, key_of
from digest.inbox.sources.web import Web
from digest.inbox.triage.workers.in_order import in_order
from digest.inbox.triage.workers.processes import on_cores
from digest.inbox.triage.workers.task import Came, Done

A = {f"https://example.org/{number}": page(f"桥{number}", f"第{number}句。" * (1 + number % 7)) for number in range(30)}
WEB = warc(A)
PLAIN = gzip.decompress(WEB)
MAIL = mbox([(f"第{number}封", data.decode()) for number, data in enumerate(A.values())])


def packed_level_0(records):
    """A gzip file in whose bytes those of ``records`` stand as they are."""
    return gzip.compress(records, 0)


def held(records):
    """A web archive in which one server's answer, a page, is a web archive itself."""
    answer = b"<html>" + records + b"</html>"
    plain = gzip.decompress(warc({"https://example.org/held": answer}))
    return WEB + packed_level_0(plain) + warc({"https://example.org/last": page("末桥", "末句。")})


def stored(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def spoilt(data):
    """Bytes in whose middle a few are wrong."""
    middle = len(data) // 2
    return data[:middle] + bytes(255 - each for each in data[middle : middle + 40]) + data[middle + 40 :]


def longer(data):
    """A web archive one of whose records says that it is longer than it is."""
    parts = data.split(b"Content-Length: ")
    return b"Content-Length: ".join([*parts[:9], b"9" + parts[9], *parts[10:]])


ARCHIVES = {
    "packed.warc.gz": (WEB, 30),
    "plain.warc": (PLAIN, 30),
    "whole.warc.gz": (gzip.compress(PLAIN), 30),
    "held.warc.gz": (held(WEB), 32),
    "held-plain.warc": (gzip.decompress(held(PLAIN)), 32),
    "news.mbox": (MAIL, 30),
    "pages.zip": (zipped({f"{number}.html": data for number, data in enumerate(A.values())}), 30),
    "crawl.wacz": (stored({"archive/a.warc.gz": WEB, "archive/b.warc": PLAIN, "pages/pages.jsonl": b"{}"}), 60),
    "pages.tar.gz": (tarred({f"{number}.html": data for number, data in enumerate(A.values())}), 30),
    "spoilt.warc.gz": (spoilt(WEB), None),
    "spoilt.warc": (spoilt(PLAIN), None),
    "longer.warc": (longer(PLAIN), None),
    "cut.warc.gz": (WEB[: len(WEB) * 2 // 3], None),
    "cut.warc": (PLAIN[: len(PLAIN) * 2 // 3], None),
}


def listed(part, patterns, known):
    """What a worker does, without looking at the pages."""
    read = part.read()
    pages = list(read.pages)
    came = tuple(Came(key_of(each.data), each.place, each.address) for each in pages if isinstance(each, RawPage))
    unread = tuple(each for each in pages if isinstance(each, Unread))
    return Done(came, unread, part.bytes, read.begun, read.stop)


def parts(path):
    return list(parts_of([str(path)], Web(Remembered()), Meter()))


def by_parts(path):
    """Place and key of each page, and what cannot be read, as workers find them."""
    with on_cores((), jobs=1, work=listed) as here:
        given = (Given((each,)) if isinstance(each, RawPage | Unread) else each for each in parts(path))
        done = list(in_order(here, given))
    return [(each.place, each.key) for one in done for each in one.came], [each for one in done for each in one.unread]


@pytest.mark.parametrize("name", ARCHIVES)
def test_wherever_parts_end_the_same_pages_are_found(name, tmp_path, monkeypatch):
    data, count = ARCHIVES[name]
    (tmp_path / name).write_bytes(data)
    found = []
    for size in (10_000_000, 30_000, 3000, 777, 101):
        monkeypatch.setattr(places, "PART_LEAST", size)
        monkeypatch.setattr(places, "PART_MOST", size)
        found.append(by_parts(tmp_path / name))
        whole = reading.read([str(tmp_path / name)], Web(Remembered()))
        assert ([(each.place, key_of(each.data)) for each in whole[0]], whole[1]) == found[-1]
    assert all(each == found[0] for each in found)
    pages, unread = found[0]
    assert len({place for place, _ in pages}) == len(pages)
    if count:
        assert len(pages) == count and not unread
    else:
        assert 10 < len(pages) < 30 and all(name in each.place and "at byte" in each.place for each in unread)


def test_a_broken_record_costs_itself_alone(tmp_path):
    (tmp_path / "spoilt.warc.gz").write_bytes(spoilt(WEB))
    pages, [fault] = by_parts(tmp_path / "spoilt.warc.gz")
    assert len(pages) >= 27 and "broken record" in fault.came and " at byte " in fault.place
    assert pages[-1][0].endswith("https://example.org/29")


def test_those_who_read_are_told_where_and_not_what(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "PART_LEAST", 1000)
    for name in ("packed.warc.gz", "plain.warc", "news.mbox", "pages.zip", "crawl.wacz"):
        (tmp_path / name).write_bytes(ARCHIVES[name][0])
        found = parts(tmp_path / name)
        assert len(found) > 1 - (name == "pages.zip")
        assert all(isinstance(each, RecordRange | Members) for each in found)
        assert sum(each.bytes for each in found) <= (tmp_path / name).stat().st_size


def test_a_file_that_became_another_is_named_and_the_rest_goes_on(tmp_path):
    for name in ("a.warc", "b.zip"):
        (tmp_path / name).write_bytes(ARCHIVES["plain.warc" if name == "a.warc" else "pages.zip"][0])
    (tmp_path / "c.html").write_bytes(page("桥", "句。"))
    found = [*parts(tmp_path / "a.warc"), *parts(tmp_path / "b.zip"), *parts(tmp_path / "c.html")]
    (tmp_path / "a.warc").write_bytes(PLAIN[:5000])
    (tmp_path / "b.zip").unlink()
    with on_cores((), jobs=1, work=listed) as here:
        done = list(in_order(here, iter(found)))
    assert [each.place for one in done for each in one.came] == [str(tmp_path / "c.html")]
    unread = {each.place: each.came for one in done for each in one.unread}
    assert set(unread) == {str(tmp_path / "a.warc"), str(tmp_path / "b.zip")}
    assert all("it changed while it was read" in each for each in unread.values())


def test_what_workers_do_not_have_is_read_here(tmp_path):
    (tmp_path / "packed.warc.gz").write_bytes(WEB)
    found = list(parts_of([str(tmp_path)], Web(Remembered()), Meter(), sees=lambda _: False))
    assert len(found) == 30 and all(isinstance(each, RawPage) for each in found)
    assert [(each.place, key_of(each.data)) for each in found] == by_parts(tmp_path)[0]


def test_a_record_that_unpacks_without_end_is_named(tmp_path):
    bomb = warc({"https://example.org/bomb": b"x" * 60_000_000}, "video/mp4")
    (tmp_path / "bomb.warc.gz").write_bytes(WEB + bomb + WEB)
    pages, [fault] = by_parts(tmp_path / "bomb.warc.gz")
    assert len(pages) == 60 and "unpacks to more than 200 times" in fault.came


def test_a_span_says_from_where_on_it_has_to_be_read(tmp_path):
    (tmp_path / "packed.warc.gz").write_bytes(WEB)
    later = replace(parts(tmp_path / "packed.warc.gz")[0], start=7, end=len(WEB), is_exact=False)
    done = listed(later, (), None)
    assert done.begun > 7 and done.stop == len(WEB) and len(done.came) == 29
