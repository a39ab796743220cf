"""A signed-in person's requests, with the cookies and tokens that a browser would keep."""

import http.client
import re
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

from tests.crash.cluster import HOST

FORM = "application/x-www-form-urlencoded"


class Unanswered(Exception):
    """Nobody knows whether what was sent was done."""


class Answer:
    def __init__(self, response, body):
        self.status, self.headers, self.content = response.status, response.headers, body

    @property
    def text(self):
        return self.content.decode(errors="replace")


class Browser:
    def __init__(self, port, cookies=None):
        self.port, self.cookies, self.token = port, dict(cookies or {}), ""

    def get(self, path, **headers):
        answer = self.send("GET", path, None, headers)
        if found := re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', answer.text):
            self.token = found[1]
        return answer

    def post(self, path, fields, *, file=None, **headers):
        fields = {"csrfmiddlewaretoken": self.token} | fields
        body, kind = multipart(fields, *file) if file else (urlencode(fields), FORM)
        return self.send("POST", path, body, {"Content-Type": kind} | headers)

    def send(self, method, path, body, headers):
        connection = http.client.HTTPConnection(HOST, self.port, timeout=60)
        told = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())} if self.cookies else {}
        try:
            connection.request(method, path, body, told | headers)
            response = connection.getresponse()
            answer = Answer(response, response.read())
        except (OSError, http.client.HTTPException) as fault:
            raise Unanswered(repr(fault)) from fault
        finally:
            connection.close()
        for header in response.headers.get_all("Set-Cookie") or ():
            name, _, value = header.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer

    def sign_in(self, username, password):
        self.get("/logga-in/")
        answer = self.post("/logga-in/", {"login": username, "password": password})
        assert answer.status == 302, answer.text
        return self


def where(answer):
    return urlsplit(answer.headers["Location"]).path


def multipart(fields, name, file_name, content):
    mark = uuid4().hex
    parts = [
        f'--{mark}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n' for key, value in fields.items()
    ]
    parts.append(f'--{mark}\r\nContent-Disposition: form-data; name="{name}"; filename="{file_name}"\r\n\r\n')
    return "".join(parts).encode() + content + f"\r\n--{mark}--\r\n".encode(), f"multipart/form-data; boundary={mark}"
