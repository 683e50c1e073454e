"""Pictures that a viewer of the page shows again, and the clocks of sites, which tell no day of an article."""

import pytest

from convert.pipeline import convert_file

TEXT = "修船的人们在岸上站了一个上午，谁也没有说话，直到旧船驶过了第一座桥。"


def markdown(body):
    page = f"<html><head><title>江边的旧船</title></head><body><h1>江边的旧船</h1><div>{body}</div></body></html>"
    return convert_file(page.encode(), "x.html").markdown


def pictures(*names):
    return "".join(f'<p><img src="https://jiangbian.example/{name}"></p>' for name in names)


@pytest.mark.parametrize(
    "again",
    [
        ["a/640", "b/640", "c/640"],
        ["a/1000", "b/1000", "c/1000"],
        ["a/640?x=1", "b/640?x=1", "c/640?x=1"],
        ["c/641", "a/641", "b/641", "a/641"],
    ],
)
def test_pictures_of_a_viewer_go(again):
    out = markdown(f"<p>{TEXT}</p>{pictures('a/640', 'b/640', 'c/640')}<p>{TEXT[:-1]}，天黑了。</p>{pictures(*again)}")
    assert out.count("https://jiangbian.example/") == 3


@pytest.mark.parametrize("shown", [["a/640", "b/640"], ["d/640", "e/640", "f/640"], ["1.jpg", "2.jpg", "3.jpg"]])
def test_pictures_of_the_text_stay(shown):
    out = markdown(f"{pictures('a/640', 'b/640', '4.jpg')}<p>{TEXT}</p><p>{TEXT[:-1]}，天黑了。</p>{pictures(*shown)}")
    assert all(out.count(f"https://jiangbian.example/{name}") for name in shown)
    assert out.count("https://jiangbian.example/") == 3 + len(shown)


@pytest.mark.parametrize(
    "clock", ["中国时间 2:26 2024年6月13日 星期四", "香港時間 2024年6月13日", "北京时间：2024-06-13"]
)
def test_the_clock_of_a_site_tells_no_day_of_an_article(clock):
    assert "date: '2024-05-20'" in markdown(
        f"<p>{clock}</p><p>2024年5月20日 16:50</p><p>{TEXT}</p><p>{TEXT[:-1]}，天黑了以后大家才回去。</p>"
    )
