"""The targets and the figures in prose of Degerfors' plan for 2018–2019, taken from it by hand."""

# What a goal names as its target: year, the first words of the goal, target.
TARGETS = (
    (2019, "Andelen heltidsanställningar", "+10 %"),
    (2018, "40 heltidstjänster", "40"),
    (2019, "Sjuktalen har minskat", "6,5 %"),
    (2019, "Kostnader i samband med hemgång", "-10 %"),
    (2018, "Deltagande i ESF-projektet", "minst 30"),
    (2018, "Integrationsplanen har implementerats", "10"),
    (2019, "Ideella föreningar", "20"),
    (2019, "85 % av arbetslösa vuxna nyanlända", "85 %"),
    (2019, "85 % av de som lämnar", "85 %"),
    (2018, "Antalet hushåll med försörjningsstöd", "-10 %"),
    (2019, "Antalet hushåll med försörjningsstöd", "-10 %"),
    (2018, "Antalet hushåll med barn", "-10 %"),
    (2019, "Antalet hushåll med barn", "-10 %"),
    (2019, "Andelen barn med individuell samverkansplan", "minst 60 %"),
)

# Figures and names that the chapters in prose rest on: heading, then what stands under it.
NAMED = (
    ("Genomförande", ("Vård och Omsorg (VoO)", "Individ, Familj och Funktionshinder (IFF)", "verksamhetscheferna")),
    ("Vision", ("Degerfors – en lättbodd kommun med goda och hållbara livsvillkor!",)),
    ("Verksamhetsidé och värdegrund", ("2012", "Värdegrund – att göra gott för den enskilde")),
    (
        "Befolkningsprognos",
        ("85 år", "2024", "75-84 år", "300 personer", "40 %", "2026", "75 SÄBO-platser", "2030", "18 och 25 år", "100"),
    ),
    ("Integrationsarbete", ("2011", "2015", "106", "Vägen Vidare", "sociala investeringsfonden", "2018")),
    ("Trygg och säker utskrivning", ("fem vardagar", "tre dagar", "15 dagar", "hemtagningsteam")),
    ("Psykisk hälsa", ("SKL", "2016", "2017")),
    ("Individuellt utformade insatser", ("(BBIC)", "(IBIC)", "ICF")),
    ("Utveckling av hemtjänsten", ("2016", "2017", "2018")),
    ("Anhörigstöd", ("2017", "2018")),
    ("Tillgång till bostäder", ("LSS", "2017", "2018", "Västergården")),
    ("Socialnämndens utvecklingsområden", ("patientsäkerhetsberättelse", "kvalitetsberättelse", "(KkiK)")),
    ("Utveckla ledningssystemet", ("SOSFS 2011:9", "KOLL")),
)
