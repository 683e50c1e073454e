"""Made-up names: lines of the training texts in which a common surname is replaced by one that is also another word.

余, 范, 于 and their like are rare in texts, and each is a frequent character otherwise.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

_COMMON = "王李張陳劉林黃吳蔡楊許鄭謝郭洪邱曾廖賴徐葉蘇莊呂江何蕭羅高潘簡彭盧柯"
_TITLES = (
    "先生|女士|小姐|太太|教授|老師|醫師|醫生|律師|董事長|總經理|經理|主任|局長|部長|委員|議員|校長|院長|總統|法官|檢察官|記者|某|氏"
    "|老爺|公子|姑娘|大人|員外|相公|夫人|將軍|伯伯|叔叔|阿姨|隊長|主席|書記|市長|縣長|處長|同學|同志|導演|博士"
)
_ROLES = (
    "記者|委員|教授|主任|局長|被告|被告人|原告|律師|醫師|作者|導演|演員|歌手|市長|總統|部長|選手|上訴人|證人|主席|總經理|董事長|經理"
    "|院長|校長|書記|球員|隊長|同學|名叫|叫做"
)
_TITLED = re.compile(f"(?:(?<![\u4e00-\u9fff])|(?<=[是的向對和與給請問找見到讓被叫由]))([{_COMMON}])(?={_TITLES})")
_NAMED = re.compile(
    f"(?<=[\u4e00-\u9fff])(?:{_ROLES})([{_COMMON}])([\u4e00-\u9fff]{{2}})(?=[，。、：；）（表說認指在的])"
)
# How often each surname is made, by how often it is met and how easily it is mistaken.
_SURNAMES = {
    "余": 8,
    "范": 8,
    "鍾": 8,
    "于": 12,
    "周": 14,
    "曲": 5,
    "朴": 6,
    "郁": 4,
    "游": 4,
    "涂": 4,
    "岳": 5,
    "姜": 6,
    "卜": 3,
    "谷": 5,
    "云": 1,
    "干": 1,
    "向": 3,
    "別": 1,
    "后": 1,
    "沈": 6,
    "党": 1,
    "仇": 2,
    "胡": 8,
}
_GIVEN = (
    "明華建國文志偉美玲淑芬雅婷俊家豪怡君佳穎宗翰冠宇承恩詩涵宜庭子軒雨薇小紅麗娟秀英金龍玉蘭海燕曉東永強國棟德勝春梅"
)
_RISKY_GIVEN = "里于干雲松后周余范游谷岳曲樸征向復發克才準"
_LONGEST = 160


def made_up(lines: list[str], most: int) -> Iterator[str]:
    """At most ``most`` of ``lines``, with other names."""
    draw = random.Random(most + len(lines))  # noqa: S311 (no secret hangs on it)
    left = most
    for line in lines:
        match = len(line) <= _LONGEST and (_TITLED.search(line) or _NAMED.search(line))
        if not match or not left:
            continue
        left -= 1
        surname = draw.choices(list(_SURNAMES), list(_SURNAMES.values()))[0]
        if match.re is _TITLED:
            yield re.sub(f"{match[1]}(?={_TITLES})", surname, line)
        else:
            yield line[: match.start(1)] + surname + _given(draw) + line[match.end(2) :]


def _given(draw: random.Random) -> str:
    """A given name of one or two characters; one in ten has a character that is also another word."""
    given = [draw.choice(_GIVEN) for _ in range(draw.choice((1, 2, 2)))]
    if draw.random() < 0.1:
        given[draw.randrange(len(given))] = draw.choice(_RISKY_GIVEN)
    return "".join(given)
