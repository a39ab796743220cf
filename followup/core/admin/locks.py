"""Locked periods."""

from typing import Any

from django.contrib import admin
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from followup.core.admin.base import RecordAdmin
from followup.core.admin.scope import ScopedFilter
from followup.core.admin_groups import AdminGroup
from followup.core.commands.records import save_record
from followup.core.models import PeriodLock


@admin.register(PeriodLock)
class PeriodLockAdmin(RecordAdmin):
    """A lock keeps its period; to change it one unlocks and locks anew."""

    group = AdminGroup.FOLLOW_UP
    explains = _("Svar och utfall i en låst period kan inte ändras, även om uppföljningen är öppen.")
    fixed = ("committee", "period_from", "period_through")
    stamp = "locked_by"
    related = ("committee__municipality", "locked_by", "unlocked_by")
    list_display = ("__str__", "committee", "reason", "locked_by", "locked_at", "unlocked_by", "unlocked_at")
    list_filter = (("committee", ScopedFilter), ("unlocked_at", admin.EmptyFieldListFilter))
    search_fields = ("reason", "committee__name")
    readonly_fields = ("locked_at", "locked_by", "unlocked_at", "unlocked_by")
    actions = ("unlock",)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        asked = ("committee", "period_from", "period_through", "reason")
        return asked if obj is None else (*asked, *self.readonly_fields)

    @admin.action(description=_("Lås upp valda perioder"), permissions=["change"])
    @transaction.atomic
    def unlock(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        locks = list(queryset.filter(unlocked_at__isnull=True))
        for lock in locks:
            lock.unlocked_at, lock.unlocked_by = timezone.now(), request.user
            save_record(row=lock, by=request.user, changed=["unlocked_at"])
        said = ngettext("%(count)d period låstes upp.", "%(count)d perioder låstes upp.", len(locks))
        self.message_user(request, said % {"count": len(locks)})
