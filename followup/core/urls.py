"""Addresses of the foundation: the municipalities' colours."""

from django.urls import path

from followup.core.views import appearance

app_name = "core"

urlpatterns = [
    path("<int:municipality_id>.css", appearance.stylesheet, name="appearance"),
]
