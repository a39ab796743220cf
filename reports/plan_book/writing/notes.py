"""The note on each heading of the template: what the column is for and what may stand in it."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.plan_book.columns import Column, Kind, Sheet
from reports.plan_book.options import OPTION_KEYS

_KINDS: Mapping[Kind, Promise] = {
    Kind.LONG_TEXT: gettext_lazy("Lång text. En tom rad skiljer stycken åt."),
    Kind.LIST: gettext_lazy("En lista med semikolon mellan delarna."),
    Kind.NUMBER: gettext_lazy("Ett tal."),
    Kind.INTEGER: gettext_lazy("Ett heltal."),
    Kind.DAY: gettext_lazy("Ett datum, till exempel 2022-08-31."),
    Kind.YES: gettext_lazy("Skriv ja, eller lämna tomt."),
    Kind.DAY_OR_TEXT: gettext_lazy("Ett datum, till exempel 2022-12-31, eller en text."),
    Kind.CELL: gettext_lazy("Cellen i den kolumnen: ett tal eller ord. På en rad beräkning vad kolumnen är lika med."),
}
_OWN: Mapping[tuple[str, str], Promise] = {
    ("Plan", "Kommunkod"): gettext_lazy("Fyra siffror, till exempel 0580."),
    ("Plan", "Plan"): gettext_lazy("Planens titel."),
    ("Plan", "Ord uppnått"): gettext_lazy("Planens eget ord för uppnått."),
    ("Plan", "Ord delvis"): gettext_lazy("Planens eget ord för delvis uppnått."),
    ("Plan", "Ord ej"): gettext_lazy("Planens eget ord för ej uppnått."),
    ("Plan", "Ord ej bedömt"): gettext_lazy("Planens eget ord för kan ej bedömas."),
    ("Plan", "Ord samlad bedömning"): gettext_lazy("Planens egen rubrik över den samlade bedömningen."),
    ("Plan", "Ord orsak"): gettext_lazy("Planens egen rubrik över orsaken."),
    ("Plan", "Ord åtgärd"): gettext_lazy("Planens egen rubrik över åtgärden."),
    ("Nivåer", "Nivå"): gettext_lazy("Nivåns namn i planen, till exempel Nämndmål."),
    ("Nivåer", "Ordning"): gettext_lazy("1 för den översta nivån."),
    ("Mål", "Benämning"): gettext_lazy("Visas i stället för nivåns namn, till exempel Årsmål 2022."),
    ("Mål", "Ansvarig"): gettext_lazy("Roller, med semikolon emellan."),
    ("Mål", "År"): gettext_lazy("För ett mål som gäller ett enda år."),
    ("Mål", "Enheter"): gettext_lazy("De enheter som svarar. Tomt: alla."),
    ("Indikatorer", "Grupp"): gettext_lazy("En rubrik över några av målets indikatorer."),
    ("Indikatorer", "Decimaler"): gettext_lazy("Så många visas, 0 till 6. Tomt: som talen är skrivna."),
    ("Indikatorer", "Bedöms"): gettext_lazy("Ja om indikatorn får en egen bedömning av varje enhet."),
    ("Målvärden", "Indikator"): gettext_lazy("Fyll i antingen Indikator eller Mål."),
    ("Målvärden", "Mål"): gettext_lazy("Fyll i antingen Indikator eller Mål."),
    ("Målvärden", "Övre värde"): gettext_lazy("För ett intervall: Värde är det undre."),
    ("Målvärden", "Text"): gettext_lazy("Målvärdet som beslutat, till exempel ”Två nya”. Visas i stället för talet."),
    ("Utfall", "Period"): gettext_lazy("2022, 2022T2, 2022K3, 2022-08 eller 2022-01..2022-08."),
    ("Utfall", "Delmått"): gettext_lazy("Vad siffran räknar, om indikatorn har flera."),
    ("Utfall", "Text"): gettext_lazy("Visas i stället för talet, till exempel ”65 ind.”."),
    ("Utfall", "Saknas"): gettext_lazy("Varför det varken finns värde eller text."),
    ("Bedömningar", "Enhet"): gettext_lazy("Enhetens kod. Tomt: nämndens egen bedömning."),
    ("Bedömningar", "Enhetstext"): gettext_lazy("Visas i stället för enhetens namn."),
    ("Bedömningar", "Statustext"): gettext_lazy("Visas i stället för ordet i Bedömning, eller utan ett."),
    ("Bedömningar", "Ref"): gettext_lazy("Hänvisning där en text svarar på flera, till exempel 1-2."),
    ("Bedömningar", "Avser även"): gettext_lazy("Id för fler indikatorer eller uppdrag som texten svarar på."),
    ("Bedömningar", "Prognos"): gettext_lazy("Bedömningen för hela året."),
    ("Bedömningar", "Läge"): gettext_lazy("Tomt: godkänd."),
    ("Rapporter", "Mall"): gettext_lazy("En rapport utan rader i Avsnitt får mallens avsnitt."),
    ("Avsnitt", "Nivå"): gettext_lazy("1 till 4. Tomt: 1."),
    ("Avsnitt", "Titel"): gettext_lazy("Tomt: avsnittet fortsätter under rubriken ovanför."),
    ("Avsnitt", "Innehåll"): gettext_lazy(
        "Lång text. En tom rad skiljer stycken åt. En tabell ritas som | År | Utfall |, "
        "sedan raden | --- | --- | och så en rad för varje tabellrad."
    ),
    ("Tabeller", "Tabell"): gettext_lazy("Tabellens Id, på varje rad i tabellen."),
    ("Bilagor", "Adress"): gettext_lazy("Webbadress, eller var bilagan finns."),
}


def note_of(sheet: Sheet, column: Column) -> str:
    parts = [_("Måste fyllas i.")] if column.required else []
    own = _OWN.get((sheet.name, column.heading)) or _KINDS.get(column.kind)
    if own:
        parts.append(str(own))
    if column.heading in {"Id", "Kod"}:
        parts.append(_("En egen beteckning som står en gång i bladet."))
    if column.refers_to:
        parts.append(_referring(column))
    if column.words:
        parts.append(_("Tillåtna ord: %(words)s.") % {"words": ", ".join(column.words)})
    if column.heading == "Alternativ":
        keys = ", ".join(OPTION_KEYS)
        parts.append(
            _("nyckel=värde med semikolon emellan. Nycklar: %(keys)s. Ett namn med komma sätts inom citattecken.")
            % {"keys": keys}
        )
    return "\n".join(parts or [_("Text.")])


def _referring(column: Column) -> str:
    named = _("Id") if column.refers_to not in _NAMED_OTHERWISE else _NAMED_OTHERWISE[column.refers_to]
    return _("%(named)s i bladet %(sheet)s.") % {"named": named, "sheet": column.refers_to}


_NAMED_OTHERWISE = {"Enheter": "Kod", "Nivåer": "Nivå"}
