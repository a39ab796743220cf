"""What a signed-in person is told about."""

from django.urls import path

from reports.views.subscriptions.account import calendar_address, calendar_address_removed, own_subscriptions

urlpatterns = [
    path("prenumerera/konto/", own_subscriptions, name="own_subscriptions"),
    path("prenumerera/konto/kalender/", calendar_address, name="calendar_address"),
    path("prenumerera/konto/kalender/ta-bort/", calendar_address_removed, name="calendar_address_removed"),
]
