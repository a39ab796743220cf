"""Which version of a report is its newest: noted with whatever changes it, and anew at any time."""

from reports.models import NewestVersion, Publication, Report
from reports.querysets import PublicationQuerySet

_ROWS_AT_ONCE = 500


def note_newest(report: Report) -> None:
    """In the transaction that publishes, discloses or withdraws, after it has.

    Of several at once in one report each sees what those before it stored, since the row is held; without its key, to
    which each refers already.
    """
    Report.objects.select_for_update(no_key=True).get(pk=report.pk)
    NewestVersion.objects.filter(report=report).delete()
    _write(Publication.objects.filter(report=report))


def note_all_newest() -> None:
    """In a transaction. Holds every report, as `note_newest` holds its own: neither notes over the other."""
    list(Report.objects.select_for_update(no_key=True).order_by("pk").values_list("pk"))
    NewestVersion.objects.all().delete()
    _write(Publication.objects.all())


def _write(versions: PublicationQuerySet) -> None:
    everyones = set(versions.newest_readable().order_by().values_list("pk", flat=True))
    members = set(versions.newest_handed_out().order_by().values_list("pk", flat=True))
    found = Publication.objects.in_bulk(everyones | members)
    NewestVersion.objects.bulk_create(
        (
            NewestVersion(
                publication=each,
                report_id=each.report_id,
                committee_id=each.committee_id,
                year=each.year,
                to_everyone=pk in everyones,
                to_members=pk in members,
            )
            for pk, each in sorted(found.items())
        ),
        batch_size=_ROWS_AT_ONCE,
    )
