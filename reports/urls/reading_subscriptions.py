"""Subscribing without an account, and the accessibility statement. Part of the readers' addresses."""

from django.urls import path

from reports.views.accessibility.statement import accessibility, municipality_accessibility
from reports.views.subscriptions.asking import (
    subscribe_page,
    subscription_asked,
    subscription_confirm,
    subscription_end,
)

urlpatterns = [
    path("prenumerera/", subscribe_page, name="subscribe"),
    path("prenumerera/skickat/", subscription_asked, name="subscription_asked"),
    path("prenumerera/bekrafta/<str:confirmation>/", subscription_confirm, name="subscription_confirm"),
    path("prenumerera/avsluta/<str:subscription>/", subscription_end, name="subscription_end"),
    path("tillganglighet/", accessibility, name="accessibility"),
    path("tillganglighet/<int:municipality_id>/", municipality_accessibility, name="municipality_accessibility"),
]
