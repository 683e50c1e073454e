"""Pages that came instead of an article: a check whether a person asks, a refusal, an error, a notice of removal."""

from __future__ import annotations

import re
from collections.abc import Iterable

from convert.evidence.lines import is_prose
from convert.text.characters import folded, hanzi_count, letters

# Of 40 such pages saved by crawlers the longest has some 560 letters.
STAND_IN_MOST = 900
# What else a page says that is named as an error: an article about errors goes on.
OTHERS_MOST = 300
# Of the sentences of a page that bears any other title; a note on an error quotes it.
OWN_SHARE = 0.5

# Titles that name what happened and nothing else (folded: half-width, lower case, Simplified).
TITLED = re.compile(
    r"(?:just a moment|attention required|access (?:to this page )?(?:has been )?denied|privacy error|blocked|forbidden"
    r"|(?:page |file )?not found|(?:an )?error(?: occurred)?|(?:service|server|site|page) (?:temporarily )?unavailable"
    r"|bad gateway|gateway time-?out|too many requests|security (?:check|verification)|robot check|ddos-guard"
    r"|are you (?:a )?(?:human|robot)|verify(?:ing)? you are human|(?:this )?(?:site|page) can.?t be (?:reached|found)"
    r"|this site can.?t provide a secure connection|problem loading page|server not found|(?:http )?(?:error )?[45]\d\d"
    r"(?:\W[a-z]{2,12}(?: [a-z]{2,12}){0,2})?"
    r"|.{0,16}(?:安全|人机|访问|身份)(?:验证|检查|校验)(?:中心|页面)?|验证码|访问(?:受限|被拒绝|异常|过于频繁)"
    r"|(?:找不到|未找到|无法(?:打开|访问|显示))(?:该|此|这个)?(?:页面|网页|网站)"
    r"|(?:该|此)?(?:页面|网页|文章|内容)(?:不存在|找不到|已(?:被)?删除|无法访问|走丢了|出错了?)"
    r"|系统(?:提示|繁忙|错误)|(?:温馨|错误)提示|提示信息|出错了?|.{0,20}错误页面)"
)
# Sentences of such pages.
SAID = re.compile(
    r"verif(?:y|ying|ies) (?:that )?you are (?:not )?(?:a )?(?:human|robot|bot)"
    r"|checking (?:your|if the site) (?:browser|connection)"
    r"|enable javascript and cookies|review the security of your connection|(?:request|you) (?:has|have) been blocked"
    r"|why have i been blocked|security certificate|ssl protocol|check your internet connection|\bray id"
    r"|permission to access .{1,80} on this server|requested url|page you (?:are looking|requested|were looking)"
    r"|(?:该|此|本|这篇|您?(?:访问|查看|浏览|打开|请求|要找|寻找|找)的)(?:内容|文章|页面|帖子|网页|链接|问题|作品|微博|公众号)"
    r".{0,6}(?:已(?:被|经)?.{0,8}(?:删除|下架|屏蔽|移除|注销|封禁|迁移|失效|过期)|(?:因|涉嫌).{0,16}(?:违规|违反|投诉|无法查看)|不存在|找不到"
    r"|(?:暂时)?无法(?:查看|访问|显示))"
    r"|环境异常|完成验证后(?:即可|方可|才[能可]|可)|(?:请|需要?)(?:先)?(?:完成|进行|通过).{0,6}(?:安全|人机|滑块|图形|身份)验证"
    r"|拖动.{0,6}(?:滑块|拼图)|(?:您|你)?的?(?:访问|请求|操作)(?:过于|太|过)频繁|访问(?:被|已被|已遭)(?:拒绝|拦截|阻断|禁止|限制)"
    r"|(?:停止|拒绝|禁止|限制)(?:了)?您?(?:的)?访问(?:本|此|该)(?:网站|站|网页|页面)|您的ip.{0,12}(?:封|限制|拦截|禁)"
    r"|(?:请|需要?)(?:您)?(?:先)?(?:登录|登入).{0,6}(?:后|才[能可]|即可|再).{0,6}(?:查看|访问|阅读|浏览)"
)


def stands_in(title: str, lines: Iterable[str]) -> str:
    """The line with which a page says that it came instead of an article; empty where it is one.

    `title` is the title of the page, `lines` are all that it says.
    """
    title = folded(title)
    shown = [line for line in (" ".join(line.split()) for line in lines) if letters(line)]
    if sum(len(letters(line)) for line in shown) > STAND_IN_MOST:
        return ""
    said = [line for line in (title, *shown) if SAID.search(folded(line))]
    if not said:
        return ""
    others = [line for line in shown if line not in said]
    parts = (part.strip(" .!?。！？…") for part in (title, *title.split("|")))
    named = any(map(TITLED.fullmatch, parts)) and sum(map(hanzi_count, others)) <= OTHERS_MOST
    # Words of menus and buttons stand on any page.
    own, rest = (sum(len(letters(x)) for x in part) for part in (said, filter(is_prose, others)))
    return said[0] if named or own >= OWN_SHARE * (own + rest) else ""
