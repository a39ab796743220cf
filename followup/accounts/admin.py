"""Set-up of signing in: groups that give roles, people who have left, and lost second factors."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, ClassVar

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from followup.accounts.commands.leaving import (
    away_since,
    check_endable,
    end_account,
    lock_with_superusers,
    remove_second_factors,
)
from followup.accounts.commands.sessions import end_sessions
from followup.accounts.models import GroupRole
from followup.core.admin.base import RecordAdmin
from followup.core.admin.people import MembershipAdmin, UserAdmin
from followup.core.admin.scope import ScopedFilter
from followup.core.admin_groups import AdminGroup
from followup.core.faults import CommandRefused
from followup.core.models import Membership, User

# Secrets and links that are changed by their owner, or by the commands that the audit hears of.
admin.site.unregister([Authenticator, EmailAddress, SocialAccount, SocialApp, SocialToken])

_MONTH = timedelta(days=30)


class AwayFilter(admin.SimpleListFilter):
    """Those in use that nobody has signed in to for long."""

    title = gettext_lazy("inte inloggad på")
    parameter_name = "borta"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("3", _("Tre månader")), ("6", _("Sex månader")), ("12", _("Tolv månader"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        months = self.value()
        if months not in {"3", "6", "12"}:
            return queryset
        return queryset.filter(pk__in=away_since(timezone.now() - int(months) * _MONTH).order_by().values("pk"))


class AccountAdmin(UserAdmin):
    """People, with what is done when somebody leaves or loses a telephone."""

    list_display: Any = (*UserAdmin.list_display, "last_login")
    list_filter: ClassVar[Any] = (*UserAdmin.list_filter, AwayFilter)
    actions = ("end_accounts", "remove_second_factors")

    @admin.action(description=gettext_lazy("Avsluta valda konton"), permissions=["change"])
    def end_accounts(self, request: HttpRequest, queryset: QuerySet[User]) -> HttpResponse | None:
        """Whoever is signed in is out at once, so it is asked about first."""
        if request.POST.get("confirmed") != "yes":
            return self._ask_about_ending(request, queryset)
        done = self._each(request, queryset, end_account)
        words = ngettext("Ett konto är avslutat.", "%(count)s konton är avslutade.", done)
        self.message_user(request, words % {"count": done})
        return None

    def _ask_about_ending(self, request: HttpRequest, queryset: QuerySet[User]) -> HttpResponse:
        people = [(user, self._against_ending(request, user)) for user in queryset]
        context: dict[str, Any] = {
            **self.admin_site.each_context(request),
            "title": _("Avsluta konton"),
            "opts": self.opts,
            "people": people,
            "can_go_on": any(not refusal for _user, refusal in people),
            "action_checkbox_name": ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/end_accounts.html", context)

    def _against_ending(self, request: HttpRequest, user: User) -> str:
        """In words; empty where nothing is."""
        try:
            check_endable(user=user, by=request.user)
        except CommandRefused as refusal:
            return str(refusal)
        return "" if user.is_active else _("Kontot är redan avslutat.")

    @admin.action(description=gettext_lazy("Ta bort valda personers andra faktor"), permissions=["change"])
    def remove_second_factors(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        done = self._each(request, queryset, remove_second_factors)
        words = ngettext(
            "En person får lägga till en ny vid nästa inloggning.",
            "%(count)s personer får lägga till en ny vid nästa inloggning.",
            done,
        )
        self.message_user(request, words % {"count": done})

    def _each(self, request: HttpRequest, queryset: QuerySet[User], command: Callable[..., bool | int]) -> int:
        """Of how many the command changed anything."""
        done = 0
        for user in queryset:
            try:
                done += bool(command(user=user, by=request.user))
            except CommandRefused as refusal:
                self.message_user(request, str(refusal), messages.ERROR)
        return done

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        if change and {"is_active", "is_superuser"} & set(form.changed_data):
            self._keep_a_superuser(obj)
        super().save_model(request, obj, form, change)
        if change and "is_active" in form.changed_data and not obj.is_active:
            end_sessions(user=obj, by=request.user)

    def _keep_a_superuser(self, obj: User) -> None:
        """Nobody can untick their own, so only two who untick each other at once could leave none."""
        before = lock_with_superusers(obj)
        is_one = obj.is_superuser and obj.is_active
        others = User.objects.filter(is_superuser=True, is_active=True).exclude(pk=obj.pk)
        if before.is_superuser and not is_one and not others.exists():
            raise CommandRefused(_("%(who)s är den enda systemförvaltaren.") % {"who": before})

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:  # noqa: A002 (Django's own name)
        """One's own is changed where the old one is asked for."""
        if id == str(request.user.pk):
            return redirect("account_change_password")
        response = super().user_change_password(request, id, form_url)
        user = self.get_object(request, id)
        if request.method == "POST" and response.status_code == 302 and user is not None:
            end_sessions(user=user, by=request.user)
        return response


@admin.register(GroupRole)
class GroupRoleAdmin(RecordAdmin):
    """A superuser's to change: a group's name counts in all committees. Others see what gives roles in theirs."""

    group = AdminGroup.PEOPLE
    explains = gettext_lazy("Roller som följer grupperna i kommunens egen inloggning, vid varje inloggning.")
    related = ("committee__municipality", "unit")
    list_display = ("group", "role", "committee", "unit")
    list_filter = ("role", ("committee", ScopedFilter))
    search_fields = ("group", "committee__name")
    fields = ("group", "committee", "unit", "role")

    def _may(self, request: HttpRequest, obj: Any) -> bool:
        return request.user.is_superuser


for model, page in ((User, AccountAdmin), (Membership, MembershipAdmin)):  # both, to keep their order on the first page
    admin.site.unregister(model)
    admin.site.register(model, page)
