"""What a blog says of itself above each of its pages, in a copy."""

from convert.pipeline import convert

TITLE = "江邊舊碼頭明年改建渡船博物館"
TEXT = [
    "江邊的舊碼頭明年將改建成渡船博物館，預計三月動工，年底完成，經費由市府與基金會各負擔一半。",
    "文化局長說，碼頭停用二十年，木造的售票亭還在，屋頂漏水但是梁柱完好，修一修就能用。",
    "附近的居民希望保留早上的市集，他們說碼頭沒有了船，至少還有人，館長答應每週開三天。",
    "館長說，舊船會從上游的船廠運來，船廠的師傅今年七十歲，他要自己把船划到碼頭，不用拖車。",
]

MOTTO = "林間竹韻，石上泉音，靜裡聽來是天地自然的聲音，雲中草色，水面人影，走過看見的都是一樣的江，一樣的岸。"


def test_what_a_blog_says_of_itself_again_and_again_stands_above_a_title_below_its_day():
    menu = ["江邊人", MOTTO, "菜單", "標籤", "友情鏈接", "關於我", "主頁", "目錄", "筆記", "隨筆", "散文"]
    copied = [*menu, *menu, "2006-09-21", TITLE, "隨筆", *TEXT, "分享到："]
    read = convert("\n\n".join(copied), "x.txt").markdown
    assert MOTTO not in read and "筆記" not in read and all(line in read for line in TEXT)
