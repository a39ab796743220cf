"""Requests that are too large, too slow, or that two servers might read differently."""

import os
import socket
import subprocess
import time
from contextlib import ExitStack, contextmanager, suppress
from itertools import cycle, islice

import pytest

from reports.demo.server import server_command
from tests.architecture.access_rules import MATRIX
from tests.architecture.test_access_matrix import address, sign_in
from tests.attacks.attack import attack

HOST, PATIENCE = "127.0.0.1", 30
FORM = "application/x-www-form-urlencoded"


def many_files(number):
    part = b'--x\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\n\r\n'
    return part * number + b"--x--\r\n"


LARGE = {
    "10 001 fields": ("&".join(f"a{number}=" for number in range(10_001)), FORM),
    "a body of 4 MB and more": ("a=" + "x" * (4 * 1024 * 1024), FORM),
    "a field without a multipart's end": (
        b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n' + b"x" * 5_000_000,
        "multipart/form-data; boundary=x",
    ),
    "1 000 files": (many_files(1000), "multipart/form-data; boundary=x"),
}


@attack(
    801,
    f"bodies that are too large, at every address that writes: {', '.join(LARGE)}",
    "400 or 413 before any of it is read into a form, and nothing is written.",
)
def test_a_body_that_is_too_large_is_refused(client, cast, place):
    sign_in(client, cast.superuser)
    client.raise_request_exception = False
    faults = {}
    for name, rule in MATRIX.items():
        if rule.method == "post" and name != "logout":
            for what, (body, content_type) in LARGE.items():
                response = client.post(address(name, place), body, content_type=content_type)
                if response.status_code >= 500:
                    faults[name, what] = response.status_code
    for what, (body, content_type) in LARGE.items():
        response = client.post(f"/rapporter/{place.report.pk}/avsnitt/{place.section.pk}/", body, content_type)
        if response.status_code not in {400, 413}:
            faults["a section", what] = response.status_code
    assert faults == {}


ODD = {
    "JSON a hundred thousand deep": ("[" * 100_000, "application/json"),
    "no boundary": (b"x", "multipart/form-data"),
    "a boundary of 10 000 characters": (b"x", "multipart/form-data; boundary=" + "x" * 10_000),
    "a charset that there is none of": (b"a=b", FORM + "; charset=klingon"),
    "UTF-7": (b"a=+ADw-script+AD4-", FORM + "; charset=utf-7"),
    "bytes that are no text": (b"title=\xff\xfe\xed\xa0\x80", FORM),
    "NUL": (b"title=a%00b&reason=%00&text=%00&username=%00&password=%00", FORM),
    "half of a character": (b"title=%ed%a0%80&text=%F0%9F", FORM),
    "a type that there is none of": (b"x", "\r\n"),
    "XML": (b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>', "text/xml"),
    "one line of a megabyte": ("title=" + "x" * 1_000_000, FORM),
}


ODD_AT_EACH = 3
"""All of them at every address would take minutes: the next three at each."""


@attack(
    802,
    f"bodies that are odd, three at each address in turn: {', '.join(ODD)}",
    "Never 500: a form complains, or the request is refused.",
)
def test_an_odd_body_breaks_nothing(client, cast, place):
    sign_in(client, cast.superuser)
    client.raise_request_exception = False
    faults = {}
    for place_in_turn, name in enumerate(sorted(MATRIX)):
        if name == "logout":
            continue
        for what, (body, content_type) in islice(cycle(ODD.items()), place_in_turn, place_in_turn + ODD_AT_EACH):
            status = client.generic("POST", address(name, place), body, content_type).status_code
            if status >= 500 and status != 503:
                faults[name, what] = status
    assert faults == {}


@contextmanager
def server(folder):
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    environment = os.environ | {"VAR_DIR": str(folder), "DATABASE_URL": f"sqlite:///{folder}/x.sqlite3"}
    environment |= {"MODE": "development", "ALLOWED_HOSTS": HOST}
    process = subprocess.Popen(server_command(port), env=environment, stderr=subprocess.DEVNULL)
    try:
        for _attempt in range(300):
            try:
                socket.create_connection((HOST, port), 1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait()


def sent(port, request, *, reads=True):
    connection = socket.create_connection((HOST, port), PATIENCE)
    connection.sendall(request)
    if not reads:
        return connection
    with connection:
        connection.settimeout(PATIENCE)
        return read_out(connection)


def read_out(connection):
    """All that is answered until the connection ends, also where it ends in a fault."""
    answer = b""
    with suppress(OSError):
        while chunk := connection.recv(65536):
            answer += chunk
    return answer


PAGE = b"GET /static/css/tokens.css HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"


@pytest.fixture(scope="module")
def port(tmp_path_factory):
    with server(tmp_path_factory.mktemp("server")) as port:
        yield port


@attack(
    803,
    "three hundred connections that never finish their headers, and three hundred that send nothing",
    "They hold no thread of ours: others are answered meanwhile. The proxy's own timeouts end them.",
)
def test_slow_headers_keep_nobody_waiting(port):
    with ExitStack() as open_ones:
        for number in range(300):
            slow = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: " if number % 2 else b""
            open_ones.enter_context(sent(port, slow, reads=False))
        assert sent(port, PAGE).startswith(b"HTTP/1.1 200")


BODY = b"0\r\n\r\nGET /admin/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
POST = b"POST /static/css/tokens.css HTTP/1.1\r\nHost: 127.0.0.1\r\n"
SMUGGLED = {
    "both lengths": POST + b"Content-Length: %d\r\nTransfer-Encoding: chunked\r\n\r\n" % len(BODY) + BODY,
    "two lengths": POST + b"Content-Length: 5\r\nContent-Length: %d\r\n\r\n" % len(BODY) + BODY,
    "a length with a sign": POST + b"Content-Length: +5\r\n\r\n" + BODY,
    "a length in hexadecimals": POST + b"Content-Length: 0x5\r\n\r\n" + BODY,
    "an encoding that is none": POST + b"Transfer-Encoding: xchunked\r\n\r\n" + BODY,
    "a space before the colon": POST + b"Transfer-Encoding : chunked\r\n\r\n" + BODY,
    "a folded header": POST + b"Transfer-Encoding:\r\n chunked\r\n\r\n" + BODY,
    "NUL in a header": POST + b"X: a\x00b\r\n\r\n",
    "a bare carriage return": POST + b"X: a\rTransfer-Encoding: chunked\r\n\r\n" + BODY,
    "a chunk too long to count": POST + b"Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nx",
    "headers of a megabyte": b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + b"x" * 1_000_000 + b"\r\n\r\n",
    "ten thousand headers": b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + b"X: y\r\n" * 10_000 + b"\r\n",
    "no version": b"GET /\r\n\r\n",
    "a version that is none": b"GET / HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n",
    "no host": b"GET / HTTP/1.1\r\n\r\n",
    "CONNECT": b"CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n",
    "a proxy's request line": b"GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    "noise": bytes(range(256)) * 4,
}


@attack(
    804,
    f"requests that two servers might read differently: {', '.join(SMUGGLED)}",
    "One refusal, or one answer and the connection's end; the part behind is never answered as a request of its own.",
)
def test_no_second_request_is_smuggled_in(port):
    faults = {}
    for what, request in SMUGGLED.items():
        with sent(port, request, reads=False) as connection:
            connection.settimeout(PATIENCE)
            with suppress(OSError):  # it may have hung up already
                connection.shutdown(socket.SHUT_WR)
            answer = read_out(connection)
        if answer.count(b"HTTP/1.1 ") > 1 or answer.startswith(b"HTTP/1.1 5") or b"/logga-in/?next=/admin" in answer:
            faults[what] = answer[:200]
    assert faults == {}
    assert sent(port, PAGE).startswith(b"HTTP/1.1 200")


@attack(
    805,
    "addresses of a hundred thousand characters, with NUL, line breaks, broken percent signs and dots, and ranges of a "
    "thousand parts",
    "404 or 400; ranges are not served but by one part.",
)
def test_odd_addresses_break_nothing(client, world):
    client.raise_request_exception = False
    faults = {}
    for path in (
        "/" + "x" * 100_000,
        "/%00",
        "/%0d%0aX: y",
        "/%",
        "/%zz",
        "/..%2f..%2fetc/passwd",
        "/static/../x",
        "/static/%2e%2e/settings.py",
        "/static/css/tokens.css/",
        "//",
        "/./",
        "/socialnamnden/%ed%a0%80/",
        "/socialnamnden/..;/admin/",
        "/ADMIN/",
        "/admin%20/",
        "/?" + "&".join("a=b" for _each in range(20_000)),
    ):
        status = client.get(path).status_code
        if status >= 500:
            faults[path[:40]] = status
    ranges = ",".join(f"{number}-" for number in range(1000))
    response = client.get("/static/css/tokens.css", headers={"range": f"bytes={ranges}"})
    response.close()
    assert response.status_code in {200, 416}
    assert faults == {}
