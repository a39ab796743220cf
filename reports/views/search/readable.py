"""The reports that a search may look in: the newest version of each that the reader may read."""

from collections.abc import Mapping
from dataclasses import dataclass

from followup.core.access import AnyUser
from followup.core.models import Committee
from reports.models import NewestVersion
from reports.querysets import NewestVersionQuerySet


@dataclass(frozen=True, slots=True)
class Readable:
    """`municipalities` and `committees` are named by what chooses them, code and slug, in the order of names."""

    versions: NewestVersionQuerySet
    municipalities: Mapping[str, str]
    committees: Mapping[str, str]
    years: tuple[int, ...]


def readable_for(user: AnyUser) -> Readable:
    """Two queries. A committee is named with its municipality where there are several."""
    versions = NewestVersion.objects.readable_by(user)
    rows = list(
        Committee.objects.filter(pk__in=versions.order_by().values("committee"))
        .order_by("municipality__name", "name", "pk")
        .values_list("municipality", "municipality__code", "municipality__name", "slug", "name")
    )
    municipalities = {code: name for _pk, code, name, _slug, _committee in rows if code}
    several = len({pk for pk, *_rest in rows}) > 1
    committees = {
        slug: f"{committee}, {municipality}" if several else committee
        for _pk, _code, municipality, slug, committee in rows
    }
    years = versions.order_by("-year").values_list("year", flat=True).distinct()
    return Readable(versions, municipalities, committees, tuple(years))
