"""How much of each article is published, and why: what ``digest check`` says of rights."""

from __future__ import annotations

from collections.abc import Iterable

from digest.articles.article import Article
from digest.plan.publication import Choice, choice
from digest.text.spoken import in_chinese

_WAYS = {"full": "published in full", "digest": "published as a digest, without the text"}


def listed(articles: Iterable[Article], reserved: str) -> list[str]:
    """A line an article; ``reserved`` is the site's way for those whose notice forbids reposting."""
    return [f"{article.file}: {_said(article.rights, choice(article, reserved), reserved)}" for article in articles]


def counted(articles: Iterable[Article], reserved: str) -> str:
    """How many are published which way."""
    choices = [choice(article, reserved) for article in articles]
    full = sum(chosen.way == "full" for chosen in choices)
    barred = sum(chosen.reason == "rights" for chosen in choices)
    if in_chinese():
        return (
            f"发布：{full} 篇全文，{len(choices) - full} 篇只有摘要和论点；其中 {barred} 篇因声明禁止转载，"
            f"照网站的 reserved_rights: {reserved}（逐篇列出：digest check --rights）"
        )
    return (
        f"published: {full} in full, {len(choices) - full} as a digest without the text; {barred} by the site's "
        f"reserved_rights: {reserved} because the notice forbids reposting (digest check --rights lists them)"
    )


def _said(rights: str, chosen: Choice, reserved: str) -> str:
    if in_chinese():
        why = {
            "front matter": f"开头的资料写明 publish: {chosen.way}",
            "rights": f"声明禁止转载（{rights}），mkdocs.yml 写明 reserved_rights: {reserved}",
        }
        way = "全文发布" if chosen.way == "full" else "只发布摘要和论点，没有正文"
        return f"{way}：{why.get(chosen.reason, '开头的资料没有禁止转载')}"
    reasons = {
        "front matter": f"its front matter says publish: {chosen.way}",
        "rights": f"its notice forbids reposting ({rights}), and mkdocs.yml says reserved_rights: {reserved}",
    }
    return f"{_WAYS[chosen.way]}: {reasons.get(chosen.reason, 'nothing in its head forbids reposting')}"
