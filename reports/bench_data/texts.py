"""Swedish prose of the length that follow-up texts have, the same from the same seed."""

from random import Random

_WHAT = """
andelen brukare som är nöjda; väntetiden för en första kontakt; antalet placeringar i hem för vård eller boende;
personalkontinuiteten i hemtjänsten; sjukfrånvaron bland tillsvidareanställda; andelen beslut som verkställs i tid;
behörigheten till gymnasiet; kostnaden per brukare; antalet orosanmälningar; tillgängligheten i våra lokaler; andelen
elever som når kunskapskraven; antalet besök på biblioteken; handläggningstiden för bygglov; andelen ekologiska
livsmedel; genomförandet av individuella planer; samverkan med primärvården; användningen av digitala tjänster;
andelen anställda med adekvat utbildning; energianvändningen i fastigheterna; antalet vräkningar som berör barn;
arbetet med barnrättsperspektivet; nöjdheten med bemötandet
""".replace("\n", " ")
_HOW = """
har utvecklats i rätt riktning; ligger kvar på samma nivå som föregående år; har försämrats något; är bättre än i
jämförbara kommuner; når inte den nivå som nämnden har beslutat; varierar mycket mellan enheterna; går ännu inte att
följa fullt ut; har förbättrats för kvinnor men inte för män; har stabiliserats efter sommaren; påverkas av att
underlaget är litet
""".replace("\n", " ")
_WHY = """
eftersom flera tjänster har varit vakanta; tack vare det nya arbetssättet; vilket främst beror på fler och mer
komplexa ärenden; sedan rutinerna sågs över i våras; trots att volymerna har ökat; eftersom upphandlingen drog ut på
tiden; i takt med att medarbetarna har fått utbildning; då systembytet tog mer tid än beräknat; till följd av att två
enheter har slagits samman
""".replace("\n", " ")
_THEN = """
Under hösten följs utvecklingen varje månad; En handlingsplan tas fram tillsammans med berörda enheter; Arbetet
fortsätter enligt plan; Ledningsgruppen återkommer med en fördjupad analys i nästa uppföljning; Enheten prövar ett
gemensamt mottagande; Rutinen för uppföljning av beslut skärps; Rekryteringen fortsätter och introduktionen förlängs;
Resultatet har gåtts igenom på arbetsplatsträffarna; Samarbetet med andra förvaltningar fördjupas; Brukarråden har
fått lämna synpunkter på förslaget
""".replace("\n", " ")
_GOALS = """
Invånarna möter en tillgänglig och rättssäker verksamhet; Barn och unga växer upp under trygga villkor; Verksamheten
bygger på bästa tillgängliga kunskap; Stödet anpassas efter den enskildes behov; Medarbetarna har en hållbar
arbetsmiljö; Resurserna används effektivt; Alla elever når sin fulla potential; Kommunen minskar sin klimatpåverkan;
Fritiden är meningsfull och öppen för alla; Insatser ges tidigt och samordnat; Invånarna är delaktiga i det som rör
dem; Kvinnor och män får likvärdig service; Digitala tjänster förenklar vardagen; Tryggheten ökar i det offentliga
rummet
""".replace("\n", " ")


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()) for phrase in text.split(";"))


WHAT, HOW, WHY, THEN, GOALS = map(_phrases, (_WHAT, _HOW, _WHY, _THEN, _GOALS))


def sentence(random: Random) -> str:
    if random.random() < 0.35:
        return f"{random.choice(THEN)}."
    what = random.choice(WHAT)
    return f"{what[0].upper()}{what[1:]} {random.choice(HOW)}, {random.choice(WHY)}."


def paragraphs(random: Random, sentences: int) -> str:
    """So many sentences, a blank line after every fourth."""
    made = [sentence(random) for _number in range(sentences)]
    return "\n\n".join(" ".join(made[start : start + 4]) for start in range(0, sentences, 4))


def goal_name(random: Random) -> str:
    return random.choice(GOALS)


def indicator_name(random: Random) -> str:
    what = random.choice(WHAT)
    return what[0].upper() + what[1:]
