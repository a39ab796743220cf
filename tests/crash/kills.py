"""`python -m tests.crash.kills SQLite|PostgreSQL ROUNDS SEED`: kills while people save, import and publish."""

import random
import sys
import time
from collections import Counter

from tests.crash.checked import losses, unfinished
from tests.crash.site import a_site, as_ours
from tests.crash.writers import GOALS, Importer, Publisher, Saver, forget_connection

SECONDS_TO_GO_ON = 90


def main(database, rounds, seed):
    chance = random.Random(seed)
    print(f"{database}: {rounds} rounds, seed {seed}", flush=True)
    with a_site(database) as site, as_ours(site):
        faults, killed = injected(site, database, rounds, chance)
    words = ", ".join(f"{count} × {what}" for what, count in sorted(killed.items()))
    print(f"{database}: {sum(killed.values())} kills ({words}), {len(faults)} faults", flush=True)
    sys.exit(bool(faults))


def injected(site, database, rounds, chance):
    from reports.models import Report

    report = _looked(lambda: Report.objects.get(committee__slug="linkoping-omsorgsnamnden").pk)
    site.start()
    savers = [Saver(site, place) for place in range(GOALS)]
    importer, publisher = Importer(site), Publisher(site, report)
    everyone = [*savers, importer, publisher]
    for writer in everyone:
        writer.start()
    killed, faults = Counter(), []
    targets = [["web"], ["worker"], ["web", "worker"]] + ([["database"]] * 2 if database == "PostgreSQL" else [])
    _wait_until_each_goes_on(savers, importer)
    for number in range(1, rounds + 1):
        time.sleep(chance.uniform(0.2, 4))
        target = chance.choice(targets)
        for name in target:
            _kill(site, name, chance)
            killed[name] += 1
        time.sleep(chance.uniform(0, 1))
        if "database" in target:
            site.cluster.start()
        site.start()
        _wait_until_each_goes_on(savers, importer)
        found = _looked(lambda: losses(savers, importer, publisher))
        found += [f"{writer.username}: {writer.fault!r}" for writer in everyone if writer.fault]
        print(f"  round {number}: {' and '.join(target)} killed; {'; '.join(found) or 'nothing lost'}", flush=True)
        faults += found
    for writer in everyone:
        writer.end()
    faults += _ended(savers, importer, publisher)
    _tell(savers, importer, publisher)
    return faults, killed


def _kill(site, name, chance):
    if name != "database":
        site.kill(name)
    elif chance.random() < 0.5:
        site.cluster.kill()
    else:
        site.cluster.stop_at_once()


def _wait_until_each_goes_on(savers, importer):
    """Without anybody's hand: everyone has had something acknowledged since."""
    everyone = [*savers, importer]
    before = [len(writer.acknowledged) for writer in everyone]
    give_up_at = time.monotonic() + SECONDS_TO_GO_ON
    while time.monotonic() < give_up_at:
        if all(len(writer.acknowledged) > count for writer, count in zip(everyone, before, strict=True)):
            return
        time.sleep(0.05)
    stuck = [f"{writer.username}: {writer.refused[-1:]} {writer.fault!r}" for writer in everyone]
    raise AssertionError(f"not everyone can go on: {stuck}")


def _ended(savers, importer, publisher):
    """When the worker has nothing left to do."""
    from reports.models import Job

    give_up_at = time.monotonic() + SECONDS_TO_GO_ON
    while time.monotonic() < give_up_at and Job.objects.open_now().exists():
        time.sleep(0.5)
    states, faults = unfinished(publisher)
    faults += losses(savers, importer, publisher)
    print(f"  jobs: {states}; {'; '.join(faults) or 'nothing lost'}", flush=True)
    return faults


def _looked(look):
    try:
        return look()
    finally:
        forget_connection()


def _tell(savers, importer, publisher):
    rows = (("saves", savers), ("imports", [importer]), ("publications ordered", [publisher]))
    for name, writers in rows:
        done = sum(len(writer.acknowledged) for writer in writers)
        unanswered = sum(writer.unanswered for writer in writers)
        refused = Counter(words for writer in writers for words in writer.refused)
        print(f"  {name}: {done} acknowledged, {unanswered} without an answer, {sum(refused.values())} refused")
        for words, count in refused.most_common(3):
            print(f"    {count} × {words}")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
