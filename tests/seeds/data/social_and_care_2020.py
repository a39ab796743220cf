"""What the year-end report of 2020 of Linköping's social welfare and care committee holds, taken from it by hand."""

HEADINGS = (
    "Nämndens uppdrag",
    "Förvaltningschefens/nämndansvarig tjänstepersons bedömning och analys",
    "Samlad bedömning och analys av ekonomi, verksamhet och personal",
    "Ekonomi",
    "Väsentliga avvikelser",
    "Verksamhet",
    "Nämndens måluppfyllelse för året",
    "Basuppdrag (volymmått)",
    "Väsentliga avvikelser",
    "Personal",
    "Väsentliga avvikelser",
    "Viktiga beslut och händelser",
    "Beslut",
    "Händelser",
    "Ekonomi",
    "Nämndens verksamheter, nettokostnader bokslut 2020 jämfört med bokslut 2019",
    "Analys och kommentar",
    "Nämndens intäkter 2020 jämfört med 2019",
    "Nämndens kostnader 2020 jämfört med 2019",
    "Analys och kommentar",
    "Driftsammandrag",
    "Resultat 31 december 2020",
    "Analys och kommentar",
    "Förvaltningskostnader",
    "Övergripande verksamhet",
    "Individ- och familjeomsorg",
    "Socialpsykiatri",
    "Insatser för personer med utvecklingsstörning",
    "Funktionshindrade barn- och vuxna (personlig assistans enligt socialförsäkringsbalken)",
    "Funktionshindrade barn- och vuxna (LSS-insatser)",
    "Investeringar",
    "Analys och kommentar",
    "Uppföljning av effekterna för nämndens verksamhet av coronapandemin",
    "Ökade kostnader, minskade kostnader, ökade intäkter och minskade intäkter år 2020 med anledning av coronapandemin",
    "Kommentar",
    "Uppföljning av mål och inriktning",
    "Målredovisning",
    "Nämndens måluppfyllelse för året",
    "Uppfyllelse av kommunfullmäktiges övergripande mål",
    "Målområde Samhälle",
    "Boendeformer ska möta behov",
    "Trygg uppväxt för barn",
    "Socialtjänst nära medborgaren",
    "Målområde Medborgare",
    "Myndighetsutövning inom rimlig tid",
    "Nöjda brukare av socialtjänst",
    "Kvalitet inom socialtjänst",
    "Effektivt bidrag i välfärdskedjan för barn och unga",
    "Målområde Ekonomi",
    "Högt nyttjande av befintliga tjänster",
    "God samverkan civilsamhället/ föreningslivet",
    "Målområde Verksamhet",
    "Hållbar verksamhetsutveckling",
    "Målområde Medarbetare",
    "Goda arbetsplatser",
    "Framgångsrikt chef- och ledarskap",
    "Nya vägar för (tryggad) kompetensförsörjning",
    "Strategiska utvecklingsuppdrag",
    "Uppföljning av nämndens verksamhet",
    "Uppföljning av planer och program",
    "10-årig lokalförsörjningsplan",
    "Upphandlingsplan",
    "Internkontrollplan",
    "Uppföljning av verksamhet som utförs av privat utförare",
    "Personal- och kompetensförsörjningsplan",
    "Objektsplan (PM3)",
    "Utveckling: 17 projekt",
    "Uppföljning av nämndindikatorer",
    "Målområde: Samhälle",
    "Kommunövergripande mål: Ett attraktivt och tryggt Linköping",
    "Målområde: Medborgare",
    "Kommunövergripande mål: Välfärdstjänster med hög kvalitet, tillgänglighet och individen i centrum",
    "Kommunövergripande mål: Hög kunskap med skolor i framkant",
    "Målområde: Ekonomi",
    "Kommunövergripande mål: Kostnadseffektiv verksamhet",
    "Målområde: Verksamhet",
    "Kommunövergripande mål: Hållbar verksamhetsutveckling",
    "Målområde: Medarbetare",
    "Kommunövergripande mål: Attraktiv arbetsgivare",
    "Kommunövergripande mål: Hållbar kompetensförsörjning",
    "Övriga bilagor",
)

# Goal, and its status in the words of the report, read from the text about the goal.
GOALS = (
    ("Boendeformer ska möta behov", "Uppfyllt"),
    ("Trygg uppväxt för barn", "Delvis uppfyllt"),
    ("Socialtjänst nära medborgaren", "Delvis uppfyllt"),
    ("Myndighetsutövning inom rimlig tid", "Delvis uppfyllt"),
    ("Nöjda brukare av socialtjänst", "Delvis uppfyllt"),
    ("Kvalitet inom socialtjänst", "Delvis uppfyllt"),
    ("Effektivt bidrag i välfärdskedjan för barn och unga", "Delvis uppfyllt"),
    ("Hållbar verksamhetsutveckling", "Uppfyllt"),
    ("Högt nyttjande av befintliga tjänster", "Uppfyllt"),
    ("God samverkan civilsamhället/ föreningslivet", "Uppfyllt"),
    ("Goda arbetsplatser", "Uppfyllt"),
    ("Framgångsrikt chef- och ledarskap", "Uppfyllt"),
    ("Nya vägar för (tryggad) kompetensförsörjning", "Uppfyllt"),
)
AREAS = ("Samhälle", "Medborgare", "Verksamhet", "Ekonomi", "Medarbetare")
COUNCIL_GOALS = (
    "Ett attraktivt och tryggt Linköping",
    "Välfärdstjänster med hög kvalitet, tillgänglighet och individen i centrum",
    "Hög kunskap med skolor i framkant",
    "Kostnadseffektiv verksamhet",
    "Hållbar verksamhetsutveckling",
    "Attraktiv arbetsgivare",
    "Hållbar kompetensförsörjning",
)
STATUS_WORDS = ("Uppfyllt", "Delvis uppfyllt", "Ej uppfyllt", "Nämndmålet kan ej bedömas")

NOTES = (
    "Källa Treserva Ärendestatistik per den 31/12 2020 resp 2019 födelseår from fyller 20 under året – innevarande år, "
    "verksamhet IFO övrigt bistånd",
    "Källa Treserva Ärendestatistik per den 31/12 2020 resp 2019 , födelseår 1900-tom fyller 21 under året verksamhet "
    "IFO övrigt bistånd",
    "Källa LinQ rapport 21 urval : ärendetyp Adoption, Fader- föräldraskap och Familjerätt december 2020 resp december "
    "2019",
    "Källa LinQ rapport 12, urval ärendetyp FH LSS, december 2019 resp 2020",
    "Källa LinQ rapport 12, urval ärendetyp FH SOL, december 2019 resp 2020",
    "Källa treserva, sammanställningar insatser pågående ärenden, insatstyp boende 0-20 och boende 21+, Pågående under "
    "december 2018, och 2019, samt 2020.",
    "Källa treserva, sammanställningar insatser pågående ärenden, beslut bosocialt stödkontrakt, insatstyp boende 0-20 "
    "och boende 21+, genomförandeform bosocialt stödkontrakt. Pågående under december 2018, och 2019, samt 2020",
    "Källa linQ Rapport 311 urval inledningstyp ansökan 0-17+. Anmälan/annat sätt 0-17 helåret 2018,2019 samt januari "
    "till augusti 2020. OBS avser avslutade utredningar, tidigare har totalen redovisats.",
    "Källa linQ Rapport 311 urval inledningstyp ansökan 20+. Anmälan/annat sätt 20+ m samtycke, anmälan LVM, helåret "
    "2018,2019 samt januari till mars 2020",
    "Källa LinQ rapport 21, arbetsgrupp LSS grupp helåret 2018,2019 samt jan-augusti 2020",
    "2020 års uppgift avser behörighet till nationella samhälls - ekonomi program",
    "Avser automatiserad process avser den samarbete med polisen där SOF är klara med sin del",
    "Statistiken avser den samlade Social och omsorgsförvaltningen exklusive medarbetare som arbetar med ekonomiskt "
    "bistånd",
    "HME-värdet avser hela social-och omsorgsförvaltningen",
)

ASSIGNMENT = (
    "Uppdrag till social- och omsorgsnämnden att utreda förutsättningarna för att införa anhörigbidrag till personer "
    "som vårdar och stödjer närstående med funktionsnedsättning. Uppdraget ska återrapporteras till kommunstyrelsen "
    "under 2020.",
    "Ej genomfört",
)
# Heading, and the figures that the text under it gives.
TEXT_FIGURES = (
    ("Analys och kommentar", ("63 mnkr",)),
    ("Driftsammandrag", ("26 mnkr", "4 mnkr")),
    ("Förvaltningskostnader", ("14,6 mnkr", "0,4 mnkr")),
    ("Övergripande verksamhet", ("3,5 mnkr", "1,3 mnkr")),
    ("Individ- och familjeomsorg", ("15 mnkr", "12 mnkr", "8 och 6 barn", "6,5 mnkr", "6 mnkr", "15 %", "30 %")),
    ("Socialpsykiatri", ("500 tkr", "800 tkr")),
    ("Insatser för personer med utvecklingsstörning", ("8 mnkr", "4,6 mnkr")),
    ("Funktionshindrade barn- och vuxna (personlig assistans", ("1,6 mnkr",)),
    ("Funktionshindrade barn- och vuxna (LSS-insatser)", ("600 tkr",)),
    ("Trygg uppväxt för barn", ("tio dagar", "90 %", "juni 2019")),
    ("Strategiska utvecklingsuppdrag", ("KF 2019-11-26 § 357", "mars 2021")),
    ("Personal- och kompetensförsörjningsplan", ("700 personer", "100", "1 november")),
)
ATTACHMENTS = (
    "Bilaga 1 Uppföljning av lokalförsörjningsplan",
    "Bilaga 2 Internkontrollrapport",
    "Bilaga 3 Uppföljning av förvaltningens verksamhetsplan",
)
