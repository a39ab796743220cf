"""Signing in, which the audit remembers."""

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.http import HttpResponse

from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.models import User


class SignIn(LoginView):
    """Our own sign-in page. Somebody who is signed in already is sent on."""

    redirect_authenticated_user = True

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        response = super().form_valid(form)
        user = form.get_user()
        if isinstance(user, User):
            record(action=AuditAction.SIGNED_IN, subject=user, committee=None, by=user)
        return response
