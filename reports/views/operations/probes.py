"""Answering the programs that look after the others, before the host name, TLS or a session is asked for."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve

_BEGINNINGS = ("/halsa/", "/matt/")


class AnswerProbes:
    """A middleware. A probe asks a process straight: over plain HTTP, and by its address instead of the site's name."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(_BEGINNINGS):
            return self._get_response(request)
        try:
            match = resolve(request.path_info)
        except Resolver404:
            return self._get_response(request)
        if match.app_name != "operations":
            return self._get_response(request)
        request.resolver_match = match
        response: HttpResponseBase = match.func(request)
        return response
