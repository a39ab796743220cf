"""Outcomes in the appendix of August 2022 of Kalmar's social welfare committee: figures that are data, by hand.

The indicator, what the figure counts where the indicator has several, and the figures in the order of the periods.
"""

FIGURES = (
    ("SOC - Bedömning av behov med evidensbaserad metod", "Öppnade utredningar", ("97",)),
    ("SOC - Bedömning av behov med evidensbaserad metod", "Inmatade ASI-grund", ("31",)),
    ("SOC - Behov av meningsfull sysselsättning tillgodoses", "Sysselsättning SoL", ("36", "40")),
    ("SOC - Behov av meningsfull sysselsättning tillgodoses", "Dagverksamhet SoL", ("37", "30")),
    ("SOC - Ökad kvalitet i boendestöd", "BS Söder", ("2,9",)),
    ("SOC - Ökad kvalitet i boendestöd", "BS Väst", ("14,3",)),
    ("SOC - Ökad kvalitet i boendestöd", "BS Mellersta", ("4,91",)),
    ("SOC - Ökad kvalitet i boendestöd", "BS TBV", ("4,86",)),
    ("SOC - Ökad kvalitet i boendestöd", "BS Norr", ("4,76",)),
    ("SOC - Egenförsörjning inom ekonomiskt bistånd", "Unika personer", ("110", "104")),
    ("SOC - Egenförsörjning inom ekonomiskt bistånd", "Beviljat bistånd", ("1 114 681", "1 108 285")),
    ("SOC - Samarbetsamtal ska öka", "Snabbupplysningar", ("20",)),
    ("SOC - Samarbetsamtal ska öka", "Samarbetssamtal", ("29",)),
    ("SOC - Nå fler våldsutövare", "Aktuella på ATV", ("19", "20")),
    ("SOC - Jämställd verksamhet", "Jämställdhet vid LSS-ansökan", ("69", "75")),
    ("SOC - Meningsfull DV/sysselsättning - färre avbrott", "Beslut enligt LSS", ("39",)),
    ("SOC - Meningsfull DV/sysselsättning - färre avbrott", "Beslut enligt SoL", ("11",)),
)
