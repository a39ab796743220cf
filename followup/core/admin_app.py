from django.contrib.admin.apps import AdminConfig


class UppfoljningAdminConfig(AdminConfig):
    default_site = "followup.core.admin_site.UppfoljningAdminSite"
