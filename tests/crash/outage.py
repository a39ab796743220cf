"""`python -m tests.crash.outage SECONDS`: the database is gone while people read; published reports are still there."""

import re
import sys
import threading
import time
from collections import Counter

from tests.crash.browser import Browser, Unanswered
from tests.crash.forms import fields_of
from tests.crash.site import a_site, as_ours
from tests.crash.writers import PASSWORD, Saver, forget_connection

READERS = 4
SECONDS_TO_FILL = 120
COMMITTEE = "linkoping-omsorgsnamnden"


class Reader(threading.Thread):
    """Asks for one published address after the other, without cookies."""

    def __init__(self, site, paths, place):
        super().__init__(daemon=True)
        self.browser, self.paths, self.place = Browser(site.port), paths, place
        self.statuses, self.seconds, self.standby = Counter(), [], 0
        self._ends = threading.Event()

    def run(self):
        number = self.place
        while not self._ends.is_set():
            number += 1
            began = time.monotonic()
            path = self.paths[number % len(self.paths)]
            try:
                self.browser.cookies = {}
                answer = self.browser.get(path)
            except Unanswered as fault:
                self.statuses[str(fault)] += 1
                time.sleep(0.05)
                continue
            self.seconds.append(time.monotonic() - began)
            self.statuses[answer.status if answer.status == 200 else f"{answer.status} {path}"] += 1
            self.standby += answer.headers.get("Age") is not None

    def end(self):
        self._ends.set()
        self.join()


def main(seconds):
    with a_site("PostgreSQL") as site, as_ours(site):
        faults = through_an_outage(site, seconds)
    print(f"database gone for {seconds} s: {len(faults)} faults", *faults, sep="\n  ", flush=True)
    sys.exit(bool(faults))


def through_an_outage(site, seconds):
    from reports.standby import StandbyFolder
    from reports.views.reading.standby_keeper import addresses

    site.start()
    paths = [path for path in addresses() if path != "/" and not path.startswith("/utseende/")]
    paths.append("/")
    folder = StandbyFolder(site.folder / "standby")
    _wait_until(lambda: all(folder.find(path) for path in paths), "the standby is not filled")
    saver = Saver(site, 0)
    saver.browser = Browser(site.port).sign_in(saver.username, PASSWORD)
    saver.do(1)
    fields = fields_of(saver.browser.get(saver.address).text, "data-answer")
    forget_connection()

    readers = [Reader(site, paths, place) for place in range(READERS)]
    for reader in readers:
        reader.start()
    time.sleep(2)
    site.cluster.kill()
    faults = _while_it_is_gone(saver, fields, paths)
    site.kill("web")  # a process that was restarted meanwhile has what the one before it kept
    time.sleep(0.5)
    _restart_web(site, paths[0])
    time.sleep(max(0, seconds - 5))
    site.cluster.start()
    time.sleep(3)
    for reader in readers:
        reader.end()
    faults += _told(readers)

    saver.do(2)
    return faults + _withdrawn_is_gone(site, folder)


def _while_it_is_gone(saver, fields, paths):
    signed_in = saver.browser.get(next(path for path in paths if path.count("/") == 3))
    autosave = saver.browser.post(saver.address, fields | {"comment": "Text 5000"}, **{"HX-Request": "true"})
    page = saver.browser.get("/rapportera/")
    print(
        f"  signed in, a published report: {signed_in.status}; an autosave: {autosave.status}; own page: {page.status}"
    )
    faults = []
    if signed_in.status != 200 or "sparad kopia" not in signed_in.text:
        faults.append(f"who is signed in gets {signed_in.status} for a published report")
    if autosave.status != 503 or page.status != 503 or "Databasen svarar inte" not in page.text:
        faults.append(f"what needs the database is answered with {autosave.status} and {page.status}")
    if not page.headers.get("Retry-After"):
        faults.append("nobody is told when to try again")
    return faults


def _restart_web(site, path):
    """Not `Site.start`, which waits for a page that asks the database."""
    from reports.demo.server import server_command

    site._start("web", server_command(site.port))

    def answers():
        try:
            return Browser(site.port).get(path).status == 200
        except Unanswered:
            return False

    _wait_until(answers, "a restarted server has no report to show")


def _told(readers):
    statuses = sum((reader.statuses for reader in readers), Counter())
    seconds = sorted(each for reader in readers for each in reader.seconds)
    standby = sum(reader.standby for reader in readers)
    print(f"  {sum(statuses.values())} requests by {READERS} readers, {standby} answered from the standby", end="; ")
    print(f"median {1000 * seconds[len(seconds) // 2]:.0f} ms, slowest {1000 * seconds[-1]:.0f} ms")
    unanswered = sum(count for status, count in statuses.items() if "Refused" in str(status) or "Reset" in str(status))
    print(f"  {unanswered} met no server, since the web process was killed meanwhile")
    print(f"  {dict(statuses)}")
    return [
        f"{count} × {status}"
        for status, count in statuses.items()
        if re.match(r"\d", str(status)) and not str(status).startswith("200")
    ]


def _withdrawn_is_gone(site, folder):
    """Withdrawn, and the database killed at once: nobody is shown it once the moment is over that pages are kept."""
    from django.conf import settings

    from followup.core.access import COMMAND_LINE
    from reports.commands.withdrawal import withdraw
    from reports.models import Publication

    shown = Publication.objects.filter(committee__slug=COMMITTEE).first()
    path = f"/{COMMITTEE}/{shown.slug}/"
    _wait_until(lambda: folder.find(path), "the standby is not filled again")
    withdraw(publication=shown, reason="Fel siffror.", by=COMMAND_LINE)
    forget_connection()
    site.cluster.kill()
    time.sleep(settings.SECONDS_PAGES_ARE_KEPT)
    answers = []
    for address in (path, f"{path}v{shown.version}/", f"{path}v{shown.version}/{shown.slug}.pdf"):
        answers.append(Browser(site.port).get(address).status)
    site.cluster.start()
    time.sleep(2)
    after = Browser(site.port).get(path).status
    print(f"  withdrawn just before the database went: {answers}; after it came back: {after}")
    return [f"a withdrawn version is shown: {answers}"] if set(answers) - {503} else []


def _wait_until(holds, words):
    give_up_at = time.monotonic() + SECONDS_TO_FILL
    while time.monotonic() < give_up_at:
        if holds():
            return
        time.sleep(0.3)
    raise AssertionError(words)


if __name__ == "__main__":
    main(int(sys.argv[1]))
