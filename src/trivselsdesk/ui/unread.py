"""Modules are imported without their source being read a second time.

For its switchable features (``snake_case``, ``true_property``) Qt for Python reads the source of every module
that is imported and keeps all of it in ``linecache``: a fifth of a millisecond of every start and some
kilobytes for each. We use none of the features, so every module has the same answer.
"""

from __future__ import annotations

import sys
from types import ModuleType

import PySide6.QtCore  # noqa: F401


def leave_sources_alone() -> None:
    """Answer for every module imported from now on that it asks for no feature.

    A version of Qt for Python that no longer asks is left as it is.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None and hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = _asks_for_none


def _asks_for_none(module: ModuleType) -> bool:
    return False
