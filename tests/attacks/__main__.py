"""`python -m tests.attacks` writes the table of all that is tried."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "followup.settings")
django.setup()

from tests.attacks.attack import TABLE, table  # noqa: E402 (the tests read models)

TABLE.write_text(table(), encoding="utf-8")
