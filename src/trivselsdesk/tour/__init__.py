"""The tour: every screen of the example and every document, drawn to files without a screen."""

from trivselsdesk.tour.desks import NotHere
from trivselsdesk.tour.walk import SIZES, draw, draw_pictures

__all__ = ["SIZES", "NotHere", "draw", "draw_pictures"]
