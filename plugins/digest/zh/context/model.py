"""The trained model: for characters with several forms, which one the text around a place asks for."""

from __future__ import annotations

import json
import lzma
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import numpy
from numpy.typing import NDArray

from digest.keeping.tables import kept_table
from digest.zh.context.choices import Character, DecidedCharacters, Places, elsewhere
from digest.zh.context.features import features, for_form, reading_number
from digest.zh.context.kinds import KINDS, Kinds
from digest.zh.context.lattice import COVERING, words
from digest.zh.context.safe_places import Place, ShortTexts, are_safe
from digest.zh.context.table import Table
from digest.zh.context.windows import REACH, Codes, Numbers, codes, dense, windows

SCALE = 64
"""What odds of e to 1 are as an integer."""
FILE = Path(__file__).with_name("model.xz")
STARTS = numpy.array([start == 0 for start, _ in COVERING])
SINGLE = numpy.array([length < 2 for _, length in COVERING])
# So many places are looked at at once: their numbers stay in the processor's own memory, and their products are too
# small for a second thread, which would cost more than it brings.
_AT_ONCE = 1024
_NEVER = -(1 << 20)
_TABLES = ("lexicon", "readings", "weights", "safe")


@dataclass(frozen=True)
class RiskyPlace:
    """A place in a text: the dictionary's choice, the form that the context ``asked`` for instead, and by how much,
    in SCALE (negative: the context is for the choice, but hardly). ``overruled`` says which of them is written."""

    at: int
    chosen: str
    asked: str
    margin: int
    overruled: bool
    doubtful: bool

    @property
    def sure(self) -> float:
        """How likely the written form is the right one of the two, as the context sees it: above 0, below 1."""
        likely = 1 / (1 + math.exp(-self.margin / SCALE))
        return likely if self.overruled else 1 - likely


class Model:
    """``characters`` by character; ``kinds`` are those of characters; ``lexicon`` has the weight of each word,
    ``readings`` the form that a word's character has in it, ``weights`` what each feature says; ``safe`` are choices
    of the dictionary that no context ever overruled beside the character before or after them."""

    def __init__(
        self,
        characters: Mapping[str, Character],
        kinds: Kinds,
        lexicon: Table,
        readings: Table,
        weights: Table,
        safe: Table,
    ) -> None:
        self.characters, self.kinds = characters, kinds
        self.lexicon, self.readings, self.weights, self.safe = lexicon, readings, weights, safe

    def places(self, text: str, chosen: str) -> list[RiskyPlace]:
        """The places in ``text`` where the context asks for another form than ``chosen`` (of the same length) has, or
        hardly for the same; what is no form of the character in ``chosen`` counts as settled."""
        if self._short.are_settled(text, chosen):
            return []
        seen, place, at, choice, others = self._open(text, chosen)
        found: list[RiskyPlace] = []
        for start in range(0, len(at), _AT_ONCE):
            part = slice(start, start + _AT_ONCE)
            window = windows(seen, place[part])
            scores = self.scores(Places(window.astype(numpy.float64), choice[part], others[part]))
            number = self._known.number[window[:, REACH]]
            found += self._places(text, chosen, at[part], number, choice[part], scores)
        return found

    def _open(self, text: str, chosen: str) -> tuple[Codes, NDArray[numpy.intp], NDArray[numpy.intp], Numbers, Numbers]:
        """The codes of ``text`` that count; the places that are not safe among them and in ``text``, the dictionary's
        choice there, and those elsewhere in the line."""
        known, text_codes = self._known, codes(text)
        at = numpy.flatnonzero(known.is_one.take(text_codes))
        number = known.number[text_codes[at]]
        choice = known.chosen(number, numpy.frombuffer(chosen.encode("utf-32-le", "surrogatepass"), "<u4")[at])
        counts, seen, place = dense(text_codes), text_codes, at
        if not counts.all():
            seen, place = text_codes[counts], (numpy.cumsum(counts) - 1)[at]
        asked: NDArray[numpy.bool_] = (choice > 0) & ~are_safe(self.safe, seen, place, choice)
        others = elsewhere(text_codes, at, known.form[number, choice], asked)
        return seen, place[asked], at[asked], choice[asked], others

    @cached_property
    def _short(self) -> ShortTexts:
        return ShortTexts(self.characters, self._are_asked)

    def _are_asked(self, places: Sequence[Place]) -> list[bool]:
        """Which of ``places`` are not safe; all are looked at together, a line each."""
        text = "".join(f"{three}\n" for three, _ in places)
        chosen = "".join(f"\n{own}\n\n" for _, own in places)
        asked = set(self._open(text, chosen)[2].tolist())
        return [4 * number + 1 in asked for number in range(len(places))]

    def scores(self, places: Places) -> NDArray[numpy.int32]:
        """What speaks for each form at each place, in SCALE: nothing for forms that the character does not have."""
        window, around = places.window, words(places.window, self.lexicon)
        reading = self.readings.values(reading_number(around))
        reading[SINGLE[around.which]] = 0
        spoken = features(places, self.kinds, around, reading.astype(numpy.uint32))
        count = self._known.count[self._known.number[window[:, REACH].astype(numpy.intp)]].astype(numpy.intp)
        scores = numpy.full((len(window), int(count.max(initial=1))), _NEVER, numpy.int32)
        scores[:, 0] = 0
        rows, form = numpy.nonzero(numpy.arange(1, scores.shape[1]) < count[:, None])
        form += 1
        scores[rows, form] = self.weights.values(for_form(spoken[rows], form[:, None])).sum(axis=1)
        return scores

    def begins_word(self, text: str, places: Sequence[int]) -> list[bool]:
        """Whether a word begins at each of ``places``, as the text is likeliest cut."""
        window = windows(codes(text), numpy.array(places, numpy.intp)).astype(numpy.float64)
        begins: list[bool] = STARTS[words(window, self.lexicon).which].tolist()
        return begins

    @cached_property
    def _known(self) -> DecidedCharacters:
        return DecidedCharacters(self.characters)

    def _places(
        self,
        text: str,
        chosen: str,
        at: NDArray[numpy.intp],
        number: NDArray[numpy.int16],
        choice: NDArray[numpy.uint32],
        scores: NDArray[numpy.int32],
    ) -> list[RiskyPlace]:
        rows, column = numpy.arange(len(at)), choice.astype(numpy.intp) - 1
        own = scores[rows, column]
        scores[rows, column] = 2 * _NEVER
        best = scores.argmax(axis=1)
        margin = scores[rows, best] - own
        gate, doubt = self._known.gate[number, column, best], self._known.doubt[number]
        found = []
        for row in numpy.flatnonzero(margin > numpy.minimum(gate - doubt, gate)).tolist():
            place, wins = int(at[row]), int(margin[row])
            asked = self.characters[text[place]].forms[best[row]]
            found.append(
                RiskyPlace(place, chosen[place], asked, wins, wins > gate[row], abs(wins - gate[row]) < doubt[row])
            )
        return found


def packed(model: Model) -> bytes:
    """``model`` as the file that ships: a line of JSON and the cells that are taken, their places as differences."""
    tables = {name: getattr(model, name) for name in _TABLES}
    head: dict[str, Any] = {
        "tables": {},
        "characters": {
            character: {
                "forms": "".join(own.forms),
                "same": "".join(map("".join, own.same.items())),
                "gates": own.gates,
                "doubt": own.doubt,
            }
            for character, own in sorted(model.characters.items())
        },
    }
    body = b""
    for name, table in tables.items():
        taken = numpy.flatnonzero(table.cells).astype("<u4")
        head["tables"][name] = [len(table.cells), len(taken)]
        # Byte by byte, all first bytes first: alike bytes stand together and pack well.
        for column in (numpy.diff(taken, prepend=numpy.uint32(0)).astype("<u4"), table.cells[taken].astype("<u4")):
            body += column.view("u1").reshape(-1, 4).T.tobytes()
    body += model.kinds.tobytes()
    whole = json.dumps(head, ensure_ascii=False, sort_keys=True).encode("utf-8") + b"\n" + body
    return lzma.compress(whole, preset=9 | lzma.PRESET_EXTREME)


def unpacked(data: bytes) -> Model:
    """The model that ``packed`` wrote."""
    return _read(lzma.decompress(data))


def _read(whole: bytes) -> Model:
    line, _, body = whole.partition(b"\n")
    head = json.loads(line)
    tables, start = [], 0
    for name in _TABLES:
        size, taken = head["tables"][name]
        columns = []
        for _ in range(2):
            part = numpy.frombuffer(body, "u1", taken * 4, start).reshape(4, -1).T
            columns.append(numpy.ascontiguousarray(part).view("<u4").ravel())
            start += taken * 4
        cells = numpy.zeros(size, numpy.uint32)
        cells[numpy.cumsum(columns[0])] = columns[1]
        tables.append(Table(cells))
    characters = {
        character: Character(
            tuple(own["forms"]),
            dict(zip(own["same"][::2], own["same"][1::2], strict=True)),
            tuple(map(tuple, own["gates"])),
            own["doubt"],
        )
        for character, own in head["characters"].items()
    }
    # A copy: a view would hold all bytes of the file.
    kinds = numpy.frombuffer(body, "u1", offset=start).reshape(KINDS, -1).copy()
    return Model(characters, kinds, *tables)


@cache
def shipped_model() -> Model:
    """The model that the project ships; to decompress it takes two thirds of the time and is done once."""
    shipped = FILE.read_bytes()
    return _read(kept_table("model", [shipped], lambda: lzma.decompress(shipped)))
