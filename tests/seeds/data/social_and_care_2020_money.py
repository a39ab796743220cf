"""The figures and tables of the year-end report of 2020 of Linköping's social welfare and care committee, by hand."""

# Section, then the rows under it: first cell with words, then the figures as they stand in the report's tables.
MONEY = (
    (
        "Ekonomi",
        (
            ("Ekonomi, belopp tkr", "Bokslut 2020", "Budget 2020", "Avvikelse"),
            ("Verksamhetens nettokostnader", "1 593 404", "1 567 022", "-26 382"),
            ("varav nettokostnader för coronapandemin", "6 416", "0", "-6 416"),
            ("Investeringar, netto", "1 300", "1 500", "200"),
        ),
    ),
    (
        "Resultat 31 december 2020",
        (
            ("Driftsammandrag, netto tkr", "Bokslut 2020", "Budget 2020", "Avvikelse", "Bokslut 2019"),
            ("Förvaltningskostnader", "190 043", "189 600", "-443", "188 711"),
            ("Övergripande verksamhet", "24 904", "28 432", "3 528", "30 518"),
            ("Individ- och familjeomsorg", "488 008", "466 150", "-21 858", "443 906"),
            ("varav HVB barn och unga", "150 724", "135 983", "-14 741", "133 102"),
            ("varav HVB vuxna", "62 498", "66 217", "3 719", "62 853"),
            ("Socialpsykiatri", "233 991", "233 500", "-491", "221 489"),
            ("Insatser för personer med utvecklingsstörning", "513 187", "505 150", "-8 037", "486 894"),
            (
                "Funktionshindrade barn- och vuxna (personlig assistans enligt socialförsäkringsbalken)",
                *("65 632", "67 190", "1 558", "56 754"),
            ),
            ("Funktionshindrade barn-och vuxna (LSS-insatser)", "77 639", "77 000", "-639", "71 873"),
            ("Summa", "1 593 404", "1 567 022", "-26 382", "1 500 145"),
            ("varav kostnader", "1 989 803", "1 882 839", "54 200", "1 897 184"),
            ("varav intäkter", "396 399", "315 817", "80 582", "397 039"),
            (
                "Nettoeffekt av coronapandemin som ingår i tabellen ovan, netto tkr",
                *("Bokslut 2020", "Budget 2020", "Avvikelse"),
            ),
            (
                "Nettoeffekt av coronapandemin som ingår i driftsammandraget ovan, enligt separat specifikation i "
                "delårsrapporten",
                *("6 416", "0", "-6 416"),
            ),
        ),
    ),
    (
        "Investeringar",
        (
            ("Utgifter/inkomster sedan projektets start", "Varav årets investeringar"),
            (
                "Beslutad budget",
                *("Ack. utfall netto-investeringar", "Budget-avvikelse"),
                *("Budget 2020", "Utfall 2020 netto-investeringar", "Budget-avvikelse"),
            ),
            ("Färdigställda projekt",),
            ("Övergripande verksamhet", "1 500", "1 300", "200", "1 500", "1 300", "200"),
            ("Ospecificerade investeringar", "837", "837"),
            ("Byte av brandlarm", "463", "463"),
            ("Summa färdigställda projekt", "1 500", "1 300", "200", "1 500", "1 300", "200"),
            ("Pågående projekt",),
            ("Övergripande verksamhet", "0", "0", "0", "0", "0", "0"),
            ("Summa pågående projekt", "0", "0", "0", "0", "0", "0"),
            ("Summa investeringar", "1 500", "1 300", "200", "1 500", "1 300", "200"),
        ),
    ),
    (
        "Ökade kostnader, minskade kostnader, ökade intäkter och minskade intäkter år 2020 med anledning av "
        "coronapandemin",
        (
            (
                "Verksamhet/insats belopp tkr",
                *("Redovisad avvikelse jämfört med budget 2020", "Prognostiserad avvikelse jämfört med budget helår"),
            ),
            ("Kostnader", "Intäkter", "Kostnader", "Intäkter"),
            ("Daglig verksamhet - ersättning planerad tid", "4 600", "0", "4 600", "0"),
            ("Intäktsbortfall Alkoholhandläggningen", "1 300", "0", "1 300", "0"),
            ("Övriga kostnader", "516", "0", "516", "0"),
            ("Summa", "6 416", "0", "6 416", "0"),
        ),
    ),
)

VOLUMES = (
    (
        "Basuppdrag (volymmått)",
        (
            ("Antal pågående ärenden barn och unga IFO myndighet", "1 104", "1 083"),
            ("Antal pågående ärenden vuxna IFO myndighet", "587", "649"),
            ("Antal pågående ärenden familjerätt", "291", "287"),
            ("Antal pågående ärenden LSS ÄOF myndighet", "1 414", "1 440"),
            ("Antal pågående ärenden Funktionshinder ÄOF myndighet", "1 441", "1 438"),
        ),
    ),
    (
        "Personal",
        (
            ("Antal tillsvidare anställda", "420", "402", "-"),
            ("Total sjukfrånvaro", "6,4", "6,7", "5,2"),
            ("Extern personalomsättning", "9,5", "6,7", "8"),
        ),
    ),
)
