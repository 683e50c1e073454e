"""In how many ways a pattern reads a text that it does not match: counted over its positions, without matching.

A backtracking matcher tries each way to read what stands there before it gives up. The ways are the paths through the
places of the pattern that read a character; how many there are is known after one walk over the text, however many
they are. What cannot be told from the pattern alone (lookarounds, references back) counts as if it held.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib import import_module
from itertools import chain, pairwise

PARSER, NAMES = import_module("re._parser"), import_module("re._constants")
CLASSES = {
    getattr(NAMES, f"CATEGORY_{name}"): sign
    for name, sign in zip(
        ("DIGIT", "NOT_DIGIT", "SPACE", "NOT_SPACE", "WORD", "NOT_WORD"),
        (r"\d", r"\D", r"\s", r"\S", r"\w", r"\W"),
        strict=True,
    )
}
ONE = (NAMES.LITERAL, NAMES.NOT_LITERAL, NAMES.ANY, NAMES.IN)
REPEATS = (NAMES.MAX_REPEAT, NAMES.MIN_REPEAT, NAMES.POSSESSIVE_REPEAT)
# A repetition that is longer is read as one without an end.
COPIES = 40
# Signs at which patterns part, one of each kind; those that a pattern itself names are tried as well.
SIGNS = [*' \n\t0a一年月，。:/-.()|_"<>#*\u3000[]{}=&;!@%+`^\\、']


@dataclass
class Part:
    """A part of a pattern: in how many ways it may be empty (and whether nothing else is asked of that), the places that
    it begins and ends with, in how many ways, and those behind which nothing of it is left that could fail."""

    empty: int = 1
    freely_empty: bool = True
    first: Counter = field(default_factory=Counter)
    last: Counter = field(default_factory=Counter)
    done: set = field(default_factory=set)


class Places:
    """The places of a pattern that read a character, and which may follow which in how many ways."""

    def __init__(self, pattern, flags: int = 0, whole: bool = False, anchored: bool = False) -> None:
        parsed = PARSER.parse(pattern, flags) if isinstance(pattern, str) else pattern
        self.flags = parsed.state.flags
        # The places of each class of signs, and of each sign alone.
        self.classes: dict[tuple, list[int]] = {}
        self.letters: dict[int, list[int]] = {}
        self.follow: list[Counter] = []
        self.again: set[int] = set()
        self.loops = 0
        # Those of what is given back whole or not at all, and of them those that read on for as long as they can.
        self.atomic: set[int] = set()
        self.greedy: set[int] = set()
        self.ahead: list[Places] = []
        self.texts: set[str] = set()
        self.part = self._sequence(list(parsed))
        self.done = set() if whole else self.part.done
        self.anchored = anchored or begins(list(parsed), self.flags)
        self._by_sign: dict[str, frozenset[int]] = {}
        self._moves: dict[tuple[str, str], dict[int, list[tuple[int, int, bool]]]] = {}

    def _sequence(self, nodes: list) -> Part:
        whole = Part()
        for operation, value in nodes:
            part = self._part(operation, value)
            self._link(whole.last, part.first)
            whole.first = whole.first + _times(part.first, whole.empty)
            whole.last = _times(whole.last, part.empty) + part.last
            whole.done = whole.done | part.done if part.freely_empty else part.done
            whole.empty, whole.freely_empty = whole.empty * part.empty, whole.freely_empty and part.freely_empty
        return whole

    def _part(self, operation, value) -> Part:
        if operation in ONE or operation is NAMES.GROUPREF:
            place = Counter([len(self.follow)])
            own = (
                (operation, tuple(value) if operation is NAMES.IN else value)
                if operation in ONE
                else (NAMES.NOT_LITERAL, -1)
            )
            kept, key = (self.letters, value) if operation is NAMES.LITERAL else (self.classes, own)
            kept.setdefault(key, []).extend(place)
            self.follow.append(Counter())
            return Part(0, False, place, place, set(place))
        if operation in (NAMES.ASSERT, NAMES.ASSERT_NOT):
            self.ahead.append(Places(value[1], self.flags, anchored=True))
            return Part(freely_empty=False)
        if operation is NAMES.AT:
            return Part(freely_empty=False)
        if operation is NAMES.SUBPATTERN:
            return self._sequence(list(value[3]))
        if operation is NAMES.ATOMIC_GROUP:
            return self._held(list(value))
        if operation in REPEATS:
            return self._repeat(operation, *value)
        if operation is NAMES.GROUPREF_EXISTS:
            return self._choice([value[1], value[2] or []])
        assert operation is NAMES.BRANCH, operation
        return self._choice(value[1])

    def _held(self, nodes: list) -> Part:
        start = len(self.follow)
        part = self._sequence(nodes)
        self.atomic |= set(range(start, len(self.follow)))
        return part

    def _choice(self, branches: list) -> Part:
        whole = Part(0, False)
        for branch in branches:
            part = self._sequence(list(branch))
            whole.first, whole.last, whole.done = (
                whole.first + part.first,
                whole.last + part.last,
                whole.done | part.done,
            )
            whole.empty, whole.freely_empty = whole.empty + part.empty, whole.freely_empty or part.freely_empty
        return whole

    def _repeat(self, operation, least: int, most: int, nodes) -> Part:
        nodes, endless, start = list(nodes), most > COPIES, len(self.follow)
        # What may come once, or often, parts the ways; what comes as often as it is written does not.
        if most > 1 and not (len(nodes) == 1 and nodes[0][0] in ONE):
            self.texts.update(examples(nodes))
        least = min(least, COPIES)
        copies = []
        for _ in range(max(least, 1) if endless else most):
            copies.append(self._held(nodes) if operation is NAMES.POSSESSIVE_REPEAT else self._sequence(nodes))
        if most > 1:
            self.loops += 1 if len(nodes) == 1 and nodes[0][0] in ONE else 2
            self.again |= set(range(start, len(self.follow)))
        for before, behind in pairwise(copies):
            self._link(before.last, behind.first)
        if endless:
            self._link(copies[-1].last, copies[-1].first)
            if operation is NAMES.POSSESSIVE_REPEAT and len(nodes) == 1 and nodes[0][0] in ONE:
                self.greedy |= set(copies[-1].last)
        ends = [each for number, each in enumerate(copies, 1) if number >= least or each.empty]
        return Part(
            1 if least == 0 else min(copies[0].empty, 2) ** least,
            least == 0 or all(each.freely_empty for each in copies),
            copies[0].first if copies else Counter(),
            sum((each.last for each in ends), Counter()),
            set().union(*(each.done for each in ends)),
        )

    def _link(self, last: Counter, first: Counter) -> None:
        for place, ways in last.items():
            for other, more in first.items():
                self.follow[place][other] += ways * more

    def reading(self, sign: str) -> frozenset[int]:
        """The places that read the sign."""
        if sign not in self._by_sign:
            same = {sign, sign.lower(), sign.upper()} if self.flags & re.I else {sign}
            codes = {ord(each) for each in same if len(each) == 1}
            read = [self.letters.get(code, []) for code in codes]
            read += [places for own, places in self.classes.items() if self._reads(*own, codes)]
            self._by_sign[sign] = frozenset(chain.from_iterable(read))
        return self._by_sign[sign]

    def moves(self, sign: str, after: str) -> dict[int, list[tuple[int, int, bool]]]:
        """From each place that reads `sign` to those that read `after` behind it: the place, in how many ways, and
        whether both are of what is given back whole."""
        if (sign, after) not in self._moves:
            on = self.reading(after)
            self._moves[sign, after] = {
                place: [
                    (other, more, place in self.atomic and other in self.atomic)
                    for other, more in self.follow[place].items()
                    if other in on and (other == place or place not in self.greedy or place not in on)
                ]
                # Behind such a place the whole has matched, and nothing more is tried.
                * (place not in self.done)
                for place in self.reading(sign)
            }
        return self._moves[sign, after]

    def _reads(self, operation, value, codes: set[int]) -> bool:
        if operation is NAMES.ANY:
            return bool(self.flags & re.S) or 10 not in codes
        if operation is NAMES.LITERAL:
            return value in codes
        if operation is NAMES.NOT_LITERAL:
            return value not in codes
        negated = value[0][0] is NAMES.NEGATE
        return negated != any(in_class(kind, given, codes) for kind, given in value)


def _times(places: Counter, ways: int) -> Counter:
    return Counter({place: count * ways for place, count in places.items()}) if ways else Counter()


def in_class(kind, given, codes: set[int]) -> bool:
    """Whether one of the codes is in an entry of a class of characters."""
    if kind is NAMES.LITERAL:
        return given in codes
    if kind is NAMES.RANGE:
        return any(given[0] <= code <= given[1] for code in codes)
    return kind is NAMES.CATEGORY and any(re.match(CLASSES[given], chr(code)) for code in codes)


def begins(nodes: list, flags: int) -> bool:
    """Whether what is parsed matches at the beginning of a text only."""
    for operation, value in nodes:
        if operation is NAMES.AT:
            if value is NAMES.AT_BEGINNING_STRING or (value is NAMES.AT_BEGINNING and not flags & re.M):
                return True
        elif operation is NAMES.SUBPATTERN:
            return begins(list(value[3]), flags)
        elif operation is NAMES.BRANCH:
            return all(begins(list(branch), flags) for branch in value[1])
        elif operation not in (NAMES.ASSERT, NAMES.ASSERT_NOT):
            return False
    return False


def examples(nodes: list) -> list[str]:
    """A dozen texts that what is parsed reads."""
    texts = [""]
    for operation, value in nodes:
        ends = [""]
        if operation in ONE:
            ends = [_sign(operation, value)]
        elif operation in (NAMES.SUBPATTERN, NAMES.ATOMIC_GROUP):
            ends = examples(list(value[3] if operation is NAMES.SUBPATTERN else value))
        elif operation is NAMES.BRANCH:
            ends = [text for branch in value[1] for text in examples(list(branch))[:2]]
        elif operation in REPEATS:
            ends = [text * max(1, min(value[0], COPIES)) for text in examples(list(value[2]))[:3]]
            ends += [""] * (value[0] == 0)
        texts = [text + end for text in texts for end in ends][:48]
    return [text for text in texts if text]


def _sign(operation, value) -> str:
    if operation is NAMES.LITERAL:
        return chr(value)
    given = Places.__new__(Places)
    given.flags = re.S
    own = [
        chr(each[1] if each[0] is NAMES.LITERAL else each[1][0])
        for each in (value if operation is NAMES.IN else [])
        if each[0] in (NAMES.LITERAL, NAMES.RANGE)
    ]
    return next((sign for sign in [*SIGNS, *own] if given._reads(operation, value, {ord(sign)})), "x")


def ways(places: Places, word: str, length: int, start: Counter, everywhere: bool, enough: int) -> int:
    """The ways to read up to `length` characters of `word` after `word`, begun at the places of `start` (`everywhere`: at
    each character anew); no more are counted than `enough`."""
    begun = {sign: [each for each in start.items() if each[0] in places.reading(sign)] for sign in word}
    alive, total = dict(begun[word[0]]), 0
    for index in range(length):
        total += sum(alive.values())
        if total > enough or (not alive and not everywhere):
            break
        after = word[(index + 1) % len(word)]
        moves, behind = places.moves(word[index % len(word)], after), dict(begun[after]) if everywhere else {}
        for place, count in alive.items():
            for other, more, held in moves[place]:
                if held:
                    behind[other] = max(behind.get(other, 0), count)
                else:
                    behind[other] = behind.get(other, 0) + count * more
        alive = behind
    return total


def most_ways(places: Places, length: int, enough: int) -> tuple[int, str]:
    """The most ways that were found to read a text of `length` characters, or of a dozen of a longer word, and the word
    that it repeats; no more are counted than `enough`."""
    if places.loops < 2:
        # One sign again and again is read in one way from each beginning.
        return max([(0, ""), *(most_ways(inner, length, enough) for inner in places.ahead)])
    signs: dict[frozenset[int], str] = {}
    for sign in [*SIGNS, *(chr(code) for code, own in places.letters.items() if not places.again.isdisjoint(own))]:
        signs.setdefault(places.reading(sign), sign)
    single = [sign for own, sign in signs.items() if own and not any(own < other for other in signs)]
    loops = {sign: _ways(places, sign, length, places.reading(sign), enough) for sign in single}
    most = sorted(single, key=loops.__getitem__, reverse=True)[:8]
    words = [*most, *sorted(places.texts, key=len)[:60], *(a + b for a in most for b in most if a != b)]
    found = (0, "")
    for word in words:
        long, begun = max(length, 12 * len(word)), places.reading(word[0])
        found = max(found, (ways(places, word, long, places.part.first, not places.anchored, enough), word))
        if _ways(places, word, long, begun, enough) > enough:
            found = max(found, (max(_ways(places, word, long, (place,), enough) for place in begun), word))
        if found[0] > enough:
            break
    return max([found, *(most_ways(inner, length, enough) for inner in places.ahead)])


def _ways(places: Places, word: str, length: int, begun: Iterable[int], enough: int) -> int:
    return ways(places, word, length, Counter(begun), False, enough)
