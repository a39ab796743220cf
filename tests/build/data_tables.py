"""Tables as they stand in reports, built without a database."""

from reports.build.part_facts import TableFact, TableRowFact

KINDS = {
    "rubrik": "heading",
    "beräkning": "computation",
    "rad": "row",
    "delsumma": "subtotal",
    "summa": "sum",
    "totalsumma": "grand_total",
    "total": "total",
    "varav": "of_which",
    "mellanrubrik": "group_heading",
}


def a_row(kind, label="", *cells):
    return TableRowFact(KINDS[kind], label, tuple(cells))


def a_table(*rows, **overrides):
    values = {"key": "t", "title": "Tabellen", "unit_of_measure": "tkr", "rows": tuple(a_row(*row) for row in rows)}
    return TableFact(**values | overrides)


OPERATING_SUMMARY_2020 = a_table(
    ("rubrik", "Driftsammandrag, netto tkr", "Bokslut 2020", "Budget 2020", "Avvikelse", "Bokslut 2019"),
    ("beräkning", "", "", "", "2-1"),
    ("mellanrubrik", "Verksamhet"),
    ("rad", "Förvaltningskostnader", "190043", "189600", "-443", "188711"),
    ("rad", "Övergripande verksamhet", "24904", "28432", "3528", "30518"),
    ("rad", "Individ- och familjeomsorg", "488008", "466150", "-21858", "443906"),
    ("varav", "varav HVB barn och unga", "150724", "135983", "-14741", "133102"),
    ("varav", "varav HVB vuxna", "62498", "66217", "3719", "62853"),
    ("rad", "Socialpsykiatri", "233991", "233500", "-491", "221489"),
    ("rad", "Insatser för personer med utvecklingsstörning", "513187", "505150", "-8037", "486894"),
    ("rad", "Personlig assistans enligt socialförsäkringsbalken", "65632", "67190", "1558", "56754"),
    ("rad", "LSS-insatser", "77639", "77000", "-639", "71873"),
    ("summa", "Summa", "1593404", "1567022", "-26382", "1500145"),
    ("beräkning", "", "", "", "1-2"),
    ("varav", "varav kostnader", "1989803", "1882839", "54200", "1897184"),
    ("varav", "varav intäkter", "396399", "315817", "80582", "397039"),
    title="Driftsammandrag",
)

ECONOMY_IN_BRIEF_2020 = a_table(
    ("rubrik", "Ekonomi, belopp tkr", "Bokslut 2020", "Budget 2020", "Avvikelse"),
    ("beräkning", "", "", "", "2-1"),
    ("rad", "Verksamhetens nettokostnader", "1593404", "1567022", "-26382"),
    ("varav", "varav nettokostnader för coronapandemin", "6416", "0", "-6416"),
    ("rad", "Investeringar, netto", "1300", "1500", "200"),
    title="Ekonomi",
)

STAFF_2020 = a_table(
    ("rubrik", "Personal", "Bokslut 2020", "Bokslut 2019", "Målvärde helår"),
    ("rad", "Antal tillsvidare anställda", "420", "402", "-"),
    ("rad", "Total sjukfrånvaro", "6,4", "6,7", "5,2"),
    ("rad", "Extern personalomsättning", "9,5", "6,7", "8"),
    title="Personal",
    unit_of_measure="",
)

PANDEMIC_NET_2020 = a_table(
    ("rubrik", "Nettoeffekt av coronapandemin", "Bokslut 2020", "Budget 2020", "Avvikelse"),
    ("beräkning", "", "", "", "2-1"),
    ("rad", "Nettoeffekt av coronapandemin som ingår i driftsammandraget", "6416", "0", "-6416"),
    title="Nettoeffekt av coronapandemin",
)

_SINCE_START = "Utgifter/inkomster sedan projektets start"
_THIS_YEAR = "Varav årets investeringar"
_SIX = ("Beslutad budget", "Ack. utfall", "Budgetavvikelse", "Budget 2020", "Utfall 2020", "Budgetavvikelse")

INVESTMENTS_2020 = a_table(
    ("rubrik", "Färdigställda projekt", *[_SINCE_START] * 3, *[_THIS_YEAR] * 3),
    ("rubrik", "", *_SIX),
    ("beräkning", "", "", "", "1-2", "", "", "4-5"),
    ("rad", "Övergripande verksamhet", "1500", "1300", "200", "1500", "1300", "200"),
    ("varav", "Ospecificerade investeringar", "", "837", "", "", "837"),
    ("varav", "Byte av brandlarm", "", "463", "", "", "463"),
    ("summa", "Summa färdigställda projekt", "1500", "1300", "200", "1500", "1300", "200"),
    ("rubrik", "Pågående projekt", *[_SINCE_START] * 3, *[_THIS_YEAR] * 3),
    ("rubrik", "Belopp mnkr", *_SIX),
    ("rad", "Övergripande verksamhet", *["0"] * 6),
    ("summa", "Summa pågående projekt", *["0"] * 6),
    ("totalsumma", "Summa investeringar", "1500", "1300", "200", "1500", "1300", "200"),
    title="Investeringar",
)

PANDEMIC_2020 = a_table(
    (
        "rubrik",
        "Verksamhet/insats belopp tkr",
        *["Redovisad avvikelse jämfört med budget 2020"] * 2,
        *["Prognostiserad avvikelse jämfört med budget helår"] * 2,
    ),
    ("rubrik", "", "Kostnader", "Intäkter", "Kostnader", "Intäkter"),
    ("rad", "Daglig verksamhet - ersättning planerad tid", "4600", "0", "4600", "0"),
    ("rad", "Intäktsbortfall Alkoholhandläggningen", "1300", "0", "1300", "0"),
    ("rad", "Övriga kostnader", "516", "0", "516", "0"),
    ("summa", "Summa", "6416", "0", "6416", "0"),
    title="Coronapandemin",
)

OPERATIONS_AUGUST_2022 = a_table(
    ("rubrik", "Driftredovisning, tkr", "Budget aug 2022", "Prognos aug 2022", "Avvikelse"),
    ("beräkning", "", "", "", "1-2"),
    ("summa", "Intäkter", "-77174", "-82599", "5425"),
    ("rad", "Personalkostnader", "637522", "629622", "7900"),
    ("rad", "Lokalkostnader", "73101", "73601", "-500"),
    ("rad", "Kapitalkostnader", "1760", "1760", "0"),
    ("rad", "Övriga kostnader", "273227", "298752", "-25525"),
    ("summa", "Summa KOSTNADER", "985610", "1003735", "-18125"),
    ("totalsumma", "Summa RESULTAT", "908436", "921136", "-12700"),
    title="Driftredovisning",
)

OPERATIONS_BY_PROCESS_2022 = a_table(
    ("rubrik", "Driftredovisning, tkr", "2022", "2022", "2022"),
    ("rubrik", "", "Budget", "Prognos", "Avvikelse"),
    ("beräkning", "", "", "", "1-2"),
    ("mellanrubrik", "Verksamhet"),
    ("delsumma", "LEDNINGS- O STÖDFUNKTIONER", "75452", "58877", "16575"),
    ("delsumma", "BARN o FAMILJ", "207870", "221970", "-14100"),
    ("rad", "Gemensamt barn o familj", "13569", "13169", "400"),
    ("rad", "Trygga, säkra o stödja barn o ungas levnadsvillkor", "140271", "155471", "-15200"),
    ("rad", "Säkra o föra fram barnets rätt", "3947", "3747", "200"),
    ("rad", "Möjliggöra utveckling hos barn o unga m funktionsnedsättning", "50083", "49583", "500"),
    ("delsumma", "FUNKTIONSSTÖD VUXEN", "374733", "378133", "-3400"),
    ("rad", "Gemensamt vuxna m funktionsnedsättning att leva som andra", "19139", "19539", "-400"),
    ("rad", "Möjliggöra för kvinnor o män m funktionsnedsättning", "355594", "358594", "-3000"),
    ("delsumma", "HÄLSO- OCH SJUKVÅRD", "17956", "18931", "-975"),
    ("rad", "Tillgodose behov av hälso- och sjukvård", "17956", "18931", "-975"),
    ("delsumma", "VUXEN", "232425", "243225", "-10800"),
    ("rad", "Gemensamt vuxen", "13830", "13530", "300"),
    ("rad", "Möjliggöra ett liv fritt från riskbruk, missbruk o beroende", "34566", "43816", "-9250"),
    ("rad", "Verka för att vuxna m psykisk funktionsnedsättning kan leva som andra", "132919", "132119", "800"),
    ("rad", "Utreda o bedöma rätt till ekonomiskt bistånd", "50210", "52860", "-2650"),
    ("rad", "Möjliggöra för kvinnor o män att leva i relationer fria från våld", "900", "900", "0"),
    ("summa", "Summa", "908436", "921136", "-12700"),
    title="Driftredovisning per process",
)

INVESTMENTS_AUGUST_2022 = a_table(
    ("rubrik", "Investeringsredovisning, tkr", "Budget aug 2022", "Prognos aug 2022", "Avvikelse"),
    ("beräkning", "", "", "", "1-2"),
    ("rad", "Inkomster"),
    ("rad", "Utgifter", "1400", "1400", "0"),
    ("summa", "Summa NETTOINVESTERINGAR", "1400", "1400", "0"),
    title="Investeringsredovisning",
)

STAFF_2022 = a_table(
    ("rubrik", "", "2021", "2021", "2022", "2022"),
    ("rubrik", "", "Antal personer", "Antal årsarbetare", "Antal personer", "Antal årsarbetare"),
    ("rad", "Kvinnor", "760", "756,7", "773", "768,7"),
    ("rad", "Män", "252", "250,3", "259", "258,2"),
    ("summa", "Totalt", "1012", "1006,9", "1032", "1026,8"),
    title="Personalsammansättning",
    unit_of_measure="",
)

SICK_LEAVE_2022 = a_table(
    ("rubrik", "", *[f"Sjukfrv %, jan-jul {year}" for year in range(2019, 2023)]),
    ("rad", "Kvinnor", "8,79", "9,65", "8,02", "8,26"),
    ("rad", "Män", "4,09", "6,12", "5,05", "5,58"),
    ("total", "Totalt", "7,57", "8,73", "7,24", "7,54"),
    title="Sjukfrånvaro",
    unit_of_measure="%",
)
