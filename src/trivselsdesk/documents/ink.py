"""Colours and letters on paper. The colours are those of the light theme."""

from __future__ import annotations

from trivselsdesk.domain.frozen import dataclass

INK = "#1D2729"
INK_SOFT = "#465255"
PETROL = "#0F5A5E"
PETROL_INK = "#0B494D"
PETROL_TINT = "#E0EDEB"
LINEN = "#F5F3EE"
LINEN_PALE = "#F8F6F2"
OUTLINE = "#827C70"
RULE = "#B9B3A6"
RULE_PALE = "#DDD8CC"

REGULAR = "Lato-Regular"
SEMIBOLD = "Lato-Semibold"
BOLD = "Lato-Bold"
ITALIC = "Lato-Italic"
FONTS = (REGULAR, SEMIBOLD, BOLD, ITALIC)


@dataclass(frozen=True)
class Style:
    """How a run of text looks. Sizes are px at 96 dpi, as in the design system: 1 px is 0.75 pt."""

    font: str
    size: float
    leading: float
    colour: str = INK

    @property
    def baseline(self) -> float:
        """From the top of the line down to the baseline. Lato rises 0.805 of its size."""
        return (self.leading - self.size) / 2 + 0.805 * self.size
