"""The wall beside the window: made with the first programme, and told what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trivselsdesk.ui.projector.hold import Hold

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

    from trivselsdesk.ui.actions import Actions
    from trivselsdesk.ui.bridge import Bridge
    from trivselsdesk.ui.full_pages import FullPages


def hold_wall(
    bridge: Bridge,
    window: QMainWindow,
    ground: QWidget,
    banners: QVBoxLayout,
    actions: Actions,
    pages: FullPages,
) -> Hold:
    """The console's hold on the wall, listening to the rooms."""
    hold = Hold(bridge, window, ground, banners, actions, pages.foot)
    hold.lead.turned.connect(pages.turn)
    shell = pages.shell
    shell.bar.add_at_end(hold.button)
    shell.talking.connect(hold.lead.talk_about)
    shell.aloft.connect(hold.lead.follow)
    shell.followed.connect(hold.lead.show_followed)
    shell.wall_tried.connect(hold.lead.try_out)
    return hold


def show_on_wall(hold: Hold, pages: FullPages) -> None:
    """Tell the wall which programme and room have been opened."""
    shell = pages.shell
    hold.open(shell.programme_id)
    # Asked for, too: the room was entered before the wall was there to listen.
    hold.lead.show_followed(shell.room.on_wall() if shell.room else None)
    hold.at_list(False)
    if shell.room_name == "run":
        hold.meet()
