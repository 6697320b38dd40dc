"""An outside sign-in service that answers on this machine, and lies where it is told to."""

import base64
import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from throughcare import clock

CLIENT, SECRET = "throughcare", "only-for-tests"


@cache
def a_pair(name: str) -> rsa.RSAPrivateKey:
    """Return a pair of keys; making one takes time, so each is made once."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass
class Service:
    """The service: what it says of itself, and what it says of who signs in."""

    url: str = ""
    described: dict[str, Any] = field(default_factory=dict)
    claims: dict[str, Any] = field(default_factory=dict)
    header: dict[str, Any] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    signs_with: str = "first"
    shows: tuple[str, ...] = ("first",)
    algorithm: str = "RS256"
    status: dict[str, int] = field(default_factory=dict)
    raw: dict[str, bytes] = field(default_factory=dict)
    asked: dict[str, str] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    tokens: list[dict[str, str]] = field(default_factory=list)

    def at(self, path: str, sent: dict[str, str]) -> tuple[int, bytes]:
        """Return status and body of the answer at a path."""
        if path in self.raw or path in self.status:
            return self.status.get(path, 200), self.raw.get(path, b"{}")
        pages = {
            "/.well-known/openid-configuration": self.describe,
            "/keys": self.keys,
            "/token": lambda: self.token(sent),
        }
        return 200, json.dumps(pages[path]()).encode()

    def describe(self) -> dict[str, Any]:
        ends = {"authorization": "/authorize", "token": "/token"}
        known = {f"{name}_endpoint": self.url + path for name, path in ends.items()}
        return known | {"issuer": self.url, "jwks_uri": f"{self.url}/keys"} | self.described

    def keys(self) -> dict[str, Any]:
        public = [(name, a_pair(name).public_key()) for name in self.shows]
        return {"keys": [RSAAlgorithm.to_jwk(key, as_dict=True) | {"kid": n} for n, key in public]}

    def token(self, sent: dict[str, str]) -> dict[str, Any]:
        self.tokens.append(sent)
        digest = hashlib.sha256(sent["code_verifier"].encode()).digest()
        proof = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        right = (sent["client_secret"], proof) == (SECRET, self.asked["code_challenge"])
        if sent["code"] in self.used or not right:
            return {"error": "invalid_grant"}
        self.used.add(sent["code"])
        return {"access_token": "x", "token_type": "Bearer", "id_token": self.signed()}

    def signed(self) -> str:
        now = int(clock.wall().timestamp())
        told = {"iss": self.url, "aud": CLIENT, "sub": "4711", "iat": now, "exp": now + 300}
        told |= {"nonce": self.asked["nonce"], "auth_time": now}
        told |= self.claims
        told = {name: value for name, value in told.items() if name not in self.left_out}
        header = {"kid": self.signs_with} | self.header
        if self.algorithm in ("none", "HS256"):
            return self.unsigned(header, told)
        return jwt.encode(told, a_pair(self.signs_with), self.algorithm, headers=header)

    def unsigned(self, header: dict[str, Any], told: dict[str, Any]) -> str:
        """Return a token without a signature, or one whose secret is the public key."""
        parts = [header | {"alg": self.algorithm, "typ": "JWT"}, told]
        body = ".".join(b64(json.dumps(part).encode()) for part in parts)
        if self.algorithm == "none":
            return f"{body}."
        public = a_pair(self.signs_with).public_key()
        form = serialization.PublicFormat.SubjectPublicKeyInfo
        secret = public.public_bytes(serialization.Encoding.PEM, form)
        return f"{body}.{b64(hmac.digest(secret, body.encode(), 'sha256'))}"

    def sign_in(self, client: Any, onward: str = "", **changed: str) -> Any:
        """Go the whole way of a browser, and return the answer of the way back."""
        there = client.get("/account/provider/", {"next": onward})
        self.asked = dict(parse_qsl(urlsplit(there["Location"]).query))
        said = {"code": f"code {len(self.used)}", "state": self.asked["state"]} | changed
        return client.get("/account/provider/back/", said)


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


@contextmanager
def running() -> Iterator[Service]:
    """Let a service answer on a free port of this machine for the block."""
    service = Service()

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.reply({})

        def do_POST(self) -> None:
            size = int(self.headers["Content-Length"])
            self.reply(dict(parse_qsl(self.rfile.read(size).decode())))

        def reply(self, sent: dict[str, str]) -> None:
            status, body = service.at(self.path, sent)
            self.send_response(status)
            if status in (301, 302):
                self.send_header("Location", body.decode())
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_said: Any) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    service.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
