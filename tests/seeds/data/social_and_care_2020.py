"""What the year-end report of 2020 of Linköping's social welfare and care committee holds, taken from it by hand."""

HEADINGS = (
    "Nämndens uppdrag",
    "Förvaltningschefens/nämndansvarig tjänstepersons bedömning och analys",
    "Samlad bedömning och analys av ekonomi, verksamhet och personal",
    "Nämndens måluppfyllelse för året",
    "Basuppdrag (volymmått)",
    "Personal",
    "Viktiga beslut och händelser",
    "Beslut",
    "Händelser",
    "Nämndens verksamheter, nettokostnader bokslut 2020 jämfört med bokslut 2019",
    "Nämndens intäkter 2020 jämfört med 2019",
    "Nämndens kostnader 2020 jämfört med 2019",
    "Driftsammandrag",
    "Resultat 31 december 2020",
    "Förvaltningskostnader",
    "Övergripande verksamhet",
    "Individ- och familjeomsorg",
    "Socialpsykiatri",
    "Insatser för personer med utvecklingsstörning",
    "Funktionshindrade barn- och vuxna (personlig assistans enligt socialförsäkringsbalken)",
    "Funktionshindrade barn- och vuxna (LSS-insatser)",
    "Investeringar",
    "Uppföljning av effekterna för nämndens verksamhet av coronapandemin",
    "Ökade kostnader, minskade kostnader, ökade intäkter och minskade intäkter år 2020 med anledning av coronapandemin",
    "Uppföljning av mål och inriktning",
    "Målredovisning",
    "Uppfyllelse av kommunfullmäktiges övergripande mål",
    "Målområde Samhälle",
    "Målområde Medborgare",
    "Målområde Ekonomi",
    "Målområde Verksamhet",
    "Målområde Medarbetare",
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
ATTACHMENTS = (
    "Bilaga 1 Uppföljning av lokalförsörjningsplan",
    "Bilaga 2 Internkontrollrapport",
    "Bilaga 3 Uppföljning av förvaltningens verksamhetsplan",
)
