"""What the plan for 2018–2019 of Degerfors' social welfare committee holds, taken from it by hand."""

TITLE = ("Verksamhetsplan för Socialnämnden 2018-2019", "Antagen i Socialnämnden 2017-11-29")

HEADINGS = (
    "Inledning",
    "Genomförande",
    "Vision",
    "Ökande befolkning i en bra boendemiljö",
    "Goda livsvillkor genom hela livet",
    "Ett jämställt Degerfors med berikande mångfald",
    "God tillgänglighet",
    "Ekonomi i balans och effektiv förvaltning",
    "Strategisk inriktning 2018-2019",
    "Attraktivitet",
    "Kvalitet i verksamhet och service",
    "Integration",
    "Utgångspunkt och förutsättningar",
    "Socialnämndens uppdrag",
    "Verksamhetsidé och värdegrund för socialförvaltningen",
    "Omvärldsspaning och nulägesanalys",
    "Befolkningsprognos för Degerfors kommun",
    "Integrationsarbete",
    "Trygg och säker utskrivning",
    "Psykisk hälsa",
    "E-tjänster och kommunikation",
    "Individuellt utformade insatser",
    "Utveckling av hemtjänsten",
    "Anhörigstöd",
    "Bemanning utifrån behov",
    "Tillgång till bostäder",
    "Socialnämndens utvecklingsområden",
    "Minskat utanförskap eller ökat innanförskap",
    "Sammanställning av mål",
    "Bilagor",
    "Nyckeltal för uppföljning av förvaltningens verksamhet och organisering",
    "Strategiska aktiviteter",
)

# The chapters on the areas: heading, then (year, goal in the words of the chapter).
CHAPTERS = (
    (
        "Attraktivitet",
        (
            (2018, "En modell för att möjliggöra fler heltidsanställningar finns klar och åtgärder beslutade."),
            (2019, "Andelen heltidsanställningar har ökat med 10 %"),
            (
                2018,
                "40 heltidstjänster finns i olika former av subventionerade anställningar inom förvaltningen.",
            ),
            (2019, "Sjuktalet har minskat till 6,5 % inom förvaltningen."),
        ),
    ),
    (
        "Kvalitet i verksamhet och service",
        (
            (2018, "KOLL ska vara installerat, implementerat och användas vid medarbetarsamtal i samtliga enheter."),
            (
                2018,
                "KOLL är det huvudsakliga verktyget för kompetenskartläggning och identifiera "
                "kompetensutvecklingsbehov inom hela Socialförvaltningen.",
            ),
            (2019, "Treserva används som underlag för strategisk planering och uppföljning av verksamheten."),
            (2019, "Systematisk uppföljning används i delar av verksamheten."),
            (2018, "Utvecklingsprojekt kring aktivt medarbetarskap har sjuväts inom förvaltningen."),
            (2018, "Samtliga enhetschefer har deltagit i kompetensutveckling kring ledarskap."),
            (
                2019,
                "Kvalitetsgrupper kring ledarskap-medarbetarskap har bildats inom förvaltningen och är aktiva med "
                "Dialogen som arbetsätt.",
            ),
            (2018, "Överenskommelsen med Regionen kring Trygg och säker utskrivning efterlevs i förvaltningen."),
            (
                2019,
                "Kostnader i samband med hemgång från lasarettvistelse har minskat med 10 % - korttidsvård inkluderat.",
            ),
        ),
    ),
    (
        "Integration",
        (
            (
                2018,
                "Deltagande i ESF-projektet ”All In” är etablerat och fungerar bra. Minst 30 deltagare har deltagit.",
            ),
            (
                2018,
                "Integrationsplanen är implementerad och arbetet med olika introduktionsanställningar på "
                "arbetsmarknaden har gett motsvarande 10 heltidsanställningar i övriga förvaltningar i kommunen.",
            ),
            (
                2019,
                "Civilsambället med ideella föreningar, kultur- och idrottsföreningar har anställt motsvarande 20 "
                "heltidstjänster med olika introduktionsanställningar på arbetsmarknaden.",
            ),
            (
                2019,
                "85 % av arbetslösa vuxna nyanlända deltar i etableringsprogrammet eller annan arbetsmarknadsåtgärd.",
            ),
            (
                2019,
                "85 % av de som lämnar etableringsprogrammet går vidare till arbete, studier eller vidare "
                "arbetsmarknadsåtgärder",
            ),
        ),
    ),
    (
        "Minskat utanförskap eller ökat innanförskap",
        (
            (2018, "Andelen hushåll med försörjningsstöd (ej nyanlända) minskar med 10 %"),
            (2019, "Andelen hushåll med försörjningsstöd (ej nyanlända) minskar med 10 %"),
            (2018, "Antalet hushåll med barn i försörjningsstöd minskar med 10 %"),
            (2019, "Antalet hushåll med barn i försörjningsstöd minskar med 10 %"),
            (2018, "Infocenter används för föräldraskapsstöd."),
            (
                2018,
                "Samtliga barn aktuella för samarbete inom ramen för Degerforsmodellen har en individuell plan",
            ),
            (
                2019,
                "Andelen barn med individuell samverkansplan som går vidare till ett innanförskap är minst 60 %.",
            ),
        ),
    ),
)

# The matrix: area, row, the goals of 2018, the goals of 2019.
MATRIX = (
    (
        "Attraktivitet",
        "Heltidsprojekt",
        ("Modell för att möjliggöra fler heltidsanställningar är klar och åtgärder beslutade.",),
        ("Andelen heltidsanställningar har ökat med 10 %",),
    ),
    (
        "Attraktivitet",
        "Kompetensförsörjning",
        ("40 heltidstjänster i olika former av subventionerade anställningar inom förvaltningen.",),
        ("Sjuktalen har minskat till 6,5 % inom förvaltningen",),
    ),
    (
        "Kvalitet i verksamhet och service",
        "Utveckla ledningssystemet",
        (
            "KOLL ska vara installerat, implementerat och användas vid medarbetarsamtal i samtliga enheter.",
            "KOLL är det huvudsakliga verktyget för kompetenskartläggning och identifiera kompetensutvecklingsbehov "
            "inom förvaltningen.",
        ),
        (
            "Treserva har uppdaterats, alla kan hantera det bra och det används som underlag för strategisk planering "
            "och uppföljning av verksamheten.",
            "Systematisk uppföljning har införts inom delar av förvaltningens verksamhet.",
        ),
    ),
    (
        "Kvalitet i verksamhet och service",
        "Ledarskap – medarbetarskap",
        (
            "Utvecklingsprojekt kring aktivt medarbetarskap har sjuväts inom förvaltningen.",
            "Samtliga enhetschefer har deltagit i kompetensutveckling kring ledarskap.",
        ),
        (
            "Kvalitetsgrupper kring ledarskap-medarbetarskap har bildats inom förvaltningen och är aktiva. Dialogen "
            "används som arbetsätt i dessa.",
        ),
    ),
    (
        "Kvalitet i verksamhet och service",
        'Samverkan "Trygg och säker utskrivning"',
        ("Överenskommelsen med regionen kring Trygg och säker utskrivning efterlevs i förvaltningen.",),
        ("Kostnader i samband med hemgång från lasarettsvistelse har minskat med 10 % - korttidsvård inkluderat",),
    ),
    (
        "Integration",
        "Genomföra integrationsplanen",
        (
            "Integrationsplanen har implementerats och arbetet med olika introduktionsanställningar på "
            "arbetsmarknaden har gett motsvarande 10 heltidsanställningar i övriga förvaltningar i kommunen.",
        ),
        (
            "Ideella föreningar, kultur- och idrottsföreningar har anställt motsvarande 20 heltidstjänster med olika "
            "introduktionsanställningar på arbetsmarknaden.",
        ),
    ),
    (
        "Minskat utanförskap – ökat innanförskap",
        "Minskat försörjningsstöd",
        ("Antalet hushåll med försörjningsstöd (ej nyanlända) minskar med 10 %.",),
        ("Antalet hushåll med försörjningsstöd (ej nyanlända) minskar med 10 %.",),
    ),
    (
        "Minskat utanförskap – ökat innanförskap",
        "Barn i långvarigt försörjningsstöd",
        ("Antalet hushåll med barn i försörjningsstöd minskar med 10 %",),
        ("Antalet hushåll med barn i försörjningsstöd minskar med 10 %",),
    ),
    (
        "Minskat utanförskap – ökat innanförskap",
        "Utveckla Degerforsmodellen",
        ("Samtliga barn aktuella för samarbete har en individuell plan.",),
        ("Andelen barn med individuell samverkansplan som går vidare till ett innanförskap är minst 60 %.",),
    ),
)

# The key figures: area, then (name, how often it is reported). None has a baseline yet.
KEY_FIGURES = (
    (
        "Attraktivitet",
        (
            ("Andel heltider", "Kvartal"),
            ("Antal subventionerade anställningar förvaltningen", "Månad"),
            ("Sjukfrånvaro korttid", "Månad"),
            ("Sjukfrånvaro långtid", "Månad"),
            ("Antal dygn korttidsvård", "Månad"),
        ),
    ),
    (
        "Kvalitet i verksamhet och service",
        (
            ("Antal avvikelser", "Månad"),
            ("Andel uppföljda avvikelser", "Månad"),
            ("Andel brukare som är nöjda med sitt särskilda boende", "År"),
            ("Andel brukare som är nöjda med sin hemtjänst", "År"),
            ("Tid från ansökan till inflytt på särskilt boende", "Månad"),
        ),
    ),
    (
        "Integration",
        (
            ("Antal subventionerade anställningar övriga kommunen", "Månad"),
            ("Antal subventionerade anställningar ideell sektor", "Kvartal"),
            ("Andel arbetslösa nyanlända under etablering som deltar i etableringsprogrammet", ""),
            ("Andel nyanlända som ett år efter att lämna etableringsprogrammet är i sysselsättning", "Månad"),
            ("Antal hushåll med barn i försörjningsstöd", "Månad"),
        ),
    ),
    (
        "Minskat utanförskap – ökat innanförskap",
        (
            ("Andel barn i samverkan med individuell plan", "Månad"),
            ("Andel barn som varit i samverkan som inte återkommer inom ett år", "År"),
        ),
    ),
)

ACTIVITIES = (
    (
        "Attraktivitet",
        (
            "Heltidsprojektet tar fram en modell som möjliggör fler heltidsanställningar. Denna beslutas och "
            "genomförs i förvaltningen.",
        ),
    ),
    (
        "Kvalitet i verksamhet och service",
        (
            "Kompetenskartläggningsverktyget KOLL används i förvaltningen.",
            "Arbeta fram nyckeltal att följa med stöd av Treserva. Samtliga chefer beslutar vilken data de behöver som "
            "underlag för planering av sin verksamhet. (Börjar användas 2019)",
            "Handledning/utbildning i ledarskap för alla chefer.",
            "Dialogutbildning för arbetsgrupper kring medarbetarskap/ledarskap planeras. (Genomförs 2019)",
            "Arbetet med hemtagningsteam etableras. Samverkan stärks utifrån ”Trygg och säker hemgång”.",
            "Införande av IBIC på SÄBO och inom verksamheten för funktionshindrade.",
            "Web-utbildningen kring anhörigstöd slutförs. Alla arbetsplatser utformar egna rutiner för bemötande av "
            "anhöriga.",
            "Arbete med införande av systematisk uppföljning påbörjas.",
            "Processen från ansökan till uppföljning inom Vård och Omsorg beskrivs och tydliggörs.",
        ),
    ),
    (
        "Integration",
        (
            "Integrationsplanen implementeras i verksamheten. ESF-projektet ”All in” påbörjas. Info-center utvecklas i "
            "enlighet med ansökan för året.",
            "Genomföra planerad verksamhet utifrån arbetet med innovationsguiden med syfte att skapa gemensamma "
            "mötesplatser för ungdomar i kommunen.",
        ),
    ),
    (
        "Minskat utanförskap – ökat innanförskap",
        ("Aktiviteter för att minska antal hushåll med barn i försörjningsstöd utarbetas.",),
    ),
)
