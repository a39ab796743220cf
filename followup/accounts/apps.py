from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "followup.accounts"
    label = "accounts"
    verbose_name = _("Inloggning")

    def ready(self) -> None:
        from followup.accounts import receivers  # noqa: PLC0415 (models are not there before)

        receivers.connect()
