"""A number before a unit, a surname before a title: what a rule says better than any context."""

import pytest

from digest.zh.shipped import digest_script


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("走了35里山路，还有8里", "走了35里山路，還有8里"),
        ("12多里外", "12多里外"),
        ("翻过千万里的雪山", "翻過千萬里的雪山"),
        ("3里面有2", "3裡面有2"),
        ("箱子里有18里的地图", "箱子裡有18里的地圖"),
        ("养了47只山羊", "養了47隻山羊"),
        ("船队有 30 只渔船", "船隊有 30 隻漁船"),
        ("走了 8 里山路", "走了 8 里山路"),
        ("12周，第 3 周", "12週，第 3 週"),
        ("成立 48周年", "成立 48週年"),
        ("绕场一周，环岛一周", "繞場一周，環島一周"),
        ("转了一周的钱", "轉了一週的錢"),
        ("转体3周，侧身转2周半", "轉體3周，側身轉2周半"),
        ("十几万只候鸟", "十幾萬隻候鳥"),
        ("好几只白鹭", "好幾隻白鷺"),
        ("数只小船", "數隻小船"),
        ("2019只是个数", "2019只是個數"),
        ("多数只看标题", "多數只看標題"),
        ("余先生、钟教授和朴女士", "余先生、鍾教授和朴女士"),
        ("请于老师发言", "請于老師發言"),
        ("，范某某供述", "，范某某供述"),
        ("对于老师的话", "對於老師的話"),
        ("于某日在某地", "於某日在某地"),
    ],
)
def test_a_rule_holds_where_it_is_meant(text, read):
    assert digest_script().convert(text, "zh-Hans", "zh-Hant") == read


def test_a_rule_yields_to_a_curator_and_speaks_the_regions_characters():
    assert digest_script({"zh-Hant": {"里山": "裡山"}}).convert("走了35里山路", "zh-Hans", "zh-Hant") == "走了35裡山路"
    assert digest_script().convert("8里，盒子里", "zh-Hans", "zh-Hant-HK") == "8里，盒子裏"
