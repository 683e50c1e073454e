"""What a text is found by: pairs of Han characters, words of other letters and digits, and the ends of runs."""

from __future__ import annotations

import re
from collections import Counter

from digest.script import fold, fold_table

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""The Han characters, as the inside of a character class; ``search-text.js`` has the same."""

# The variants have quote marks of their own; a reader may type any.
_QUOTES = {**dict.fromkeys("“”「」", '"'), **dict.fromkeys("‘’『』", "'")}

# A word of one or two letters says little: To B is found as the pair that it is, also where ToB is written.
SHORT = 2

_RUN = re.compile(f"(?P<han>[{HAN}]+)|(?P<word>[^\\W_{HAN}]+)")


class _Folds(dict):
    """A table for ``str.translate`` that folds each character once: ten times as fast as folding a text anew."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = fold(chr(code))
        return folded


_FOLDS = _Folds({ord(mark): plain for mark, plain in _QUOTES.items()})


def folds() -> dict[str, str]:
    """Every character that is folded by a table, and to what: a browser folds by it as ``folded`` does."""
    return {**fold_table(), **_QUOTES}


def folded(text: str) -> str:
    """``text`` as ``digest.script.fold`` has it, with one kind of quote marks."""
    return text.translate(_FOLDS)


def tokens(text: str) -> Counter[str]:
    """How often the folded ``text`` has each token.

    Of a run of Han characters the tokens are every adjacent pair and the last character alone, so that one
    character is found as the beginning of a token. Of other letters and digits they are the words, and two
    words joined where a single space parts them and one is short.
    """
    found: Counter[str] = Counter()
    last, end = "", -1
    for match in _RUN.finditer(text):
        run = match[0]
        if match["han"]:
            found.update(map(str.__add__, run, run[1:]))
            found[run[-1]] += 1
            continue
        found[run] += 1
        if last and match.start() == end + 1 and text[end] == " " and min(len(last), len(run)) <= SHORT:
            found[last + run] += 1
        last, end = run, match.end()
    return found
