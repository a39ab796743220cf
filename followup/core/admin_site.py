"""The administration site: Swedish names, and open to those who administer a committee."""

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from followup.core.access import Capability, may_somewhere


class UppfoljningAdminSite(AdminSite):
    site_title = _("Uppföljning")
    site_header = _("Uppföljning: administration")
    index_title = _("Administration")
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        return request.user.is_staff and request.user.is_active and may_somewhere(request.user, Capability.ADMINISTER)
