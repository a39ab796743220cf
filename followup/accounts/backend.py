"""Passwords are checked here: once for an account at each try, so that the time does not tell who has one."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.http import HttpRequest

from followup.core.models import User


class PasswordBackend(AuthenticationBackend):
    """allauth finds the account of an address by more than one way, and would hash the password anew for each.

    Where there is no account it hashes once, and so do we where there is one. Pinned with allauth.
    """

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> Any:
        self._refused: set[int] = set()
        return super().authenticate(request, **credentials)

    def _check_password(self, user: User | None, password: str) -> Any:
        if user is None or user.pk in self._refused:
            return None
        found = super()._check_password(user, password)
        if found is None:
            self._refused.add(user.pk)
        return found
