"""The six quality goals in the appendix of August 2022, their areas and indicators: names, units and facts, by hand.

Each indicator has the units that comment it, as the appendix names them, and facts of the comments. Where the
appendix names no unit the tuple is empty.
"""

VUX, BOF, FUNK, HSL = "Vo Vuxen", "VO Barn och familj", "VO Funktionsstöd vuxen", "VO HSL"
PSYCHIATRY = "Vo Vuxen/Verka för att vuxna med psykisk funktionsnedsättning ska kunna leva som andra"
ABUSE = "Vo Vuxen/Liv fritt från missbruk"

KNOWLEDGE = (
    "Kunskapsbaserad vård och omsorg",
    (
        (
            "Möjliggöra självständighet utifrån förmåga",
            (
                (
                    "SOC - Bedömning av behov med evidensbaserad metod",
                    ("Att möjliggöra ett liv fritt från beroende, riskbruk och missbruk",),
                    ("97", "24", "73", "31", "22", "17", "13", "Delvis uppfyllt"),
                ),
                (
                    "SOC - Mål i vårdplan/uppdrag samt insats utgår från bedömda behov",
                    (VUX,),
                    ("100 %", "2021", "Helt uppfyllt"),
                ),
                (
                    "SOC - Stöd för att öka egenförsörjning - boendestöd/mobilt team",
                    (VUX,),
                    ("oktober", "Försäkringskassan"),
                ),
                ("SOC - Aktualisering som leder till insats", (ABUSE,), ("354", "352")),
                (
                    "SOC - Individens behov i centrum styr vårt arbete - Etablerat arbetsätt IBIC i bedömning av behov",
                    (PSYCHIATRY,),
                    ("29 personer", "10", "220401", "221231", "6 ordinarie", "Ej uppfyllt"),
                ),
                (
                    "SOC - Behov av meningsfull sysselsättning tillgodoses i högre utsträckning med öppna insatser",
                    (PSYCHIATRY,),
                    ("70/73", "40 sysselsättning SoL (36 T1)", "30 dagverksamhet SoL (37 T1)", "Skälby Gula Villan"),
                ),
                (
                    "SOC - Ökad kvalitet i boendestöd",
                    ("Verka för att vuxna med psykisk funktionsnedsättning ska kunna leva som andra",),
                    (
                        "1498",
                        "246",
                        "6,08",
                        "1 714",
                        "BS Söder: 37 brukare, 108 avbokningar = 2,9 avbokningar/brukare",
                        "BS Väst: 40 brukare, 571 avbokningar = 14,3 avbokningar/brukare",
                        "BS Mellersta: 61 brukare, 300 avbokningar = 4,91 avbokningar/brukare",
                        "BS TBV: 45 brukare, 219 avbokningar (tom 12/7) = 4,86 avbokningar/brukare",
                        "BS Norr: 63 brukare, 300 avbokningar (tom 12/7) = 4,76 avbokningar/brukare",
                    ),
                ),
                ("SOC - Skuldsättning bland unga vuxna", (VUX,), ("16 unga", "Kronofogdemyndigheten", "1 person")),
                (
                    "SOC - Egenförsörjning inom ekonomiskt bistånd",
                    (VUX,),
                    ("104", "41 män", "63 kvinnor", "1 108 285", "110", "49 män", "61 kvinnor", "1 114 681"),
                ),
            ),
        ),
        (
            "Öka kunskaper om inträffade vårdskador för ökad patientsäkerhet",
            (
                ("SOC - Ökad kunskap om vårdskador genom digitalt avvikelssystem", (), ("Lifecare HSL",)),
                ("SOC - Ökad kunskap om vårdskador genom process för utredning av händelser", (), ("Socialstyrelsen",)),
                ("SOC - Ökad kunskap om patientsäkerhet", (), ("enkät",)),
            ),
        ),
        (
            "Stärka analys, lärande och utveckling för ökad patientsäkerhet",
            (("SOC - Stärka analys, lärande och utveckling genom årshjul för patientsäkerhet", (), ("årshjul",)),),
        ),
        (
            "Använda kompetens utifrån bästa tillgängliga kunskap",
            (
                (
                    "SOC - Implementering pedagogiskt ramverk - kartläggning av behov",
                    (),
                    ("70 verksamheter", "57", "81 procent"),
                ),
                (
                    "SOC - Implementering av pedagogiskt ramverk - kompetenshöjande insats utifrån kartläggning",
                    (),
                    ("45 av 70",),
                ),
            ),
        ),
        (
            "Indikatorer under kunskapsbaserad utan utvecklingsområden",
            (
                (
                    "SOC - Kompetens utifrån bästa tillgängliga kunskap",
                    (VUX,),
                    ("SARA", "Patriark", "FIA", "LVM", "MI"),
                ),
                ("SOC - Rättssäkra uppföljningar av öppna insatser", (BOF,), ("Helt uppfyllt",)),
                (
                    "SOC - Individens behov i centrum styr vårt arbete Implementering av IBIC i våra stödinsatser",
                    (BOF,),
                    ("IBIC",),
                ),
                ("SOC - Blivande adoptivföräldrar är nöjda med utbildning", (BOF,), ("T3",)),
            ),
        ),
    ),
)

SAFE = (
    "Säker vård och omsorg",
    (
        (
            "Barn som är placerade ska ha det tryggt och säkert",
            (
                (
                    "SOC - Placeringar som avbrutits oplanerat - familjehem",
                    (BOF,),
                    ("43", "T1 26, T2 17", "23", "53%", "T1: 50% och T2: 59%", "Ej uppfyllt"),
                ),
                ("SOC - Placeringar som avbrutits oplanerat - HVB", (BOF,), ("10 placeringar", "SiS", "Ej uppfyllt")),
                ("SOC - Vårdnadsöverflyttningar", (BOF,), ("Två domar", "6 utredningar", "3 år", "Ej uppfyllt")),
                ("SOC - Placerade barns hälsa", (BOF,), ("Helt uppfyllt", "Regionen")),
                ("SOC - Placerade barn vet sina rättigheter", (BOF,), ("80%", "Mina rättigheter", "september 2022")),
            ),
        ),
        (
            "Tillförlitliga och säkra system och processer för ökad patientsäkerhet",
            (
                (
                    "SOC - Tillförlitliga och säkra system och processer genom kartlagd HSL-process",
                    (),
                    ("arbetsgrupp",),
                ),
                (
                    "SOC - Tillförlitliga och säkra system och processer genom forum för systematiskt "
                    "patientsäkerhetsarbete",
                    (),
                    ("forum", "Ej uppfyllt"),
                ),
            ),
        ),
        (
            "Säker vård här och nu för ökad patientsäkerhet",
            (
                (
                    "SOC - Ökad samordning och planering med delaktiga och medskapande patienter och närstående",
                    (),
                    ("forum socialpsykiatri", "2022"),
                ),
            ),
        ),
        (
            "Indikatorer under säker utan utvecklingsområden",
            (
                (
                    "SOC - Säker och självständig läkemedelshantering genom ökat antal läkemedelsrobotar",
                    (),
                    ("6 läkemedelsautomater", "Evondos"),
                ),
                ("SOC - Riskanalys i samband med genomförandeplan", (BOF, VUX), ("Delvis uppfyllt", "APT")),
                ("SOC - Barnets bästa har beaktats vid domslut", (BOF,), ("80%", "100%", "19 domar", "Helt uppfyllt")),
            ),
        ),
    ),
)
