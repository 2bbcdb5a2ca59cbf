"""The window: every part of the program that the user sees."""

from trivselsdesk.ui.unread import leave_sources_alone

leave_sources_alone()
