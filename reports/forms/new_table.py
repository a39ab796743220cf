"""A new data table: what it is called, and what it begins with."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.build.part_facts import TableRowFact
from reports.choices import RowKind
from reports.commands.data_tables import TableText
from reports.models import DataTable

_FIRST_COLUMNS = 3
_FIRST_ROWS = 3
_WITH_FIGURES = {RowKind.ROW, RowKind.SUBTOTAL, RowKind.SUM, RowKind.GRAND_TOTAL, RowKind.TOTAL, RowKind.OF_WHICH}


class NewTableForm(forms.Form):
    """`earlier` are the tables of the report before, which may be copied."""

    title = forms.CharField(label=gettext_lazy("Titel"), max_length=1000)
    unit_of_measure = forms.CharField(
        label=gettext_lazy("Enhet"),
        max_length=100,
        required=False,
        help_text=gettext_lazy("Till exempel tkr, mnkr eller %."),
    )
    source = forms.ModelChoiceField(
        label=gettext_lazy("Börja med"), queryset=DataTable.objects.none(), required=False, empty_label=None
    )
    with_figures = forms.BooleanField(
        label=gettext_lazy("Ta med siffrorna"),
        required=False,
        help_text=gettext_lazy("Annars följer bara rubriker, rader och uträkningar med."),
    )

    def __init__(self, *args: Any, earlier: Sequence[DataTable], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        source: Any = self.fields["source"]
        source.queryset = DataTable.objects.filter(pk__in=[table.pk for table in earlier])
        source.empty_label = _("En tom tabell")
        source.label_from_instance = lambda table: _("Förra rapportens ”%(table)s”") % {"table": table}
        if not earlier:
            del self.fields["source"], self.fields["with_figures"]

    @property
    def copied_from(self) -> DataTable | None:
        return self.cleaned_data.get("source")

    def text(self, copied: TableText | None) -> TableText:
        """The table to begin with; `copied` is what stands in the one that was chosen."""
        rows = copied.rows if copied else _blank()
        if copied and not self.cleaned_data.get("with_figures"):
            rows = tuple(_emptied(row) for row in rows)
        return TableText(self.cleaned_data["title"], self.cleaned_data["unit_of_measure"], rows)


def _blank() -> tuple[TableRowFact, ...]:
    heading = TableRowFact(
        RowKind.HEADING, "", tuple(_("Kolumn %(number)d") % {"number": number + 1} for number in range(_FIRST_COLUMNS))
    )
    rows = (
        TableRowFact(RowKind.ROW, _("Rad %(number)d") % {"number": number + 1}, ()) for number in range(_FIRST_ROWS)
    )
    return (heading, *rows)


def _emptied(row: TableRowFact) -> TableRowFact:
    return TableRowFact(row.kind, row.label, ()) if row.kind in _WITH_FIGURES else row
