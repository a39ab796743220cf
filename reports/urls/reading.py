"""The readers' addresses: the only pages beside signing in that need no sign-in."""

from django.urls import URLPattern

app_name = "reading"

urlpatterns: list[URLPattern] = []
