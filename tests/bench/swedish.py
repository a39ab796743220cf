"""Texts of Swedish words as reports have them: few words very often, many seldom. The same from the same seed."""

from itertools import accumulate

_COMMON = """
och i att det som en på är av för med till den har de inte om ett men var sig så från vi kan under blivit efter
"""
_ROOTS = """
mål barn åtgärd brukare handläggning kvalitet insats uppföljning bedömning resultat enhet
verksamhet kommun familj trygghet delaktighet tillgänglighet personal kompetens arbetsmiljö samverkan försörjning
integration bostad boende skola elev lärare miljö klimat trafik vatten avfall energi kultur fritid bibliotek hemtjänst
vård omsorg hälsa läkemedel fall måltid aktivitet anhörig stöd råd missbruk våld utredning placering kostnad avvikelse
prognos intäkt lokal fordon upphandling digitalisering e-tjänst enkät svar andel antal kvinna man flicka pojke ålder
period månad tertial nämnd förvaltning chef medarbetare utbildning introduktion rutin riktlinje avtal process
utveckling förbättring granskning internkontroll risk plan uppdrag indikator målvärde utfall
budget bemötande sjukfrånvaro
"""
_SYLLABLES = "ba bel da den fa fri ga gar ha hel ka klo la lig ma mon na nor pa pri ra rek sa ska ta tro va vin"

ENDINGS = ("", "en", "er", "erna", "ens", "et", "ar")
PHRASES = ("ej uppnått", "delvis uppnått", "57 av 70", "2,5 procent", "jämfört med föregående år", "klart senast")
COMMON, ROOTS, SYLLABLES = _COMMON.split(), _ROOTS.split(), _SYLLABLES.split()


def vocabulary(random, compounds=6_000, others=20_000):
    """Words with how often they come, added up: what `random.choices` takes.

    Of all words of a text about half are the common ones, few are what a person would look for, and the rest is seldom.
    """
    joined = sorted({f"{random.choice(ROOTS)}s{random.choice(ROOTS)}" for _number in range(compounds)})
    seldom = sorted({"".join(random.choices(SYLLABLES, k=random.randint(2, 4))) for _number in range(others)})
    forms = [root + ending for root in ROOTS for ending in ENDINGS]
    shares = ((COMMON, 0.5), (forms, 0.05), (joined, 0.03), (seldom, 0.42))
    words = [word for group, _share in shares for word in group]
    weights = [weight for group, share in shares for weight in _falling(len(group), share)]
    return words, list(accumulate(weights))


def _falling(number, share):
    """Zipf's law: the second comes half as often as the first."""
    weights = [1 / place for place in range(1, number + 1)]
    return [share * weight / sum(weights) for weight in weights]


def sentence(random, known, length):
    words, weights = known
    found = random.choices(words, cum_weights=weights, k=length)
    if random.random() < 0.05:
        found.append(random.choice(PHRASES))
    return " ".join(found).capitalize() + "."
