"""Made-up sentences for senses that the training texts hardly have: senses.txt, each of its lines many sentences."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

SENSES = Path(__file__).with_name("senses.txt")
"""Those that the project has."""

_CHOICE = re.compile(r"\[([^\]]*)\](\??)")
_TIMES = r"^(?:(\d+)x )?(.*)"
# So many sentences of a line: as many as a sense has in a text of its kind, few enough for the others to count.
_MOST = 150


# Sentences of one subject stand together in texts: so many of them make a line.
_TOGETHER = (1, 1, 2, 3)


def senses(file: Path) -> list[str]:
    """The sentences of ``file``, each once, one to three of a section (# begins one) a line; the same each time."""
    found = []
    for section in re.split("^#.*$", file.read_text(encoding="utf-8"), flags=re.MULTILINE):
        sentences = list(dict.fromkeys(each for line in section.split("\n") if line for each in drawn(line)))
        draw = random.Random(section)  # noqa: S311 (no secret hangs on it)
        draw.shuffle(sentences)
        while sentences:
            together = draw.choice(_TOGETHER)
            found.append("".join(sentences[:together]))
            del sentences[:together]
    return found


# What stands around a name; each name is made so many sentences with them.
_AROUND = [
    "記者{}說", "他到了{}，", "在{}的", "、{}和", "（{}", "{}表示，", "是{}的", "與{}一起", "《{}》", "總統{}在",
    "·{}，", "{}·",
    "位於{}，", "{}人", "，{}又", "從{}來", "{}市", "前鋒{}", "，{}", "和{}",
]  # fmt: skip
_EACH = 3


def of_names(names: Iterable[str]) -> Iterator[str]:
    """Sentences with each of ``names``."""
    for number, name in enumerate(names):
        for each in range(_EACH):
            yield _AROUND[(7 * number + each) % len(_AROUND)].format(name)


def drawn(line: str) -> Iterator[str]:
    """Some of the sentences that ``line`` stands for: [a|b] is a or b, [a|b]? may be left out; 20x before it asks for
    twenty times as many."""
    times, line = re.findall(_TIMES, line)[0]
    draw = random.Random(line)  # noqa: S311 (no secret hangs on it)
    for _ in range(_MOST * int(times or 1)):
        yield _CHOICE.sub(
            lambda choice: "" if choice[2] and draw.random() < 0.5 else draw.choice(choice[1].split("|")), line
        )
