"""Requests that are too large, too slow, or that two servers might read differently."""

import logging
import os
import socket
import subprocess
import time
from contextlib import ExitStack, contextmanager, suppress
from itertools import cycle, islice
from pathlib import Path

import pytest
from django.test import Client

from reports.demo.server import BLOCKING_THREADS, server_command
from tests.architecture.access_rules import MATRIX
from tests.architecture.test_access_matrix import address, sign_in
from tests.attacks.attack import attack
from tests.stored_rows import stored_rows, what_differs

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


READ_NO_BODY = dict.fromkeys(("operations:alive", "operations:ready", "operations:metrics"), 405)
READ_NO_BODY["reading:subscription_confirm"] = 200
"""What is answered there: the address itself is the right, or nothing can be posted."""


@pytest.fixture
def unlogged():
    """A line that is caught keeps its request, and that the body: gigabytes."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@attack(
    801,
    f"bodies that are too large, with a right token, at every address: {', '.join(LARGE)}",
    "400 before any of it is read into a form, but where no body is read at all, and nothing is written.",
)
def test_a_body_that_is_too_large_is_refused(cast, place, unlogged):
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.force_login(cast.superuser)
    client.cookies["csrftoken"] = token = "a" * 32
    before = stored_rows()
    faults = {}
    for name in MATRIX:
        for what, (body, content_type) in LARGE.items():
            response = client.post(address(name, place), body, content_type, headers={"X-CSRFToken": token})
            if response.status_code != READ_NO_BODY.get(name, 400):
                faults[name, what] = response.status_code
    assert faults == {}
    assert what_differs(before) == {}


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


def slow_body(address, cookie=b""):
    """The beginning of a form of a thousand characters."""
    head = b"POST %b HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: %b\r\nContent-Length: 1000\r\n%b\r\na"
    return head % (address, FORM.encode(), cookie)


def drip(connections, seconds):
    """A character a second on each."""
    for _second in range(seconds):
        time.sleep(1)
        for each in connections:
            with suppress(OSError):  # it may have been refused, and hung up on
                each.sendall(b"a")


@attack(
    806,
    "bodies that come a byte a second: on fifty connections without a token's cookie, on one connection fewer than the "
    "server has threads, and on fifty that the server must read",
    "Without the cookie the form is refused unread, and holds no thread. A body that is read holds one: measured with "
    "four threads, three left all others their answers, and four or fifty left none in eight seconds, until they hung "
    "up. So the proxy takes requests whole before it hands them on, and gives up a body that is silent for fifteen "
    "seconds.",
)
def test_slow_bodies_are_the_proxys(port):
    token = b"Cookie: csrftoken=" + b"a" * 32 + b"\r\n"
    for number, request in (
        (50, slow_body(b"/logga-in/")),
        (BLOCKING_THREADS - 1, slow_body(b"/logga-in/", token)),
        (BLOCKING_THREADS - 1, slow_body(b"/prenumerera/")),
    ):
        with ExitStack() as open_ones:
            slow = [open_ones.enter_context(sent(port, request, reads=False)) for _each in range(number)]
            drip(slow, seconds=2)
            assert sent(port, PAGE).startswith(b"HTTP/1.1 200")
    with ExitStack() as open_ones:
        drip(
            [open_ones.enter_context(sent(port, slow_body(b"/logga-in/", token), reads=False)) for _each in range(50)],
            1,
        )
    assert sent(port, PAGE).startswith(b"HTTP/1.1 200")
    proxy = Path("deploy/nginx/uppfoljning.conf").read_text(encoding="utf-8")
    assert "\nproxy_request_buffering on;" in proxy
    assert "\nclient_body_timeout 15s;" in proxy


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
    "404, or 400 for the longest; a question that no page asks is not read; ranges are not served but by one part.",
)
def test_odd_addresses_break_nothing(client, world):
    client.raise_request_exception = False
    asked_nothing = "/?" + "&".join("a=b" for _each in range(20_000))
    answered = {"/" + "x" * 100_000: 400, asked_nothing: 200}
    faults = {}
    for path in (
        *answered,
        "/%00",
        "/%0d%0aX: y",
        "/%",
        "/%zz",
        "/..%2f..%2fetc/passwd",
        "/static/../x",
        "/static/%2e%2e/settings.py",
        "/static/css/tokens.css/",
        "/.//",
        "/./",
        "/socialnamnden//",
        "/socialnamnden/%ed%a0%80/",
        "/socialnamnden/..;/admin/",
        "/ADMIN/",
        "/admin%20/",
    ):
        status = client.get(path).status_code
        if status != answered.get(path, 404):
            faults[path[:40]] = status
    ranges = ",".join(f"{number}-" for number in range(1000))
    response = client.get("/static/css/tokens.css", headers={"range": f"bytes={ranges}"})
    response.close()
    assert response.status_code in {200, 416}
    assert faults == {}
