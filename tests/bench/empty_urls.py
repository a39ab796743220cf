"""The site with one page more, which is signed in to and has nothing on it but what all pages have."""

from django.shortcuts import render
from django.urls import path

from followup.urls import urlpatterns as of_the_site


def empty(request):
    assert request.user.is_authenticated
    return render(request, "base.html")


urlpatterns = [path("tom/", empty), *of_the_site]
