"""Set-up of signing in: groups that give roles, people who have left, and lost second factors."""

from datetime import timedelta
from typing import Any, ClassVar

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.accounts.commands.leaving import away_since, end_account, remove_second_factors
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
    def end_accounts(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        done = self._each(request, queryset, end_account)
        self.message_user(request, _("%(count)s konton är avslutade.") % {"count": done})

    @admin.action(description=gettext_lazy("Ta bort valda personers andra faktor"), permissions=["change"])
    def remove_second_factors(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        done = self._each(request, queryset, remove_second_factors)
        self.message_user(request, _("%(count)s personer får lägga till en ny när de loggar in.") % {"count": done})

    def _each(self, request: HttpRequest, queryset: QuerySet[User], command: Any) -> int:
        done = 0
        for user in queryset:
            try:
                command(user=user, by=request.user)
            except CommandRefused as refusal:
                self.message_user(request, str(refusal), messages.ERROR)
            else:
                done += 1
        return done

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if change and "is_active" in form.changed_data and not obj.is_active:
            end_sessions(user=obj, by=request.user)

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:  # noqa: A002 (Django's own name)
        response = super().user_change_password(request, id, form_url)
        user = self.get_object(request, id)
        if request.method == "POST" and response.status_code == 302 and user is not None and user != request.user:
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
