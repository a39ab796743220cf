from typing import Any

from django.utils.translation import gettext as _

from reports.commands.indexing import index_all
from reports.management.contract import ContractCommand


class Command(ContractCommand):
    help = (
        "Take out anew, from the sealed data of every published version, what the search finds. "
        "Run it once after an update that says so; it can be run again at any time."
    )

    def carry_out(self, options: dict[str, Any]) -> None:
        self.stdout.write(_("%(count)s publicerade versioner är lästa.") % {"count": index_all()})
