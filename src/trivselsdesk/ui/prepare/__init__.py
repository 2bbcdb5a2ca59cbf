"""The room where the trio prepares: checklist, drejebog, roles, ground rules."""
