"""Addresses of standing in for a unit's reporter."""

from django.urls import URLPattern, path

from reports.views.substitutes.page import substitutes, substitution_end, unit_substitutes

urlpatterns: list[URLPattern] = [
    path("rapportera/ersattare/", substitutes, name="substitutes"),
    path("rapportera/ersattare/<int:unit_id>/", unit_substitutes, name="unit_substitutes"),
    path("rapportera/ersattare/<int:unit_id>/<int:membership_id>/avsluta/", substitution_end, name="substitution_end"),
]
