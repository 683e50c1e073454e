"""Lists of links to other articles, to tags and to neighbours, which no line of the text announces."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from convert.clean.selection import Selection
from convert.evidence.lines import is_prose as runs
from convert.page import Block, Span
from convert.rules.tables import rule_for
from convert.text.characters import folded, letters
from convert.text.days import DAY

# Labels of lists of links that belong to the article.
SOURCES = re.compile("参考|參考|文献|文獻|资料|資料|注释|註釋|引用|来源|來源|出处|出處|references|sources|links", re.I)
OWN_SOURCES = re.compile(r"\W*(?:参考(?:文献|资料|书目|来源|链接)|引用(?:文献|来源)|注释|references?|bibliography)\W*")
POINTING_AT = re.compile("(?:[这這此]|下[面列]|以下|几[个篇]|幾[個篇])(?!.*[推喜感相热熱猜也还還看读讀])[^，。]{1,12}")
LINKS_LEAST = 3  # so many in a row are a list
LAST_LINKS_LEAST = 2  # below the last line one may be where the article was taken from
# The shortest title; shorter ones are names of sites.
HEADLINE_LEAST = 8
# Where a site keeps what has one tag, is of one category or by one writer.
LISTS = re.compile(
    r"/(?:tags?|keywords?|topics?|categor(?:y|ies)|authors?|labels?|hashtags?|columnists?)/|[?&](?:tag|cat|keyword)="
)
# An address that stands alone on its line; words before it that are not about the page itself.
ADDRESS = re.compile(r"https?://\S+$")
NAMES_ADDRESS = re.compile(
    r"(?<!原文)(?<!本文)(?<!文章)(?:地址|网址|網址|链接|連結|鏈接|下载|下載|官网|官網|项目|專案|如下|在这里|在這裡)(?:如下|为|為|是)?[:：]?\s*$"
    r"|(?<!(?:原文|本文|文章)(?:地址|网址|網址|链接|連結|鏈接))(?<=[^文处處源])[:：]\s*$"
)
OF_PAGE = re.compile("原文|本文|文章|[来來]源|出处|出處|[转轉]自|[链鏈連][接結]")
# A day that stands alone.
DAY_ALONE = re.compile(rf"\W*{DAY}\W*")


def is_link(block: Block) -> bool:
    """True for a line that is nothing but links."""
    # The day of the other article may stand behind its title, outside the link.
    visible = [span for span in block.spans if span.text.strip() and not DAY_ALONE.fullmatch(span.text)]
    return bool(visible) and all(span.href for span in visible) and block.kind in ("paragraph", "item")


def leads_to_lists(block: Block) -> bool:
    """True for a line of links that all lead to lists of the site: of a tag, a category, a writer."""
    links = [span.href for span in block.spans if letters(span.text)]
    return block.kind in ("paragraph", "item", "quote") and bool(links) and all(map(LISTS.search, links))


def heads_sources(block: Block) -> bool:
    """True for what heads the sources of an article, wherever they stand: boxes of a site have no such head."""
    return (block.kind == "heading" or block.bold) and bool(OWN_SOURCES.fullmatch(folded(block.text)))


def is_headline(block: Block) -> bool:
    """True for a line that is one link, as long as a title, or several of them."""
    titles = _titles(block)
    return is_link(block) and titles > 0 and (titles > 1 or not runs(block.text))


def link_runs(texts: list[tuple[int, Block]]) -> list[int]:
    """Indices of blocks in a row that are nothing but links, three or more to other pages, at the end also two as long
    as titles; unless what stands above announces them, or the text goes on below links to as many sites."""
    found: list[int] = []
    run: list[tuple[int, Block]] = []
    above: Block | None = None
    last_prose = max((index for index, block in texts if not is_link(block) and runs(block.text)), default=-1)
    for index, block in [*texts, (-1, Block("end"))]:
        if is_link(block):
            run.append((index, block))
            continue
        titles = [_titles(each) for _, each in run]
        last = index < 0 and all(is_headline(each) and each.kind == "paragraph" for _, each in run)
        least = LAST_LINKS_LEAST if last else LINKS_LEAST
        cited = 0 <= index <= last_prose and _are_of_many_sites(run)
        if sum(max(1, each) for each in titles) >= least and not cited and not _announces(above, run):
            found += [i for i, _ in run]
        above, run = block, []
    return found


def _are_of_many_sites(run: list[tuple[int, Block]]) -> bool:
    """True for links of which each leads to a site of its own: what a site lists of others' stands below its texts."""
    sites = [{urlsplit(span.href).netloc for span in block.spans if span.href} for _, block in run]
    return len(run) >= LINKS_LEAST and len(set().union(*sites)) >= len(run) and "" not in set().union(*sites)


def _titles(block: Block) -> int:
    """How many other pages the links of a block name by titles."""
    return len({span.href for span in block.spans if len(letters(span.text)) >= HEADLINE_LEAST})


def _announces(above: Block | None, run: list[tuple[int, Block]]) -> bool:
    """True for a label of sources, a line that points at them, or what heads a list of links to other pages."""
    if above is None:
        return False
    if SOURCES.search(above.text[-40:]) or POINTING_AT.fullmatch(above.text.strip()):
        return True
    listed = all(block.kind == "item" for _, block in run)
    within = all("#" in span.href for _, block in run for span in block.spans if span.text.strip())
    return listed and not within and (above.kind in ("heading", "item") or above.text.rstrip().endswith((":", "：")))


def cut_tables_of_others(selection: Selection, title: str) -> None:
    """Tables of which rules know each row: the articles before and behind, set side by side. And below the text those
    of nothing but links to other pages, several of them as long as titles."""
    last = max((i for i, b in selection.kept.items() if runs(b.text) and b.kind != "table"), default=-1)
    for index, block in [(i, b) for i, b in selection.kept.items() if b.kind == "table"]:
        rows = [" ".join("".join(span.text for span in cell) for cell in row) for row in block.rows]
        found = [rule_for(row) for row in rows]
        if found[0] is not None and all(found):
            selection.remove(index, found[0].reason)
        elif index > last and _are_titles([span for row in block.rows for cell in row for span in cell]):
            selection.remove(index, "list of links")


def _are_titles(spans: list[Span]) -> bool:
    """True for links to other pages and nothing else, of which several are as long as titles."""
    shown = [span for span in spans if letters(span.text)]
    titles = {span.href for span in shown if len(letters(span.text)) >= HEADLINE_LEAST}
    return all(span.href and span.href[0] != "#" for span in shown) and len(titles) >= LINKS_LEAST


def is_listed(texts: list[tuple[int, Block]], place: int) -> bool:
    """True for a bare address among others, behind a label of sources, below a heading of its own, or behind words that
    name it: what the article refers to."""
    if not ADDRESS.match(texts[place][1].text.strip()):
        return False
    beside = [block.text.strip() for _, block in texts[max(0, place - 1) : place + 2]]
    above = beside[0][-40:] if place else ""
    headed = place > 0 and texts[place - 1][1].kind == "heading" and not OF_PAGE.search(above)
    named = headed or bool(SOURCES.search(above) or NAMES_ADDRESS.search(above))
    return named or sum(bool(ADDRESS.match(line)) for line in beside) > 1
