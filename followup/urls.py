"""All addresses. Closed by default: what needs no sign-in is `reports.urls.reading`, signing in, and the colours."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("followup.accounts.urls")),
    path("utseende/", include("followup.core.urls")),
    path("", include("reports.urls.operations")),
    path("", include("reports.urls")),
    path("", include("reports.urls.reading")),
]

handler500 = "followup.core.views.fault.server_fault"
