"""The second step of signing in."""

from allauth.mfa.stages import AuthenticateStage
from django.http import HttpRequest


class SecondFactorStage(AuthenticateStage):
    """Our second factor is not asked for when the provider says that it has asked for one."""

    def _should_handle(self, request: HttpRequest) -> bool:
        claims = getattr(request, "provider_claims", None)
        if claims is not None and claims.second_factor:
            return False
        return bool(super()._should_handle(request))
