"""A security key in software: it answers as a browser would, right or with one thing wrong."""

import hashlib
from dataclasses import dataclass, field
from secrets import token_bytes
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

PRESENT = AuthenticatorData.FLAG.UP
ORIGIN = "https://testserver"


@dataclass
class Key:
    """A key, whose answers to a page's options can be told to lie."""

    origin: str = ORIGIN
    host: str = "testserver"
    flags: int = PRESENT
    uses: int = 1
    identity: bytes = field(default_factory=lambda: token_bytes(16))
    secret: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )

    def made(self, options: dict[str, Any]) -> dict[str, Any]:
        """Return the answer to the options of a page that adds a key."""
        public = ES256.from_cryptography_key(self.secret.public_key())
        kept = AttestedCredentialData.create(Aaguid.NONE, self.identity, public)
        said = self._data(AuthenticatorData.FLAG.AT, kept)
        attested = AttestationObject.create("none", said, {})
        told = self._told("webauthn.create", options)
        return self._answer({"attestationObject": attested, "clientDataJSON": told})

    def asked(self, options: dict[str, Any], *, kind: str = "webauthn.get") -> dict[str, Any]:
        """Return the answer to the options of a page that signs in."""
        told = self._told(kind, options)
        said = self._data(0)
        signature = self.secret.sign(said + hashlib.sha256(told).digest(), ec.ECDSA(SHA256()))
        return self._answer(
            {"authenticatorData": said, "clientDataJSON": told, "signature": signature}
        )

    def _data(self, more: int, *kept: AttestedCredentialData) -> AuthenticatorData:
        host = hashlib.sha256(self.host.encode()).digest()
        return AuthenticatorData.create(host, self.flags | more, self.uses, *kept)

    def _told(self, kind: str, options: dict[str, Any]) -> CollectedClientData:
        challenge = options["publicKey"]["challenge"]
        return CollectedClientData.create(kind, challenge, self.origin)

    def _answer(self, response: dict[str, bytes]) -> dict[str, Any]:
        name = websafe_encode(self.identity)
        said = {part: websafe_encode(value) for part, value in response.items()}
        return {"id": name, "rawId": name, "type": "public-key", "response": said}
