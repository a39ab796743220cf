"""Erasing people, beside what else is done when somebody leaves. Here, since erasing reaches into all rooms."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.accounts.admin import AccountAdmin
from followup.core.admin.people import MembershipAdmin
from followup.core.faults import CommandRefused
from followup.core.models import Membership, User
from reports.commands.personal_data.erasing import check_erasable, erase_person, would_erase


class PersonAdmin(AccountAdmin):
    """What is erased cannot be brought back, so it is asked about first."""

    actions: Any = (*AccountAdmin.actions, "erase_people")

    @admin.action(description=gettext_lazy("Radera valda personers uppgifter"), permissions=["change"])
    def erase_people(self, request: HttpRequest, queryset: QuerySet[User]) -> HttpResponse | None:
        if request.POST.get("confirmed") != "yes":
            return self._ask(request, queryset)
        done = 0
        for user in queryset:
            try:
                erase_person(user=user, by=request.user)
            except (CommandRefused, ValidationError) as refusal:
                words = refusal.messages if isinstance(refusal, ValidationError) else [str(refusal)]
                self.message_user(request, " ".join(words), messages.ERROR)
            else:
                done += 1
        self.message_user(request, _("%(count)s personers uppgifter är raderade.") % {"count": done})
        return None

    def _ask(self, request: HttpRequest, queryset: QuerySet[User]) -> HttpResponse:
        people = [(user, would_erase(user=user), self._refusal(request, user)) for user in queryset]
        context: dict[str, Any] = {
            **self.admin_site.each_context(request),
            "title": _("Radera personers uppgifter"),
            "opts": self.opts,
            "people": people,
            "can_go_on": any(not refusal for _user, _erased, refusal in people),
            "action_checkbox_name": ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/erase_people.html", context)

    def _refusal(self, request: HttpRequest, user: User) -> str:
        try:
            check_erasable(user=user, by=request.user)
        except CommandRefused as refusal:
            return str(refusal)
        return ""


for model, page in ((User, PersonAdmin), (Membership, MembershipAdmin)):  # both, to keep their order on the first page
    admin.site.unregister(model)
    admin.site.register(model, page)
