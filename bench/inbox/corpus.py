"""An archive as curators have them: pages and feeds, mostly beside the point, many of them reposts; what each is stands
in its address, so that what is found can be held against it."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from html import escape
from pathlib import Path

from lxml import html
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter
from writing import Writer

from digest.zh.script import Script

# Of a hundred pages so many are of each kind; the rest are articles that nobody copied. Reposts are one in four of the
# articles, as in archives of Chinese news; half of them stand in the other script.
REPOSTS, CUTS, LISTS, NOISE = 16, 4, 10, 8
# One article in so many is about the digest's questions, without arguing.
ON_TOPIC = 20
# One page in so many comes as the entry of a feed.
IN_FEEDS = 5
FEED = 30
HOST = "https://archive.example"


@dataclass(frozen=True)
class Made:
    """A page: ``kind``, the ``text`` it has (a number that its copies share), and its parts."""

    kind: str
    text: int
    title: str
    author: str
    day: str
    paragraphs: tuple[str, ...]
    html: str

    def address(self, place: int) -> str:
        """Its address in the archive, where it stands at ``place``."""
        return f"{HOST}/{self.kind}/{self.text}/{place}"


class Corpus:
    """Writes pages in the frames of the project's own saved pages."""

    def __init__(self, frames: Path, seed: int = 0) -> None:
        self._frames = [frame for path in sorted(frames.glob("*.html")) if (frame := _frame(path)) is not None]
        self._script = Script()
        self._draw = random.Random(seed)  # noqa: S311 - the same archive each time

    def pages(self, count: int, first: int = 0) -> Iterator[Made]:
        """``count`` pages in mixed order; their texts are numbered from ``first`` on."""
        articles: list[Made] = []
        for number in range(first, first + count):
            drawn = self._draw.randrange(100)
            if drawn < REPOSTS + CUTS and articles:
                yield self._copy(self._draw.choice(articles), is_cut=drawn >= REPOSTS)
            elif drawn < REPOSTS + CUTS + LISTS:
                yield self._list(number)
            elif drawn < REPOSTS + CUTS + LISTS + NOISE:
                yield self._noise(number)
            else:
                articles.append(self._article(number))
                yield articles[-1]

    def disputes(self, sentences: tuple[str, ...], first: int) -> Iterator[Made]:
        """An article about each of ``sentences``, which dispute claims of the digest."""
        for number, sentence in enumerate(sentences, first):
            yield self._dispute(number, sentence)

    def _dispute(self, number: int, sentence: str) -> Made:
        writer = Writer(number)
        paragraphs = writer.paragraphs(max(6, writer.length() // 2), on_topic=0.5)
        paragraphs[len(paragraphs) // 2] = sentence + paragraphs[len(paragraphs) // 2]
        paragraphs.append(f"所以我说：{sentence}")
        return self._made("dispute", number, writer, paragraphs)

    def _article(self, number: int) -> Made:
        writer = Writer(number)
        on_topic = 0.5 if number % ON_TOPIC == 0 else 0.0
        return self._made("article", number, writer, writer.paragraphs(writer.length(), on_topic))

    def _made(self, kind: str, number: int, writer: Writer, paragraphs: list[str]) -> Made:
        day = f"20{self._draw.randrange(15, 25)}-{self._draw.randrange(1, 13):02}-{self._draw.randrange(1, 29):02}"
        return self._framed(kind, number, writer.title(), writer.name(), day, tuple(paragraphs))

    def _framed(self, kind: str, text: int, title: str, author: str, day: str, paragraphs: tuple[str, ...]) -> Made:
        page = _filled(self._draw.choice(self._frames), title, author, day, paragraphs)
        return Made(kind, text, title, author, day, paragraphs, page)

    def _copy(self, of: Made, is_cut: bool) -> Made:
        """A repost under another title, in another frame, half of them in the other script; or a part of the text."""
        kept = of.paragraphs
        if is_cut:
            count = max(3, round(len(kept) * self._draw.uniform(0.5, 0.8)))
            start = self._draw.randrange(len(kept) - count + 1) if len(kept) > count else 0
            kept = kept[start : start + count]
        made = self._framed("cut" if is_cut else "repost", of.text, f"转：{of.title}", of.author, "", kept)
        if self._draw.random() < 0.5:
            return made
        other = self._script.convert
        turned = tuple(other(each, "zh-Hans", "zh-Hant") for each in kept)
        return Made(
            made.kind,
            made.text,
            other(made.title, "zh-Hans", "zh-Hant"),
            made.author,
            "",
            turned,
            other(made.html, "zh-Hans", "zh-Hant"),
        )

    def _list(self, number: int) -> Made:
        writer = Writer(number)
        links = "".join(f"<li><a href='/{at}'>{writer.title()}</a></li>" for at in range(60))
        return Made(
            "list", number, "目录", "", "", (), f"<html><title>目录</title><body><ul>{links}</ul></body></html>"
        )

    def _noise(self, number: int) -> Made:
        said = self._draw.choice(("页面不存在", "请先登录", "验证码已发送", "本站使用 Cookie", "系统维护中"))
        text = f"<html><title>{said}</title><body><h1>{said}</h1><p>{said}，编号 {number}。</p></body></html>"
        return Made("noise", number, said, "", "", (), text)


def _frame(path: Path) -> html.HtmlElement | None:
    """A saved page, without the paragraphs of its article: the element that had most of them is marked."""
    page = html.fromstring(path.read_bytes().decode("utf-8", "replace"))
    if page.find(".//head") is None or page.find(".//title") is None or page.find(".//h1") is None:
        return None
    holders = [each for each in page.iter("div", "article", "section") if len(each.findall("p")) > 2]
    if not holders:
        return None
    holder = max(holders, key=lambda each: len(each.findall("p")))
    for each in holder.findall("p"):
        holder.remove(each)
    holder.set("data-here", "1")
    return page


def _filled(frame: html.HtmlElement, title: str, author: str, day: str, paragraphs: tuple[str, ...]) -> str:
    page = deepcopy(frame)
    for each in page.xpath("(//title)[1] | (//h1)[1]"):
        each.text = title
    [head], [holder] = page.xpath("(//head)[1]"), page.xpath("//*[@data-here]")
    for name, value in (("author", author), ("article:published_time", day)):
        if value:
            head.append(html.fragment_fromstring(f'<meta name="{name}" property="{name}" content="{value}">'))
    del holder.attrib["data-here"]
    for text in paragraphs:
        paragraph = html.Element("p")
        paragraph.text = text
        holder.append(paragraph)
    head.insert(0, html.fragment_fromstring('<meta charset="utf-8">'))
    return f"<!doctype html>{html.tostring(page, encoding='unicode')}"


def write(pages: Iterator[Made], folder: Path) -> int:
    """The pages as one WARC file and feeds in ``folder``; the bytes of the pages in the WARC file."""
    folder.mkdir(parents=True)
    entries: list[str] = []
    feeds = size = 0
    with (folder / "crawl.warc.gz").open("wb") as out:
        writer = WARCWriter(out, gzip=True)
        for place, page in enumerate(pages):
            if page.paragraphs and page.kind != "dispute" and place % IN_FEEDS == 0:
                entries.append(_entry(page, place))
            else:
                size += len(page.html.encode())
                _record(writer, page, place)
            if len(entries) == FEED:
                feeds, entries = feeds + 1, _feed(folder, feeds, entries)
    if entries:
        _feed(folder, feeds, entries)
    return size


def _record(writer: WARCWriter, page: Made, place: int) -> None:
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
    body = io.BytesIO(page.html.encode())
    writer.write_record(writer.create_warc_record(page.address(place), "response", body, http_headers=headers))


def _entry(page: Made, place: int) -> str:
    body = "".join(f"<p>{escape(each)}</p>" for each in page.paragraphs)
    return (
        f"<item><title>{escape(page.title)}</title><link>{page.address(place)}</link><author>{page.author}</author>"
        f"<content:encoded><![CDATA[{body}]]></content:encoded></item>"
    )


def _feed(folder: Path, number: int, entries: list[str]) -> list[str]:
    head = '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>转载</title>'
    (folder / f"feed-{number}.xml").write_text(f"{head}{''.join(entries)}</channel></rss>", encoding="utf-8")
    return []
