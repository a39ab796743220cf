"""The queue's own rows have no page here: what people ask about their work stands under Arbeten."""

from django.contrib import admin
from django_tasks_db.models import DBTaskResult

admin.site.unregister(DBTaskResult)
