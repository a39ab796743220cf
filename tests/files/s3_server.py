"""A server on this machine that speaks S3: moto answers, over real connections and to any process.

Moto's own server asks for a web framework more; what it does with a request needs none.
"""

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread

from botocore.awsrequest import AWSPreparedRequest
from botocore.compat import HTTPHeaders
from moto.core.botocore_stubber import BotocoreStubber


class Answering(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    moto, one_at_a_time = BotocoreStubber(), Lock()

    def answer(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        headers = HTTPHeaders()
        for name, value in self.headers.items():
            headers[name] = value
        asked = AWSPreparedRequest(self.command, f"https://s3.amazonaws.com{self.path}", headers, body, False)
        with self.one_at_a_time:
            status, told, content = self.moto.process_request(asked)
        content = content.encode() if isinstance(content, str) else content
        self.send_response(status)
        for name, value in told.items():
            if name.lower() not in {"content-length", "connection"}:
                self.send_header(name, str(value))
        length = told.get("content-length", told.get("Content-Length")) if self.command == "HEAD" else len(content)
        self.send_header("Content-Length", str(length or 0))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    do_GET = do_HEAD = do_PUT = do_POST = do_DELETE = answer  # noqa: N815 (http.server calls them so)

    def log_message(self, *_words):
        """Nothing: the tests' output is theirs."""


@contextmanager
def s3_server():
    """Its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
