"""A start reads no source of what it imports: Qt for Python would, and keep all of it."""

from __future__ import annotations

import os
import subprocess
import sys

STARTED = """
import linecache
import trivselsdesk.app
import trivselsdesk.ui.start.room
import trivselsdesk.ui.run.room
print(*(each for each in linecache.cache if "trivselsdesk" in each))
"""


def test_no_source_of_ours_is_kept_in_memory() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", STARTED], capture_output=True, text=True, env=dict(os.environ), check=True
    )
    read = {name.replace("\\", "/").rpartition("/trivselsdesk/")[2] for name in ran.stdout.split()}
    # The module that says so is itself looked at, and the package above it.
    assert read <= {"ui/unread.py", "ui/__init__.py", "app.py", "paths.py", "__init__.py"}
