"""The index of each database: it finds what the words themselves say, whatever is asked."""

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from followup.core.search import parse, words_of
from followup.core.search.index import Indexed
from reports.models import PublishedPassage
from reports.models.published_passage import PASSAGE_WORDS, place_of
from tests.published.publications import a_publication

TEXTS = [
    ("1 Gott bemötande", "Målet är uppnått: 57 av 70 svarade."),
    ("Mål och åtgärder", "Bemötandet bedöms i e-tjänsten; 2,5 procent."),
    ("", "Äldreomsorgens bedömningar och målgrupper, 12 500 kr."),
    ("Måltider", "Ål, al och å. Tjänst e. E tjänst. Och så vidare och så vidare."),
    ("NEAR AND OR NOT", "title: text* ^början 'citat' \\ % _ <-> !ej"),
    ("Mål", ""),
    ("Mål slutar", "bemötande börjar"),
]
BITS = [
    *("mål", "målen", "bemötande", "bemöt", "åtgärd", "å", "al", "ål", "57", "av", "70", "2,5", "12 500", "e-tjänst"),
    *('"', "-", "*", "(", ")", ":", "^", "{", "}", "'", "\\", "&", "|", "!", "<->", "%", "_", "+", ";", "--", "\x00"),
    *("AND", "OR", "NOT", "NEAR", "title:", "text", "så vidare", "mål slutar", "slutar bemötande", "och", "12500"),
]  # fmt: skip


@pytest.fixture
def passages(db):
    publication = a_publication()
    rows = [
        PublishedPassage.objects.create(
            pk=place_of(publication, place), publication=publication, position=place, kind="row", title=title, text=text
        )
        for place, (title, text) in enumerate(TEXTS)
    ]
    PASSAGE_WORDS.add(Indexed(row.pk, row.title, row.text) for row in rows)
    return rows


def assert_found_as_read(query, passages):
    """In both the whole and the title alone."""
    found = {row.pk: row.in_title for row in PublishedPassage.objects.found_by(query).with_titles(query)}
    read = {row.pk for row in passages if query.finds(words_of(row.title), words_of(row.text))}
    assert found.keys() == read
    titles = {row.pk for row in passages if row.pk in read and all_in_title(query, row.title)}
    assert {pk for pk, in_title in found.items() if in_title} == titles


def all_in_title(query, title):
    return all(next(term.places(words_of(title)), None) for term in query.wanted)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(
    text=st.one_of(
        st.text(max_size=60),
        st.lists(st.sampled_from(BITS), max_size=8).map(" ".join),
        st.lists(st.sampled_from(BITS), max_size=6).map("".join),
    )
)
def test_any_text_finds_what_its_words_say(passages, text):
    if query := parse(text):
        assert_found_as_read(query, passages)


def test_as_many_words_as_a_search_field_takes_are_looked_for(passages):
    assert_found_as_read(parse("a " * 100), passages)
    assert_found_as_read(parse(" ".join(f"-{chr(number)}" for number in range(97, 123)) + " mål"), passages)
    assert_found_as_read(parse(" ".join(map(chr, range(97, 123)))), passages)


def test_passages_come_in_the_order_of_the_report(passages):
    found = PublishedPassage.objects.found_by(parse("mål")).in_order()
    assert [row.title for row in found] == ["1 Gott bemötande", "Mål och åtgärder", "", "Måltider", "Mål", "Mål slutar"]


def test_a_deleted_passage_takes_its_words_along(passages):
    PublishedPassage.objects.all().delete()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM reports_publishedpassage_words")
            assert cursor.fetchone() == (0,)


def test_a_text_longer_than_a_database_numbers_is_taken_in(passages):
    passage = passages[0]
    long = PublishedPassage.objects.create(
        pk=place_of(passage.publication, 99), publication=passage.publication, position=99, kind="row", title="x"
    )
    PASSAGE_WORDS.add([Indexed(long.pk, "och " * 20_000, "långt " * 20_000 + "z" * 5_000)])
    assert long in PublishedPassage.objects.found_by(parse("långt"))
