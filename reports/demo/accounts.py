"""The people of the demo: invented, one for each role, all with the same published password."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from followup.core.choices import Role

DEMO_PASSWORD = "uppfoljning-demo"  # noqa: S105 (printed at every start; the demo never runs in production mode)
DEMO_COMMITTEE_SLUG = "linkoping-socialnamnden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """`committee_slug` is None for the administrator of the whole installation, who is a superuser without memberships.

    `unit_code` is empty for all units of the committee.
    """

    username: str
    name: str
    role: Role
    unit_code: str = ""
    committee_slug: str | None = DEMO_COMMITTEE_SLUG

    @property
    def role_words(self) -> str:
        if self.role is Role.READER:
            return _("läsare (ledamot)")
        return f"{self.role.label} {self.unit_code}".rstrip()


DEMO_ACCOUNTS = (
    Account(username="anna.afi", name="Anna Forslind", role=Role.REPORTER, unit_code="AFI"),
    Account(username="ingrid.ifo", name="Ingrid Malmsten", role=Role.REPORTER, unit_code="IFO"),
    Account(username="osten.aof", name="Östen Hallgren", role=Role.REPORTER, unit_code="ÄoF"),
    Account(username="gunilla.granskare", name="Gunilla Rosenqvist", role=Role.APPROVER),
    Account(username="klara.controller", name="Klara Wennerholm", role=Role.CONTROLLER),
    Account(username="lars.ledamot", name="Lars Tornberg", role=Role.READER),
    Account(username="admin", name="Agnes Ljungdahl", role=Role.ADMINISTRATOR, committee_slug=None),
)
