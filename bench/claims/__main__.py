"""Measure what is computed of arguments beside simpler methods: `make bench-claims GOLD=dir [N=10000]`.

Retrieval: given a claim, the related ones of other articles. Links: the best pairs at so many a claim. Claims: the
sentences that make them. Summaries: cut at 100 characters. All in one run, on the same texts.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import choices
import held_out
import measures
import numpy
import peers
from gold import Gold, read_gold, sentences_of
from statements import statements

from digest.articles.weighing.extract import BUDGET, extract
from digest.plan.concepts import Concept, read_concepts
from digest.proposals.alike.similarity import Match, Similarity, Statement
from digest.proposals.claim_candidates import LIMIT as CLAIMS
from digest.proposals.claim_candidates import claim_candidates
from digest.proposals.related import THRESHOLD, one_each

ROOT = Path(__file__).resolve().parents[2]
A_CLAIM = (0.5, 1, 2, 3)
Row = Mapping[str, float | None]


def main() -> int:
    """Print the tables; exit code 0, or 2 for wrong use."""
    given = _parser().parse_args()
    if not given.gold and not given.growth:
        return _wrong("nothing to measure", "--gold DIR or --growth N; example: make bench-claims GOLD=gold")
    if given.gold:
        if not (given.gold / "editorial.json").is_file():
            return _wrong(
                f"{given.gold}: no editorial.json", "a folder with the gold; example: make bench-claims GOLD=gold"
            )
        gold = read_gold(given.gold, given.articles, given.texts)
        concepts, found = read_concepts(str(given.concepts), given.concepts.read_text("utf-8"))
        print("\n".join(map(str, found)), file=sys.stderr, end="\n" if found else "")
        missing = peers.install()
        if missing:
            print(f"bench-claims: without the peers that need words: {missing}", file=sys.stderr)
        _report(gold, concepts, not missing)
    if given.growth:
        _growth(given.growth)
    return 0


def _wrong(came: str, allowed: str) -> int:
    print(f"bench-claims: {came}; allowed: {allowed}", file=sys.stderr)
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bench-claims",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="example:\n  make bench-claims GOLD=gold N=10000",
    )
    parser.add_argument("--gold", type=Path, help="folder with editorial.json")
    parser.add_argument(
        "--articles",
        type=Path,
        default=ROOT / "docs" / "articles",
        help="folder of the articles; a file's name begins with the gold's id (default: docs/articles)",
    )
    parser.add_argument("--texts", type=Path, help="folder with the texts of the gold's other articles (ID*.md)")
    parser.add_argument(
        "--concepts",
        type=Path,
        default=ROOT / "docs" / "concepts.yml",
        help="the list of concepts (default: docs/concepts.yml)",
    )
    parser.add_argument("--growth", type=int, metavar="N", help="time synthetic digests of 1000 and of N articles")
    return parser


def _report(gold: Gold, concepts: Sequence[Concept], with_words: bool) -> None:
    names = sorted(gold.arguments)
    texts = [gold.text(name) for name in names]
    print(
        f"{len(gold.articles)} articles, {len(names)} claims, {len(gold.strengths)} pairs, {len(concepts)} concepts\n"
    )
    scored = {"TF-IDF": peers.tf_idf, "BM25": peers.bm25} if with_words else {}
    rows: dict[str, Row] = {
        "random": peers.mean_of_runs(lambda run: _matrix_row(names, peers.random_scores(texts, run), gold))
    }
    rows |= {name: _matrix_row(names, score(texts), gold) for name, score in scored.items()}
    said = statements(gold)
    bare = [replace(each, around="") for each in said]
    found = {"bigrams": _nearest(bare, []), "alone": _nearest(bare, concepts), "ours": _nearest(said, concepts)}
    rows |= {name: _row(matches, gold) for name, matches in found.items()}
    _table("retrieval and links (precision at so many a claim)", rows)
    few = choices.mean_of_choices(gold, concepts)
    print(f"ours, of seven articles chosen at random: nDCG@5 {few['nDCG@5']:.2f}, P 1 {few['P 1']:.2f}\n")
    _shown(found["ours"], gold)
    _table(f"claims found, {CLAIMS} sentences an article", _claims(gold, concepts, with_words))
    _table("summaries", _summaries(gold, with_words))
    if len({gold.author(article) for article in gold.bodies}) > 2:
        print("Above, our weights were learnt from these articles; below, by author, from all the others' alone.\n")
        _table("by author, held out", held_out.by_author(gold, concepts, with_words))


def _nearest(said: Sequence[Statement], concepts: Sequence[Concept]) -> dict[str, list[Match]]:
    return dict(Similarity(said, concepts).nearest(len(said)))


def _row(found: Mapping[str, Sequence[Match]], gold: Gold) -> Row:
    links = {frozenset((match.a, match.b)): match.score for matches in found.values() for match in matches}
    ordered = sorted(links, key=lambda pair: (-links[pair], sorted(pair)))
    row: dict[str, float | None] = dict(
        measures.ranking({name: [match.b for match in matches] for name, matches in found.items()}, gold)
    )
    return row | {f"P {many:g}": measures.precision(ordered[: round(many * len(found) / 2)], gold) for many in A_CLAIM}


def _matrix_row(names: Sequence[str], scores: numpy.ndarray, gold: Gold) -> Row:
    articles = [gold.arguments[name]["article"] for name in names]
    found = {
        name: sorted(
            (
                Match(name, other, float(scores[row, column]), ())
                for column, other in enumerate(names)
                if articles[row] != articles[column] and scores[row, column] > 0
            ),
            key=lambda match: (-match.score, match.b),
        )
        for row, name in enumerate(names)
    }
    return _row(found, gold)


def _shown(found: Mapping[str, Sequence[Match]], gold: Gold) -> None:
    matches = {
        frozenset((each.a, each.b)): each
        for listed in found.values()
        for each in listed
        if each.score >= THRESHOLD and each.shared
    }
    ordered = sorted(matches.values(), key=lambda match: (-match.score, match.a, match.b))
    shown = [frozenset((match.a, match.b)) for match in one_each(ordered)]
    print(
        f"as pages show them (from {THRESHOLD}, at most one a claim): {len(shown)} links, "
        f"precision {measures.precision(shown, gold) or 0:.2f}\n"
    )


def _claims(gold: Gold, concepts: Sequence[Concept], with_words: bool) -> dict[str, Row]:
    read = {article: peers.split(sentences_of(gold, article)) for article in gold.bodies}
    first = {article: found[:CLAIMS] for article, found in read.items()}
    rows: dict[str, Row] = {
        "random": peers.mean_of_runs(
            lambda run: measures.found_claims(
                {article: peers.best(found, peers.chance(found, run), CLAIMS) for article, found in read.items()}, gold
            )
        ),
        "first": measures.found_claims(first, gold),
    }
    if with_words:
        rows["TextRank"] = measures.found_claims(
            {article: peers.best(found, peers.text_rank(found), CLAIMS) for article, found in read.items()}, gold
        )
    ours = {
        article: claim_candidates(body, concepts, gold.people(article), title=gold.title(article))
        for article, body in gold.bodies.items()
    }
    named = {article: [each.sentence for each in found] for article, found in ours.items()}
    rows["ours"] = measures.found_claims(named, gold)
    return rows


def _summaries(gold: Gold, with_words: bool) -> dict[str, Row]:
    read = {article: sentences_of(gold, article) for article in gold.bodies}
    split = {article: peers.split(paragraphs) for article, paragraphs in read.items()}
    rows: dict[str, Row] = {
        "random": peers.mean_of_runs(
            lambda run: measures.summaries(
                {article: peers.within(found, peers.chance(found, run), BUDGET) for article, found in split.items()},
                gold,
            )
        ),
        "LEAD-3": measures.summaries({article: found[:3] for article, found in split.items()}, gold),
    }
    if with_words:
        rows["TextRank"] = measures.summaries(
            {article: peers.within(found, peers.text_rank(found), BUDGET) for article, found in split.items()}, gold
        )
    made = {article: peers.split([extract(body, gold.title(article))]) for article, body in gold.bodies.items()}
    rows["ours"] = measures.summaries(made, gold)
    return rows


def _table(title: str, rows: Mapping[str, Row]) -> None:
    columns = list(next(iter(rows.values())))
    print(title)
    print(" " * 10 + "".join(f"{name:>10}" for name in columns))
    for name, row in rows.items():
        cells = (row.get(column) for column in columns)
        print(_padded(name) + "".join("         -" if cell is None else f"{cell:10.2f}" for cell in cells))
    print()


def _padded(name: str) -> str:
    """``name`` on ten columns, of which a Chinese character takes two."""
    return name + " " * max(1, 10 - len(name) - sum(sign > "\u2e7f" for sign in name))


def _growth(most: int) -> None:
    rows = []
    for articles in sorted({1000, most}):
        print(f"bench-claims: {articles} articles", file=sys.stderr, flush=True)
        command = [sys.executable, str(Path(__file__).with_name("growth.py")), str(articles)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
        rows.append((articles, json.loads(done.stdout)))
    print("growth: the five best matches of every claim (ten claims an article)")
    print(f"{'articles':>10}{'claims':>10}{'links':>10}{'ratio':>10}{'MiB':>10}{'best kept':>11}")
    for articles, row in rows:
        ratio = row["seconds"] / rows[0][1]["seconds"]
        print(f"{articles:10}{row['claims']:10}{row['links']:10}{ratio:9.1f}x{row['mib']:10.0f}{row['same']:11.2f}")
    seconds = ", ".join(f"{row['seconds']:.0f} s" for _, row in rows)
    print(
        f"ratio: processor time against the first row (here and now: {seconds}); best kept: of a sample, how "
        "many have a best match as good as among all pairs"
    )


if __name__ == "__main__":
    sys.exit(main())
