"""Who speaks where an article is a conversation: paragraphs that begin with the speaker's name and a colon."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from digest.articles.weighing.sentence_reading import Sentence

# Of a foreign name all parts belong to it (Ada Lovelace:).
_LABEL = re.compile(
    r"(?P<name>[^\s,.;!?“”「」()<>\[\]的是]{1,10}?|[a-z][a-z.'’-]*(?: [a-z][a-z.'’-]*){1,3})\s*:(?!//)\s*"
)
# An article in which two speak three times each at least is a conversation; 总结： at two paragraphs makes none.
_SPEAKERS, _TURNS = 2, 3
# Of what stands before a colon in a conversation, nine in ten are those who speak; in a forum's page or minutes with
# 引用：, 理由：, 改为： it was .55 to .81.
_MOST = 0.85
# Who puts a question in half of the turns asks.
_ASKS = 0.5
# 问 and 答 stand for speakers, but are no names.
_NO_NAMES = frozenset("问答qa")


@dataclass(frozen=True)
class Turn:
    """Whose turn a sentence is in: ``name`` (empty where only 答 stands there), and whether that one ``asks``.

    ``label`` is how many of the sentence's first characters only name the speaker.
    """

    name: str
    asks: bool
    label: int = 0


def turns(sentences: Sequence[Sentence]) -> dict[int, Turn]:
    """By number of a sentence, the turn it is in; empty where the article is no conversation."""
    labels = {each.number: match for each in sentences if each.first and (match := _LABEL.match(each.folded))}
    often = Counter(match["name"] for match in labels.values())
    speakers = {name for name, count in often.items() if count >= _TURNS}
    if len(speakers) < _SPEAKERS or sum(often[name] for name in speakers) < _MOST * often.total():
        return {}
    begun = {number: match for number, match in labels.items() if match["name"] in speakers}
    folded = _spoken(sentences, begun)
    asking = _asking(sentences, folded)
    found = {}
    for each in sentences:
        if name := folded.get(each.number):
            match = begun.get(each.number)
            shown = _as_written(sentences, begun, name)
            found[each.number] = Turn("" if name in _NO_NAMES else shown, name in asking, match.end() if match else 0)
    return found


def _spoken(sentences: Sequence[Sentence], begun: Mapping[int, re.Match[str]]) -> dict[int, str]:
    """By number of a sentence, the folded name of who speaks; a heading ends a turn."""
    speaker, section, found = "", "", {}
    for each in sentences:
        if each.section != section:
            speaker, section = "", each.section
        if match := begun.get(each.number):
            speaker = match["name"]
        if speaker:
            found[each.number] = speaker
    return found


def _asking(sentences: Sequence[Sentence], spoken: Mapping[int, str]) -> set[str]:
    """Those who put a question in half of their turns."""
    asked: defaultdict[str, list[bool]] = defaultdict(list)
    last = ""
    for each in sentences:
        speaker = spoken.get(each.number, "")
        if speaker and (speaker != last or not asked[speaker]):
            asked[speaker].append(False)
        if speaker and "?" in each.folded:
            asked[speaker][-1] = True
        last = speaker
    return {speaker for speaker, turned in asked.items() if sum(turned) >= _ASKS * len(turned)}


def _as_written(sentences: Sequence[Sentence], begun: Mapping[int, re.Match[str]], name: str) -> str:
    """The speaker's name in the article's own script."""
    first = min(number for number, match in begun.items() if match["name"] == name)
    start, end = begun[first].span("name")
    return next(each.text[start:end] for each in sentences if each.number == first)
