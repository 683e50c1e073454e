"""What a blog says of itself above each of its pages, in a copy."""

from old_pier import TEXT, TITLE

from convert.pipeline import convert

MOTTO = "林間竹韻，石上泉音，靜裡聽來是天地自然的聲音，雲中草色，水面人影，走過看見的都是一樣的江，一樣的岸。"


def test_what_a_blog_says_of_itself_again_and_again_stands_above_a_title_below_its_day():
    menu = ["江邊人", MOTTO, "菜單", "標籤", "友情鏈接", "關於我", "主頁", "目錄", "筆記", "隨筆", "散文"]
    copied = [*menu, *menu, "2006-09-21", TITLE, "隨筆", *TEXT, "分享到："]
    read = convert("\n\n".join(copied), "x.txt").markdown
    assert MOTTO not in read and "筆記" not in read and all(line in read for line in TEXT)
