"""The quality goals that go on: care fitted to the individual, effective, equal and accessible care, by hand."""

from tests.seeds.data.kalmar_2022_quality import ABUSE, BOF, FUNK, HSL, PSYCHIATRY, VUX

FITTED = (
    "Individanpassad vård och omsorg",
    (
        (
            "Delaktighet",
            (
                (
                    "SOC - Genomförandeplanen beskriver hur individen varit delaktig i planering av sitt stöd.",
                    (VUX,),
                    ("85%",),
                ),
                ("SOC - Upplevelse av stöd från socialtjänsten är god", (BOF, VUX), ("86%", "Ipad")),
                (
                    "SOC - Individens behov i centrum styr vårt arbete Implementering av IBIC i våra stödinsatser",
                    (BOF, PSYCHIATRY),
                    ("Helt uppfyllt", "3 kvalitetsfrågor", "90 %", "2022"),
                ),
                ("SOC - Jämställd verksamhet", (PSYCHIATRY,), ("APT",)),
                (
                    "SOC - Bidra till öppenhet och kunskap genom informationsinsatser",
                    (VUX,),
                    ("Piren", "SKR", "Delvis uppfyllt"),
                ),
                ("SOC - Upplevelse av stöd i insats missbruk", (ABUSE,), ("Malmen, Smedbacken", "ADM")),
            ),
        ),
        (
            "Barn och föräldrar är aktiva medskapare",
            (
                ("SOC - Delaktighet i genomförandeplanering", (BOF,), ("15 personakter", "Helt uppfyllt")),
                ("SOC - Upplevelse av stöd från socialtjänsten är god", (BOF,), ("2021", "Signs of Safety")),
                ("SOC - Barnets bästa har beaktats", (BOF,), ("frastext", "Helt uppfyllt")),
                ("SOC - Föräldrar upplever att de kan påverka stödet", (BOF,), ("fika",)),
            ),
        ),
        (
            "Delaktighet med genomförandeplaner",
            (
                ("SOC - Genomförandeplanen är aktuell", (FUNK,), ("419", "212", "153", "72 procent")),
                (
                    "SOC - Genomförandeplanen beskriver aktiviteter utifrån individens mål.",
                    (FUNK,),
                    ("419", "212", "150", "71 procent"),
                ),
                (
                    "SOC - Genomförandeplanen beskriver hur individen varit delaktighet i planering av sitt stöd.",
                    (FUNK,),
                    ("419", "212", "146", "69 procent"),
                ),
                ("SOC - Utveckling av digitala arbetssätt", (), ("T2", "Ej utvärderad")),
            ),
        ),
    ),
)

EFFECTIVE = (
    "Effektiv vård och omsorg",
    (
        (
            "Barn ska ha ansvarstagande och samarbetande föräldrar",
            (
                (
                    "SOC - Samarbetsamtal ska öka och snabbupplysningar minska",
                    (BOF,),
                    ("220731", "20", "29", "220301"),
                ),
                (
                    "SOC - Informationssamtal ska leda till samarbetsamtal",
                    (BOF,),
                    ("50 %", "74%", "19 informationssamtal", "5", "Helt uppfyllt"),
                ),
                ("SOC - Samarbetsamtal påbörjas snabbt", (BOF,), ("14 dagar", "29", "Helt uppfyllt")),
            ),
        ),
        (
            "Rätt utnyttjade resurser ska ge kostnadseffektiv korttidsverksamhet",
            (
                (
                    "SOC - Kostnad per närvarodygn på korttidsvistelse ska minska",
                    (BOF,),
                    ("6 013", "6 650", "Delvis uppfyllt"),
                ),
                (
                    "SOC - Totalkostnad intern korttidsvistelse ska minska",
                    (BOF,),
                    ("5 %", "1 procent", "2%", "jan-mars 2022", "Ej uppfyllt"),
                ),
            ),
        ),
        (
            "Möjliggöra självständighet utifrån förmåga",
            (
                ("SOC - Ökat antal som går till en mer självständig DV", (), ("3 individer", "LSS")),
                ("SOC - Ökat antal som går till en mer självständig sysselsättning SoL", (), ("SoL",)),
                ("SOC - Brukarundersökning funk - Trygghet", (), ("topp 30",)),
                ("SOC - Verkställighetstid antal dagar från beslut till insats", (), ("boendestöd Funk",)),
                (
                    "SOC - Insatser som motsvarar behov",
                    (),
                    (
                        "Genomförandeplaner",
                        "Riskanalyser",
                        "Händelserapportering",
                        "Skydds- och begränsningsåtgärder",
                        "Patientsäkerhet",
                    ),
                ),
                (
                    "SOC - Volymutveckling - Behov inom soc's ansvarsomr. matchas m ändamålsenl. stöd",
                    ("Möjliggöra för vuxna med funktionsnedsättning att leva som andra (VC)",),
                    ("IBIC", "pedagogiska ramverket"),
                ),
            ),
        ),
        (
            "Indikatorer under effektiv utan utvecklingsområden",
            (
                ("SOC - Dygnskostnad bostad med särskild service", (FUNK,), ("KPB 2021", "Ej uppfyllt")),
                ("SOC - Dygnskostnad boendestöd", (), ("2022", "2021")),
                ("SOC - Kostnad för placeringar", (), ("Rapporteras T3",)),
                (
                    "SOC - Volymutveckling - Behov inom soc's ansvarsomr. matchas m ändamålsenl. stöd",
                    (),
                    ("5 nya", "3 personer", "1 person"),
                ),
                (
                    "SOC - Kostnad för externa placeringar",
                    (BOF,),
                    ("3,5 mnkr", "75%", "58%", "15,3 mnkr", "13,0 mnkr", "Ej uppfyllt"),
                ),
            ),
        ),
    ),
)

EQUAL = (
    "Jämlik vård och omsorg",
    (
        (
            "Relationer fria från våld",
            (
                (
                    "SOC - Säkerställa kompetens gällande våld i nära relation",
                    (BOF, VUX, FUNK, HSL),
                    ("hösten 2022", "NKA", "VNR"),
                ),
                (
                    "SOC - Nå fler våldsutsatta",
                    ("Möjliggöra för kvinnor och män att leva i nära relationer fria från våld",),
                    ("ATV", "Kvinnojour"),
                ),
                (
                    "SOC - Nå fler våldsutövare",
                    ("Vo Vuxen/Möjliggöra för kvinnor och män att leva i relationer fria från våld",),
                    ("20 våldsutövare", "7", "19 individer", "2021"),
                ),
                (
                    "SOC - Bidra till öppenhet och kunskap genom informationsinsatser",
                    (VUX,),
                    ("Piren", "Delvis uppfyllt"),
                ),
                ("SOC - Utveckling av digitala arbetssätt", (VUX,), ("2020", "24 personer", "6 personer")),
                (
                    "SOC - I högre grad Identifiera våldsutsatthet",
                    ("Att möjliggöra ett liv fritt från beroende, riskbruk och missbruk",),
                    ("32", "3"),
                ),
            ),
        ),
        (
            "Öka riskmedvetenhet och beredskap för ökad patientsäkerhet",
            (
                (
                    "SOC - God vård och omsorg genom samordning av SOC och OMS hälso- och sjukvård",
                    (),
                    ("23-01-01", "2022"),
                ),
            ),
        ),
        (
            "Indikatorer under jämlik utan utvecklingsområden",
            (("SOC - Jämställd verksamhet", (BOF, VUX), ("69%", "75%", "2021")),),
        ),
    ),
)

ACCESSIBLE = (
    "Tillgänglig vård och omsorg",
    (
        (
            "Barn, unga och föräldrar ska få stöd i ett tidigare skede",
            (
                ("SOC - Insats inom skälig tid", (BOF,), ("35 dagar", "22 dagar", "20 dagar", "Helt uppfyllt")),
                ("SOC - Fler får stöd gm föräldraskapsstödsgrupper", (BOF,), ("192", "96", "Helt uppfyllt")),
                ("SOC - Upplevelse av stöd utan ind. behovsprövning", (BOF,), ("42", "9 av 10", "Helt uppfyllt")),
                ("SOC - Ungdomar känner trygghet", (BOF,), ("november 2022", "Norrliden, Oxhagen och Berga")),
                ("SOC - Barn och unga vet var man kan få stöd", (BOF,), ("oktober", "2021")),
                (
                    "SOC - Barn i riskzon får stöd för att förhindra brottslighet, drogmissbruk och riskbeteende",
                    (BOF,),
                    ("SSPF", "Helt uppfyllt"),
                ),
                (
                    "SOC - Bättre tillgång till tidiga insatser för barn",
                    (BOF,),
                    ("2022-12-31", "18", "14", "Helt uppfyllt"),
                ),
            ),
        ),
        (
            "Beslut inom skälig tid",
            (
                ("SOC - Beslut inom skälig tid", (), ("82 dagar", "under 80 dagar", "107 dagar", "Delvis uppfyllt")),
                (
                    "SOC - Individens behov i centrum styr vårt arbete - Etablerat arbetsätt IBIC i bedömning av behov",
                    (),
                    ("60 personer", "19 personer", "94 personer", "10", "15"),
                ),
            ),
        ),
        (
            "Skälig väntetid till daglig verksamhet",
            (
                (
                    "SOC - Skälig väntetid",
                    ("Möjliggöra för vuxna med funktionsnedsättning att leva som andra",),
                    ("90", "6 verkställda beslut", "0 (2 st)", "279 dagar", "Delvis uppfyllt"),
                ),
                (
                    "SOC - Meningsfull DV/sysselsättning - färre avbrott",
                    (),
                    (
                        *("19 avbrott", "15", "17 st avbrott (16 st LSS samt 1 st SoL)"),
                        *("14 st avbrott (8 st LSS samt 6 st SoL)", "50", "39", "11", "ungefär 10"),
                    ),
                ),
                ("SOC - Brukarundersökning - DV/sysselsättning uppfattas som viktig", (), ("2020", "hösten 2022")),
                ("SOC - Dygnskostnad daglig verksamhet", (), ("KPB",)),
            ),
        ),
        (
            "Indikatorer under tillgänglig utan utvecklingsområden",
            (
                (
                    "SOC - Beslut inom skälig tid",
                    (BOF, VUX),
                    ("45 dagar", "48 dagar", "2 st", "1/8", "Delvis uppfyllt"),
                ),
                (
                    "SOC - Verkställighetstid antal dagar från beslut till insats",
                    (VUX,),
                    ("3 brukare", "30 dagar", "90 dagar", "5 nya", "1 person", "Helt uppfyllt"),
                ),
                ("SOC - Utveckling av digitala arbetssätt", (VUX,), ()),
            ),
        ),
    ),
)
