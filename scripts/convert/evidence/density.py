"""Where running text is dense: the densest run of paragraphs on a page that has no markup to go by."""

from __future__ import annotations

import itertools
import re

from convert.page import Block
from convert.rules.tables import rule_for
from convert.text.characters import HANZI, HANZI_RUN, ends_sentence, hanzi_count, letters

# What a line that is no sentence costs against the characters of paragraphs: three of them outweigh a short
# paragraph, so a menu with one summary in it does not count as text.
SHORT_COST = 30
# Some writers close no paragraph; a line this long is one all the same (see characters.is_ordinary).
PARAGRAPH = 40
# A menu on one line has so many words, of so few characters in the mean.
MENU_WORDS = 5
WORD_MOST = 7
# So many words, some of them Chinese, without a mark of a sentence are a cloud of tags, in whatever scripts.
CLOUD_WORDS = 20
# A sentence in letters of words has so many at least; what buttons and slogans say is shorter. Of 216 pages without
# Chinese and 569 with it 160 characters did no better above a title.
WORDS_LEAST = 12
WORDS_CLOSED = re.compile(r"[.!?:;…][\"'”’)\]]*\s*$")
CLAUSED = re.compile("[，。；：！？、,.;:!?](?:\\s|$)|[，。；：！？、]")

# What people say to each other without a mark is shorter than titles are.
TITLE_LEAST = 12
MARKED = re.compile("[，。；：、,;]")

# Titles or words side by side: so many pieces and no closed sentence. Who sets blanks for commas has shorter clauses.
ROW_LEAST = 5
PIECE_LEAST = 10
SEPARATED = re.compile(r"[·•┊|｜]")
APART = re.compile(rf"(?<=[{HANZI}”」』》】？！）)])\s+(?=[{HANZI}“「『《【])")
# Notices of the site close like sentences and are as long as paragraphs.
NOTICES = frozenset(("disclaimer", "rights notice", "repost notice", "foot of the site", "player or script text"))

# The summary of another article, cut off; what lets no more be read without paying may be cut off as well, but is
# longer, and has whole sentences.
TEASER_MOST = 120
WHOLE_LEAST = 2
SENTENCE = re.compile("[。！？]")
TEASER = ("...", "…")
# The title of another article with its moment: tickers and lists of news.
DATED = re.compile(r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?\s+\d{1,2}:\d\d(?::\d\d)?\s*$")

Texts = list[tuple[int, Block]]


def densest(texts: Texts) -> tuple[int, int]:
    """The indices of the first and last block of the densest run of paragraphs; (-1, -1) if there is none."""
    best, found = 0, (-1, -1)
    running, start = 0, -1
    for index, block in texts:
        if running <= 0:
            running, start = 0, index
        running += _weight(block.text)
        if running > best:
            best, found = running, (start, index)
    return found


def _weight(text: str) -> int:
    """What a line speaks for the text around it, in characters. A longer one without any mark but the last may be a
    title as well, whether it asks, exclaims or stays open."""
    if not _is_dense(text):
        return -SHORT_COST
    return len(text) if len(text) < TITLE_LEAST or MARKED.search(text) else 0


def _is_dense(text: str) -> bool:
    # Lines of verse close in a comma; no menu does.
    closed = ends_sentence(text) or text.rstrip().endswith("，")
    if not closed and (len(text) < PARAGRAPH or 2 * hanzi_count(text) < PARAGRAPH):
        return False
    if is_of_another(text) or is_menu(text) or is_row(text):
        return False
    rule = rule_for(text)
    return rule is None or rule.reason not in NOTICES


def is_row(text: str) -> bool:
    """True for titles or words side by side: links in a row, a strip of pictures, the foot of a site."""
    plain = text.strip()
    if "。" in plain:
        return False
    pieces = APART.split(plain)
    titles = len(pieces) >= ROW_LEAST and len(plain) >= PIECE_LEAST * len(pieces)
    return titles or len(SEPARATED.split(plain)) >= ROW_LEAST


def is_of_another(text: str) -> bool:
    """True for what stands for another article: its summary cut off, or its title with its moment."""
    return bool(DATED.search(text)) or (text.rstrip().endswith(TEASER) and not is_cut_off(text))


def is_cut_off(text: str) -> bool:
    """True for what a page shows of its own article to those who do not pay."""
    return len(text) >= TEASER_MOST and text.rstrip().endswith(TEASER) and len(SENTENCE.findall(text)) >= WHOLE_LEAST


def runs_in_words(text: str) -> bool:
    """True for a closed sentence of many words without Chinese."""
    if len(text) < WORDS_LEAST or not WORDS_CLOSED.search(text) or is_of_another(text):
        return False
    return len(text.split()) >= WORDS_LEAST and not HANZI_RUN.search(text)


def is_menu(text: str) -> bool:
    """True for a line of many short Chinese words: the menu of a site on one line. A phrase in Latin letters has as
    many words, and so has a sentence whose writer sets blanks between the two scripts."""
    words = text.split()
    if len(words) >= CLOUD_WORDS and not CLAUSED.search(text) and HANZI_RUN.search(text):
        return sum(map(len, words)) <= WORD_MOST * len(words)
    if len(words) < MENU_WORDS or sum(map(len, words)) > WORD_MOST * len(words):
        return False
    # Most words of a menu are short; the clauses of a headline are not, though a name may stand among them.
    if 2 * sum(len(word) > WORD_MOST for word in words) > len(words):
        return False
    chinese = [bool(HANZI_RUN.search(word)) for word in words if letters(word)]
    mixed = sum(one != other for one, other in itertools.pairwise(chinese))
    return 2 * sum(chinese) >= len(chinese) and 2 * mixed < max(2, len(chinese))
