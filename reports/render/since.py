"""The part Sedan förra rapporten as it is set."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from reports.build.document import SinceLast, SinceTable
from reports.render.headings import HIGHEST, below
from reports.render.note_marks import NoteBook
from reports.render.room import UPRIGHT
from reports.render.selecting import NOTHING, UNTOLD, Picked, Selecting, joined
from reports.render.tables import LaidTable, Surroundings, lay_table


@dataclass(frozen=True, slots=True)
class LaidSinceTable:
    part: SinceTable
    laid: tuple[LaidTable, ...]


@dataclass(frozen=True, slots=True)
class LaidSince:
    part: SinceLast
    tables: tuple[LaidSinceTable, ...]
    told: Picked = UNTOLD

    @property
    def picked(self) -> SafeString:
        """What a reader may pick the whole part by, as attributes."""
        return joined([self.told, *(table.picked for each in self.tables for table in each.laid)]).attributes


def lay_since(part: SinceLast, notes: NoteBook, *, on_paper: bool, selecting: Selecting | None = None) -> LaidSince:
    """Each table under a heading of its own, one level below the part's."""
    room = UPRIGHT if on_paper else None
    return LaidSince(
        part,
        tuple(
            LaidSinceTable(
                each,
                lay_table(
                    each.table,
                    each.anchor,
                    Surroundings(each.title, below(HIGHEST, 2), notes, room, selecting),
                    folds=True,
                ),
            )
            for each in part.tables
        ),
        NOTHING if selecting else UNTOLD,
    )
