"""The lists of a row that name rows of other sheets: Enheter, Bidrar till, Avser även."""

from typing import Any

from django.utils.translation import gettext as _

from reports.commands.plan_import.rows import Instances, Job

_NAMED_IN = {"Enheter": ("Enheter",), "Bidrar till": ("Mål",), "Avser även": ("Indikatorer", "Uppdrag")}


def lists_of(job: Job, rows: Instances, heading: str) -> dict[int, list[Any]]:
    """The rows that each written row names, by its primary key, in order and with doubles.

    Where an Id stands in two sheets the first of them counts.
    """
    found: dict[int, list[Any]] = {}
    for instance in rows.to_write:
        row = rows.sources.get(id(instance))
        if row is None or not row.has(heading):
            continue
        members = []
        for name in row.texts(heading):
            member = next((job.named[sheet][name] for sheet in _NAMED_IN[heading] if name in job.named[sheet]), None)
            if member is None:
                message = _("”%(name)s” finns inte i %(sheet)s.")
                job.faults.add(row.cell(heading), message % {"name": name, "sheet": " / ".join(_NAMED_IN[heading])})
            else:
                members.append(member)
        found[instance.pk] = members
    return found
