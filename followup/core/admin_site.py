"""The administration site: Swedish names, and open to those who administer a committee."""

from typing import Any, cast

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from followup.core.access import Capability, may_somewhere
from followup.core.admin_groups import AdminGroup


class Choices(AutocompleteJsonView):
    """Rows to choose from, named so that they can be told apart."""

    model_admin: Any

    def serialize_result(self, obj: Any, to_field_name: str) -> dict[str, str]:
        return {"id": str(getattr(obj, to_field_name)), "text": self.model_admin.label_in_choices(obj)}


class UppfoljningAdminSite(AdminSite):
    site_title = gettext_lazy("Uppföljning")
    site_header = gettext_lazy("Uppföljning: administration")
    index_title = gettext_lazy("Administration")
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        return request.user.is_staff and request.user.is_active and may_somewhere(request.user, Capability.ADMINISTER)

    @method_decorator(never_cache)
    @login_not_required
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The product's own sign-in page; a refusal for those who are signed in and administer nothing."""
        if request.user.is_authenticated and not self.has_permission(request):
            raise PermissionDenied(_("Administrationen är öppen för den som administrerar en nämnd."))
        return redirect_to_login(request.GET.get("next", reverse("admin:index")), settings.LOGIN_URL)

    @method_decorator(never_cache)
    @method_decorator(require_POST)
    def logout(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """As everywhere else, so that it stands in the audit trail."""
        get_adapter(request).logout(request)
        return redirect(settings.LOGOUT_REDIRECT_URL)

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """The product's own page, which ends the person's other sessions."""
        return redirect("account_change_password")

    def password_change_done(self, request: HttpRequest, extra_context: Any = None) -> Any:
        return redirect("account")

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        return cast(HttpResponse, Choices.as_view(admin_site=self)(request))

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """By group, in the order in which an installation is set up; for one app the app alone."""
        apps = list(self._build_app_dict(request, app_label).values())
        if app_label is not None:
            return apps
        return [part for group in AdminGroup if (part := self._part(group, apps))["models"]]

    def _part(self, group: AdminGroup, apps: list[Any]) -> dict[str, Any]:
        """A group as the template wants an app, with the rows that belong to it in the order of registration."""
        rows = []
        for row in (row for app in apps for row in app["models"]):
            shown_by: Any = self.get_model_admin(row["model"])
            if shown_by.group is group:
                rows.append(row | {"explains": shown_by.explains})
        return {"name": group.heading, "explains": group.explains, "app_label": group.name.lower(), "models": rows}
