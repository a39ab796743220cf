"""What the follow-up of August 2017 of Linköping's social welfare committee holds, taken from it by hand."""

TITLE = ("Uppföljning av mål i VP för 2017", "Socialnämndens delårsbokslut per den 31 augusti")
COLUMNS = ("Nr", "Mål", "Indikator/mätning", "Resultat bokslut", "Ansvarig för mätning")
YES, PARTLY, NO = "Uppnått", "Delvis uppnått", "Inte uppnått"

# Number, goal, indicators in words, status by unit ("" for a text without a status), responsible for measuring.
GOALS = (
    (
        "1",
        "Professionellt bemötande och god tillgänglighet",
        ("80 % av de brukare som har kontakt med socialförvaltningen ska vara nöjda med bemötande och tillgänglighet",),
        {"AFI": YES, "IFO": PARTLY, "ÄoF": PARTLY},
        ("Brukarenkät, verksamhetsutvecklare",),
    ),
    (
        "2",
        "Barnperspektivet ska särskilt beaktas",
        ("Förbättrat resultat vid mätning i internkontrollen",),
        {"AFI": YES, "IFO": YES, "ÄoF": YES},
        ("Verksamhetsutvecklare",),
    ),
    (
        "3",
        "Tillse att akuta och tillfälliga bostadsbehov blir tillgodosedda",
        (
            "Socialförvaltningens ska kunna erbjuda tillfälligt boende för alla brukare som har rätt till akutbostad "
            "enligt gällande regler och praxis.",
        ),
        {"AFI": PARTLY, "IFO": PARTLY},
        ("Avdelningschefer",),
    ),
    (
        "4",
        "Rättssäker och effektiv handläggning med lägsta effektiva omhändertagandenivå",
        (
            "Standard för processer finns i den digitala processhandboken och efterlevnaden, som mäts vid "
            "leanrevisioner, ska förbättras.",
            "Minst 80 % av brukarna ska uppleva delaktighet i sitt ärendes handläggning enligt brukarenkät, barns "
            "delaktighet mäts vid internkontroll.",
            "Lägsta effektiva omhändertagandenivå ska mätas genom att kostnaderna för placeringar ska minska i "
            "förhållande till kostnaderna för öppenvård.",
            "Förvaltningen ska tidigt identifiera ärenden med våld i nära relationer. Mäts vid internkontrollen.",
        ),
        {"AFI": YES, "IFO": PARTLY, "ÄoF": PARTLY},
        ("Avdelningschefer", "Verksamhetsutvecklare", "Ekonom", "Samordnare VINR"),
    ),
    (
        "5",
        "Stärkt samverkan",
        (
            "Medarbetarenkätens/arbetsmiljöenkätens resultat angående intern samverkan i ska förbättras",
            "Ökat antal SIP",
            "Förvaltningen ska medverka i olika samverkansgrupper.",
        ),
        {"AFI": YES, "IFO": PARTLY, "ÄoF": YES},
        ("Personalchef", "Verksamhetsutvecklare", "Socialchef"),
    ),
    (
        "6",
        "Socialnämnden och socialförvaltningen ska ha en budget i balans",
        (
            "Bokslutet ska varken visa överskott eller underskott.",
            "Förbättrade värden på mätning av ekonomisk medvetenhet hos medarbetarna i arbetsmiljöenkäten.",
        ),
        {"IFO": "", "ÄoF": YES},
        ("Ekonom", "Avdelningschefer"),
    ),
    (
        "7",
        "Antal hushåll i Linköping som uppbär försörjningsstöd ska minska 2016- 2017",
        ("Fallande kurva vid mätningar via Treserva LinQ.",),
        {"AFI": YES},
        ("Avdelningschef AFI",),
    ),
    (
        "8",
        "Tidig medverkan i samhällsplaneringen med fokus på social hållbarhet",
        ("Representation från socialförvaltningen i olika samhällsplaneringsprojekt.",),
        {"IFO": YES},
        ("Socialchef", "Verksamhetsutvecklare"),
    ),
    (
        "9",
        "Socialförvaltningen ska vara en lärande organisation och i det ingår utveckling och omvärldsbevakning.",
        (
            "Gruppernas arbete med ständiga förbättringar ska öka, redovisas i leanrevision",
            "Mätning av antalet internationella kontakter.",
        ),
        {"AFI": YES, "IFO": YES, "ÄoF": YES},
        ("Avdelningschefer", "Verksamhetsutvecklare", "Projektledare"),
    ),
    (
        "10",
        "Kontinuerligt stärka personalens kompetens och förmåga",
        (
            "Socialförvaltningens kompetens och personalförsörjningsplan ska följas.",
            "Mentorskonceptet ska tillämpas.",
            "Förbättrat resultat i frågor som rör kompetensutveckling i medarbetarenkät/arbetsmiljöenkät.",
        ),
        {"AFI": YES, "IFO": YES, "ÄoF": YES},
        ("Personalchef", "Avdelningschefer", "Personalchef"),
    ),
    (
        "11",
        "Förvaltningens bemötande, service och resursfördelning ska vara likvärdig för kvinnor och män, pojkar och "
        "flickor",
        (
            "Brukarenkäter och andra brukarundersökningar ska kunna visa på eventuella skillnader mellan könen.",
            "Uppföljning av allmänna nämndärenden för att se i vilken omfattning jämställdhetsaspekter uppmärksammas",
        ),
        {"ÄoF": YES},
        ("Verksamhetsutvecklare", "Nämndsekreterare"),
    ),
    (
        "12",
        "Personalen ska ha en god psykosocial och fysisk arbetsmiljö",
        (
            "Förbättrade värden i medarbetarenkäten angående frågor som rör arbetsmiljön.",
            "Förvaltningens ska vid utgången av 2017 ha genomfört minst fem insatser som skapar en bättre arbetsmiljö "
            "och därmed bidrar till att attrahera, behålla och utveckla personal, exempelvis nytt koncept för "
            "introduktion, arbeta med hållbart ledarskap samt redovisa frisktal som alternativ till sjuktal.",
        ),
        {"IFO": PARTLY},
        ("Personalchef",),
    ),
)

# Goal number, and the figures that its text or its indicators give.
FIGURES = (
    (
        "1",
        (
            *("AFI, Tillgänglighet (2016): 89 %", "ÄoF, Bemötande (2016): 86 %", "ÄoF, Tillgänglighet (2016): 72 %"),
            *("86 % nöjda", "72 % nöjda", "11 ifyllda enkäter", "fem veckor", "våren 2018"),
        ),
    ),
    ("2", ("4 gånger",)),
    ("4", ("januari till juli", "3 %", "högst 10 %", "120 dagar")),
    (
        "5",
        (
            *("Äldregrupperna (januari–augusti 2017): 3", "Funktionshinderomsorg (januari–augusti 2017): 27"),
            *("LSS-gruppen (januari–augusti 2017): 35", "17 till 27", "de 42"),
        ),
    ),
    ("6", ("12 mnkr i överskott",)),
    ("7", ("Aktuella hushåll (augusti 2017): +0,5 %", "Hushåll med beviljat försörjningsstöd (augusti 2017): −10 %")),
    ("11", ("våren och hösten 2016", "Fem av årets nämndärenden", "januari–augusti 2017: 5")),
    ("12", ("Tre chefsforum",)),
)
