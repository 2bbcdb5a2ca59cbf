"""Sealing and opening the answers of confidential forms with *age* (robustness, »People's data«).

A pair of keys for each programme. Writing needs the public one only. The private one lies in the file
under the leader's passphrase, stretched so that guessing is slow: opening it takes about a second.
"""

from __future__ import annotations

import base64
import zlib
from dataclasses import replace
from datetime import date

import pyrage

from trivselsdesk.domain.records import FormLock
from trivselsdesk.domain.sealed import SEAL

LEAST_SIGNS = 10
"""Signs of a passphrase. Ours: four short words are more than enough."""
_BLOCK = 256
"""Sealed text is as long as a whole number of these, so that its length tells little."""


class WrongPhrase(Exception):
    """The passphrase does not open the lock."""


class Key:
    """The opened private key. It lives in memory only, for as long as the forms are open."""

    def __init__(self, identity: pyrage.x25519.Identity) -> None:
        self._identity = identity
        self._known: dict[str, str] = {}

    def unseal(self, text: str) -> str:
        """The words behind sealed text; a sentence in their place where another key sealed them."""
        if text not in self._known:
            try:
                data = pyrage.decrypt(
                    base64.b64decode(text.removeprefix(SEAL), validate=True), [self._identity]
                )
                length = int.from_bytes(data[:4], "big")
                self._known[text] = zlib.decompress(data[4 : 4 + length]).decode("utf-8")
            except (pyrage.DecryptError, ValueError, zlib.error):
                self._known[text] = "(Kan ikke åbnes med denne adgangssætning)"
        return self._known[text]


def new_lock(programme_id: str, phrase: str, today: date) -> FormLock:
    """A lock with keys of its own under the passphrase. Takes about a second."""
    return new_keys(programme_id, phrase, today)[0]


def new_keys(programme_id: str, phrase: str, today: date) -> tuple[FormLock, Key]:
    """The same, with the opened key beside it."""
    identity = pyrage.x25519.Identity.generate()
    lock = FormLock(
        id=programme_id,
        programme_id=programme_id,
        public=str(identity.to_public()),
        secret=_under(identity, phrase),
        made=today,
    )
    return lock, Key(identity)


def relock(lock: FormLock, phrase: str, wanted: str) -> FormLock:
    """The same keys under another passphrase. Takes about two seconds. Raises WrongPhrase."""
    return replace(lock, secret=_under(_identity(lock, phrase), wanted))


def open_lock(lock: FormLock, phrase: str) -> Key:
    """The private key. Takes about a second. Raises WrongPhrase."""
    return Key(_identity(lock, phrase))


def seal(lock: FormLock, text: str) -> str:
    """The text as only the private key opens it. Nothing stays nothing."""
    if not text.strip():
        return ""
    packed = zlib.compress(text.encode("utf-8", "replace"), 9)
    data = len(packed).to_bytes(4, "big") + packed
    data += bytes(-len(data) % _BLOCK)
    sealed = pyrage.encrypt(data, [pyrage.x25519.Recipient.from_str(lock.public)])
    return SEAL + base64.b64encode(sealed).decode("ascii")


def _identity(lock: FormLock, phrase: str) -> pyrage.x25519.Identity:
    try:
        plain = pyrage.passphrase.decrypt(base64.b64decode(lock.secret, validate=True), _plain(phrase))
        return pyrage.x25519.Identity.from_str(plain.decode("ascii"))
    except (pyrage.DecryptError, pyrage.IdentityError, ValueError):
        raise WrongPhrase from None


def _under(identity: pyrage.x25519.Identity, phrase: str) -> str:
    secret = pyrage.passphrase.encrypt(str(identity).encode("ascii"), _plain(phrase))
    return base64.b64encode(secret).decode("ascii")


def _plain(phrase: str) -> str:
    """A space before or after, or two in a row, is a slip of the hand and no part of the phrase."""
    return " ".join(phrase.split())
