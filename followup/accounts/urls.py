"""Addresses of signing in and of one's own account. Those of allauth that are not here do not exist."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as keys
from allauth.socialaccount import views as social
from django.urls import path, register_converter
from django.urls.converters import StringConverter
from django.views.decorators.http import require_POST

from followup.accounts.views.accepting import invitation
from followup.accounts.views.account import account as own_account
from followup.accounts.views.account import forgotten_password, new_password
from followup.accounts.views.invitations import invitation_revoke, invitations
from followup.accounts.views.openid import from_provider, to_provider
from followup.accounts.views.sessions import session_end, sessions, sessions_end


class Base36(StringConverter):
    """A number that ends at the first hyphen, though what follows has hyphens of its own."""

    regex = "[0-9a-z]+"


register_converter(Base36, "base36")
_sign_out = require_POST(account.logout)

urlpatterns = [
    # allauth asks for its own names, our pages for theirs
    path("logga-in/", account.login, name="login"),
    path("logga-in/", account.login, name="account_login"),
    path("logga-ut/", _sign_out, name="logout"),
    path("logga-ut/", _sign_out, name="account_logout"),
    path("logga-in/andra-faktorn/", mfa.authenticate, name="mfa_authenticate"),
    path("logga-in/nyckel/", keys.login_webauthn, name="mfa_login_webauthn"),
    path("logga-in/avslutat/", account.account_inactive, name="account_inactive"),
    path("logga-in/glomt/", forgotten_password, name="account_reset_password"),
    path("logga-in/glomt/skickat/", account.password_reset_done, name="account_reset_password_done"),
    path("logga-in/glomt/klart/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path(
        "logga-in/glomt/<base36:uidb36>-<str:key>/",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("logga-in/avbruten/", social.login_cancelled, name="socialaccount_login_cancelled"),
    path("logga-in/tjanst/<slug:provider_id>/", to_provider, name="openid_connect_login"),
    path("logga-in/tjanst/<slug:provider_id>/svar/", from_provider, name="openid_connect_callback"),
    path("konto/", own_account, name="account"),
    path("konto/losenord/", new_password, name="account_change_password"),
    path("konto/bekrafta/", account.reauthenticate, name="account_reauthenticate"),
    path("konto/bekrafta/kod/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("konto/bekrafta/nyckel/", keys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("konto/tvafaktor/", mfa.index, name="mfa_index"),
    path("konto/tvafaktor/app/", app.activate_totp, name="mfa_activate_totp"),
    path("konto/tvafaktor/app/ta-bort/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("konto/tvafaktor/reservkoder/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("konto/tvafaktor/reservkoder/nya/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("konto/tvafaktor/reservkoder/fil/", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("konto/nycklar/", keys.list_webauthn, name="mfa_list_webauthn"),
    path("konto/nycklar/ny/", keys.add_webauthn, name="mfa_add_webauthn"),
    path("konto/nycklar/<int:pk>/", keys.edit_webauthn, name="mfa_edit_webauthn"),
    path("konto/nycklar/<int:pk>/ta-bort/", keys.remove_webauthn, name="mfa_remove_webauthn"),
    path("konto/inloggningar/", sessions, name="sessions"),
    path("konto/inloggningar/avsluta/", sessions_end, name="sessions_end"),
    path("konto/inloggningar/<int:session_id>/avsluta/", session_end, name="session_end"),
    path("konto/koppling/", social.connections, name="socialaccount_connections"),
    path("inbjudningar/", invitations, name="invitations"),
    path("inbjudningar/<int:invitation_id>/aterkalla/", invitation_revoke, name="invitation_revoke"),
    path("inbjudan/<str:token>/", invitation, name="invitation"),
]
