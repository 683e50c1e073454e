"""Pages for the tests of the inbox: small articles about bridges, as archives, feeds and mail hold them."""

import http.server
import io
import re
import tarfile
import threading
import zipfile
import zlib

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

ABOUT = "石桥"
PARAGRAPHS = (
    "{name}横跨在小河之上，已经有三百多年。村里的老人说，当年修桥的石料都是从二十里外的山上运来的，一块一块地磨平，再一块一块地砌起来。",
    "去年秋天的大水冲坏了{name}的两个桥墩。县里派来的工程师看过以后说，桥身没有大碍，只要把桥墩加固，还能再用一百年。",
    "可是有人不同意。他们认为，{name}不能再走汽车，修桥的钱不如拿去造一座新桥。争论从村口一直吵到镇上，谁也说服不了谁。",
    "{claim}这句话后来被许多人引用，也引来了不少批评。支持的人说这是常识，反对的人说这是不懂行情。",
    "河水还在流，{name}还在那里。每天清早，卖菜的人挑着担子从桥上走过，脚步声和三百年前没有什么两样。",
    "镇上的先生翻出一本旧账，上面记着当年修桥的人和钱：石匠十二人，木匠六人，银子四百两。他说，这本账比什么争论都有用，因为它写着谁出了力。",
    "也有年轻人在桥头拍照，把照片发到网上，引来外地的游客。卖茶的老太太说，桥还是那座桥，只是看桥的人多了，茶也好卖了。",
    "{tail}",
)


BOATS = (
    "打鱼的人家住在{name}上，一年四季随水漂流。船篷是竹子编的，下雨的时候，雨点打在上面，像有人在远处敲鼓。",
    "春天水涨，鱼往上游走，船也跟着往上游走。撑船的人说，认得水色的人不会饿肚子，认不得的人守着满河的鱼也没有办法。",
    "{claim}船板用的是杉木，刷三遍桐油，晒半个月，再下水。手艺人越来越少，会做的只剩下两个老师傅，都过了七十岁。",
    "孩子们在岸上念书，放了学就到船上来帮忙理网。网眼的大小是有规矩的，太密了把小鱼也捞上来，来年就没有鱼了。",
    "集市逢五逢十，鱼要赶早送去。天不亮就得起锚，顺水半个时辰就到，逆水要一个多时辰，人累，鱼也不新鲜了。",
    "有一年大旱，河床露出来，船搁在泥里动不了。大家把鱼篓翻过来当凳子坐，讲从前的事，一直讲到下雨。",
    "{tail}",
)

MORE = (
    "修不修{name}，镇上开了三次会。第一次会上谁也没有说话，第二次会上大家都在说话，到了第三次，话都说完了，才有人问起钱从哪里来。",
    "管账的人说，去年收的过桥钱只够买两车石灰。要动桥墩，还得向县里借，借了就要还，还的时候又是谁出呢？",
    "{claim}说这话的人年轻时在外地修过水库，见过用机器打的桩，一天打下去的比石匠一个月砌的还深。",
    "老石匠不爱听。他说机器打的桩是死的，石头砌的墩是活的，水大的时候让一让，水小的时候又坐回去。",
    "会散了以后，几个人在桥上站了一会儿，量了量栏杆的高矮，又数了数桥面上裂开的石板，一共四十七块。",
    "第二天有人把数目写在祠堂的墙上，旁边添了一行字：先修栏杆，孩子要紧。这一条倒是没有人反对。",
    "{tail}",
)


def page(
    name,
    claim,
    tail="写到这里，天已经黑了，桥头的灯亮了起来，照着桥下缓缓流过的河水，也照着桥上来来往往的人。",
    title="",
    author="王五",
    day="2021-05-06",
    paragraphs=PARAGRAPHS,
):
    body = "".join(f"<p>{each.format(name=name, claim=claim, tail=tail)}</p>" for each in paragraphs)
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>{title or name}</title>'
        f'<meta name="author" content="{author}"><meta property="article:published_time" content="{day}"></head>'
        f"<body><article><h1>{title or name}</h1><p>作者：{author}</p>{body}</article></body></html>"
    ).encode()


LIST = (
    "<html><head><meta charset='utf-8'><title>目录</title></head><body><h1>目录</h1><ul>"
    + "".join(f"<li><a href='/{number}'>第{number}篇 桥的故事</a></li>" for number in range(80))
    + "</ul></body></html>"
).encode()


def zipped(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(files):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()


def warc(files, kind="text/html; charset=utf-8", status="200 OK"):
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for address, data in files.items():
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(address, "response", io.BytesIO(data), http_headers=headers))
    return out.getvalue()


def feed(entries):
    items = "".join(
        f"<item><title>{title}</title><link>https://example.org/{number}</link>"
        f"<pubDate>Thu, 06 May 2021 08:00:00 GMT</pubDate>"
        f"<content:encoded><![CDATA[{body}]]></content:encoded></item>"
        for number, (title, body) in enumerate(entries)
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>桥报</title>'
        f"{items}</channel></rss>"
    ).encode()


def mbox(messages):
    parts = []
    for subject, html in messages:
        parts.append(
            "From sender Thu May  6 08:00:00 2021\nFrom: Wang Wu <w@example.org>\n"
            f"Subject: {subject}\nDate: Thu, 06 May 2021 08:00:00 +0800\nMIME-Version: 1.0\n"
            f"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{html}\n"
        )
    return "\n".join(parts).encode()


class Remembered:
    """What was fetched, by address, for one run."""

    def __init__(self):
        self.answers = {}

    def answer(self, address):
        return self.answers.get(address)

    def keep_answer(self, address, fetched):
        self.answers[address] = fetched


def part_of(content, wanted):
    """The part of ``content`` that a header Range asks for, the status of the answer, and which part it is."""
    asked = re.fullmatch(r"bytes=(\d+)-(\d*)", wanted)
    if not asked:
        return content, 200, ""
    first, last = int(asked[1]), min(int(asked[2] or len(content)), len(content) - 1)
    return content[first : last + 1], 206, f"bytes {first}-{last}/{len(content)}"


class Site:
    """A web site on this machine: ``files`` by path; what was asked is in ``asked``. A path of no file is 404; a file
    that is None never answers; a feed that did not change is answered with 304; parts of files are sent where it
    ``gives_parts``."""

    def __init__(self, files, gives_parts=False):
        self.files, self.asked, self.gives_parts = files, [], gives_parts
        site = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                site.asked.append((self.path, dict(self.headers)))
                self.answer(site.files.get(self.path, 404))

            def answer(self, content):
                if content is None:
                    site.stopped.wait(60)
                elif isinstance(content, int):
                    self.send_error(content)
                else:
                    self.sent(content)

            def do_HEAD(self):
                self.answer(site.files.get(self.path, 404))

            def sent(self, content):
                tag = f'"{zlib.crc32(content)}"'
                is_known = self.headers.get("If-None-Match") == tag
                content, status, part = part_of(content, self.headers.get("Range", "") if site.gives_parts else "")
                self.send_response(304 if is_known else status)
                if part:
                    self.send_header("Content-Range", part)
                self.send_header("ETag", tag)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", "0" if is_known else str(len(content)))
                self.end_headers()
                if not is_known and self.command != "HEAD":
                    self.wfile.write(content)

            def log_message(self, *arguments):
                pass

        self.stopped = threading.Event()
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def paths(self):
        """The paths that were asked for, in order."""
        return [path for path, _ in self.asked]

    def close(self):
        """Answer nobody any more."""
        self.stopped.set()
        self.server.shutdown()
        self.server.server_close()
