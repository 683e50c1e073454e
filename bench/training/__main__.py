"""Train the model that decides between forms by their context: `make train-script TEXTS=dir HELD=dir WORDS=files`."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "plugins"))

import gates
import numpy
from classes import classes
from examples import MADE_UP, Examples, examples, forms, joined, same
from fitting import by_words, drawn, fitted
from kinds import kinds
from lexicon import Lexicon
from names import made_up
from senses import SENSES, of_names, senses
from texts import entries, sources

from digest.zh.context.choices import NEVER, Character
from digest.zh.context.model import FILE, SCALE, Model, packed, unpacked
from digest.zh.context.table import Table, filled

_EXAMPLES = """\
examples:
  python bench/training texts --held held --words dict.txt phrases.txt
  python bench/training texts --held held --words dict.txt --out model.xz

TEXTS and HELD are folders of texts in Traditional characters (.txt, .md; UTF-8), one source a file or folder in it.
Nothing is learnt from HELD: it says how sure the context must be. WORDS are lists of words in either script, one a
line with how often it was seen. The same texts and lists give the same model, byte by byte, with the same numpy and
scipy.

exit codes: 0 trained, 2 wrong use
"""
# 2**22 cells hold the 600,000 weights that are worth keeping with one in fourteen lost to another.
_WEIGHT_BITS = 22
_NAMES = 4_000  # made-up names a source
_DOUBTFUL = 1 / 3_000  # places a character of text; the aim is one in 2,000, of any kind of text


def main(arguments: list[str] | None = None) -> int:
    """Train, say what it is worth, and write the file."""
    given = _parser().parse_args(arguments)
    allowed = forms()
    try:
        entries(given.texts), entries(given.held)
        lexicon = Lexicon(given.words)
        made = [*senses(given.senses), *of_names(lexicon.named().values())]
        learnt, simplified, _ = _examples(given.texts, given.most, frozenset(allowed), made)
        held, _, size = _examples(given.held, given.most_held, frozenset(allowed), [])
    except (OSError, UnicodeDecodeError, ValueError) as fault:
        print(f"training: {fault}", file=sys.stderr)
        return 2
    model = _kept(given.weights, allowed) if given.weights else _model(learnt, simplified, lexicon, allowed)
    if given.keep:
        given.keep.write_bytes(packed(model))
    whole = _gated(model, learnt, held, size)
    data = packed(whole)
    given.out.write_bytes(data)
    print(f"{given.out}: {len(whole.characters)} characters, {len(data) / 1e6:.2f} MB")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python bench/training",
        description=__doc__,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("texts", type=Path, metavar="TEXTS", help="folder of texts to learn from")
    parser.add_argument("--held", type=Path, required=True, metavar="HELD", help="folder of texts set aside")
    parser.add_argument("--words", type=Path, nargs="+", default=[], metavar="FILE", help="lists of words with counts")
    parser.add_argument(
        "--senses", type=Path, default=SENSES, metavar="FILE", help="made-up sentences (default: senses.txt)"
    )
    parser.add_argument(
        "--most", type=int, default=50_000_000, metavar="N", help="characters a source (default 50,000,000)"
    )
    parser.add_argument(
        "--most-held", type=int, default=5_000_000, metavar="N", help="of one set aside (default 5,000,000)"
    )
    parser.add_argument("--keep", type=Path, metavar="FILE", help="write the model without gates here too")
    parser.add_argument("--weights", type=Path, metavar="FILE", help="such a file: only the gates are made anew")
    parser.add_argument(
        "--out", type=Path, default=FILE, metavar="FILE", help="where the model goes (default: its place)"
    )
    return parser


def _examples(folder: Path, most: int, characters: frozenset[str], made: list[str]) -> tuple[Examples, list[str], int]:
    """The examples of a folder and of the ``made`` sentences, the texts simplified, and how many characters they have.

    Where sentences are made, names are made in the texts too.
    """
    found, texts, size = [], [], 0
    for number, (name, lines) in enumerate(sources(folder, most)):
        size += sum(map(len, lines))
        part, simplified = examples([*lines, *made_up(lines, _NAMES)] if made else lines, number, characters)
        found.append(part)
        texts.append(simplified)
        print(f"{name}: {len(found[-1].right):,} places", file=sys.stderr, flush=True)
    if made:
        found.append(examples(made, MADE_UP, characters)[0])
        print(f"made up: {len(found[-1].right):,} places", file=sys.stderr, flush=True)
    return joined(found), texts, size


def _model(learnt: Examples, simplified: list[str], lexicon: Lexicon, allowed: dict[str, tuple[str, ...]]) -> Model:
    """The model without gates; ``simplified`` are the texts that classes of words are made from."""
    taken = {}
    for character, own in allowed.items():
        part = drawn(learnt.of(character), frozenset(map(ord, own)))
        if part:
            taken[character] = part
    ordered = allowed | {character: tuple(map(chr, order)) for character, (_, order) in taken.items()}
    words, readings = lexicon.table(classes(simplified, list(lexicon.shares))), lexicon.readings(ordered)
    kind = kinds(simplified, lexicon.tagged)
    results = [by_words(character, own) for character, own in ordered.items() if character not in taken]
    for number, (character, (found, order)) in enumerate(taken.items(), 1):
        results.append(fitted(found, order, kind, words, readings))
        print(
            f"{number} of {len(taken)}: {character} {''.join(ordered[character])}: {len(found.right):,} places, "
            f"{len(results[-1].numbers):,} weights",
            file=sys.stderr,
            flush=True,
        )
    weights = filled(
        numpy.concatenate([each.numbers for each in results]),
        numpy.concatenate([each.weights for each in results]),
        _WEIGHT_BITS,
    )
    return Model(
        {character: Character(own, _same(own), (), 0) for character, own in ordered.items()},
        kind,
        words,
        readings,
        weights,
        Table(numpy.zeros(1, numpy.uint32)),
    )


def _kept(file: Path, allowed: dict[str, tuple[str, ...]]) -> Model:
    """A model without gates that was kept, of the characters that are decided today."""
    model = unpacked(file.read_bytes())
    today = {character: own for character, own in model.characters.items() if character in allowed}
    return Model(today, model.kinds, model.lexicon, model.readings, model.weights, model.safe)


def _same(own: tuple[str, ...]) -> dict[str, str]:
    return {form: standing for form, standing in sorted(same().items()) if standing in own and form != standing}


def _gated(model: Model, learnt: Examples, held: Examples, size: int) -> Model:
    """The model with its gates; prints what each character gains on the texts set aside."""
    found = {character: gates.margins(model, character, held.of(character)) for character in model.characters}
    chosen = {character: gates.gates(own, model.characters[character].forms) for character, own in found.items()}
    kept = [character for character, own in chosen.items() if own.min() < NEVER]
    width = gates.doubt([(chosen[character], found[character]) for character in kept], size * _DOUBTFUL)
    mended = broken = 0
    for character in kept:
        more, less = found[character].result(chosen[character])
        mended, broken = mended + more, broken + less
        if more or less:
            forms = "".join(model.characters[character].forms)
            print(f"{character} {forms}: mends {more}, breaks {less} of {len(found[character].margin):,}")
    print(f"set aside: mends {mended}, breaks {broken}, in {size:,} characters; doubtful within {width / SCALE:.2f}")
    characters = {
        character: replace(
            model.characters[character], gates=tuple(map(tuple, chosen[character].tolist())), doubt=width
        )
        for character in kept
    }
    known = [
        (chosen[character], each, is_learnt)
        for character in kept
        for each, is_learnt in (
            (found[character], False),
            (gates.margins(model, character, learnt.of(character)), True),
        )
    ]
    return Model(characters, model.kinds, model.lexicon, model.readings, model.weights, gates.safe(known))


if __name__ == "__main__":
    sys.exit(main())
