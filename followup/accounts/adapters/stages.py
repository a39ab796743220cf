"""The second step of signing in."""

from allauth.mfa.stages import AuthenticateStage
from django.http import HttpRequest

from followup.accounts.openid.carried import carried_by


class SecondFactorStage(AuthenticateStage):
    """Our second factor is not asked for when the provider says that it has asked for one."""

    def _should_handle(self, request: HttpRequest) -> bool:
        said = carried_by(self.login.signal_kwargs)
        if said is not None and said.second_factor:
            return False
        return bool(super()._should_handle(request))
