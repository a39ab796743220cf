"""People who work on while things break: each tells what was acknowledged, and goes on when it is answered again."""

import re
import threading
import time
from io import BytesIO

from openpyxl import load_workbook

from tests.crash.browser import Browser, Unanswered, where
from tests.crash.forms import fields_of

PASSWORD = "uppfoljning-demo"
UNIT_PAGE = re.compile(r"/rapportera/\d+/\d+/mal/\d+/")
GOALS, STEPS = 4, 5
SECONDS_BETWEEN_TRIES = 0.2


class Writer(threading.Thread):
    """`acknowledged` grows only when the server has said yes. A fault of the test itself is told in `fault`."""

    def __init__(self, site):
        super().__init__(daemon=True)
        self.site, self.browser = site, None
        self.acknowledged, self.unanswered, self.refused = [], 0, []
        self.fault, self._ends = None, threading.Event()

    def run(self):
        number = 0
        while not self._ends.is_set():
            number += 1
            try:
                if self.browser is None:
                    self.browser = Browser(self.site.port).sign_in(self.username, PASSWORD)
                self.do(number)
            except Unanswered:
                self.unanswered += 1
                time.sleep(SECONDS_BETWEEN_TRIES)
            except AssertionError as fault:
                self.refused.append(str(fault)[:300])
                time.sleep(SECONDS_BETWEEN_TRIES)
            except Exception as fault:
                self.fault = fault
                raise

    def end(self):
        self._ends.set()
        self.join()

    @staticmethod
    def expect(answer, *statuses):
        """What is told in a 5xx while something is down is no answer to what was asked."""
        if answer.status >= 500:
            raise Unanswered(answer.status)
        assert answer.status in statuses, f"{answer.status}: {answer.text[:200]}"
        return answer


class Saver(Writer):
    """Saves one answer as it is typed, again and again. Text n is saved after text n - 1."""

    username = "anna.afi"

    def __init__(self, site, place):
        super().__init__(site)
        self.place, self.address = place, ""

    def do(self, number):
        if not self.address:
            self.address = self._find()
        fields = fields_of(self.expect(self.browser.get(self.address), 200).text, "data-answer")
        for step in range(STEPS):
            fields["comment"] = f"Text {1000 * number + step}"
            answer = self.expect(self.browser.post(self.address, fields, **{"HX-Request": "true"}), 200)
            self.acknowledged.append(1000 * number + step)
            fields["version"] = re.search(r'name="version" value="(\d+)"', answer.text)[1]

    def _find(self):
        """The goal in its place among those that the unit answers for."""
        listed = self.expect(self.browser.get("/rapportera/"), 200).text
        unit = re.search(r"/rapportera/\d+/\d+/", listed)[0]
        pages = sorted(set(UNIT_PAGE.findall(self.expect(self.browser.get(unit), 200).text)))
        return [each for each in pages if fields_of(self.browser.get(each).text, "data-answer")][self.place]


class Importer(Writer):
    """Reads a plan book in, with the same new words at every goal."""

    username = "kajsa.kalmar"
    plan = "/planer/kalmar-socialnamnden/verksamhetsplan-2022/"

    def do(self, number):
        content = self.expect(self.browser.get(f"{self.plan}planbok.xlsx"), 200).content
        book = load_workbook(BytesIO(content))
        sheet = book["Mål"]
        column = [cell.value for cell in sheet[1]].index("Ansvarig") + 1
        for row in range(2, sheet.max_row + 1):
            sheet.cell(row, column).value = f"Inläsning {number}"
        changed = BytesIO()
        book.save(changed)
        self.expect(self.browser.get("/planer/inlasning/"), 200)
        file = ("book", "planbok.xlsx", changed.getvalue())
        preview = where(self.expect(self.browser.post("/planer/inlasning/", {}, file=file), 302))
        page = self.expect(self.browser.get(preview), 200).text
        seen = re.search(r'name="seen" value="([^"]+)"', page)[1]
        self.expect(self.browser.post(preview, {"seen": seen}), 302)
        self.acknowledged.append(number)


class Publisher(Writer):
    """Has a report published, version after version, and follows each until it is over."""

    username = "olle.on"
    seconds_to_follow = 120

    def __init__(self, site, report):
        super().__init__(site)
        self.report = report

    def do(self, number):
        address = f"/rapporter/{self.report}/publicera/"
        page = self.expect(self.browser.get(address), 200).text
        fields = dict(re.findall(r'<input type="hidden" name="(version|key)" value="([^"]+)"', page))
        fields |= {"audience": "public", "change_note": f"Ändring {number}", "when": "now"}
        answer = self.browser.post(address, fields)
        if answer.status == 409:  # the one before, which nobody acknowledged, is under way
            return time.sleep(1)
        job = where(self.expect(answer, 302))
        self.acknowledged.append((fields["key"], int(job.rstrip("/").rpartition("/")[2])))
        return self._follow()

    def _follow(self):
        """Until it may be asked for again: the page has its form, and no job that is under way."""
        from reports.models import Job

        give_up_at = time.monotonic() + self.seconds_to_follow
        while time.monotonic() < give_up_at and not self._ends.is_set():
            try:
                if not Job.objects.open_now().filter(pk=self.acknowledged[-1][1]).exists():
                    return
            except Exception:  # noqa: S110 (the database may be what is down: then it is asked anew)
                pass
            finally:
                forget_connection()
            time.sleep(0.3)


def forget_connection():
    """A connection to a database that was killed answers nothing more."""
    from django.db import connection

    connection.close()
