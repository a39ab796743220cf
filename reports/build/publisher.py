"""Whose report it is, and what it looks like as theirs. Pure."""

from base64 import b64encode

from reports.build.document import Logo, Publisher
from reports.build.facts import ReportFacts
from reports.build.part_facts import LogoFact


def publisher_of(facts: ReportFacts) -> Publisher:
    return Publisher(
        municipality=facts.municipality,
        municipality_code=facts.municipality_code,
        committee=facts.committee,
        committee_slug=facts.committee_slug,
        accent=facts.accent,
        font=facts.font,
        logo=shown_logo(facts.logo),
    )


def shown_logo(logo: LogoFact | None) -> Logo | None:
    if logo is None:
        return None
    return Logo(
        content_type=logo.content_type,
        size=len(logo.content),
        sha256=logo.sha256,
        width=logo.width,
        height=logo.height,
        image_source=f"data:{logo.content_type};base64,{b64encode(logo.content).decode()}",
    )
