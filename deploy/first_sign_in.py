"""Does what the first person does: opens the sign-in page, fetches what belongs to it, signs in, sees the start page.

    first_sign_in.py ADDRESS USERNAME [--host NAME] [--certificate FILE]

The password is read from PASSWORD in the environment. With `--host` a web process is asked straight, as the proxy asks
it; without, ADDRESS is the site's own. `--certificate` names one that is trusted for the occasion. Each step is a line;
the first one that does not hold ends the program with 1.
"""

import argparse
import http.client
import os
import re
import ssl
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urljoin, urlsplit


class NotSo(Exception):
    """A step that does not hold; `str()` is what was claimed, as it reads after "NOT"."""


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode()


@dataclass
class Browser:
    """As much of one as it takes: cookies, and the headers of a proxy where there is none."""

    address: str
    headers: dict[str, str]
    certificate: str
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, path: str, form: dict[str, str] | None = None, **headers: str) -> Answer:
        parts = urlsplit(self.address)
        trusted = ssl.create_default_context(cafile=self.certificate or None) if parts.scheme == "https" else None
        connection = (
            http.client.HTTPSConnection(parts.netloc, timeout=60, context=trusted)
            if trusted
            else http.client.HTTPConnection(parts.netloc, timeout=60)
        )
        sent = self.headers | headers
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        body = None
        if form is not None:
            body = urlencode(form)
            host = self.headers.get("Host", parts.netloc)
            sent |= {"Content-Type": "application/x-www-form-urlencoded", "Referer": f"https://{host}{path}"}
        connection.request("GET" if form is None else "POST", path, body, sent)
        response = connection.getresponse()
        content = response.read()
        for set_cookie in response.headers.get_all("Set-Cookie", []):
            for name, morsel in SimpleCookie(set_cookie).items():
                check(bool(morsel["secure"]), f"the cookie {name} goes over TLS only")
                self.cookies[name] = morsel.value
        connection.close()
        return Answer(response.status, response.headers, content)


class SignInForm(HTMLParser):
    """The fields of the form that asks for a password."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.forms: list[list[dict[str, str | None]]] = []
        self.feed(page)
        found = [form for form in self.forms if any(each.get("type") == "password" for each in form)]
        check(len(found) == 1, "there is one form that asks for a password")
        self.inputs = found[0]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "form":
            self.forms.append([])
        elif tag == "input" and self.forms:
            self.forms[-1].append(dict(attrs))

    def filled(self, name: str, password: str) -> dict[str, str]:
        values = {}
        for each in self.inputs:
            kind = each.get("type") or "text"
            typed = {"password": password, "text": name, "email": name}.get(kind, each.get("value") or "")
            if each.get("name") and kind not in {"checkbox", "submit"}:
                values[str(each["name"])] = typed
        return values


def check(holds: bool, claim: str) -> None:
    if not holds:
        raise NotSo(claim)


def steps(browser: Browser, name: str, password: str) -> Iterable[str]:
    answer = browser.ask("/halsa/")
    check(answer.status == 200, f"/halsa/ answers with 200 (but with {answer.status})")
    yield "a process is alive"
    page = browser.ask("/logga-in/")
    check(page.status == 200, f"/logga-in/ answers with 200 (but with {page.status})")
    for header in ("Content-Security-Policy", "Strict-Transport-Security", "X-Request-ID"):
        check(header in page.headers, f"/logga-in/ has {header}")
    yield "the sign-in page is there, with its policy and the id of the request"
    sheet = re.search(r'href="(/static/[^"]+\.[0-9a-f]{12}\.css)"', page.text)
    check(sheet is not None, "the page has a style sheet with the sum of its content in its name")
    assert sheet is not None  # noqa: S101 (what the line above has just said, in the checker's own words)
    sizes = {}
    for encoding in ("identity", "gzip", "br"):
        got = browser.ask(sheet[1], **{"Accept-Encoding": encoding})
        check(got.status == 200, f"{sheet[1]} answers with 200 (but with {got.status})")
        check("immutable" in got.headers.get("Cache-Control", ""), f"{sheet[1]} is kept for ever")
        check(got.headers.get("Content-Encoding", "identity") == encoding, f"{sheet[1]} comes as {encoding}")
        sizes[encoding] = len(got.content)
    yield f"a style sheet is kept for ever, and comes compressed: {sizes}"
    signed_in = browser.ask("/logga-in/", SignInForm(page.text).filled(name, password))
    check(signed_in.status == 302, f"signing in leads on (it answers with {signed_in.status}: is the password right?)")
    where = urlsplit(urljoin("/", signed_in.headers["Location"])).path
    start = browser.ask(where)
    if start.status == 302:  # in production the first person is asked for a second factor
        where = urlsplit(urljoin("/", start.headers["Location"])).path
        start = browser.ask(where)
    check(start.status == 200, f"{where} answers with 200 (but with {start.status})")
    check("Logga ut" in start.text, f"{where} knows who signed in")
    yield f"{name} is signed in, and sees {where}"
    check(browser.ask("/matt/").status in {401, 404}, "what is measured is shut to whoever shows no token")
    yield "what is measured is shut to whoever shows no token"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("address")
    parser.add_argument("username")
    parser.add_argument("--host", default="")
    parser.add_argument("--certificate", default="")
    asked = parser.parse_args()
    headers = {"Host": asked.host, "X-Forwarded-Proto": "https"} if asked.host else {}
    try:
        for words in steps(Browser(asked.address, headers, asked.certificate), asked.username, os.environ["PASSWORD"]):
            sys.stdout.write(f"ok  {words}\n")
    except NotSo as fault:
        sys.stdout.write(f"NOT {fault}\n")
        return 1
    except OSError as fault:
        sys.stdout.write(f"NOT {asked.address} can be reached ({fault})\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
