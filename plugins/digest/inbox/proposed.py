"""What becomes of the digest's files when a proposal is carried out: new texts by path, nothing written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from digest.articles.reading import read_article
from digest.files import front_matter
from digest.files.findings import nearest
from digest.inbox.event import Proposal, ProposalFault
from digest.plan.relations import KINDS
from digest.plan.site_plan import SitePlan
from digest.plan.suggestions import SuggestionEntry, bare
from digest.proposals.decisions import with_claims, with_relations
from digest.proposals.suggestion_text import scalar
from digest.text.visible_text import blocks, visible
from digest.zh.variants import VARIANTS

_REF = re.compile(r"(?P<slug>[A-Za-z0-9_-]+)#(?P<id>c[1-9]\d*)")
_KIND = re.compile(r"[（(]\s*([a-z-]+)")
_EDIT = "在文章的文件里直接改"
# Markdown and HTML begin with these; a proposal is plain words, in which they would mean something else.
_SIGNS = re.compile(
    r"[<>`\[\]{}\\|*_~#]|^(?:[-+=:!?>]|\d{1,9}[.)])\s|^---|https?://|javascript:", re.MULTILINE | re.IGNORECASE
)


@dataclass(frozen=True)
class ProposedChange:
    """``texts`` are the new texts by path; ``said`` is what was done, a line, of checked words only."""

    texts: dict[Path, str]
    said: str


def change(docs: Path, plan: SitePlan, proposal: Proposal) -> ProposedChange:
    """The change that a proposal asks for. Raises ProposalFault where it cannot be made."""
    made = {"sentence": _sentence, "claim": _claim, "relation": _relation, "term": _term}[proposal.kind]
    return made(docs, plan, proposal)


def _path(docs: Path, plan: SitePlan, slug: str) -> Path:
    """The file of an article. Only a slug that the digest has leads to one."""
    if slug not in plan.articles:
        guess = nearest(slug[:80], plan.articles)
        raise ProposalFault(
            f"没有文章 {slug[:80]!r}", "文章网址里的名字" + (f"（相近的：{guess}）" if guess else ""), "stone-bridge"
        )
    return docs.parent / plan.articles[slug].file


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8") if path.is_file() else ""


def _plain(label: str, text: str) -> str:
    """One line of plain words. Raises ProposalFault for any other."""
    found = _SIGNS.search(text)
    if "\n" in text or found:
        came = "换行" if "\n" in text else found[0] if found else ""
        raise ProposalFault(f"{label}里有 {came!r}", f"一行普通的文字；要用记号的，{_EDIT}")
    return text.strip()


def _sentence(docs: Path, plan: SitePlan, proposal: Proposal) -> ProposedChange:
    slug, new = proposal["article"], _plain("改成", proposal["change"])
    path = _path(docs, plan, slug)
    text = _read(path)
    start, end = _span(text, proposal["sentence"])
    if bare(text[start:end]) != bare(proposal["sentence"]):
        raise ProposalFault("这一句里有链接、强调或者论点的记号", _EDIT)
    changed = text[:start] + new + text[end:]
    _same_faults(slug, text, changed)
    return ProposedChange({path: changed}, f"改一句：{slug}")


def _span(text: str, sentence: str) -> tuple[int, int]:
    """Where in a file's text a sentence, or words, stand. Raises ProposalFault where they do not, or more than once."""
    front, _ = front_matter.read("", text)
    first, wanted, found = len(text) - len(front.body), bare(sentence), []
    for block in blocks(front.body):
        seen = visible(block.source)
        for begin, end in seen.sentences():
            if wanted and bare(seen.text[begin:end]) == wanted:
                start, stop = seen.written(begin, end)
                found.append((first + block.start + start, first + block.start + stop))
    if not found and wanted and text.count(sentence.strip(), first) == 1:
        start = text.index(sentence.strip(), first)
        found.append((start, start + len(sentence.strip())))
    if len(found) != 1:
        came = "文章里找不到这一句" if not found else f"这一句在文章里有 {len(found)} 处"
        raise ProposalFault(f"{came}：{sentence[:40]}", f"文章里只有一处的原句，一字不差；或者{_EDIT}")
    return found[0]


def _same_faults(slug: str, before: str, after: str) -> None:
    """Raises ProposalFault where a change of an article brings in a fault."""
    old = {(each.code, each.message) for each in read_article("", slug, before)[1]}
    new = [each for each in read_article("", slug, after)[1] if (each.code, each.message) not in old]
    if new:
        raise ProposalFault(f"改了以后有错：{new[0].code}（{new[0].message[:80]}）", new[0].allowed, new[0].example)


def _claim(docs: Path, plan: SitePlan, proposal: Proposal) -> ProposedChange:
    slug = proposal["article"]
    path = _path(docs, plan, slug)
    text, name = _with_claim(_read(path), slug, proposal["sentence"], proposal["text"], proposal["holder"])
    return ProposedChange({path: text}, f"论点：{slug}#{name}")


def _with_claim(text: str, slug: str, sentence: str, words: str, holder: str) -> tuple[str, str]:
    """The article's text with a claim at a sentence, and the claim's id."""
    words, holder = _plain("论点", words or sentence), _plain("谁说的", holder)
    entry = SuggestionEntry(1, 1, False, "yes", article=slug, sentence=sentence, text=words, holder=holder)
    outcome = with_claims(text, [entry], "")
    if not outcome.done:
        raise ProposalFault(
            f"文章里找不到这一句，或者它不能加记号：{sentence[:40]}", f"文章里的原句，一字不差；或者{_EDIT}"
        )
    article, _ = read_article("", slug, outcome.text)
    found = [each.id for each in article.claims if bare(each.quote) == bare(sentence)] if article else []
    return outcome.text, found[-1]


def _relation(docs: Path, plan: SitePlan, proposal: Proposal) -> ProposedChange:
    texts: dict[Path, str] = {}
    claims = tuple(_claim_of(docs, plan, proposal[side], texts) for side in ("one", "other"))
    kind = _kind(proposal["kind"])
    reason = _plain("理由", proposal["reason"])
    path = docs / "relations.yml"
    drawn = {frozenset((each.a, each.b)): each.line for each in plan.relations}
    if claims[0].partition("#")[0] == claims[1].partition("#")[0]:
        raise ProposalFault("两句在同一篇文章里", "两篇文章里的各一句")
    outcome = with_relations(
        _read(path), [SuggestionEntry(1, 1, False, kind, claims, reason=reason)], drawn, plan.apart, ""
    )
    if not outcome.done:
        raise ProposalFault("这两条论点已经有关系，或者编者写了不相干", "还没有关系的两条论点")
    texts[path] = outcome.text
    return ProposedChange(texts, f"关系：{claims[0]} {kind} {claims[1]}")


def _claim_of(docs: Path, plan: SitePlan, side: str, texts: dict[Path, str]) -> str:
    """The ref of a claim that a side names: by ref, or by the article's slug and a sentence on the lines below it."""
    first, _, sentence = side.strip().partition("\n")
    ref = _REF.search(first)
    if ref:
        if ref[0] not in plan.claims:
            guess = nearest(ref[0][:80], plan.claims)
            raise ProposalFault(
                f"没有论点 {ref[0][:80]}", "有的论点" + (f"（相近的：{guess}）" if guess else ""), "stone-bridge#c2"
            )
        return ref[0]
    slug = first.strip()
    path = _path(docs, plan, slug)
    known = next((each for each in plan.articles[slug].claims if bare(each.quote) == bare(sentence)), None)
    if known:
        return known.ref
    texts[path], name = _with_claim(texts.get(path) or _read(path), slug, sentence.strip(), "", "")
    return f"{slug}#{name}"


def _kind(said: str) -> str:
    named = _KIND.search(said)
    kind = named[1] if named else said.strip()
    if kind not in KINDS or kind == "unrelated":
        allowed = "、".join(each for each in KINDS if each != "unrelated")
        raise ProposalFault(f"没有关系 {said[:40]!r}", allowed, "相左（disputes）")
    return kind


def _term(docs: Path, plan: SitePlan, proposal: Proposal) -> ProposedChange:
    """A line of terms.yml: a phrase, and what it becomes in a variant."""
    tag = next((each for each in sorted(VARIANTS, key=len, reverse=True) if each in proposal["variant"]), "")
    phrase, wanted = (
        _plain(label, proposal[field]) for label, field in (("原文里的词", "phrase"), ("应该是", "wanted"))
    )
    if not tag:
        raise ProposalFault(f"没有文字 {proposal['variant'][:40]!r}", "、".join(VARIANTS), "繁体（zh-Hant）")
    path = docs / "terms.yml"
    text = _read(path).replace("\r\n", "\n")
    lines = text.splitlines()
    line = f"  {scalar(phrase)}: {scalar(wanted)}"
    key = next(
        (number for number, each in enumerate(lines) if re.fullmatch(rf"{re.escape(tag)}:\s*(?:#.*)?", each)), None
    )
    if key is not None:
        lines.insert(key + 1, line)
    elif any(each.startswith(f"{tag}:") for each in lines):
        raise ProposalFault(f"terms.yml 里 {tag} 的写法不是一行一词", "直接改 docs/terms.yml")
    else:
        lines += [f"{tag}:", line]
    return ProposedChange({path: "\n".join(lines) + "\n"}, f"用词：{tag}")
