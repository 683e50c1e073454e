"""One extractor over all pages, in its own environment: writes ID.md and prints speed and peak memory as JSON."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

# A page to one Markdown text; imports are inside, for each environment has only its own library.
Extract = Callable[[bytes], str]


def ours() -> Extract:
    sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
    from convert.pipeline import convert_file

    return lambda data: convert_file(data, "page.html").markdown


def trafilatura() -> Extract:
    extract = import_module("trafilatura").extract
    options = {"output_format": "markdown", "with_metadata": True, "include_links": True, "include_images": True}
    return lambda data: extract(data, **options) or ""


def readability() -> Extract:
    markdownify = import_module("markdownify").markdownify
    document = import_module("readability").Document

    def run(data: bytes) -> str:
        page = document(data)
        return f"{front({'title': page.short_title()})}{markdownify(page.summary(True), heading_style='ATX')}"

    return run


def gne() -> Extract:
    extractor = import_module("gne").GeneralNewsExtractor

    def run(data: bytes) -> str:
        found = extractor().extract(text(data))
        data_ = {"title": found["title"], "author": found["author"], "date": found["publish_time"]}
        return front(data_) + str(found["content"]).replace("\n", "\n\n")

    return run


def newspaper4k() -> Extract:
    new_article = import_module("newspaper").Article

    def run(data: bytes) -> str:
        article = new_article("https://example.invalid/", language="zh", fetch_images=False)
        article.download(input_html=text(data))
        article.parse()
        known = {"title": article.title, "author": article.authors, "date": str(article.publish_date or "")[:10]}
        return front(known) + str(article.text)

    return run


def resiliparse() -> Extract:
    extract_plain_text = import_module("resiliparse.extract.html2text").extract_plain_text
    html_tree = import_module("resiliparse.parse.html").HTMLTree

    def run(data: bytes) -> str:
        tree = html_tree.parse(text(data))
        return front({"title": tree.title}) + str(extract_plain_text(tree, main_content=True, alt_texts=False))

    return run


def magic_html() -> Extract:
    extractor = import_module("magic_html").GeneralExtractor()

    def run(data: bytes) -> str:
        found = extractor.extract(text(data), base_url="https://example.invalid/")
        return front({"title": found.get("title")}) + str(found.get("html", ""))

    return run


def text(data: bytes) -> str:
    """For libraries that take text only: UTF-8 or the charset that the page declares."""
    import re

    declared = re.search(rb"charset=[\"']?([\w-]+)", data[:4096])
    for charset in ("utf-8", declared[1].decode() if declared else "gb18030", "gb18030"):
        try:
            return data.decode(charset)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("utf-8", errors="replace")


def front(values: Mapping[str, object]) -> str:
    """Front matter with what the library found."""
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items() if value]
    return "---\n" + "\n".join(lines) + "\n---\n\n"


def main(name: str, out: Path, pages: list[Path]) -> None:
    """Write the Markdown of all pages and print the speed, told in processor time: noise counts less in it."""
    run = globals()[name.replace("-", "_")]()
    data = {page.stem: page.read_bytes() for page in pages}
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob("*.md"):
        old.unlink()
    # A first page loads what the library loads late.
    attempt(run, next(iter(data.values())))
    start = time.process_time()
    results = {key: attempt(run, value) for key, value in data.items()}
    seconds = time.process_time() - start
    failed = [key for key, markdown in results.items() if not markdown]
    for key, markdown in results.items():
        (out / f"{key}.md").write_text(markdown or "", "utf-8")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    print(json.dumps({"per_second": len(data) / seconds, "peak_mib": peak, "failed": len(failed)}))


def attempt(run: Extract, data: bytes) -> str:
    """The Markdown, or nothing if the library gives up."""
    try:
        return run(data)
    except Exception as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return ""


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), [Path(p) for p in sys.argv[3:]])
