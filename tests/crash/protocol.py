"""What a child that is going to be killed says, one line of JSON for each thing it has done.

``ready`` when the database is open, ``about`` before something is begun, ``done`` after it was
committed. A child that drives the real window says the same lines: see ``Teller``.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

from trivselsdesk.domain.codec import to_plain
from trivselsdesk.store.store import DESK, Store


def digest(store: Store) -> str:
    """A sum over all that the store holds, taken from memory."""
    keys = [DESK, *sorted(each.id for each in store.programmes())]
    content = sorted(
        [type(record).__name__, to_plain(record)["id"], json.dumps(to_plain(record), sort_keys=True)]
        for key in keys
        for record in store.book(key).everything()
    )
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:24]


class Teller:
    """Says what happens on standard output, each line in one write that no kill can cut."""

    def ready(self, store: Store, database: Path) -> None:
        """The database is open, and this is what it holds."""
        self._say({"ready": str(database)} | _state(store))

    def about(self, way: str, scope: str, *, turnable: bool) -> None:
        """Something begins: ``do``, ``undo`` or ``redo`` in a scope.

        ``turnable``: one turn of the other kind leads back to exactly where we were.
        """
        self._say({"about": way, "scope": scope, "turnable": turnable})

    def done(self, store: Store) -> None:
        """It was committed, and this is what the store holds now."""
        self._say({"done": True} | _state(store))

    def _say(self, words: dict[str, Any]) -> None:
        os.write(1, (json.dumps(words) + "\n").encode())


def _state(store: Store) -> dict[str, Any]:
    return {"changes": store.change_count(), "digest": digest(store)}
