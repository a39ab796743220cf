"""`python -m tests.crash.full`: the disk that SQLite stands on gets full while people save, and has room again.

Needs root and Linux, since it mounts a small file system of its own; elsewhere it says so and does nothing.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from tests.crash.browser import Browser, where
from tests.crash.checked import losses
from tests.crash.forms import fields_of
from tests.crash.site import a_site, as_ours
from tests.crash.writers import PASSWORD, Importer, Publisher, Saver

MEBIBYTES = 96
SECONDS_TO_FINISH = 120


def main():
    if obstacle := _obstacle():
        print(f"skipped: disk full: {obstacle}", flush=True)
        return
    with a_small_disk() as folder, a_site("SQLite", folder, SECONDS_STANDBY="3600") as site, as_ours(site):
        faults = on_a_full_disk(site, folder)
    print(f"disk full: {len(faults)} faults", *faults, sep="\n  ", flush=True)
    sys.exit(bool(faults))


def _obstacle():
    if sys.platform != "linux" or os.getuid() != 0:
        return "only root on Linux can mount a file system of its own"
    with tempfile.TemporaryDirectory() as folder:
        if subprocess.run(["mount", "-t", "tmpfs", "tmpfs", folder], check=False, capture_output=True).returncode:
            return "a file system cannot be mounted here"
        subprocess.run(["umount", folder], check=True)
    return ""


@contextmanager
def a_small_disk():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={MEBIBYTES}m", "tmpfs", folder], check=True)
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", "-l", folder], check=True)


def on_a_full_disk(site, folder):
    """Sentences, one for each thing that does not hold."""
    from reports.models import Publication, Report

    report = Report.objects.get(committee__slug="linkoping-omsorgsnamnden")
    saver, importer, publisher = Saver(site, 0), Importer(site), Publisher(site, report.pk)
    site.start()
    for writer in (saver, importer, publisher):
        writer.browser = Browser(site.port).sign_in(writer.username, PASSWORD)
    saver.do(1)
    ready = _form_of_publishing(publisher)
    fields = fields_of(saver.browser.get(saver.address).text, "data-answer")
    filling = _fill(folder)
    faults = []

    refused = saver.browser.post(saver.address, fields | {"comment": "Text 9000" + " ord" * 20_000})
    print(f"  saving on a full disk: {refused.status}, {_heading(refused.text)}")
    if refused.status not in (503, 507) or "sparat" not in refused.text:
        faults.append(f"saving on a full disk is answered with {refused.status}")
    for path in ("/", "/linkoping-omsorgsnamnden/", saver.address):
        reader = saver.browser if path == saver.address else Browser(site.port)
        status = reader.get(path).status
        print(f"  reading {path} on a full disk: {status}")
        faults += [] if status == 200 else [f"{path} cannot be read on a full disk: {status}"]
    faults += losses([saver], importer, publisher)

    _leave(filling, mebibytes=0.3)  # room to order the work, not to do it
    ordered = publisher.browser.post(f"/rapporter/{report.pk}/publicera/", ready)
    print(f"  publishing on a full disk is ordered: {ordered.status}")
    if ordered.status == 302:
        filling_again = _fill(folder, "mera")
        time.sleep(15)
        versions = Publication.objects.filter(report=report).count()
        faults += [] if versions == 1 else ["a version was made on a full disk"]
        filling_again.unlink()
    filling.unlink()

    if ordered.status == 302:
        number = int(re.search(r"arbete/(\d+)", where(ordered))[1])
        faults += _job_ended(publisher, number)
    else:
        publisher.do(2)
    saver.do(2)
    importer.do(2)
    return faults + losses([saver], importer, publisher)


def _job_ended(publisher, number):
    """It has failed in words, and is done when it is asked for again; or it was done when there was room."""
    from reports.models import Job

    job = _when_over(Job.objects.filter(pk=number))
    print(f"  the job: {job.state} {job.fault}")
    if job.state == "failed":
        address = f"/rapporter/{publisher.report}/arbete/{number}/"
        publisher.browser.get(address)
        again = publisher.browser.post(f"{address}igen/", {})
        job = _when_over(Job.objects.filter(pk=number))
        print(f"  asked for again: {again.status}, {job.state} {job.fault}")
    return [] if job.state == "done" else [f"the job is {job.state}: {job.fault}"]


def _when_over(found):
    give_up_at = time.monotonic() + SECONDS_TO_FINISH
    while (job := found.get()).is_open and time.monotonic() < give_up_at:
        time.sleep(0.5)
    return job


def _form_of_publishing(publisher):
    page = publisher.browser.get(f"/rapporter/{publisher.report}/publicera/").text
    fields = dict(re.findall(r'<input type="hidden" name="(version|key)" value="([^"]+)"', page))
    return fields | {"audience": "public", "change_note": "Ändring", "when": "now"}


def _fill(folder, name="fyllnad"):
    """To the last byte."""
    path = folder / name
    with path.open("wb", buffering=0) as file:
        for size in (2**20, 2**12, 1):
            try:
                while True:
                    file.write(b"0" * size)
            except OSError:
                continue
    return path


def _leave(path, *, mebibytes):
    size = path.stat().st_size
    os.truncate(path, max(0, size - int(mebibytes * 2**20)))


def _heading(page):
    found = re.search(r"<h1>(.*?)</h1>", page)
    return found[1] if found else page[:80]


if __name__ == "__main__":
    main()
