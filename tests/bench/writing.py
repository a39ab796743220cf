"""What is written in a report, until it is seen, in a browser: the section beside its form, and its pages as a PDF.

A section of text and the longest that is made of data, in a draft of some sixty pages. From the last key until the new
section stands beside, of which the page waits 400 ms for another key; and from asking for the PDF until its last byte.
Each time another word, so that nothing is found ready. Wall time, at full speed and with the browser's processor slowed
four times.
"""

import os
import statistics

from tests.bench.installation import HOST, installation, served
from tests.bench.made import a_client, a_committee
from tests.bench.phone import SLOWED, a_browser, sign_in
from tests.bench.rows import Row, seconds, tell

PORT, AREAS, ROUNDS, WIDTH, HEIGHT = 8346, 16, 5, 1280, 900
KINDS = {"text": "text", "goal_follow_up": "goals with all answers"}
SEEN = """
window.seen = [];
let typed = 0;
document.addEventListener("input", () => (typed = performance.now()), true);
document.addEventListener("preview:shown", () => window.seen.push((performance.now() - typed) / 1000));
"""
SHOWN = """(before) => new Promise((done) => {
  const look = () => (window.seen.length > before ? done() : setTimeout(look, 20));
  look();
})"""
PAGES = """async () => {
  const form = document.querySelector("[data-section-form]");
  const button = form.querySelector("button[formtarget=_blank]");
  const begun = performance.now();
  const answer = await fetch(button.formAction, { method: "POST", body: new FormData(form) });
  const size = (await answer.arrayBuffer()).byteLength;
  return [answer.headers.get("content-type"), size, (performance.now() - begun) / 1000];
}"""


def main():
    os.environ["SECOND_FACTOR_ROLES"] = "none"
    with installation(in_production=True):
        report = a_draft()
        client = a_client("controller", report.committee)
        sections = {kind: report.sections.filter(kind=kind).first() for kind in KINDS}
        with served(PORT), a_browser() as browser:
            for kind, section in sections.items():
                for slowed in (1, SLOWED):
                    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, locale="sv-SE")
                    sign_in(context, client, PORT)
                    written(context, f"/rapporter/{report.pk}/avsnitt/{section.pk}/", KINDS[kind], slowed)
                    context.close()


def a_draft():
    from reports.models import Report

    plan = a_committee("Nämnd", areas=AREAS, rounds=1)
    return Report.objects.select_related("committee").filter(plan=plan).last()


def written(context, address, name, slowed):
    page = context.new_page()
    page.add_init_script(SEEN)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowed})
    assert page.goto(f"http://{HOST}:{PORT}{address}", wait_until="load").status == 200
    page.locator("textarea[data-rich-text]").first.focus()
    editor = page.locator("[contenteditable=true]").first
    pages = []
    for number in range(ROUNDS + 1):
        word, seen = f"ord{slowed}{number}", len(page.evaluate("window.seen"))
        editor.click()
        page.keyboard.press("Control+End")
        page.keyboard.type(f" {word}")
        page.evaluate(SHOWN, seen)
        assert word in page.frame_locator("iframe").locator("body").inner_text(), word
        kind, size, took = page.evaluate(PAGES)
        assert kind == "application/pdf", kind
        pages.append(took)
    seen = page.evaluate("window.seen")[-ROUNDS:]
    speed = "" if slowed == 1 else f", processor slowed {slowed} times"
    told = (
        f"on screen after {seconds(statistics.median(seen))}, "
        f"its pages as a PDF after {seconds(statistics.median(pages[1:]))} ({size / 1000:.0f} kB)"
    )
    tell(Row("6", f"a word written in a section: {name}{speed}", "", "", told))


if __name__ == "__main__":
    main()
