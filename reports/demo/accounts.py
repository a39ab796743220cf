"""The people of the demo: invented, one for each role and some for each committee, with one published password."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from followup.core.choices import Role

DEMO_PASSWORD = "uppfoljning-demo"  # noqa: S105 (printed at every start; the demo never runs in production mode)
DEMO_COMMITTEE_SLUG = "linkoping-socialnamnden"
COMMITTEES = {
    DEMO_COMMITTEE_SLUG: "Linköping, socialnämnden",
    "linkoping-social-och-omsorgsnamnden": "Linköping, social- och omsorgsnämnden",
    "linkoping-omsorgsnamnden": "Linköping, omsorgsnämnden",
    "kalmar-socialnamnden": "Kalmar, socialnämnden",
    "degerfors-socialnamnden": "Degerfors, socialnämnden",
}


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

    @property
    def committee_words(self) -> str:
        return _("alla nämnder") if self.committee_slug is None else COMMITTEES[self.committee_slug]


DEMO_ACCOUNTS = (
    Account(username="anna.afi", name="Anna Forslind", role=Role.REPORTER, unit_code="AFI"),
    Account(username="ingrid.ifo", name="Ingrid Malmsten", role=Role.REPORTER, unit_code="IFO"),
    Account(username="osten.aof", name="Östen Hallgren", role=Role.REPORTER, unit_code="ÄoF"),
    Account(username="gunilla.granskare", name="Gunilla Rosenqvist", role=Role.APPROVER),
    Account(username="rut.revisor", name="Rut Alfredsson", role=Role.AUDITOR),
    Account(username="klara.controller", name="Klara Wennerholm", role=Role.CONTROLLER),
    Account(username="lars.ledamot", name="Lars Tornberg", role=Role.READER),
    Account(
        username="sara.son",
        name="Sara Lindhagen",
        role=Role.CONTROLLER,
        committee_slug="linkoping-social-och-omsorgsnamnden",
    ),
    Account(
        username="signe.son",
        name="Signe Åkerblom",
        role=Role.READER,
        committee_slug="linkoping-social-och-omsorgsnamnden",
    ),
    Account(
        username="olle.on",
        name="Olle Bergvall",
        role=Role.CONTROLLER,
        committee_slug="linkoping-omsorgsnamnden",
    ),
    Account(username="oda.on", name="Oda Nylander", role=Role.READER, committee_slug="linkoping-omsorgsnamnden"),
    Account(username="kajsa.kalmar", name="Kajsa Rosell", role=Role.CONTROLLER, committee_slug="kalmar-socialnamnden"),
    Account(
        username="berit.bof",
        name="Berit Ståhlgren",
        role=Role.REPORTER,
        unit_code="VO Barn och familj",
        committee_slug="kalmar-socialnamnden",
    ),
    Account(username="kent.kalmar", name="Kent Ekerot", role=Role.READER, committee_slug="kalmar-socialnamnden"),
    Account(
        username="doris.degerfors",
        name="Doris Hällström",
        role=Role.CONTROLLER,
        committee_slug="degerfors-socialnamnden",
    ),
    Account(username="dag.degerfors", name="Dag Fagerlund", role=Role.READER, committee_slug="degerfors-socialnamnden"),
    Account(username="admin", name="Agnes Ljungdahl", role=Role.ADMINISTRATOR, committee_slug=None),
)
