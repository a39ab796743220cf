"""An OpenID provider on loopback: discovery, authorisation, tokens with PKCE, keys and userinfo, over real HTTP."""

import base64
import hashlib
import json
import secrets
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
import requests
from cryptography.hazmat.primitives.asymmetric import rsa

from followup.environment import OpenId

CLIENT_ID, CLIENT_SECRET, KEY_ID = "uppfoljning", "hemlighet", "nyckel-1"
_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass
class Provider:
    """`person` is who signs in there. `change` changes the id_token before it is signed; `sign_with` another key.

    `ending` stands after the issuer in what the provider calls itself.
    """

    person: dict = field(default_factory=dict)
    userinfo: dict | None = None
    change: object = None
    sign_with: object = None
    algorithm: str = "RS256"
    refuses: str = ""
    ending: str = ""
    codes: dict = field(default_factory=dict)
    tokens: dict = field(default_factory=dict)
    asked: list = field(default_factory=list)

    def __enter__(self):
        handler = type("Handler", (_Handler,), {"provider": self})
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_fault):
        self.server.shutdown()
        self.server.server_close()

    def use(self, settings, **overrides):
        values = {
            "is_set": True,
            "issuer": self.issuer,
            "client_id": CLIENT_ID,
            "client_secret": CLIENT_SECRET,
            "name": "Kommunens inloggning",
            "second_factor": ("mfa",),
            "scopes": ("openid", "profile", "email"),
            "origins": (self.issuer,),
        }
        settings.OPENID = OpenId(**values | overrides)
        providers = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": settings.OPENID.apps}}
        settings.SOCIALACCOUNT_PROVIDERS = providers

    def answer_to(self, address):
        """Where the provider sends the browser after it has been asked at the address."""
        answer = requests.get(address, allow_redirects=False, timeout=5)
        assert answer.status_code == 302, answer.text
        return answer.headers["Location"]

    def id_token(self, nonce):
        now = int(time.time())
        said = {"iss": self.issuer + self.ending, "aud": CLIENT_ID, "iat": now, "exp": now + 300, "nonce": nonce}
        said |= self.person
        if self.change:
            self.change(said)
        return jwt.encode(said, self.sign_with or _KEY, algorithm=self.algorithm, headers={"kid": KEY_ID})


class _Handler(BaseHTTPRequestHandler):
    provider: Provider

    def log_message(self, *_args):
        pass

    def do_GET(self):
        parts = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        match parts.path:
            case "/.well-known/openid-configuration":
                self._say(self._discovery())
            case "/keys":
                public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(_KEY.public_key()))
                self._say({"keys": [public | {"kid": KEY_ID, "use": "sig", "alg": "RS256"}]})
            case "/authorize":
                self._authorize(asked)
            case "/userinfo":
                person = self.provider.tokens.get(self.headers.get("Authorization", "").removeprefix("Bearer "))
                self._say(person) if person else self._say({"error": "invalid_token"}, 401)
            case _:
                self._say({}, 404)

    def _discovery(self):
        issuer = self.provider.issuer
        return {
            "issuer": issuer + self.provider.ending,
            "authorization_endpoint": f"{issuer}/authorize",
            "token_endpoint": f"{issuer}/token",
            "jwks_uri": f"{issuer}/keys",
            "userinfo_endpoint": f"{issuer}/userinfo",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def _authorize(self, asked):
        provider = self.provider
        provider.asked.append(asked)
        if provider.refuses:
            answer = {"error": provider.refuses, "state": asked["state"]}
        else:
            code = secrets.token_urlsafe(16)
            provider.codes[code] = asked
            answer = {"code": code, "state": asked["state"]}
        self.send_response(302)
        self.send_header("Location", f"{asked['redirect_uri']}?{urlencode(answer)}")
        self.end_headers()

    def do_POST(self):
        sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
        given = {name: values[0] for name, values in parse_qs(sent).items()}
        asked = self.provider.codes.pop(given.get("code"), None)  # a code is good once
        if asked is None or not self._fits(asked, given):
            self._say({"error": "invalid_grant"}, 400)
            return
        token = secrets.token_urlsafe(16)
        self.provider.tokens[token] = self.provider.userinfo or {"sub": self.provider.person["sub"]}
        self._say(
            {
                "access_token": token,
                "token_type": "Bearer",
                "expires_in": 300,
                "id_token": self.provider.id_token(asked.get("nonce")),
            }
        )

    def _fits(self, asked, given):
        digest = hashlib.sha256(given.get("code_verifier", "").encode()).digest()
        return (
            given.get("client_id") == CLIENT_ID
            and given.get("client_secret") == CLIENT_SECRET
            and given.get("redirect_uri") == asked["redirect_uri"]
            and asked.get("code_challenge_method") == "S256"
            and asked.get("code_challenge") == base64.urlsafe_b64encode(digest).decode().rstrip("=")
        )

    def _say(self, answer, status=200):
        body = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
