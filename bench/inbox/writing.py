"""Made-up articles: no two share their sentences, and a few argue about what the digest argues about."""

from __future__ import annotations

import random

_PLACES = "青石 白水 柳林 河口 龙门 长堤 石桥 西坡 东湾 北塘 南岭 云台 清溪 古渡 新集 大槐 双井 三河 竹园 梅岭".split()
_SORTS = "村 镇 县 乡 港 集 关 屯 堡 寨".split()
_SURNAMES = "赵 钱 孙 李 周 吴 郑 王 冯 陈 褚 卫 蒋 沈 韩 杨 朱 秦 尤 许".split()
_NAMES = "明 远 志 文 海 山 春 秋 德 义 仁 礼 信 勇 和 平 安 庆 福 寿".split()
_TRADES = "石匠 木匠 船夫 茶农 渔民 教师 医生 账房 篾匠 瓦工 司机 会计 护士 裁缝 厨师 邮差 矿工 牧人 花匠 铁匠".split()
_THINGS = "水渠 粮仓 戏台 祠堂 渡船 茶园 窑厂 果树 桥墩 集市 碾坊 校舍 药铺 堤坝 鱼塘 山路 水井 磨盘 灯塔 车站".split()
_TIMES = "去年春天 前年冬天 今年夏天 十年以前 上个月初 大水那年 解放以后 丰收那年 开河那年 正月里".split()
_DONE = "修好了 搬走了 卖掉了 借出去了 翻新了 丈量过 分给了各家 写进了县志 画成了图 登了报".split()
_SAID = "说这件事急不得 不肯点头 讲了整整一夜 只是笑了笑 把账本又翻了一遍 提了三个条件 让大家举手 记在了墙上".split()

# What is said about the digest's questions, with what varies in brackets: half of each is another article's.
_ON_TOPIC = (
    "{who}在{place}办企业服务，见过平台怎样把流量收走，也见过工厂怎样自己去找客户。",
    "{time}，{place}的传统企业开始谈数字化转型，请来的服务商报价{number}万，谁也不知道值不值。",
    "{who}认为，消费互联网的打法搬到产业链上，头{number}个月看着热闹，往后就难了。",
    "{place}的产业园里有{number}家做SaaS的公司，续费的客户不到三成，老板们说生意难做。",
    "阿里和腾讯都来过{place}，带来云计算和小程序，{who}说他要的只是少停几次机。",
    "{who}算过，平台抽走的佣金占毛利的{number}%，去中心化说了几年，入口还是那几个。",
    "{place}的车间用上了传感器，{time}省下的电够点{number}盏灯，这才是{who}说的效率。",
    "中台建了{number}个月，数据还是打不通，{who}把这叫做新的孤岛。",
)

# Each disputes a claim of this digest; our own words. The first ten were looked at while ranking was in hand.
DISPUTES = (
    "去中心化的赋能并不是伪命题，没有流量入口的一方同样可以赋能，只要它手里有别人用得上的技术。",
    "产业互联网决不是换汤不换药的企业级服务，它改变的是谁来组织生产，这是过去的软件做不到的。",
    "说产业互联网是烟雾弹是不对的，它已经在工厂里省下了真金白银，不是大厂拿来换赛道的幌子。",
    "平台型的互联网企业不会消失，也不会化整为零，中心化的平台只会更大，因为商家离不开集中的流量。",
    "腾讯的生态谈不上最佳，它的开放是有条件的，别的巨头完全可以复制，伙伴随时可能被它取代。",
    "To B并不需要团战，单打独斗的小公司照样可以立足，所谓生态往往只是大公司分账的名目。",
    "产业互联网的核心恰恰在互联网而不在产业，没有网络把上下游连起来，产业自己升级不了。",
    "流量思想没有过时，产业互联网同样要靠获取流量，谈什么“留量”只是流量不够时的说法。",
    "互联网技术远没有失效，对产业的赋能和改造靠它就够了，不必等什么新技术。",
    "数字化转型应该由一家大企业来扛，大家都参与的结果是没有人负责，生产关系反而更乱。",
)
# Written when ranking was done, and only counted: what is missed here is no reason to change a weight.
HELD_OUT = (
    "做企业软件最怕一堆伙伴坐在一张桌子上，出了问题谁也不认账；把一个产品自己做到底，客户反而放心，抱团从来不是这门生意的本质。",
    "有人把被赋能者的安全挂在嘴上，可账期、数据和客户名单都在别人的云上，合作伙伴自己决定发展不过是一句客气话。",
    "拼多多靠的是补贴和低价，不是什么分布式网络，把便宜货卖到县城也算不上消费平权。",
    "产业互联网要先把消费升级做透，消费平权是政府该管的事，轮不到企业拿来当终极目标。",
    "把平台比作水电煤是抬举了它：水电煤不挑用户，也不抽佣，而平台两样都干。",
    "疫情里上的那些数字化工具，复工以后大多停用了，所谓加速只是把几年的预算提前花掉。",
    "从消费者倒推供给侧改革是本末倒置，工厂的设备和工艺不动，用户的需求再清楚也造不出东西来。",
    "产业互联网的出现同供求失衡没有关系，它是资本在消费端挣不到钱以后找的下一个故事。",
    "没有大平台，小厂的货根本走不出县城，所谓产销无缝对接、去掉中心，只在幻灯片里成立。",
    "砍掉中间商才是产业互联网省下成本的地方，至于深入流程的改造，投进去的钱十年也收不回来。",
)


class Writer:
    """Writes articles, each from its own ``number``: the same number, the same article."""

    def __init__(self, number: int) -> None:
        self._draw = random.Random(number)  # noqa: S311 - the same article each time

    def name(self) -> str:
        """A person."""
        return self._one(_SURNAMES) + self._one(_NAMES) + self._one(_NAMES)

    def title(self) -> str:
        """A title that hardly any other article has."""
        return f"{self._place()}{self._one(_THINGS)}的{self._draw.randrange(2, 400)}年"

    def paragraphs(self, count: int, on_topic: float = 0.0) -> list[str]:
        """So many paragraphs; a share ``on_topic`` of their sentences is about the digest's questions."""
        return ["".join(self._sentence(on_topic) for _ in range(self._draw.randrange(3, 7))) for _ in range(count)]

    def length(self) -> int:
        """How many paragraphs an article has: mostly a dozen, some far more."""
        return min(60, 5 + int(self._draw.expovariate(1 / 8)))

    def _sentence(self, on_topic: float) -> str:
        if self._draw.random() < on_topic:
            return self._one(_ON_TOPIC).format(
                who=self._who(), place=self._place(), time=self._one(_TIMES), number=self._draw.randrange(2, 99)
            )
        return self._draw.choice((self._told, self._counted, self._asked))()

    def _told(self) -> str:
        what = f"{self._who()}把{self._place()}的{self._one(_THINGS)}{self._one(_DONE)}"
        return f"{self._one(_TIMES)}，{what}，{self._who()}{self._one(_SAID)}。"

    def _counted(self) -> str:
        counted = f"{self._place()}有{self._one(_THINGS)}{self._draw.randrange(2, 999)}处"
        return f"{counted}，{self._who()}数过{self._draw.randrange(2, 20)}遍。"

    def _asked(self) -> str:
        asked = f"{self._one(_THINGS)}归{self._place()}，{self._one(_THINGS)}归谁"
        return f"{self._who()}问{self._who()}：{asked}？没有人答得上来。"

    def _who(self) -> str:
        return f"{self._place()}的{self._one(_TRADES)}{self.name()}"

    def _place(self) -> str:
        return self._one(_PLACES) + self._one(_SORTS)

    def _one(self, words: list[str] | tuple[str, ...]) -> str:
        return self._draw.choice(words)
