"""Addresses of the foundation: what a municipality looks like."""

from django.urls import path

from followup.core.views import appearance

app_name = "core"

urlpatterns = [
    path("<int:municipality_id>.css", appearance.stylesheet, name="appearance"),
    path("<int:municipality_id>/", appearance.sample, name="appearance_sample"),
]
