"""What can be found of a version is written when it is published, and can be made anew from what is sealed."""

import pytest
from django.core.management import call_command

from followup.core.search import parse
from reports.choices import Audience
from reports.commands.indexing import index_again, index_publication
from reports.commands.publishing import publish
from reports.commands.withdrawal import withdraw
from reports.models import Publication, PublishedPassage
from tests.builders import a_report, a_section

pytestmark = pytest.mark.usefixtures("light_pdf")


@pytest.fixture
def report(world):
    report = a_report(world.round)
    a_section(report, title="Djur", content="<p>En zebra och en giraff.</p>")
    return report


def published(report, cast, **overrides):
    values = {"audience": Audience.PUBLIC, "change_note": "", "accept_warnings": True, "by": cast.controller}
    return publish(report=report, **{**values, **overrides})


def rows():
    fields = [field.attname for field in PublishedPassage._meta.concrete_fields if not field.primary_key]
    return list(PublishedPassage.objects.order_by("publication_id", "position").values_list(*fields))


def found(text):
    return [passage.title for passage in PublishedPassage.objects.found_by(parse(text))]


def test_publishing_writes_what_can_be_found(report, cast):
    published(report, cast)
    assert found("giraffer zebra") == ["Djur"]
    positions = [passage.position for passage in PublishedPassage.objects.order_by("position")]
    assert positions == list(range(1, len(positions) + 1))


def test_what_is_not_stored_cannot_be_found(report, cast):
    def fails(publication):
        assert found("zebra") == ["Djur"]
        raise RuntimeError

    with pytest.raises(RuntimeError):
        published(report, cast, along=fails)
    assert not Publication.objects.exists()
    assert found("zebra") == []


def test_made_anew_it_is_the_same_for_withdrawn_versions_too(report, cast):
    withdraw(publication=published(report, cast), reason="Fel djur.", by=cast.controller)
    published(report, cast, change_note="Rätt djur.")
    before = rows()
    PublishedPassage.objects.filter(title="Djur").delete()
    assert index_again(everything=True) == 2
    assert rows() == before
    assert found("zebra") == ["Djur", "Djur"]
    assert index_again(everything=True) == 2
    assert found("zebra") == ["Djur", "Djur"]


def test_the_command_line_makes_it_anew(report, cast, capsys):
    published(report, cast)
    PublishedPassage.objects.all().delete()
    call_command("index_publications")
    assert capsys.readouterr().out == "1 version indexerad.\n"
    assert found("zebra") == ["Djur"]


def test_many_passages_take_as_many_queries_as_few(report, cast, django_assert_num_queries):
    short = published(report, cast)
    for number in range(40):
        a_section(report, title=f"Avsnitt {number}", content="<p>Text.</p>")
    long = published(report, cast, change_note="Längre.")
    for publication in (short, long):
        data = publication.files.get(format="json").read()
        publication.passages.all().delete()
        with django_assert_num_queries(3):
            index_publication(publication=publication, data=data)
    assert long.passages.count() == short.passages.count() + 40
