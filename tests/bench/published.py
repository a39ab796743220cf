"""Published reports in great number, with what can be found in them and without their files."""

from datetime import UTC, date, datetime
from random import Random

from tests.bench.swedish import sentence, vocabulary

COMMITTEES = 200
PASSAGES = 40
WRITTEN = 500
KINDS = ("section", "goal", "indicator", "comment", "comment", "comment", "row", "row", "row", "note")
STATUSES = ("achieved", "partly_achieved", "not_achieved", "")
UNITS = ("AFI", "IFO", "ÄoF", "SN", "")
AT_ONCE = 100


def reports(number, seed=1):
    """By 200 committees of 50 municipalities; every tenth in two versions, every twentieth for members.

    The passages of five hundred versions are written as they would be; the others have the same ones.
    """
    from django.db import transaction

    from followup.core.search.index import Indexed
    from reports.commands.newest import note_all_newest
    from reports.models import Publication, PublishedPassage, Report
    from reports.models.published_passage import PASSAGE_WORDS, place_of
    from tests import builders

    random = Random(seed)
    known = vocabulary(random)
    municipalities = [builders.a_municipality() for _number in range(COMMITTEES // 4)]
    plans = [
        builders.a_plan(builders.a_committee(municipality=each)) for each in municipalities for _number in range(4)
    ]
    made = Report.objects.bulk_create(
        Report(
            plan=plan,
            committee=plan.committee,
            key=f"b{place}",
            slug=f"b{place}",
            template="interim",
            title=sentence(random, known, 4),
        )
        for place, plan in zip(range(number), plans * (number // COMMITTEES + 1), strict=False)
    )
    publications = Publication.objects.bulk_create(
        Publication(
            report=report,
            committee=report.committee,
            slug=report.slug,
            version=version,
            audience="members" if place % 20 == 0 else "public",
            change_note="Rättad." if version > 1 else "",
            municipality_name=report.committee.municipality.name,
            committee_name=report.committee.name,
            title=report.title,
            as_of=date(2000 + place % 25, 1 + place % 12, 1),
            published_at=datetime(2000 + place % 25, 1 + place % 12, 20, tzinfo=UTC),
            published_by_name="Klara Controller",
        )
        for place, report in enumerate(made)
        for version in range(1, 3 if place % 10 == 0 else 2)
    )
    for start in range(0, WRITTEN, AT_ONCE):
        rows = PublishedPassage.objects.bulk_create(
            PublishedPassage(
                pk=place_of(publication, position),
                publication=publication,
                position=position,
                kind=KINDS[position % len(KINDS)],
                anchor=f"rad-{position}",
                title=sentence(random, known, random.randint(2, 6)),
                place="Måluppföljning",
                unit=random.choice(UNITS),
                status_mark=random.choice(STATUSES),
                text=" ".join(
                    sentence(random, known, random.randint(4, 12)) for _number in range(random.randint(1, 5))
                ),
            )
            for publication in publications[start : start + AT_ONCE]
            for position in range(1, PASSAGES + 1)
        )
        PASSAGE_WORDS.add(Indexed(row.pk, row.title, row.text) for row in rows)
    _copy(publications)
    with transaction.atomic():
        note_all_newest()


def _copy(publications):
    """The passages of the first versions for each of the others, in turn."""
    from django.db import connection

    from reports.models.published_passage import place_of

    first = publications[0].pk
    columns = "position, kind, anchor, title, place, unit, unit_name, status_mark, status_word, text"
    is_postgresql = connection.vendor == "postgresql"
    columns += ", words" if is_postgresql else ""
    copied = ", ".join(f"b.{name}" for name in columns.split(", "))
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE places (id bigint PRIMARY KEY, place bigint)")
        cursor.executemany(
            "INSERT INTO places VALUES (%s, %s)", [(each.pk, place_of(each, 0)) for each in publications[WRITTEN:]]
        )
        cursor.execute(f"""
            INSERT INTO reports_publishedpassage (id, publication_id, {columns})
            SELECT p.place - b.position, p.id, {copied} FROM places p
            JOIN reports_publishedpassage b ON b.publication_id = {first} + (p.id - {first}) % {WRITTEN}
            ORDER BY 1
        """)
        if not is_postgresql:
            cursor.execute(f"""
                INSERT INTO reports_publishedpassage_words (rowid, title, text, title_stems, text_stems)
                SELECT p.place - b.position, w.title, w.text, w.title_stems, w.text_stems FROM places p
                JOIN reports_publishedpassage b ON b.publication_id = {first} + (p.id - {first}) % {WRITTEN}
                JOIN reports_publishedpassage_words w ON w.rowid = b.id
                ORDER BY 1
            """)
