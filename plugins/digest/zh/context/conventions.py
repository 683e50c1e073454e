"""What a rule says better than any context: a number before a unit, a surname before a title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_HAN = "\u4e00-\u9fff"
# After a number 只 counts, unless the word that follows says "only".
_ONLY = "是有能要需向会占剩差花算为在对从供限准许可好得想做作给让写说看卖买收开放见知顾管怕凭靠因由此用够不及包接招增减"
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
    "涂": "涂",
    "姜": "姜",
}
_TITLES = (
    "先生|女士|小姐|太太|教授|老师|医生|大夫|律师|法官|检察官|记者|经理|总经理|董事长|主任|局长|处长|科长|部长|校长|院长|所长|站长|书记"
    "|市长|县长|镇长|队长|厂长|博士|师傅|同学|同志|阿姨|叔叔|大爷|大妈|奶奶|爷爷"
)
# What stands behind 于 (於) as often as not: 于总统府, 于会长任内.
_MORE_TITLES = (
    "委员|署长|次长|司长|总统|总理|总裁|总监|议员|立委|主席|主委|会长|理事长|秘书|导演|教练|医师|药师|法师|将军|司令|警官|夫人|姑娘"
    "|公子|老爷|老板|大哥|大姐|姓男子|姓女子|姓司机"
)
_COMMON_SURNAMES = (
    "王李张陈刘林黄吴蔡杨许郑谢郭洪邱曾廖赖徐周叶苏庄吕江何萧罗高潘简朱钟"
    "彭詹胡施沈余赵卢梁颜柯翁魏孙戴范方宋邓杜傅侯曹薛丁"
)
_NO_SURNAME_AFTER = "于云曲谷"
# Titles and offices end so, in front of a name: 行政院游院长, 副部长余先生.
_OFFICES = "院部会署局处省市县校司厂社长员席授者人士官记任理演军"
# 周某, 于某1, not 于某日.
_SOMEBODY = "某(?:某|[，。、：的在与和等系因被将（(0-9０-９A-ZＡ-Ｚ甲乙丙丁])"
# 于某 behind a role is a person, unless some day or place follows.
_ROLES = "警人员告者证属"
_NO_PERSON = "某(?:[日年月时地处天些个种一市县区村路街镇乡店网院]|公司|酒店|宾馆|小区|医院|学校)"
# What somebody or something is found to be, as courts and reporters write it; and where 系 is a department or a system.
_FOUND = (
    "朋友|男女朋友|同事|夫妻|邻居|恋人|情侣|父[子女]|母[子女]|兄[弟妹]|姐[妹弟]|亲戚|[表堂][兄弟姐妹]|战友|老乡|同乡|合伙|雇佣|上下级"
    "|急性|酒后|醉酒|钝器|锐器|自[杀首愿缢]|他[杀人]|[初累主从偶]犯|未成年|犯罪|被害|被告|原告|毒品|赃[物款]|假[币的]|伪造|本人|其[妻子父母夫女]"
    "|因[为其病]|由[于其]|出于|迫于|受[他人其害]|无[证效]|违[法规约章]|非法|合法|正当防卫|意外|溺水|中毒|机械性|失血|颅脑|高空"
)
_OF_A_KIND = "关联体派直旁母父世谱干维语水星菜色科院法德日美韩音山根支文理学工农医商车全各本该外原"
# 回复 is to come back to what was before, not to answer, where that stands behind it.
_AS_BEFORE = (
    "(?:到|至|了|为)?(?:正常|原[状样貌有来]|平静|宁静|平衡|常态|往[日昔]|从前|以前|过去|最初|当初|健康|体力|活力|生机|元气|意识"
    "|知觉|冷静|理智|理性|自由|单身|青春|如[初常]|出厂|默认|水平|水准|平时|平常|平稳)"
)
# Weeks that people count: 快一个周了, not 四个周边国家.
# What is done for a week, and weeks of a pregnancy.
_WEEKS_OF = (
    "电影|影视|展映|文化|艺术|音乐|戏剧|动漫|设计|时装|读书|阅读|宣传|推广|活动|科技|创业|就业|招聘|美食|旅游|消费|购物|惠民|环保|节能|安全"
    "|法治|体育|教育|金融|交流|志愿|服务|开放|黄金"
)
_PREGNANT = "|".join(f"(?<=孕[一二三四五六七八九十]{{{n}}}周)" for n in range(4))
# Animals that are counted, without a number too (像只小公鸡): none is only there.
_ANIMALS = (
    "[小大老母公黑白花灰黄肥瘦死活野笨傻]{0,3}(?:猫(?![粮砂眼])|狗(?![粮肉])|兔|鸟|鸡(?![蛋肉汤精翅])|鸭(?![蛋肉])|鹅(?![蛋肉])|羊(?![肉毛奶])"
    "|猪(?![肉])|虎|猴|狼|狐|豹|熊(?!猫)|鼠(?!标)|蝴蝶|蜜蜂|苍蝇|蚊子|蚂蚁|鸽|鹦鹉|乌龟|青蛙|蛤蟆|鹰|麻雀|乌鸦|燕子|孔雀|天鹅|刺猬|松鼠|蜘蛛|螃蟹|熊猫)"
)
# Offices and other words that end so, in front of what must be: no beard is long, white or plucked there.
_NO_BEARD = (
    "[院校局部会市县处署厅司社组所班科家村首连排营师店厂船机车书事议警察判区乡镇省州队站行庭馆园团军学族总增成生延特]长须"
    "|[安编]排须|[选提海]拔须|[明坦表]白须|接触须"
)
_COUNTED, _AFTER_WEEKS = "一两三四五六七八九十几半这上下每", "了，。、！？的就才后前内里没都过"
_LEADS = "的和与请问叫找名让被给是"
_IN_FRONT = f"(?:(?<![{_HAN}].)|(?<=[{_LEADS}].))"
# 及涂某, but 由|于某: what is no word with the surname that follows.
_AND_SO = "(?<=[及由将把向跟据经致即].)"
# Each rule begins with its character: a text is searched for that first, which is fast.
_RULES = [
    (
        "里",
        "里(?:(?:(?<=[0-9０-９]里)|(?<=[0-9] 里))(?![面头边拉亚尔斯氏程])|(?<=[0-9０-９][多余来几]里)(?![面头边])"
        "|(?<=[百千万]里)(?=[的路地长远外江河山雄风水之追]))",
    ),
    (
        "周",
        "周(?:"
        + "|".join(f"(?<=(?:[绕环巡]|(?<!好)转)[{_HAN}]{{{n}}}一周)" for n in range(5))
        + ")(?![的内前后之]|时间)",
    ),
    # Weeks that are counted, not turns: 转体3周.
    (
        "週",
        "周(?:(?<=[0-9０-９]周)|(?<=[0-9] 周))(?<!(?<![0-9])[12][0-9]{3}周)(?![年岁边围长折遭游身])"
        + "".join(f"(?<!转{'.' * n})" for n in (2, 3, 4)),
    ),
    ("週", f"周(?<=[{_COUNTED}]个周)(?=[{_AFTER_WEEKS}]|时间|左右|以[前后内来])"),
    ("週", f"周(?<=(?:{_WEEKS_OF})周)(?![围边遭身密全折旋转到长末一二三四五六日]|期性)"),
    ("週", f"周(?:{_PREGNANT})(?![围边长])"),
    ("隻", f"只(?:(?<=[0-9０-９万千百]只)|(?<=[0-9] 只)|(?<=[数几]只)(?<![多少半总人次岁]..))(?![{_ONLY}])"),
    ("隻", f"只(?<=[像是有养买抓捉捕当成了]只)(?={_ANIMALS})"),
    (
        "係",
        f"系(?:(?<=[某确均乃]系)|(?<=纯系)(?![特血品繁小鼠。，、的])|(?<=某[甲乙丙丁0-9]系)|(?<=[（(]系)(?=[{_HAN}]{{1,3}}[某之的])|(?<![{_OF_A_KIND}]系)(?={_FOUND}))"
        "(?!主[任管]|[列统数里内的]|学[生院]|教[授师])",
    ),
    # One after the other (一只只小船), as is said of old, and to somebody's face.
    ("隻", f"只(?<=一只只)(?![{_ONLY}])"),
    # What mainland courts impose beside a term (Taiwan's laws write 併科).
    ("並", "并(?=处(?:罚金|罚款|没收|剥夺)|宣告)"),
    ("云", "云(?<=[话诗谚语人经书]云)(?=[：:，][“「‘《\u4e00-\u9fff])(?<![亦财]云)(?<!财经云)"),
    ("面", "面(?:" + "|".join(f"(?<=[当背][着了]{'.' * n}的面)" for n in range(1, 7)) + ")"),
    ("于", f"于(?<=[{_ROLES}]于)(?=某)(?!{_NO_PERSON})(?<!(?<![家亲眷])属于)"),
    # On some day, at some place.
    ("於", f"于(?={_NO_PERSON})"),
    ("復", f"复(?<=回复)(?={_AS_BEFORE})"),
    # Three cities, where the surname stands oftener.
    ("餘", "余(?:(?=[姚杭])|(?<=新余))"),
    # What is nobody's business, whoever does it.
    ("干", "干(?=[你我他她它您咱俺][们家]?(?:什么|甚么|啥|何|屁|鸟|毛)事)"),
    # What is to be done, whatever a mouth is; and games, whoever plays them.
    ("幹", "干(?=点(?:什么|啥|儿?活|儿?事|正事|别的|体力|大事))"),
    ("遊", "游(?<=[手网页端]游)(?!泳)"),
    ("幹", "干(?=得(?:很好|真好|不错|漂亮|起劲|出|成))|干(?:(?<=[你我他她们底]干)(?=不干)|(?<=[你我他她们底]干不干))"),
    # It means hair, no finger: 不一定指|头发; and rice that is eaten in balls.
    ("髮", "发(?<=[是定般即则说只均专多]指头发)"),
    ("糰", "团(?<=饭团)(?![队员体聚长])"),
    # In our village; a ward of a town, and where one comes from.
    ("里", "里(?<=[这那哪]个里)(?![面头边程])"),
    ("裡", "里(?<=[在到从回我们这那进出]村里)(?![长邻民干])"),
    ("里", "里(?<=(?<![事缘变典掌世])故里)(?![面头边])"),
    # A cry; what some head must do, whatever his beard; what is not exact; the given name 金發, not hair.
    ("衝", "冲(?:(?<=(?<![气兴匆急])冲冲冲)|(?<=(?<![气兴匆急])冲冲)(?=冲)|(?<![气兴匆急]冲)(?=冲冲))"),
    ("須", "须(?:" + "|".join(f"(?<={each})" for each in _NO_BEARD.split("|")) + ")(?![子发眉髯鲸]|根(?!据))"),
    ("準", "准(?<=[说估音算测摸拿听瞄猜间钟度率]不准)(?=[，。、？！；：”」的了呢吗啊吧])"),
    ("發", f"发(?<=[{_COMMON_SURNAMES}]金发)(?![女男美碧少的小])"),
    # All together; texts to follow; parts of kidneys and bowels; what is taken against acid.
    ("併", "并(?<=(?<![统唯单划专合归之])一并)(?![不非未没且])"),
    ("範", "范(?=文[和、，。选集例写格及是])"),
    ("系", "系(?=膜)"),
    ("制", "制(?=酸[药剂片类])"),
    ("制", "制(?<=调制)(?=解调)"),
    # From one day on: 4日|历时两天.
    ("歷", "历(?<=[0-9０-９一二三四五六七八九十]日历)(?=时[一二两三四五六七八九十半数近约整多])"),
    # Whoa! And an empress who is deposed.
    ("噹", "当(?:(?<=当当当)|(?<=当当)(?=当)|(?=当当))"),
    ("吁", "吁(?<!呼吁)(?=[！。，、…—~～”’」])"),
    ("后", "后(?<=废后)(?<![报作荒残颓]废后)"),
    # 为了|解严: martial law is lifted, nobody is understood.
    ("了", "了(?=解严(?![重格谨峻肃寒厉密苛酷]))"),
    *(
        (
            form,
            f"{surname}(?:(?={_TITLES}|{_SOMEBODY}){_IN_FRONT}"
            + (
                ""
                if surname in _NO_SURNAME_AFTER
                else f"|(?={_SOMEBODY}){_AND_SO}|(?={_MORE_TITLES}){_IN_FRONT}"
                f"|(?<=[{_OFFICES}].)(?={_TITLES}|{_MORE_TITLES})"
            )
            + ")",
        )
        for surname, form in _SURNAMES.items()
    ),
]


@cache
def _compiled(rule: str) -> re.Pattern[str]:
    """When a text has its character: a short one has few of them, and each takes some milliseconds."""
    return re.compile(rule, re.DOTALL)


def by_rule(text: str) -> Iterator[tuple[int, str]]:
    """Places in a Simplified ``text`` and the form (Taiwan's standard) that a rule asks for there."""
    for form, rule in _RULES:
        if rule[0] in text:
            yield from ((match.start(), form) for match in _compiled(rule).finditer(text))
