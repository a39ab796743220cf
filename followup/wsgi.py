"""The application as a WSGI server calls it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "followup.settings")

_application = get_wsgi_application()

from reports.views.reading.kept_pages import KeptFirst  # noqa: E402 (the apps are loaded above)
from reports.views.reading.standby_keeper import keep_standby  # noqa: E402 (the apps are loaded above)

application = KeptFirst(_application)
keep_standby(_application)
