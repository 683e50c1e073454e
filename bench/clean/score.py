"""Score a folder of Markdown files against a gold file: `score.py OUT GOLD [--json FILE] [--quiet]`.

The gold file is a JSON list of pages: `id`, `title`, `author`, `date`, `body` (list of paragraphs), `keep` and `drop`
(texts that must and must not be in the
body; `{"text": …, "max": n}`: at most so often), `headings`, `neutral` (lines that may stay or go).
F1: character 5-grams of the body; para: paragraphs that come out whole; keep, drop: shares; title, auth+ (pages
that print an author), date: equal; head: headings found; hprec: headings that are some.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

GRAM = 5
COLUMNS = ("F1", "para", "keep", "drop", "title", "auth+", "date", "head", "hprec")


def letters(text: str) -> str:
    """Letters and digits of the text, half-width."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).lower() if unicodedata.category(c)[0] in "LN")


def parts(markdown: str) -> tuple[dict[str, Any], list[str], list[str]]:
    """Front matter, lines of the body without marks, headings."""
    found = re.match(r"---\n(.*?)\n---\n", markdown, re.S)
    try:
        known = yaml.safe_load(found[1]) if found else {}
    except yaml.YAMLError:
        known = {}
    body = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", markdown[found.end() :] if found else markdown)
    body = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", body)
    lines = [line for line in body.splitlines() if line.strip()]
    heads = [line.lstrip("# ") for line in lines if re.match("#{1,6} ", line)]
    return known if isinstance(known, dict) else {}, lines, heads


def grams(text: str) -> Counter[str]:
    """How often each run of GRAM letters occurs."""
    return Counter(text[at : at + GRAM] for at in range(max(0, len(text) - GRAM + 1)))


def body_f1(lines: list[str], gold: Mapping[str, Any]) -> float:
    """F1 of the runs; the title and neutral lines count neither way, once each."""
    free = Counter(letters(line) for line in [gold["title"], *gold.get("neutral", [])])
    own = Counter(letters(line) for line in gold["body"])
    left = []
    for line in map(letters, lines):
        if own[line]:
            own[line] -= 1
        elif free[line]:
            free[line] -= 1
            continue
        left.append(line)
    made, wanted = grams("".join(left)), grams("".join(map(letters, gold["body"])))
    both = sum((made & wanted).values())
    return 2 * both / max(1, sum(made.values()) + sum(wanted.values()))


def names(value: object) -> set[str]:
    """The single names in an author's field."""
    values = value if isinstance(value, list) else re.split(r"[、,，;&\s]+", str(value or ""))
    return {letters(str(name)) for name in values if str(name).strip()}


def page_scores(markdown: str, gold: Mapping[str, Any]) -> dict[str, float | None]:
    """The scores of one page, None where the page has nothing to find."""
    known, lines, heads = parts(markdown)
    own = [letters(line) for line in lines]
    text = "".join(own)
    whole = [letters(line) for line in gold["body"] if len(letters(line)) > GRAM]
    kept = [letters(line) in text for line in gold["keep"]]
    unwanted = [d if isinstance(d, dict) else {"text": d} for d in gold["drop"]]
    dropped = [text.count(letters(d["text"])) <= d.get("max", 0) for d in unwanted]
    titles = {letters(title) for title in [gold["title"], *gold.get("title_alt", [])]}
    authors = [names(author) for author in [gold["author"], *gold.get("author_alt", [])]]
    wanted, made = [letters(h) for h in gold["headings"]], [letters(h) for h in heads]
    hits = sum(h in made for h in wanted)
    return {
        "F1": body_f1(lines, gold),
        "para": sum((Counter(own) & Counter(whole)).values()) / max(1, len(whole)),
        "keep": sum(kept) / max(1, len(kept)),
        "drop": sum(dropped) / max(1, len(dropped)) if any(kept) else 0.0,
        "title": float(letters(str(known.get("title", ""))) in titles),
        "auth+": float(names(known.get("author")) in authors) if gold["author"] else None,
        "date": float(str(known.get("date", ""))[:10] == (gold["date"] or "")),
        "head": hits / len(wanted) if wanted else None,
        "hprec": min(1.0, hits / len(made)) if made else None,
    }


def with_bodies(path: Path) -> list[dict[str, Any]]:
    """The pages of a gold file. Bodies may stand in files of their own: a `body` that is a path beside the gold
    file, or `bodies.json` there, a mapping of ids to lists of paragraphs."""
    pages: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))
    beside = path.parent / "bodies.json"
    bodies = json.loads(beside.read_text("utf-8")) if beside.exists() else {}
    for page in pages:
        body = page.get("body", bodies.get(page["id"]))
        if isinstance(body, str) and "\n" not in body and (path.parent / body).is_file():
            body = (path.parent / body).read_text("utf-8")
        if isinstance(body, str):
            body = [line for line in body.splitlines() if line.strip()]
        if body is None:
            sys.exit(f"{path}: page {page['id']} has no body; allowed: `body` (paragraphs or a path), or bodies.json")
        page["body"] = body
    return pages


def main() -> None:
    """Print the means, and write all scores as JSON if a file is given."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--quiet", action="store_true", help="means only")
    given = parser.parse_args()
    rows = {}
    for gold in with_bodies(given.gold):
        path = given.out / f"{gold['id']}.md"
        rows[gold["id"]] = page_scores(path.read_text("utf-8") if path.exists() else "", gold)
    values = {c: [score for row in rows.values() if (score := row[c]) is not None] for c in COLUMNS}
    mean = {c: sum(v) / len(v) if v else None for c, v in values.items()}
    if given.json:
        given.json.write_text(json.dumps({"pages": rows, "mean": mean}, ensure_ascii=False, indent=1), "utf-8")
    for name, row in {**({} if given.quiet else rows), "mean": mean}.items():
        print(f"{name:24}", *("    -" if row[c] is None else f"{row[c]:5.3f}" for c in COLUMNS))


if __name__ == "__main__":
    main()
