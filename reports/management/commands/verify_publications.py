from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from reports.management.contract import CommandFault, ContractCommand
from reports.models import Publication
from reports.sealed.stored import verify
from reports.sealed.verification import Verdict, Verification


class Command(ContractCommand):
    help = (
        "Hold every stored file of every published version, withdrawn ones too, against what was recorded about it. "
        "One line a version; exits 1 where anything differs."
    )

    def carry_out(self, options: dict[str, Any]) -> None:
        faults: list[str] = []
        for publication in Publication.objects.select_related("committee").order_by(
            "committee__slug", "slug", "version"
        ):
            named = f"{publication.committee.slug} {publication.slug} version {publication.version}"
            found = [f"{named}: {words}" for words in _faults(verify(publication))]
            faults += found
            if not found:
                self.stdout.write(_("%(version)s: oförändrad") % {"version": named})
        if faults:
            raise CommandFault("\n".join(faults))


def _faults(result: Verification) -> Iterator[str]:
    words = {
        Verdict.CHANGED: _("%(name)s är ändrad"),
        Verdict.MISSING: _("%(name)s saknas"),
        Verdict.ADDED: _("%(name)s hör inte till det som publicerades"),
    }
    for item in result.files:
        if item.verdict != Verdict.INTACT:
            yield words[item.verdict] % {"name": item.recorded.name}
    if result.changed_facts:
        yield _("uppgifterna %(facts)s är ändrade") % {"facts": ", ".join(result.changed_facts)}
