"""How many examples a generated test looks at: few in the suite, as many as is asked for in a long run."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings

_USUAL = 100


SLOW = (
    HealthCheck.too_slow,
    HealthCheck.filter_too_much,
    HealthCheck.data_too_large,
    HealthCheck.function_scoped_fixture,
    HealthCheck.large_base_example,
)
"""What is expected of examples that are as large as a whole process."""


def few(count: int) -> settings:
    """So many examples, unless a long run is asked for (`--hypothesis-profile=long`)."""
    asked = settings().max_examples
    suite = asked == _USUAL
    return settings(
        max_examples=count if suite else asked,
        # The suite says the same each time; a long run looks at new ones.
        derandomize=suite,
        deadline=None,
        suppress_health_check=SLOW,
        phases=(Phase.explicit, Phase.reuse, Phase.generate),
    )
