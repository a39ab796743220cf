"""What the template's first sheet tells the person who fills it in."""

from django.utils.translation import gettext as _


def guide_lines() -> list[str]:
    return [
        _("Planbok: mall"),
        _(
            "I den här boken skriver du in en nämnds plan med allt som ska följas upp: mål, indikatorer, målvärden, "
            "utfall, uppdrag, bedömningar och rapporter. Ett blad för varje slag."
        ),
        _(
            "Raderna som redan står här är ett exempel och hör ihop. Skriv över dem med er plan, eller töm dem. "
            "Läs in boken på sidan Planer: först visas allt som blir nytt eller ändras, och inget sparas förrän du "
            "bekräftar."
        ),
        _(
            "Håll muspekaren över en rubrik för att se vad kolumnen är till för. Ändra inte rubriker och bladnamn. "
            "Kolumnernas ordning är fri, och kolumner och blad som inte behövs kan tas bort."
        ),
        _(
            "Id är en egen beteckning som du väljer, till exempel 1 eller M1. Andra blad hänvisar till den, och den "
            "får stå en gång i sitt blad. I en lista skiljs delarna åt med semikolon."
        ),
        _(
            "Tal skrivs som i Excel eller med decimalkomma. Datum skrivs 2022-08-31. En period skrivs 2022 (år), "
            "2022T2 (tertial), 2022K3 (kvartal), 2022-08 (månad) eller 2022-01..2022-08 (flera månader)."
        ),
        _(
            "I långa texter skiljer en tom rad stycken åt. En rad som börjar med ”- ” eller ”1. ” blir en punkt i en "
            "lista, *ord mellan stjärnor* betonas, och ”## ” först på en rad gör den till en liten rubrik. Ny rad i en "
            "cell får du med Alt+Enter."
        ),
        _(
            "När du läser in en bok igen ändras bara det som står i den. En rad som inte är med blir kvar. För att ta "
            "bort en rad: lägg till kolumnen Ta bort och skriv ja på raden."
        ),
        _("Det här bladet läses inte in."),
    ]
