"""What the tertial report of August 2022 of Kalmar's social welfare committee holds, taken from it by hand."""

TITLE = "Tertialrapport augusti 2022"
REGISTRY_NUMBER = "SN 2021/0248.03.01"
DATED = "2022-09-15"

HEADINGS = (
    "Tertialrapport efter augusti 2022",
    "Förslag till beslut",
    "Bakgrund",
    "Bilagor",
    "Sammanfattning",
    "Väsentliga händelser",
    "Prognos",
    "Åtgärder med konsekvenser",
    "Verksamhetsplan",
    "Väsentliga händelser",
    "Komplexa behov bland barn och unga",
    "Förändrade behov inom området Vuxen",
    "Funktionsstöd vuxen",
    "Hälso- och sjukvård",
    "Brukarinflytande",
    "Processorienterat syn- och arbetssätt",
    "Digitalisering",
    "Prognos",
    "Driftredovisning",
    "Investeringsredovisning",
    "Åtgärder och konsekvenser",
    "Väsentliga personalförhållanden",
    "Personalsammansättning",
    "Sjukfrånvaro",
    "Kvalitet, styrning och kontroll",
)

ATTACHMENTS = ("Tertialrapport efter augusti 2022", "Tertialuppföljning Verksamhetsplan 2022")

# The heading over a table, then its rows: label and figures; an empty cell is left out.
TABLES = (
    (
        "Driftredovisning",
        (
            ("Driftredovisning, tkr", "Budget aug 2022", "Prognos aug 2022", "Avvikelse"),
            ("Intäkter", "-77 174", "-82 599", "5 425"),
            ("Personalkostnader", "637 522", "629 622", "7 900"),
            ("Lokalkostnader", "73 101", "73 601", "-500"),
            ("Kapitalkostnader", "1 760", "1 760", "0"),
            ("Övriga kostnader", "273 227", "298 752", "-25 525"),
            ("Summa KOSTNADER", "985 610", "1 003 735", "-18 125"),
            ("Summa RESULTAT", "908 436", "921 136", "-12 700"),
        ),
    ),
    (
        "Driftredovisning",
        (
            ("Verksamhet", "Budget", "Prognos", "Avvikelse"),
            ("LEDNINGS- O STÖDFUNKTIONER", "75 452", "58 877", "16 575"),
            ("BARN o FAMILJ", "207 870", "221 970", "-14 100"),
            ("Gemensamt barn o familj", "13 569", "13 169", "400"),
            ("Trygga, säkra o stödja barn o ungas levnadsvillkor", "140 271", "155 471", "-15 200"),
            ("Säkra o föra fram barnets rätt", "3 947", "3 747", "200"),
            ("Möjliggöra utveckling hos barn o unga m funktionsnedsättning", "50 083", "49 583", "500"),
            ("FUNKTIONSSTÖD VUXEN", "374 733", "378 133", "-3 400"),
            ("Gemensamt vuxna m funktionsnedsättning att leva som andra", "19 139", "19 539", "-400"),
            (
                "Möjliggöra för kvinnor o män m funktionsnedsättning att leva som andra",
                *("355 594", "358 594", "-3 000"),
            ),
            ("HÄLSO- OCH SJUKVÅRD", "17 956", "18 931", "-975"),
            ("Tillgodose behov av hälso- och sjukvård", "17 956", "18 931", "-975"),
            ("VUXEN", "232 425", "243 225", "-10 800"),
            ("Gemensamt vuxen", "13 830", "13 530", "300"),
            ("Möjliggöra ett liv fritt från riskbruk, missbruk o beroende", "34 566", "43 816", "-9 250"),
            ("Verka för att vuxna m psykisk funktionsnedsättning kan leva som andra", "132 919", "132 119", "800"),
            ("Utreda o bedöma rätt till ekonomiskt bistånd", "50 210", "52 860", "-2 650"),
            ("Möjliggöra för kvinnor o män att leva i relationer fria från våld", "900", "900", "0"),
            ("Summa", "908 436", "921 136", "-12 700"),
        ),
    ),
    (
        "Investeringsredovisning",
        (
            ("Investeringsredovisning, tkr", "Budget aug 2022", "Prognos aug 2022", "Avvikelse"),
            ("Inkomster",),
            ("Utgifter", "1 400", "1 400", "0"),
            ("Summa NETTOINVESTERINGAR", "1 400", "1 400", "0"),
        ),
    ),
    (
        "Personalsammansättning",
        (
            ("Kvinnor", "760", "756,7", "773", "768,7"),
            ("Män", "252", "250,3", "259", "258,2"),
            ("Totalt", "1 012", "1 006,9", "1 032", "1 026,8"),
        ),
    ),
    (
        "Sjukfrånvaro",
        (
            ("Kvinnor", "8,79 %", "9,65 %", "8,02 %", "8,26 %"),
            ("Män", "4,09 %", "6,12 %", "5,05 %", "5,58 %"),
            ("Totalt", "7,57 %", "8,73 %", "7,24 %", "7,54 %"),
        ),
    ),
)

# Headings without a label before them: the words of a table's heading rows, in their order.
COLUMNS = (
    ("Personalsammansättning", ("2021", "2022")),
    (
        "Personalsammansättning",
        ("Antal personer", "Antal årsarbetare", "Antal personer", "Antal årsarbetare"),
    ),
    (
        "Sjukfrånvaro",
        (
            "Sjukfrv %, jan-jul 2019",
            "Sjukfrv %, jan-jul 2020",
            "Sjukfrv %, jan-jul 2021",
            "Sjukfrv %, jan-jul 2022",
        ),
    ),
)

# A heading, the heading that it comes after, and facts that stand in its text.
FACTS = (
    (
        "Väsentliga händelser",
        "Sammanfattning",
        ("16 %", "SSPF", "Tillsammans för barnen", "LVM-vård", "1 januari 2023"),
    ),
    ("Prognos", "Sammanfattning", ("-12,7 mnkr", "-1,1 mnkr", "5 mnkr", "Migrationsverket")),
    ("Komplexa behov bland barn och unga", "", ("1 049", "883", "16%", "HVB", "SiS", "Råd och Stöd")),
    (
        "Förändrade behov inom området Vuxen",
        "",
        ("VIKAB", "LARO", "Smedbacken", "§ 27-vård", "fem medarbetare", "Häng med oss ut"),
    ),
    ("Funktionsstöd vuxen", "Verksamhetsplan", ("107 dagar", "82 dagar", "150", "50")),
    ("Hälso- och sjukvård", "Verksamhetsplan", ("covid -19", "Folkhälsomyndigheten", "Södermöre kommunaldelsnämnd")),
    ("Brukarinflytande", "", ("sex ungdomar", "15-19 år")),
    (
        "Processorienterat syn- och arbetssätt",
        "",
        (
            "SARA",
            "Patriark",
            "Sörja för ett värdigt avslut efter döden",
            "Att ha rätt personal på rätt plats i rätt tid",
        ),
    ),
    ("Digitalisering", "", ("Hack för Hopp och Hälsa", "oktober 2021", "Glada Schemat")),
    (
        "Driftredovisning",
        "",
        ("-12,7 mnkr", "-1,1 mnkr", "5 mnkr", "+16,6 mnkr", "-14,1 mnkr", "-3,4 mnkr", "-1,0 mnkr", "-10,8 mnkr"),
    ),
    ("Åtgärder och konsekvenser", "", ("TSI", "SSPF", "SIG", "våga satsa uppströms")),
    ("Personalsammansättning", "", ("23 fler",)),
    ("Sjukfrånvaro", "", ("3,89 %", "4,61 %")),
    ("Kvalitet, styrning och kontroll", "", ("11 händelser", "178", "IVO", "Öppna jämförelser")),
)
