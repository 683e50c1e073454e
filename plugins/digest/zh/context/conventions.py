"""What a rule says better than any context: a number before a unit, a surname before a title."""

from __future__ import annotations

import re
from collections.abc import Iterator

_HAN = "\u4e00-\u9fff"
# After a number 只 counts, unless the word that follows says "only".
_ONLY = "是有能要需会占剩差花算为在对从供限准许可好得想做作给让写说看卖买收开放见知顾管怕凭靠因由此用够不及包接招增减"
# Surnames that are another word too, and what they are in front of a person's title.
_SURNAMES = {
    "余": "余",
    "于": "于",
    "范": "范",
    "钟": "鍾",
    "朴": "朴",
    "曲": "曲",
    "郁": "郁",
    "游": "游",
    "岳": "岳",
    "谷": "谷",
    "云": "云",
}
_TITLES = (
    "先生|女士|小姐|太太|教授|老师|医生|大夫|律师|法官|检察官|记者|经理|总经理|董事长|主任|局长|处长|科长|部长|校长|院长|所长|站长|书记"
    "|市长|县长|镇长|队长|厂长|博士|师傅|同学|同志|阿姨|叔叔|大爷|大妈|奶奶|爷爷"
)
# 周某, not 于某日.
_SOMEBODY = "某(?:某|[，。、：的在与和等系因被将（(])"
_LEADS = "的和与请问叫找名让被给是"
# Each rule begins with its character: a text is searched for that first, which is fast.
_RULES = [
    (
        "里",
        "里(?:(?:(?<=[0-9０-９]里)|(?<=[0-9] 里))(?![面头边拉亚尔斯氏程])|(?<=[0-9０-９][多余来几]里)(?![面头边])"
        "|(?<=[百千万]里)(?=[的路地长远外江河山雄风水之追]))",
    ),
    ("周", "周(?:" + "|".join(f"(?<=[绕环转巡]{'.' * n}一周)" for n in range(5)) + ")(?![的内前后之]|时间)"),
    # Weeks that are counted, not turns: 转体3周.
    (
        "週",
        "周(?:(?<=[0-9０-９]周)|(?<=[0-9] 周))(?![年岁边围长折遭游身])"
        + "".join(f"(?<!转{'.' * n})" for n in (2, 3, 4)),
    ),
    ("隻", f"只(?:(?<=[0-9０-９万千百]只)|(?<=[0-9] 只)|(?<=[数几]只)(?<![多少半总人次岁]..))(?![{_ONLY}])"),
    *(
        (form, f"{surname}(?={_TITLES}|{_SOMEBODY})(?:(?<![{_HAN}].)|(?<=[{_LEADS}].))")
        for surname, form in _SURNAMES.items()
    ),
]
_COMPILED = [(form, rule[0], re.compile(rule, re.DOTALL)) for form, rule in _RULES]


def by_rule(text: str) -> Iterator[tuple[int, str]]:
    """Places in a Simplified ``text`` and the form (Taiwan's standard) that a rule asks for there."""
    for form, character, rule in _COMPILED:
        if character in text:
            yield from ((match.start(), form) for match in rule.finditer(text))
