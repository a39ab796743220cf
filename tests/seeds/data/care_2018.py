"""What the plan for 2018 of Linköping's care committee holds with its follow-up in August, taken from it by hand."""

TITLE = ("Verksamhetsplan 2018", "Antagen av nämnden 2017-10-25", "Uppföljning 2018-08-31")

# Goal; its indicators as (number, words); the council's goals; its assignments as (number, words, together with).
GOALS = (
    (
        "Barn och ungdomar i Linköping ska ha goda uppväxtvillkor, oavsett var man växer upp eller vilka föräldrar man "
        "har",
        (
            (
                "",
                "Omsorgsnämndens verksamheter i form av uppsökande och förebyggande insatser, rådgivning och stöd "
                "finns tillgänglig nära invånarna i olika stadsdelar och kommundelar.",
            ),
            (
                "",
                "Samverkan med olika aktörer och boende i närområdet för att skapa jämlika levnadsvillkor. Ett projekt "
                "ska startas och ett avslutas under året",
            ),
            (
                "",
                "Samverkansprojekt genomförs med andra nämnder, myndigheter och civilsamhället med målsättningen att "
                "tidigt erbjuda och samordna stöd.",
            ),
        ),
        (
            "En kommun där alla kan leva ett hälsosamt och meningsfullt liv.",
            "En kommun med höga kunskapsambitioner och trygga uppväxtvillkor.",
            "En sammanhållen kommun med framtidstro och delaktighet.",
        ),
        (
            (
                "1",
                "Utveckla nya samverkansformer tillsammans med skolan för tidigt samordnade insatser för barn och "
                "deras föräldrar samt för barn med särskilda behov.",
                ("barn- och ungdomsnämnden",),
            ),
            (
                "2",
                "Ta fram en handlingsplan för våld i nära relationer och hedersrelaterat förtryck.",
                ("barn- och ungdomsnämnden", "bildningsnämnden", "socialnämnden"),
            ),
            (
                "3",
                "Utveckla arbetet för att förkorta etableringstiden för ensamkommande ungdomar.",
                ("barn- och ungdomsnämnden", "bildningsnämnden", "socialnämnden"),
            ),
            ("4", "Utveckla arbetet med att förkorta etableringstiden kring delaktighet i samhället.", ()),
        ),
    ),
    (
        "Linköpingsborna i omsorgsnämndens insatser ska erhålla en utveckling till sin bästa förmåga",
        (
            (
                "1",
                "Fler personer skall erhålla en samordnad individuell plan där målen med insatserna skall framgå och "
                "vara möjliga att följa upp.",
            ),
            (
                "2",
                "Fler personer skall årligen genom arbetsinriktat stöd erhålla arbete eller påbörja "
                "utbildningsinsatser.",
            ),
            ("3", "Fler personer per år skall flytta från bostad med särskild service till ordinärt boende."),
        ),
        (
            "I Linköping ska fler människor nå egen försörjning.",
            "En kommun där alla kan leva ett hälsosamt och meningsfullt liv.",
        ),
        (),
    ),
    (
        "Välfärden ska finnas när linköpingsborna behöver den",
        (
            ("1", "Erbjudande om rådgivning och stöd skall kunna inledas inom 10 dagar."),
            (
                "2",
                "Erbjudande om omfattande stödinsatser och behandlingsinsatser skall kunna inledas inom 60 dagar, vid "
                "akuta behov skall insatsen dock inledas så fort som möjligt.",
            ),
            ("3", "Erbjudande om bostad med särskild service skall erhållas inom 6 månader från beslut."),
        ),
        (
            "En kommun där alla kan leva ett hälsosamt och meningsfullt liv.",
            "Fler bostäder för en växande kommun.",
            "En kommun med bra arbetsvillkor.",
        ),
        (
            (
                "4",
                "Utredda hur riktlinjer och boendestruktur kan utvecklas för att bättre möjliggöra för den enskilde "
                "att både få behoven tillgodosedda men också utvecklas till ökad självständighet. Genomföra en översyn "
                "av särskilt boende enligt LSS, för att öka kostnadseffektiviteten och bättre kunna möta befintliga "
                "och framtida behov inom kommunen. Utredda ytterligare utvecklingsarbete för att öka möjligheten för "
                "personer med funktionsnedsättning att erhålla arbete/utbildning.",
                (),
            ),
        ),
    ),
    (
        "Linköpingsborna som får del av omsorgsnämndens insatser skall få god kvalitet",
        (
            (
                "1",
                "Nöjdhetsindex (helhetsomdöme) ska vara över 80 för både män, kvinnor, flickor och pojkar. Index ska "
                "vara över 80 på frågan om insatsen lett till en positiv förändring.",
            ),
            (
                "2",
                "Ett antal aktiviteter skall genomföras med syfte att öka brukarnas delaktighet av utformande, "
                "utvecklande och uppföljning av olika verksamheter och insatser. t.ex. fokusgrupper, "
                "verksamhetsbesök, brukarråd etc. Digitalt stöd ska öka för att stärka individens självständighet och "
                "trygghet.",
            ),
            (
                "3",
                "Kvalitativa uppföljningar av insatsernas resultat med fokus på individens behov och mål ska "
                "genomföras bl. a i samverkan med FoU-centrum.",
            ),
        ),
        ("En kommun där alla kan leva ett hälsosamt och meningsfullt liv.",),
        (
            (
                "4",
                "Utarbeta en kompetensförsörjningsplan med förslag till åtgärder för att kunna tillgodose behovet av "
                "personal och kompetens på kort och lång sikt, där rätt till heltid är en faktor.",
                (),
            ),
            (
                "5",
                "Utveckla kvalitets- och uppföljningsarbetet avseende bland annat individperspektivet på såväl "
                "kvalitetsupplevelse som kvalitetsuppföljning.",
                (),
            ),
        ),
    ),
)

# The follow-up tables, one a goal: reference, what the text names, and the judgement for the year or what it names.
FOLLOW_UPS = (
    (
        ("1.", ("1 september 2018",), ("Enligt plan",)),
        ("2.", ("KS", "juni"), ("följs upp",)),
        ("3-4", ("oktober",), ()),
    ),
    (
        ("1-2", ("81", "2017", "17", "juni", "21", "7"), ("2017",)),
        ("1-2.", ("LSS",), ("2-3",)),
        ("3.", ("LSS",), ("2019",)),
    ),
    (
        ("1,2.", ("10 dagar",), ("10 dagar", "5 samtal")),
        ("3.", ("6 månader", "10 personer", "5 personer", "2019"), ("Målet har delvis uppnåtts.",)),
        ("4.", (), ("Fler boenden",)),
    ),
    (
        ("1", ("LSS",), ("Målet uppfylls inte under 2018",)),
        ("2.3", ("LSS-innovation", "2017"), ("LSS-innovation",)),
        ("4", (), ("Arbetet kommer ej slutföras under 2018",)),
        ("5.", ("2019",), ("Kommer uppnås",)),
    ),
)
