"""All addresses. Closed by default: what needs no sign-in is `reports.urls.reading`, signing in, and the colours."""

from django.contrib import admin
from django.contrib.auth.views import LogoutView
from django.urls import include, path

from followup.core.views.sign_in import SignIn

urlpatterns = [
    path("admin/", admin.site.urls),
    path("logga-in/", SignIn.as_view(), name="login"),
    path("logga-ut/", LogoutView.as_view(), name="logout"),
    path("utseende/", include("followup.core.urls")),
    path("", include("reports.urls.operations")),
    path("", include("reports.urls")),
    path("", include("reports.urls.reading")),
]

handler500 = "followup.core.views.fault.server_fault"
