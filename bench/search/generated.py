"""Writes articles whose vocabulary grows as that of texts does."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from digest.zh.script import Script

# Text grows its vocabulary with the power 0.6 of its length (Heaps' law): 40,000 words in a thousand articles,
# 150,000 in ten thousand.
_HEAPS = 0.6
_HEAPS_SCALE = 8
_FIRST_WORDS = 400
_FUNCTION = [
    "的",
    "的",
    "的",
    "的",
    "了",
    "是",
    "在",
    "和",
    "不",
    "有",
    "也",
    "就",
    "都",
    "而",
    "与",
    "对",
    "这",
    "从",
    "到",
    "一个",
    "我们",
    "他们",
    "这个",
    "可以",
    "没有",
    "因为",
    "所以",
    "但是",
    "如果",
    "自己",
    "已经",
    "不是",
    "就是",
    "还是",
    "进行",
    "通过",
    "这种",
    "这些",
    "其中",
    "之间",
]
# The lengths of the repository's articles: 2,100 to 8,900 characters, most of them about 3,000.
_LENGTHS = (2100, 2600, 3000, 3400, 8900)


class Writer:
    """Writes articles whose words follow Zipf's law: a word is drawn from all that was written before."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self.words: list[str] = []
        self._written: list[int] = []
        self._kept: list[tuple[list[str], str]] = []
        level_one = [bytes((high, low)) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF)]
        characters = [code.decode("gb2312") for code in level_one if code <= b"\xd7\xf9"]
        chance.shuffle(characters)
        self._characters = characters
        script = Script()
        self._hant = {ord(each): script.convert(each, "zh-Hans", "zh-Hant") for each in characters}
        self._weights = [1 / (rank + 10) for rank in range(len(characters))]

    def article(self, slug: str) -> dict[str, dict[str, Any]]:
        """One article in both variants."""
        length = self._chance.choice(_LENGTHS)
        title = "".join(self._sentence(4, 7))
        paragraphs: list[list[str]] = []
        while sum(map(len, (word for paragraph in paragraphs for word in paragraph))) < length:
            paragraphs.append(self._sentence(40, 120))
        texts = [title, *("".join(paragraph) for paragraph in paragraphs)]
        self._kept.append((self._chance.choice(paragraphs), title))
        # By single characters: words that are made up have no entry in a table of words.
        hant = [text.translate(self._hant) for text in texts]
        return {path: _data(slug, path, own) for path, own in (("zh-hans", texts), ("zh-hant", hant))}

    def _sentence(self, least: int, most: int) -> list[str]:
        words = []
        for place in range(self._chance.randint(least, most)):
            words.append(self._chance.choice(_FUNCTION) if self._chance.random() < 0.3 else self._word())
            if place % 12 == 11:
                words.append("，" if self._chance.random() < 0.6 else "。")
        return words

    def _word(self) -> str:
        written = len(self._written)
        if len(self.words) < _FIRST_WORDS + _HEAPS_SCALE * written**_HEAPS:
            number = len(self.words)
            size = self._chance.choices((2, 3, 4), (7, 2, 1))[0]
            self.words.append("".join(self._chance.choices(self._characters, self._weights, k=size)))
        else:
            number = self._written[self._chance.randrange(written)]
        self._written.append(number)
        return self.words[number]

    def queries(self, number: int) -> Iterator[str]:
        """Queries that at least one article answers."""
        for count in range(number if self._kept else 0):
            words, title = self._chance.choice(self._kept)
            full = [place for place in range(len(words) - 1) if len(words[place]) > 1 and len(words[place + 1]) > 1]
            place = self._chance.choice(full)
            yield (
                words[place],
                words[place] + words[place + 1],
                f"{words[full[0]]} {words[full[-1]]}",
                title[: max(4, len(title) // 2)],
            )[count % 4]


def _data(slug: str, path: str, texts: list[str]) -> dict[str, Any]:
    title, *paragraphs = texts
    claims = [[f"c{number}", text[:40], "", text[:40]] for number, text in enumerate(paragraphs[:5], 1)]
    return {
        "url": f"{path}/articles/{slug}/",
        "title": title,
        "date": "2021-11-30",
        "about": [["summary", paragraphs[0][:100]]],
        "claims": claims,
        "also": [],
        "text": [[f"p{number}", text] for number, text in enumerate(paragraphs, 1)],
    }
