"""So many municipalities: the first made, the others copied from it."""

from collections.abc import Iterator

from django.db import connection

from reports.bench_data.cloning import Names, clone, marks
from reports.bench_data.municipality import Extent, make_municipality

FIRST_CODE = 3000
"""Higher than any municipality's own."""
LARGEST = 290
NAMES = Names(f"Kommun {FIRST_CODE}", str(FIRST_CODE))


def make(municipalities: int, extent: Extent) -> Iterator[str]:
    """In an empty database, line by line what was done."""
    since = marks()
    yield from make_municipality(NAMES.name, NAMES.code, extent)
    for made in clone(since, first=1, copies=municipalities - 1, names=NAMES):
        yield f"{made + 1} municipalities"
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
