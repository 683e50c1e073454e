"""A server that answers as it likes: slowly, too little, elsewhere, with signs that steer a terminal."""

import gzip
import socket
import threading
import time

import pytest

from digest.inbox import fetching
from digest.inbox.fetching import fetch
from digest.inbox.open_net import FetchError, is_local

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n"
PACKED = gzip.compress(b"<p>" + b"x" * 5000)


def answering(send):
    """The address of a server that does ``send(connection)`` to whoever connects, until it is closed."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve():
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            with connection:
                if not connection.recv(65536):
                    continue
                try:
                    send(connection)
                except OSError:
                    continue

    threading.Thread(target=serve, daemon=True).start()
    return listening, f"http://127.0.0.1:{listening.getsockname()[1]}/a"


def drip(connection, data):
    for place in range(len(data)):
        connection.sendall(data[place : place + 1])
        time.sleep(0.2)


ANSWERS = {
    "a header a byte at a time": (lambda c: drip(c, OK * 20), "more than 2 seconds"),
    "a body a byte at a time": (lambda c: (c.sendall(OK + b"\r\n"), drip(c, b"x" * 200)), "more than 2 seconds"),
    "nothing at all": (lambda c: time.sleep(4), "more than 2 seconds"),
    "less than it said": (lambda c: c.sendall(OK + b"Content-Length: 900\r\n\r\n<p>x"), "bytes early"),
    "a cut chunk": (lambda c: c.sendall(OK + b"Transfer-Encoding: chunked\r\n\r\n100\r\n<p>"), "a: "),
    "a cut gzip": (lambda c: c.sendall(OK + b"Content-Encoding: gzip\r\n\r\n" + PACKED[:-12]), "its end is missing"),
    "no HTTP": (lambda c: c.sendall(b"\x1b]0;x\x07" * 9 + b"\r\n\r\n"), "a: "),
    "signs for a terminal": (lambda c: c.sendall(b"HTTP/1.1 500 \x1b[31mred\x9b\r\n\r\n"), "answered 500"),
    "a type of signs": (lambda c: c.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: \x1b[2J/x\r\n\r\n"), "a: "),
    "a wrong length": (lambda c: c.sendall(OK + b"Content-Length: " + b"many\r\n\r\nx"), "a length of many"),
    "many headers": (lambda c: c.sendall(OK + b"X: y\r\n" * 500 + b"\r\n"), "a: "),
    "a long header": (lambda c: c.sendall(OK + b"X: " + b"y" * 100_000 + b"\r\n\r\n"), "a: "),
}
TARGETS = [
    "file:///etc/passwd",
    "ftp://example.org/a",
    "gopher://127.0.0.1/a",
    "javascript:alert(1)",
    "http://127.0.0.1:1/a",
    "http://127.1:1/a",
    "http://2130706433/a",
    "http://0x7f.0.0.1/a",
    "http://0/a",
    "http://localhost:1/a",
    "http://localhost.:1/a",
    "http://[::1]/a",
    "http://[::ffff:127.0.0.1]/a",
    "http://[fe80::1%25eth0]/a",
    "http://10.0.0.1/a",
    "http://172.16.0.1/a",
    "http://192.168.1.1/a",
    "http://169.254.169.254/latest/meta-data/",
    "http://[fd00:ec2::254]/a",
    "http://metadata.google.internal/a",
    "http://100.100.100.200/a",
    "http://224.0.0.1/a",
    "http://user@127.0.0.1:1/a",
    "http://example.org:99999/a",
    "http://[::1/a",
    "//127.0.0.1:1/a",
]


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_that_is_none_ends_in_time_and_in_words(name):
    send, said = ANSWERS[name]
    listening, address = answering(send)
    with listening, pytest.raises(FetchError) as fault:
        fetch(address, seconds=2)
    assert said in str(fault.value) and str(fault.value).isprintable()


@pytest.mark.parametrize("target", TARGETS)
def test_a_redirect_leads_to_the_open_net_only(target):
    connected = []
    head = f"HTTP/1.1 302 Found\r\nLocation: {target}\r\nContent-Length: 0\r\n\r\n".encode("latin-1")
    listening, address = answering(lambda connection: (connected.append(1), connection.sendall(head)))
    with listening, pytest.raises(FetchError) as fault:
        fetch(address, seconds=5)
    assert len(connected) == 1 and str(fault.value).isprintable()


@pytest.mark.parametrize("target", [b"/a", b"http:///a", b"\x1b[31mhttp://x", b"?" + b"x" * 300])
def test_redirects_in_a_circle_end(target):
    head = b"HTTP/1.1 302 Found\r\nLocation: " + target + b"\r\nContent-Length: 0\r\n\r\n"
    listening, address = answering(lambda connection: connection.sendall(head))
    with listening, pytest.raises(FetchError) as fault:
        fetch(address, seconds=5)
    assert str(fault.value).isprintable()


def test_a_name_that_leads_here_is_refused_once_connected(monkeypatch):
    """The name of another host that resolves to this machine: what is looked at is whom one has come to."""
    listening, address = answering(lambda c: c.sendall(b"HTTP/1.1 302 Found\r\nLocation: http://open.example/\r\n\r\n"))
    inside, _ = answering(lambda c: pytest.fail("it was asked"))
    port = inside.getsockname()[1]
    found = socket.getaddrinfo

    def told(host, *rest, **more):
        return found("127.0.0.1", port) if host == "open.example" else found(host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", told)
    with listening, inside, pytest.raises(FetchError, match=r"leads on to 127\.0\.0\.1"):
        fetch(address, seconds=5)


@pytest.mark.parametrize("host", ["example.org", "93.184.216.34", "[2606:2800:220:1::1]", "xn--fiqs8s", "1e100.net"])
def test_hosts_of_the_open_net_are_none_of_these(host):
    assert not is_local(host)


def test_the_time_is_what_the_documents_say():
    assert fetching.SECONDS_MOST == 30
