"""Texts of Swedish words as reports have them: few words very often, many seldom. The same from the same seed."""

from itertools import accumulate

_COMMON = """
och i att det som en på är av för med till den har de inte om ett men var sig så från vi kan under blivit efter
"""
_ROOTS = """
mål åtgärd bemötande sjukfrånvaro budget brukare handläggning kvalitet insats uppföljning bedömning resultat enhet
verksamhet kommun barn familj trygghet delaktighet tillgänglighet personal kompetens arbetsmiljö samverkan försörjning
integration bostad boende skola elev lärare miljö klimat trafik vatten avfall energi kultur fritid bibliotek hemtjänst
vård omsorg hälsa läkemedel fall måltid aktivitet anhörig stöd råd missbruk våld utredning placering kostnad avvikelse
prognos intäkt lokal fordon upphandling digitalisering e-tjänst enkät svar andel antal kvinna man flicka pojke ålder
period månad tertial nämnd förvaltning chef medarbetare utbildning introduktion rutin riktlinje avtal process
utveckling förbättring granskning internkontroll risk plan uppdrag indikator målvärde utfall
"""
COMMON, ROOTS = _COMMON.split(), _ROOTS.split()
ENDINGS = ("", "en", "er", "erna", "ens", "et", "ar")
PHRASES = ("ej uppnått", "delvis uppnått", "57 av 70", "2,5 procent", "jämfört med föregående år", "klart senast")


def vocabulary(random, compounds=6_000):
    """Words with how often they come, added up: what `random.choices` takes."""
    joined = {f"{random.choice(ROOTS)}s{random.choice(ROOTS)}" for _number in range(compounds)}
    words = [*COMMON, *(root + ending for ending in ENDINGS for root in ROOTS), *sorted(joined)]
    return words, list(accumulate(1 / (place + 2) for place in range(len(words))))


def sentence(random, known, length):
    words, weights = known
    found = random.choices(words, cum_weights=weights, k=length)
    if random.random() < 0.2:
        found.append(random.choice(PHRASES))
    return " ".join(found).capitalize() + "."
