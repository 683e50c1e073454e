"""Pages that came instead of an article: checks, refusals, errors, notices of removal. They are refused by name."""

import pytest

from convert.errors import NoArticle
from convert.evidence.parts.stand_in import stands_in
from convert.pipeline import convert, convert_file

STORY = [f"修船的人们在岸上站了{n}个上午，谁也没有说话，直到旧船驶过了第{n}座桥。" for n in "一二三四五六七八九十"]


@pytest.mark.parametrize(
    "title, lines",
    [
        ("Just a moment...", ["jiangbian.example", "Verifying you are human. This may take a few seconds."]),
        ("Attention Required! | Guard", ["Why have I been blocked?", "This site uses a service to protect itself."]),
        ("403 Forbidden", ["You don't have permission to access /a/b.html on this server.", "nginx"]),
        ("Page not found", ["The page you are looking for is gone.", "Try the search of the site instead."]),
        ("Privacy error", ["Your browser could not trust the security certificate of this site.", "Go back"]),
        ("安全验证", ["为了江边网的安全，请完成安全验证。", "拖动下方滑块完成拼图"]),
        ("", ["当前环境异常，完成验证后即可继续访问。", "去验证"]),
        ("江边周刊", ["该内容已被发布者删除"]),
        ("江边周刊", ["此内容因违规无法查看", "此内容因违反用户协议，已被停止传播"]),
        ("提示信息", ["您访问的页面不存在或已删除", "返回首页"]),
        ("連線錯誤頁面", ["江邊新聞網已停止您訪問本網站", "如果您看到這個頁面，表示您的網路已遭到限制。"]),
        ("江邊新聞", ["您的訪問過於頻繁，請稍後再試"]),
    ],
)
def test_a_page_that_came_instead_says_so(title, lines):
    assert stands_in(title, lines)
    filled = [*lines, "jiangbian " * 8]
    html = "".join(f"<p>{line}</p>" for line in filled)
    page = f"<html><head><title>{title}</title></head><body><div>{html}</div></body></html>"
    with pytest.raises(NoArticle, match=r"came instead of an article|nothing of an article is left"):
        convert_file(page.encode(), "x.html")


@pytest.mark.parametrize("title", ["江边的旧船", "安全验证", "404"])
def test_an_article_that_speaks_of_such_a_page_is_one(title):
    said = "他打开网页，上面写着您访问的页面不存在，于是他关上了电脑，到江边去看船。"
    assert not stands_in(title, [*STORY, said])
    assert said in convert("\n\n".join([f"# {title}", *STORY, said]), "x").markdown


def test_a_long_page_is_an_article_whatever_it_says():
    said = "该内容已被发布者删除"
    assert stands_in(said, [said]) and not stands_in(said, [said, *STORY * 4])


@pytest.mark.parametrize(
    "said", ["error: The requested URL returned error: 403", "the array id is checked twice", "security certificate"]
)
def test_a_short_note_that_quotes_an_error_is_one(said):
    assert not stands_in("推不上去怎么办", [*STORY[:3], said, "换一个地址就好了。"])
