"""The council's goals in the appendix of August 2022 of Kalmar's social welfare committee, taken from it by hand."""

TITLE = "Tertialuppföljning Verksamhetsplan 2022"
SUBTITLE = "Bilaga till Tertialrapport augusti 2022"

# Focus area and the council's goal, in the table at the beginning.
COUNCIL_GOALS = (
    ("Ordning och reda i ekonomin", "Ändamålsenlig och kostnadseffektiv verksamhet"),
    ("Ett grönare Kalmar", "Fossilbränslefria fordon och transporter"),
    ("Ett grönare Kalmar", "Minskat avfall"),
    ("Ett växande attraktivt Kalmar", "Näringslivsranking (Insikt topp 10)"),
    ("Ett växande attraktivt Kalmar", "Attraktiv kommun att bo, växa upp i och besöka (topp tre)"),
    ("Ett växande attraktivt Kalmar", "Agenda 2030 kommun (topp 10)"),
    ("Hög kvalitet i välfärden", "Upplevelsen av socialtjänstens stöd topp 30"),
    ("Hög kvalitet i välfärden", "E-hälsokommun 2025"),
    ("Hög kvalitet i välfärden", "Jämställdhetssäkrad verksamhet 2024"),
    ("Ett föredöme som arbetsgivare", "Hållbart medarbetarengagemang (topp tre)"),
    ("Ett föredöme som arbetsgivare", "Minskat antal långtidssjukskrivna"),
    ("Ett föredöme som arbetsgivare", "Ökat antal utrikesfödda medarbetare"),
)

COMPARED = "Karlskrona, Kristianstad, Växjö, Halmstad, Skövde och Varberg"

# Goal, what it is called, its status, what it says (the goal as decided) and facts in its comment.
ASSESSED = (
    (
        "Ändamålsenlig och kostnadseffektiv verksamhet",
        "Långsiktigt mål",
        "Delvis uppfyllt",
        "Kommunkoncernens alla verksamheter ska bedrivas på ett ändamålsenligt och kostnadseffektivt sätt.",
        ("Kostnad per brukare", "IFO"),
    ),
    (
        "Fordon och transporter",
        "Långsiktigt mål",
        "Delvis uppfyllt",
        "Kommunkoncernens egna fordon och inköpta transporter ska vara fossilbränslefria 2023.",
        ("90 %", "3 %"),
    ),
    (
        "Avfallet",
        "Långsiktigt mål",
        "Delvis uppfyllt",
        "Avfallet inom kommunkoncernen ska minska med 30 procent från 2018 till 2025.",
        (),
    ),
    (
        "Serveringstillstånd som en del av företagsklimatet",
        "",
        "Helt uppfyllt",
        "",
        (),
    ),
    (
        "Ansvarsfull servering och försäljning av alkohol, tobak, e-cigarett och receptfria läkemedel",
        "",
        "Ej utvärderad",
        "",
        ("Krogrelaterat våld ska inte öka", "Minimerad försäljning av illegal tobak"),
    ),
    (
        "Agenda 2030",
        "Årsmål 2022",
        "Delvis uppfyllt",
        "Vi ska vara topp 10 bland landets kommuner i Dagens Samhälles Agenda 2030-ranking.",
        ("RKA", "2021", "25 procent"),
    ),
    (
        "Socialtjänstens stöd",
        "Långsiktigt mål",
        "Delvis uppfyllt",
        "I Kalmar ska upplevelsen av socialtjänstens stöd rankas bland de 30 bästa i landet.",
        (),
    ),
    (
        "e-hälsokommun",
        "Långsiktigt mål",
        "Delvis uppfyllt",
        "Kalmar ska bli årets e-hälsokommun år 2025.",
        ("mars 2023", "16/9", "ProCapita/LifeCare", "Säker Digital Kommunikation", "Digital myndighetspost"),
    ),
    (
        "Jämställdhetssäkrad verksamhet",
        "Långsiktigt mål",
        "Delvis uppfyllt",
        "Kommunkoncernens verksamhet ska vara jämställdhetssäkrad år 2024",
        ("Likvärdig resursfördelning", "Jämställd fördelning av makt och inflytande"),
    ),
    (
        "HME-index",
        "Årsmål 2022",
        "Ej utvärderad",
        "Kalmar kommuns HME-index (Hållbart Medarbetarengagemang) ska vara topp tre",
        (COMPARED,),
    ),
    (
        "Långtidssjukskrivning",
        "Årsmål 2022",
        "Delvis uppfyllt",
        "Antal långtidssjukskrivna medarbetare ska minska.",
        (
            "Socialförvaltningen 49 (54)",
            "Socialnämnd gemensamt 6 (5)",
            "Verksamhetsområde barn och familj 8 (8)",
            "Verksamhetsområde vuxen 9 (9)",
            "Verksamhetsområde funktionsstöd 26 (32)",
        ),
    ),
    (
        "Utrikesfödda medarbetare",
        "Årsmål 2022",
        "Ej utvärderad",
        "Andelen utrikesfödda medarbetare i kommunen ska öka för att nå ett balanstal mellan 0,8 och 1,0.",
        (),
    ),
)

# Goals that stand over others and are not judged themselves.
OVER_OTHERS = (
    ("Näringslivsranking SKR", "Kalmar ska vara topp tio i SKR:s näringslivsranking (Insikt)"),
    ("Attraktiv kommun", "Kalmar ska vara topp tre att besöka, att växa upp, bo och åldras i"),
)

ASSIGNMENT = "Avhopparverksamhet"
ASSIGNMENT_STATUS = "Påbörjad"
ASSIGNMENT_FACTS = (
    "Skapa en avhopparverksamhet som ska stödja personer som vill lämna en kriminell gruppering",
    "SIG",
    "T3",
    "cylindermodellen",
    "oktober",
    "september",
)
