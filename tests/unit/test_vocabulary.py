"""A region's words are found on words of the source, in the sense that they have there."""

import pytest

from digest.zh.context.vocabulary import Sense
from digest.zh.shipped import digest_script


@pytest.mark.parametrize(
    ("text", "taiwan"),
    [
        ("提高机器性能", "提高機器效能"),
        ("儿童的感性能力", "兒童的感性能力"),
        ("声明一个变量", "聲明一個變數"),
        ("温度的改变量很小", "溫度的改變量很小"),
        ("上传视频", "上傳影片"),
        ("广播电视频道", "廣播電視頻道"),
        ("软件集成", "軟體整合"),
        ("人群聚集成堆", "人群聚集成堆"),
        ("在菜单里选字体", "在選單裡選字型"),
        ("服务员递上菜单", "服務員遞上菜單"),
        ("餐厅换了新菜单", "餐廳換了新菜單"),
        ("代码要调试", "程式碼要除錯"),
        ("工人调试机床", "工人調試機床"),
        ("他开一辆奔驰轿车", "他開一輛賓士轎車"),
        ("骏马在草原上奔驰", "駿馬在草原上奔馳"),
        ("菜单上有三种汤", "菜單上有三種湯"),
        ("点开文件菜单", "點開文件選單"),
    ],
)
def test_a_phrase_counts_where_it_is_a_word_in_that_sense(text, taiwan):
    assert digest_script().convert(text, "zh-Hans", "zh-Hant-TW") == taiwan


@pytest.mark.parametrize(
    ("text", "taiwan", "hong_kong"),
    [
        ("悉尼市的歌剧院", "雪梨市的歌劇院", "悉尼市的歌劇院"),
        ("裁缝熟悉尼龙面料", "裁縫熟悉尼龍面料", "裁縫熟悉尼龍面料"),
        ("加沙的医院", "加薩的醫院", "加沙的醫院"),
        ("往碗里加沙拉酱", "往碗裡加沙拉醬", "往碗裏加沙拉醬"),
        ("索马里的海盗", "索馬利亞的海盜", "索馬里的海盜"),
        ("他在好莱坞拍戏", "他在好萊塢拍戲", "他在荷里活拍戲"),
        ("《盗梦空间》的导演", "《全面啟動》的導演", "《潛行凶間》的導演"),
        ("毕加索在金沙萨", "畢卡索在金夏沙", "畢加索在金沙薩"),
    ],
)
def test_a_name_is_the_regions_where_it_is_a_word(text, taiwan, hong_kong):
    convert = digest_script().convert
    assert convert(text, "zh-Hans", "zh-Hant-TW") == taiwan
    assert convert(text, "zh-Hans", "zh-Hant-HK") == hong_kong
    traditional = convert(text, "zh-Hans", "zh-Hant")
    assert convert(traditional, "zh-Hant", "zh-Hant-TW") == taiwan
    assert convert(traditional, "zh-Hant", "zh-Hant-HK") == hong_kong


def test_no_word_of_a_region_is_cut_by_a_curators_term():
    script = digest_script({"zh-Hant-TW": {"变量": "變量"}})
    assert script.convert("声明一个变量", "zh-Hans", "zh-Hant-TW") == "聲明一個變量"


def test_hong_kong_prints_its_own_characters_and_names():
    convert = digest_script().convert
    assert convert("群众在峰会上启用床位", "zh-Hans", "zh-Hant-HK") == "群眾在峰會上啟用床位"
    assert convert("斯蒂芬·斯皮尔伯格", "zh-Hans", "zh-Hant-HK") == "史提芬·史匹堡"


def test_taiwan_reads_hong_kongs_characters_in_its_own():
    convert = digest_script().convert
    written = "衞生署説東鐵綫脱軌，裏面羣眾着急"
    assert convert(written, "zh-Hant", "zh-Hant-TW") == "衛生署說東鐵線脫軌，裡面群眾著急"
    assert convert(written, "zh-Hant", "zh-Hant-HK") == "衞生署説東鐵綫脱軌，裏面群眾着急"
    assert convert("台灣的溼地", "zh-Hant", "zh-Hant-TW") == "台灣的溼地"


@pytest.mark.parametrize(
    ("sense", "around", "holds"),
    [
        (Sense(), "甲", True),
        (Sense(only=("车",)), "买车", True),
        (Sense(only=("车",)), "马", False),
        (Sense(unless=("餐",)), "餐厅", False),
        (Sense(unless=("餐",)), "软件", True),
        (Sense(("车",), ("马",)), "马车", False),
    ],
)
def test_a_sense_holds_near_its_words(sense, around, holds):
    assert sense.holds(around) == holds
