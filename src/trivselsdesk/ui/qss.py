"""The style sheet: everything that Qt draws itself. What the program paints is in widgets/."""

from __future__ import annotations

from string import Template

_SHEET = Template("""
QMainWindow, QDialog, QMessageBox, QWizard { background: $surface; }
QMainWindow { background: $canvas; }
QLabel { background: transparent; }
QToolTip { background: $ink; color: $surface; border: 0; padding: 6px 10px; font-size: 14px; }

.QPushButton { min-height: 38px; padding: 0 16px; border: 1px solid $lineStrong; border-radius: 8px;
  background: $surface; color: $ink; font-weight: 600; }
.QPushButton:hover { background: $canvas; }
.QPushButton:pressed { background: $sunken; }
.QPushButton:default { background: $primary; border-color: $primary; color: $onPrimary; }
.QPushButton:default:hover { background: $primaryHover; border-color: $primaryHover; }
.QPushButton:default:pressed { background: $primaryPressed; border-color: $primaryPressed; }
.QPushButton:focus { border: 3px solid $focus; min-height: 34px; padding: 0 14px; }
.QPushButton:disabled { background: $disabledFill; border-color: $line; color: $disabledInk; }

QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox { border: 1px solid $lineStrong; border-radius: 8px;
  background: $surface; color: $ink; placeholder-text-color: $ink3;
  selection-background-color: $primary; selection-color: $onPrimary; }
QLineEdit { min-height: 38px; padding: 0 10px; }
QLineEdit:focus { border: 3px solid $focus; min-height: 34px; padding: 0 8px; }
QLineEdit[large="true"] { min-height: 46px; }
QLineEdit[large="true"]:focus { min-height: 42px; }
QLineEdit[trailing="true"] { padding-right: 40px; }
QLineEdit[trailing="true"]:focus { padding-right: 38px; }
QPlainTextEdit { padding: 5px 9px; }
QPlainTextEdit:focus { border: 3px solid $focus; padding: 3px 7px; }
QAbstractSpinBox { padding: 0; font-weight: 700; }
QAbstractSpinBox:focus { border: 3px solid $focus; }
QAbstractSpinBox[small="true"] { font-size: 15px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 22px; border: 0;
  background: transparent; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow, QAbstractSpinBox::down-arrow { image: none; width: 0; height: 0; }
QComboBox { min-height: 38px; padding: 0 32px 0 10px; combobox-popup: 0; }
QComboBox:focus, QComboBox:on { border: 3px solid $focus; min-height: 34px; padding: 0 30px 0 8px; }
QComboBox::drop-down { width: 32px; border: 0; background: transparent; }
QComboBox::down-arrow { image: none; width: 0; height: 0; }
QComboBox QLineEdit, QComboBox QLineEdit:focus, QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {
  border: 0; min-height: 0; padding: 0; background: transparent; }
QLineEdit[error="true"], QPlainTextEdit[error="true"], QComboBox[error="true"],
QAbstractSpinBox[error="true"] {
  border: 2px solid $mustInk; }
QLineEdit[error="true"] { min-height: 36px; padding-left: 9px; }
QLineEdit[error="true"]:focus { border: 3px solid $mustInk; min-height: 34px; padding-left: 8px; }
QPlainTextEdit[error="true"] { padding: 4px 8px; }
QPlainTextEdit[error="true"]:focus { border: 3px solid $mustInk; padding: 3px 7px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
  background: $disabledFill; color: $disabledInk; border-color: $line; }
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] { background: $canvas; border-color: $line; }

QComboBox QAbstractItemView, QListView#completer_popup { background: $surface; color: $ink; outline: 0;
  border: 1px solid $lineStrong; padding: 4px; selection-background-color: $primaryTint;
  selection-color: $primaryInk; }
QComboBox QAbstractItemView::item, QListView#completer_popup::item { min-height: 32px; padding: 2px 8px;
  border-radius: 6px; color: $ink; }
QComboBox QAbstractItemView::item:selected, QComboBox QAbstractItemView::item:hover,
QListView#completer_popup::item:selected, QListView#completer_popup::item:hover {
  background: $primaryTint; color: $primaryInk; }

QMenu { background: $surface; color: $ink; border: 1px solid $lineStrong; padding: 4px; }
QMenu::item { padding: 8px 24px 8px 12px; border-radius: 6px; min-height: 22px; }
QMenu::item:selected { background: $primaryTint; color: $primaryInk; }
QMenu::item:disabled { color: $disabledInk; background: transparent; }
QMenu::item:checked { font-weight: 700; color: $primaryInk; }
QMenu::icon { padding-left: 10px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenuBar { background: $surface; color: $ink; border-bottom: 1px solid $line; }
QMenuBar::item { padding: 8px 12px; background: transparent; border-radius: 6px; }
QMenuBar::item:selected { background: $primaryTint; color: $primaryInk; }

QScrollArea, QAbstractScrollArea#clear { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $lineStrong; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 40px; }
QScrollBar::handle:horizontal { min-width: 40px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $ink3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: 0; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QListView, QTreeView, QTableView { background: $surface; color: $ink; border: 1px solid $line; outline: 0;
  alternate-background-color: $canvas; selection-background-color: $primaryTint;
  selection-color: $primaryInk; gridline-color: $line; }
QTableView::item { padding: 3px 8px; }
QTableView::item:focus { border: 2px solid $focus; padding: 1px 6px; }
QTreeWidget:focus { border: 3px solid $focus; }
QHeaderView::section { background: $canvas; color: $ink3; border: 0; border-bottom: 1px solid $line;
  padding: 6px 8px; font-size: 14px; font-weight: 600; }
QTabBar::tab { padding: 9px 14px; color: $ink2; font-weight: 600; border-bottom: 3px solid transparent; }
QTabBar::tab:selected { color: $primaryInk; border-bottom-color: $primary; }
QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QProgressBar { background: $sunken; border: 1px solid $lineStrong; border-radius: 5px; height: 8px;
  text-align: center; color: transparent; }
QProgressBar::chunk { background: $primary; border-radius: 4px; }

QRadioButton { spacing: 10px; min-height: 40px; color: $ink; }
QRadioButton::indicator { width: 18px; height: 18px; border: 2px solid $lineStrong; border-radius: 11px;
  background: $surface; }
QRadioButton::indicator:checked { border-color: $primary; background: qradialgradient(cx:0.5, cy:0.5,
  radius:0.5, fx:0.5, fy:0.5, stop:0 $primary, stop:0.58 $primary, stop:0.66 $surface, stop:1 $surface); }
QRadioButton::indicator:focus { border: 3px solid $focus; width: 16px; height: 16px; }
QRadioButton:focus { color: $primaryInk; }

QFrame#calendar_popup { background: $surface; border: 1px solid $lineStrong; border-radius: 0; }
QCalendarWidget QWidget { background: $surface; color: $ink; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; min-height: 44px; }
QCalendarWidget QToolButton { background: transparent; color: $ink; border: 1px solid transparent;
  border-radius: 8px; min-height: 36px; min-width: 36px; padding: 0 6px; font-weight: 600; }
QCalendarWidget QToolButton:hover { background: $canvas; }
QCalendarWidget QToolButton:pressed { background: $sunken; }
QCalendarWidget QToolButton:focus { border: 3px solid $focus; padding: 0 4px; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QSpinBox { min-height: 30px; }
QCalendarWidget QAbstractItemView { border: 0; background: $surface; color: $ink;
  selection-background-color: $primary; selection-color: $onPrimary; }
QCalendarWidget QAbstractItemView:disabled { color: $disabledInk; }
""")


def stylesheet(colors: dict[str, str], name: str) -> str:
    """The sheet filled with one theme's colours."""
    return f"/* {name} */" + _SHEET.substitute(colors)
