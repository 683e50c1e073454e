"""Who says what a sentence says: only names that are known, or that the article itself introduces, with a verb of
speech; a guess that names a pronoun, a half word or nobody is worse than none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from digest.zh.folding import compiled, fold

# Verbs that mean a statement whatever stands before them. 说, 称 and 道 do so only after a name and before its words:
# 来说, 渠道, 赛道, 自称, 称为 have them too.
_STATES = (
    "认为|指出|反驳|强调|坦言|断言|主张(?!者)|直言|表示|回应|呼吁|警告|感叹|谈到|提到|提出|解释|回忆|补充|总结|透露|称赞|批评(?![家者])|质疑"
    "|反对(?![党派票者])|看来|相信|预测|预言|判断|承认|否认|宣称|声称|坚信|写道|说道|讲道"
)
_SAYS = "说|称|道|讲"
# What may stand between a name and its verb: when, where, how, but no other who. Right before 时 stands whom somebody
# meets or asks (会见李石时指出).
_WHEN = "(?![^当同届]?时|采访|专访|提问|一行)[^,;。!?:“「]{0,14}?(?:上|中|里|时|后|前|年|月|日)"
# And to whom.
_TO = "[对向][^,;。!?:“「]{1,14}?"
_BETWEEN = f"(?:[则也还曾又更就便都已]|更是|始终|进一步|随后|这样|曾经|一直|多次|公开|近日|此前|{_WHEN}|{_TO}){{0,3}}"
_OPENS = "[,:“「]"

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪"
    "范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪"
    "庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房"
    "滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁"
    "沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
)
_DOUBLE = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|南宫"
_TITLES = (
    "创始人|联合创始人|首席执行官|首席技术官|首席科学家|首席分析师|首席经济学家|董事长|总裁|副总裁|高级副总裁|总经理|副总经理"
    "|负责人|合伙人|执行董事|董事|总监|主编|主席|会长|秘书长|所长|院长|主任|部长|局长|市长|镇长|村长|校长|教授|副教授|研究员|院士|分析师"
    "|经济学家|学者|专家|作家|记者|律师|工程师|产品经理|ceo|cto|coo|cfo"
)
_POLITE = "先生|女士|教授|老师|院士|博士"
_AFTER = f"{_POLITE}|总"
# Words that begin as a name does.
_NO_NAME = (
    "时候|时间|时代|方面|方法|高层|高度|安全|全部|全国|全球|全世|成功|成立|成本|文化|金融|华尔|任何|经常|曾经|文章|方案"
    "|应[约邀当该急询]|和|向|从"
)
_NAME = (
    rf"(?!{_TITLES}|{_NO_NAME})"
    rf"(?:(?:{_DOUBLE})[一-龥]{{1,2}}?|[{_SURNAMES}][一-龥]{{1,2}}?"
    r"|[a-z]+(?: [a-z]+){1,2}"
    rf"|[一-龥]{{2,4}}·(?:(?!{_STATES})[^\W在于对向则也还曾就说称讲]){{1,4}})"
)
_INTRODUCED = compiled(
    rf"(?:{_TITLES})(?:兼[^,。]{{2,8}})?[、,]?(?P<name>{_NAME}?)(?={_BETWEEN}(?:{_STATES}|(?:{_SAYS})?{_OPENS}|{_SAYS}))"
)
# Somebody whose office is told in one place and who speaks in another: a word of any characters, two to four.
_OFFICE = compiled(rf"(?:{_TITLES})(?:兼[^,。]{{2,8}})?[、,]?(?!{_TITLES})(?P<name>[一-龥]{{2,4}})")
_FOLLOWED = compiled(rf"(?<![一-龥](?<![的和与是了由让]))(?P<name>{_NAME}?)(?=(?:{_POLITE})(?:{_STATES}|{_SAYS}))")
# What foreign names are written with: a word of nothing else that speaks is a name (休谟说“……”).
_SOUNDS = (
    "阿埃艾爱尔恩顿安奥巴白班贝本比彼波伯博布查茨达戴丹道德登迪蒂杜恩法范菲费弗福盖冈戈格根古哈海汉赫黑亨霍基吉加贾杰金卡凯坎康考科克"
    "肯孔库夸拉莱兰朗劳勒雷里利莉林琳卢鲁路伦罗洛玛迈麦曼芒梅门蒙米密摩莫默姆穆纳奈内尼妮宁诺帕潘佩彭皮平普奇齐乔切琴丘热荣"
    "茹瑞若撒萨塞赛森莎沙绍舍圣施什史斯丝思苏索塔泰坦汤唐陶特滕提铁廷图托瓦万威韦维魏温翁沃武西希锡夏香谢辛休修许雅亚扬耶叶伊"
    "茵因英尤约宰赞泽扎詹珍治朱佐谟叔弥"
)
_FOREIGN = compiled(
    rf"(?<![一-龥·])(?!坦白|古今|因此)(?P<name>[{_SOUNDS}]{{2,5}})(?={_BETWEEN}(?:{_STATES}|{_SAYS})[^,:“「]{{0,6}}{_OPENS})"
)
# A foreign name in parts, and a Chinese one of three characters where a clause begins, need no office before verbs that
# say nothing but that somebody thinks so. What ends as bodies and kinds of people do (金融界, 任何人) is no name.
_THINKS = "(?:[还也则就曾]|一直|始终)?(?:认为|指出|主张|坦言|断言|反驳|写道)"
_PARTED = compiled(
    rf"(?<![{_SOUNDS}保·])(?P<name>[{_SOUNDS}保]{{1,5}}(?:·(?:(?!{_STATES})[一-龥]){{1,5}}?){{1,2}})(?={_THINKS}|看来[,:])"
)
_KINDS = "人界部省市县们街者方院局会党国军报社所厅处司校队组团州家网站员民商派层业圈友户被所都均是中里内上"
_THREE = rf"(?P<name>(?!{_TITLES}|{_NO_NAME})[{_SURNAMES}][一-龥][一-龥])(?<![{_KINDS}])"
_PLAIN = compiled(rf"(?<![一-龥a-z·]){_THREE}(?={_THINKS})")
_SEES = compiled(rf"(?<=在){_THREE}(?=看来[,:])")
_VIEW = "(?:观点|看法|判断|主张|结论|意见|理解)"
_RANK = f"(?:ceo|等人|本人|{_AFTER})?"
_QUOTES = (("“", "”"), ("「", "」"), ("『", "』"))
_AUTHOR = compiled("我认为|我们认为|笔者|在我看来|我的(?:观点|看法|理解)|我觉得|我相信|我认同|依我看|个人认为")


def names_in(text: str) -> list[str]:
    """The names in ``text`` of speakers that it introduces by their office (创始人何小鹏表示), that are
    foreign, or that think something where a clause begins."""
    folded = fold(text)
    found = Counter(
        text[match.start("name") : match.end("name")].strip()
        for pattern in (_INTRODUCED, _FOLLOWED, _FOREIGN, _PARTED, _PLAIN, _SEES)
        for match in pattern.finditer(folded)
    )
    last = {name.rpartition("·")[2] for name in found if "·" in name}
    told = (text[match.start("name") : match.end("name")] for match in _OFFICE.finditer(folded))
    elsewhere = {
        part for name in told for size in range(2, len(name) + 1) if _speaks_by_itself(folded, part := name[:size])
    }
    elsewhere |= {name for name in last if len(name) > 1 and _speaks_by_itself(folded, name)}
    return [*(name for name in found if len(name) > 1), *sorted(elsewhere - set(found))]


def _speaks_by_itself(folded: str, name: str) -> bool:
    """Whether a clause begins with ``name`` and a verb of speech."""
    return any(
        not match.start() or not folded[match.start() - 1].isalnum()
        for match in _speech_of(fold(name)).finditer(folded)
    )


def holder_of(sentence: str, beside: Sequence[str], known: Sequence[str]) -> str:
    """Which of the names ``known`` says ``sentence``; empty where none does, or where it is the author.

    ``beside`` are the sentences before and after it in its paragraph: a quotation has its speaker there.
    """
    folded = fold(sentence)
    if _AUTHOR.search(folded):
        return ""
    quoted = any(sentence.count(opening) != sentence.count(closing) for opening, closing in _QUOTES)
    quoted = quoted or sentence.startswith(tuple('“「『"'))
    for text in (folded, *(map(fold, beside) if quoted else ())):
        if named := min(_speaking(text, known), default=None):
            return named[1]
    return ""


def end_of_report(folded: str, name: str) -> int:
    """How many of the first characters of ``folded`` only say that ``name`` speaks (李石说，); 0 where none do."""
    match = _report_of(fold(name)).match(folded)
    return match.end() if match else 0


@lru_cache(maxsize=4096)
def _report_of(name: str) -> re.Pattern[str]:
    plain = compiled(
        rf"{_RANK}{_BETWEEN}(?:{_STATES}|{_SAYS})(?:[^,:;“「]{{0,8}}(?:{_SAYS}))?"
        rf"(?:[,:]|(?=[“「])|(?<=认为|指出)(?![的了过]))|:"
    ).pattern
    return re.compile(rf"{re.escape(name)}(?:{plain})")


def _speaking(folded: str, known: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Where each of the names begins to speak in ``folded``; of names inside one another the longest counts."""
    taken: list[tuple[int, int]] = []
    for name in sorted(set(known), key=lambda each: (-len(each), each)):
        for match in _speech_of(fold(name)).finditer(folded):
            start, end = match.span("name")
            if not any(one <= start and end <= other for one, other in taken):
                taken.append((start, end))
                yield start, name


@lru_cache(maxsize=4096)
def _speech_of(name: str) -> re.Pattern[str]:
    after = compiled(
        rf"{_RANK}(?:{_BETWEEN}(?:{_STATES})|{_BETWEEN}(?:{_SAYS}){_OPENS}|:[“「]|的{_VIEW}(?:就?是|:)|的(?:话来?|说法是?)[说,:])"
    ).pattern
    # 李石 is not 李石头, and what stands after 对, 向, 让 or before 的 is spoken to or of.
    return re.compile(
        rf"(?<![对向让给跟与和问])(?P<name>{re.escape(name)})(?:ceo|等人|本人|老师|先生|女士|教授)?(?:{after})"
    )
