from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from followup.core import lookups


class CoreConfig(AppConfig):
    name = "followup.core"
    label = "core"
    verbose_name = _("Organisation och personer")

    def ready(self) -> None:
        lookups.register()
