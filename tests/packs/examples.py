"""How many examples a generated test looks at: few in the suite, as many as is asked for in a long run."""

from __future__ import annotations

from hypothesis import settings

_USUAL = 100


def few(count: int) -> settings:
    """So many examples, unless a long run is asked for (`--hypothesis-profile=long`)."""
    asked = settings().max_examples
    return settings(max_examples=count if asked == _USUAL else asked, deadline=None)
