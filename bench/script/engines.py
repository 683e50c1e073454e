"""One engine in an environment of its own: converts texts and cases, and says how long it took.

Run as ``python engines.py NAME JOB OUT``. JOB is a JSON object with ``texts`` (a list of [configuration, text]) and
``cases`` (the same); OUT becomes ``{"texts": [...], "cases": [...], "seconds": s}``, null where the engine knows no
such configuration. Configurations are named as OpenCC names them (s2tw, tw2s, ...).
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

Convert = Callable[[str], str]


def ours(configuration: str) -> Convert:
    """The engine with the corrections and the model, as a page is converted."""
    from digest.zh.shipped import digest_script

    script = digest_script()
    return lambda text: script.convert(text, *_TAGS[configuration])


def ours_without_model(configuration: str) -> Convert:
    """The engine with the corrections."""
    from digest.zh.script import Script
    from digest.zh.terms import shipped_terms

    script = Script(corrections=shipped_terms())
    return lambda text: script.convert(text, *_TAGS[configuration])


_TAGS = {
    "s2tw": ("zh-Hans", "zh-Hant"),
    "s2twp": ("zh-Hans", "zh-Hant-TW"),
    "s2hk": ("zh-Hans", "zh-Hant-HK"),
    "tw2s": ("zh-Hant", "zh-Hans"),
}


def ours_alone(configuration: str) -> Convert:
    """The engine without the corrections."""
    from digest.zh.engine import Engine

    return Engine(configuration).convert


def named_opencc(configuration: str) -> Convert:
    """Every package that is imported as ``opencc``."""
    convert: Convert = importlib.import_module("opencc").OpenCC(configuration).convert
    return convert


def pyo3(package: str) -> Callable[[str], Convert]:
    """One of OpenCC's ports to Rust."""

    def factory(configuration: str) -> Convert:
        converter = importlib.import_module(package).OpenCC(configuration)
        return lambda text: str(converter.convert(text, False))

    return factory


# MediaWiki's variants with vocabulary, and those without: it has none for Taiwan's characters alone.
_MEDIAWIKI = {
    "s2t": "zh-Hant",
    "t2s": "zh-Hans",
    "s2tw": "zh-Hant",
    "tw2s": "zh-Hans",
    "s2twp": "zh-TW",
    "tw2sp": "zh-CN",
    "s2hk": "zh-HK",
    "hk2s": "zh-CN",
}


def zhconv_rs(configuration: str) -> Convert:
    """zhconv-rs, MediaWiki's conversion."""
    convert, target = importlib.import_module("zhconv_rs").zhconv, _MEDIAWIKI[configuration]
    return lambda text: convert(text, target)


FACTORIES: dict[str, Callable[[str], Convert]] = {
    "ours": ours,
    "ours, no model": ours_without_model,
    "ours, no corrections": ours_alone,
    "opencc-python-reimplemented": named_opencc,
    "opencc (C++)": named_opencc,
    "opencc-jieba-pyo3": pyo3("opencc_jieba_pyo3"),
    "opencc-pyo3": pyo3("opencc_pyo3"),
    "zhconv-rs": zhconv_rs,
}


def _all(factory: Callable[[str], Convert], jobs: list[list[str]]) -> tuple[list[str | None], float]:
    """Each job converted, and the seconds of processor time for the converting alone."""
    converters: dict[str, Convert | None] = {}
    for configuration in sorted({configuration for configuration, _ in jobs}):
        try:
            convert = factory(configuration)
            convert("汉字 漢字")
            converters[configuration] = convert
        except Exception:  # each engine has its own way to say that it does not know a configuration
            converters[configuration] = None
    begun = time.process_time()
    done = [known(text) if (known := converters[configuration]) else None for configuration, text in jobs]
    return done, time.process_time() - begun


# A page's worth: no engine is asked for single lines by who converts texts.
_LINES = 100


def _pages(jobs: list[list[str]]) -> Iterator[tuple[str, list[str]]]:
    """The jobs of one configuration that follow one another, as pages."""
    for configuration, own in groupby(jobs, key=lambda job: job[0]):
        lines = [text for _, text in own]
        for start in range(0, len(lines), _LINES):
            yield configuration, lines[start : start + _LINES]


def main() -> None:
    """Convert the job of the command line."""
    name, job, out = sys.argv[1], json.loads(Path(sys.argv[2]).read_text("utf-8")), Path(sys.argv[3])
    pages = list(_pages(job["texts"]))
    converted, seconds = _all(FACTORIES[name], [[configuration, "\n".join(lines)] for configuration, lines in pages])
    texts: list[str | None] = []
    for (_, lines), whole in zip(pages, converted, strict=True):
        # No engine has a phrase with a line end in it.
        texts += whole.split("\n") if whole is not None else [None] * len(lines)
    cases, _ = _all(ours_alone if name == "ours" else FACTORIES[name], job["cases"])
    out.write_text(json.dumps({"texts": texts, "cases": cases, "seconds": seconds}, ensure_ascii=False), "utf-8")


if __name__ == "__main__":
    main()
