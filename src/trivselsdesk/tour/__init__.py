"""The tour: every screen of the example and every document, drawn to files without a screen."""

from trivselsdesk.tour.desks import NoSuchPack, NotHere
from trivselsdesk.tour.walk import SIZES, draw, draw_pack, draw_pictures

__all__ = ["SIZES", "NoSuchPack", "NotHere", "draw", "draw_pack", "draw_pictures"]
