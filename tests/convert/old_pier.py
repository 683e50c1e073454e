"""An invented report of an old pier, and a page around what is put into it."""

TITLE = "江邊舊碼頭明年改建渡船博物館"
TEXT = [
    "江邊的舊碼頭明年將改建成渡船博物館，預計三月動工，年底完成，經費由市府與基金會各負擔一半。",
    "文化局長說，碼頭停用二十年，木造的售票亭還在，屋頂漏水但是梁柱完好，修一修就能用。",
    "附近的居民希望保留早上的市集，他們說碼頭沒有了船，至少還有人，館長答應每週開三天。",
    "館長說，舊船會從上游的船廠運來，船廠的師傅今年七十歲，他要自己把船划到碼頭，不用拖車。",
]
BODY = "<div id=text>" + "".join(f"<p>{line}</p>" for line in TEXT) + "</div>"


def page(inside, title=TITLE):
    return f"<html><head><title>{title} | 江邊新聞網</title></head><body>{inside}</body></html>"
