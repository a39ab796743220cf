"""The indicators in the year-end report of 2020 of Linköping's social welfare and care committee, by hand."""

# Section, then its rows: the indicator, then its figures by year and its target; an empty cell is left out.
INDICATORS = (
    (
        "Kommunövergripande mål: Ett attraktivt och tryggt Linköping",
        (
            ("Nämndmål", "Nämndindikator", "2018", "2019", "2020", "Målvärde"),
            ("Delaktighet i samhällsplanering. Antal planer med medverkan", "1", "0", "2", "2"),
            (
                "Minska antalet hushåll som bor i något av kommunens tillfälliga boendelösningar",
                *("203", "167", "144", "Minskning med 10%"),
            ),
            (
                "Fler personer får egen bostad med eget kontrakt. Antal pågående insatser bosocialt stödkontrakt",
                *("143", "116", "97"),
            ),
            (
                "HVB placerade barn/unga påbörjar sin skolgång inom 10 dagar efter placeringsdatum andel (%)",
                *("50 %", "90"),
            ),
            ("Familjehemplacerade barn som omfattas av Skolfammodellen andel (%)", "17", "95"),
            (
                "Systematisk samverkan skola socialtjänst i hela kommunen andel (%)",
                *("Etablerat i två stadsdelar", "100"),
            ),
        ),
    ),
    (
        "Kommunövergripande mål: Välfärdstjänster med hög kvalitet, tillgänglighet och individen i centrum",
        (
            (
                "Barnavårdsutredning andel klar inom viss tid (%) Från beslut om att inledda utredning till avslutad "
                "utredning.",
                *("56 %", "58 %", "61 %", "95% inom 120 dgr"),
            ),
            (
                "Vuxna andel klar inom viss tid (%) Från ansökan/ anmälan till utredning avslutas",
                *("71 %", "70 %", "71 %", "95% inom 60 dgr"),
            ),
            ("LSS- utredningar andel klar inom viss tid (%)", "33 %", "44 %", "54 %", "100% inom 120 dgr"),
            (
                "Erbjudande om boende andel (%) inom 90 dagar från beslut om insats SOL och LSS (mätproblem med % "
                "beräkning varför antals redovisning)",
                *("65 ind.", "45ind.", "12 ind", "80"),
            ),
            ("Delta i de nationella brukarundersökningarna", "2", "2", "2", "Två verksamhetsområden"),
            (
                "Individuppföljningar i syfte att säkerställa insatserna Andel (%) som följs upp inom tre månader "
                "efter beslut",
                "70",
            ),
            ("Vuxna HVB", "85 %"),
            ("Barn och unga – öppenvård", "75 %"),
            ("Funktionshindersområdet", "44 %"),
            ("Minska längden dagar (%) för placeringar för barn och vuxna på HVB mot 2019", "IU", "5"),
            (
                "Minska antalet i (%) placeringar inom HVB bland barn och vuxna mot 2019",
                *("Ej uppnått barn och unga", "10"),
            ),
        ),
    ),
    (
        "Kommunövergripande mål: Hög kunskap med skolor i framkant",
        (("Behörighet till nationella program (%)", "81,4", "80,1", "81,2 prel", "100(82)"),),
    ),
    (
        "Kommunövergripande mål: Kostnadseffektiv verksamhet",
        (
            (
                "Beläggningsgrad av upphandlade tjänster andel (%)",
                *(">98% boende", ">98% boende", "Ca 98% boende", "95"),
            ),
            ("Antalet idé burna offentligt partnerskap (IOP:er) överenskommelser", "3", "3", "9", "Två nya"),
        ),
    ),
    (
        "Kommunövergripande mål: Hållbar verksamhetsutveckling",
        (
            ("Antal digitala tjänster Medborgare /utförare", "0", "Under utveckling", "2", "2 nya"),
            ("Antal automatiserade arbetsprocesser/ förvaltning", "0", "0", "1 process klar från SOF", "2 nya"),
        ),
    ),
    (
        "Kommunövergripande mål: Attraktiv arbetsgivare",
        (
            ("Total sjukfrånvaro", "6,1", "6,7", "6,4", "5,2"),
            ("Andel heltidsanställningar", "97,6", "97,7", "98", "99"),
            ("Attraktiv arbetsgivarindex (AVI)",),
            ("Hållbart medarbetarengagemang (HME)", "74", "75"),
            (
                "Chefsomsättning (andel tillsvidare chefer som har börjat eller slutat, %)",
                *("7,5", "7,50", "0", "3"),
            ),
            ("Chefers sjukfrånvaro", "5,5", "2,2", "1,2", "3"),
        ),
    ),
    (
        "Kommunövergripande mål: Hållbar kompetensförsörjning",
        (
            ("Extern personalomsättning", "14,9", "6,7", "9,5", "8"),
            ("Mertid", "0,3", "0,2", "0,2", "0,1"),
            ("Övertid", "0,2", "0,2", "0,2"),
            ("Balanstal chefer",),
            ("Chefer med utomnordisk bakgrund", "1,02", "1,5", "1,07", "1,0"),
        ),
    ),
)

# Section, indicator, women's figures, men's figures.
SEXES = (
    ("Attraktiv arbetsgivare", "Total sjukfrånvaro", ("6,5", "7,2", "6,6"), ("2,7", "2,6", "5,2")),
    ("Attraktiv arbetsgivare", "Andel heltidsanställningar", ("97,9", "97,9", "98,3"), ("94,9", "95,4", "95,9")),
    (
        "Attraktiv arbetsgivare",
        "Chefsomsättning (andel tillsvidare chefer som har börjat eller slutat, %)",
        *(("8,9", "8,8", "0"), ("0", "0", "0")),
    ),
    ("Attraktiv arbetsgivare", "Chefers sjukfrånvaro", ("6,2", "2,5", "1,1"), ("1,9", "0,3", "2,0")),
    ("Hållbar kompetensförsörjning", "Extern personalomsättning", ("13,6", "7,0", "9,7"), ("25,5", "4,6", "8,2")),
    ("Hållbar kompetensförsörjning", "Mertid", ("0,2", "0,2", "0,2"), ("0,7", "0,6", "0,4")),
    ("Hållbar kompetensförsörjning", "Övertid", ("0,2", "0,2"), ("0,3", "0,4", "0,2")),
    ("Hållbar kompetensförsörjning", "Balanstal chefer", ("0,95", "0,96", "0,96", "1,0"), ()),
)
