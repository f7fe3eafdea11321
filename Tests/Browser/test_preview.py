"""A site that is edited while a browser shows it."""

import os
import re
import shutil
import subprocess
import time

import pytest
from conftest import ROOT, SEEDS
from playwright.sync_api import expect

OVERLAY = "rapporteur-faults"


class Preview:
    def __init__(self, folder, digests):
        self.folder = folder
        shutil.copytree(digests, folder / "Meetings")
        self.write("site.json", '{"title": "Edited", "baseURL": "https://example.org/digests/"}')
        self.process = subprocess.Popen(
            [os.environ["RAPPORTEUR"], "preview", "--site", folder, "--port", "0"], stdout=subprocess.PIPE, text=True)
        for line in self.process.stdout:
            if found := re.search(r"http://\S+", line):
                self.address = found[0]
                break

    def write(self, name, text):
        """Saves as most editors do: under another name, which is then changed."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        (path.parent / (path.name + ".tmp")).write_text(text)
        (path.parent / (path.name + ".tmp")).rename(path)

    def edit(self, name, old, new):
        text = (self.folder / name).read_text()
        assert old in text
        self.write(name, text.replace(old, new))

    def end(self):
        self.process.terminate()
        assert self.process.wait(timeout=60) == 0


@pytest.fixture
def preview(tmp_path):
    preview = Preview(tmp_path / "site", ROOT / "Meetings")
    yield preview
    preview.end()


@pytest.fixture
def digest(preview):
    return next(path.name for path in sorted((preview.folder / "Meetings").glob("214*.txt")))


def meeting(preview, page):
    page.goto(preview.address + "meetings/")
    page.goto(page.locator("main a[href*='214']").first.evaluate("link => link.href"))
    # Wiped out by a reload, and by nothing else.
    page.evaluate("window.isTheSame = true")


def first_statement(page):
    return page.locator("article.statement p").nth(1)


def test_a_change_in_a_digest_shows_in_place_and_the_reader_stays_where_he_was(preview, digest, page):
    meeting(preview, page)
    paragraph = page.locator("article.statement").last
    words = " ".join(re.findall(r"[a-z]+ [a-z]+ [a-z]+ [a-z]+", paragraph.inner_text())[:1])
    paragraph.evaluate("element => { element.mine = true }")
    page.evaluate("scrollTo(0, 400)")
    before = page.evaluate("scrollY")
    assert before > 0
    preview.edit(f"Meetings/{digest}", words, words + " in a preview")
    expect(page.locator("main")).to_contain_text(words + " in a preview")
    assert page.evaluate("scrollY") == before
    assert page.evaluate("window.isTheSame")
    assert page.locator("article.statement").last.evaluate("element => element.mine"), "the element is another one"


def test_statements_that_come_and_go_leave_the_others_as_they_are(preview, digest, page):
    meeting(preview, page)
    count = page.locator("article.statement").count()
    text = (preview.folder / "Meetings" / digest).read_text()
    last = page.locator("article.statement").last.get_attribute("id")
    page.locator(f"[id='{last}']").evaluate("element => { element.mine = true }")
    opener = re.search(r"^[A-Z][A-Z .’'-]+ \([A-Z][a-z]+\).*$", text, re.MULTILINE)[0]
    preview.write(f"Meetings/{digest}", text.replace(opener, "PETRA OSTMARK (Wendmoor) spoke for the first time.\n\n" + opener))
    expect(page.locator("article.statement")).to_have_count(count + 1)
    assert page.locator(f"[id='{last}']").evaluate("element => element.mine")
    preview.write(f"Meetings/{digest}", text)
    expect(page.locator("article.statement")).to_have_count(count)
    assert page.evaluate("window.isTheSame")
    html = page.evaluate("fetch(location.href).then((answer) => answer.text())")
    page.evaluate("html => { window.fresh = new DOMParser().parseFromString(html, 'text/html') }", html)
    assert page.evaluate("document.querySelector('main').innerText.trim() === (() => {"
                         "const main = document.importNode(window.fresh.querySelector('main'), true);"
                         "document.querySelector('main').replaceWith(main); return main.innerText.trim() })()")


def test_the_keyboard_walks_to_a_statement_that_has_just_come(preview, digest, page):
    meeting(preview, page)
    count = page.locator("article.statement").count()
    text = (preview.folder / "Meetings" / digest).read_text()
    opener = re.search(r"^[A-Z][A-Z .’'-]+ \([A-Z][a-z]+\).*$", text, re.MULTILINE)[0]
    preview.write(f"Meetings/{digest}", text.replace(opener, "PETRA OSTMARK (Wendmoor) spoke for the first time.\n\n" + opener))
    expect(page.locator("article.statement")).to_have_count(count + 1)
    walked = []
    for _ in page.locator("article.statement, .to-come").all():
        page.keyboard.press("j")
        walked.append(page.evaluate("document.activeElement.id"))
    assert "wendmoor" in walked


def test_a_style_sheet_is_changed_without_a_reload(preview, page):
    meeting(preview, page)
    preview.write("Public/style.css", "body { background: rgb(1, 2, 3) }")
    expect(page.locator("body")).to_have_css("background-color", "rgb(1, 2, 3)")
    assert page.evaluate("window.isTheSame")


def test_a_changed_script_reloads_the_page(preview, page):
    meeting(preview, page)
    preview.write("Public/reader.js", "document.body.dataset.mine = 'yes'")
    expect(page.locator("body[data-mine=yes]")).to_be_attached()
    assert not page.evaluate("window.isTheSame === true")


@pytest.mark.parametrize("name, fault, place", [
    ("Templates/meeting.md", "# A\n\n{{titel}} <img src=x onerror=alert(1)>\n", "Templates/meeting.md:3"),
    ("site.json", '{\n  "titel": "<script>alert(1)</script>"\n}\n', "site.json:2:3"),
    ("people.json", '{"nobody": ]}\n', "people.json:1"),
])
def test_a_fault_is_shown_over_the_last_good_page_until_it_is_mended(name, fault, place, preview, page):
    dialogs = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message) or dialog.dismiss())
    meeting(preview, page)
    good = page.locator("main").inner_text()
    path = preview.folder / name
    kept = path.read_text() if path.exists() else None
    preview.write(name, fault)
    overlay = page.locator(OVERLAY)
    expect(overlay).to_contain_text(place)
    expect(overlay.locator(".excerpt").first).to_contain_text("^")
    expect(overlay.locator(".suggestion").first).not_to_be_empty()
    assert page.locator("main").inner_text() == good
    page.reload()
    expect(overlay).to_contain_text(place)
    assert page.locator("main").inner_text() == good
    path.unlink() if kept is None else preview.write(name, kept)
    expect(overlay).not_to_be_attached()
    assert not dialogs


def test_a_fault_in_a_digest_is_shown_and_can_be_hidden(preview, page):
    page.goto(preview.address)
    preview.write("Meetings/empty.txt", "")
    expect(page.locator(OVERLAY)).to_contain_text("Meetings/empty.txt")
    page.keyboard.press("Escape")
    expect(page.locator(OVERLAY)).not_to_be_attached()


def test_a_page_that_was_hidden_catches_up(preview, digest, browser):
    context = browser.new_context()
    page = context.new_page()
    meeting(preview, page)
    page.evaluate("Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });"
                  "document.dispatchEvent(new Event('visibilitychange'))")
    preview.edit("site.json", "Edited", "Edited again")
    for line in preview.process.stdout:
        if "Built again" in line:
            break
    assert "Edited again" not in page.title()
    page.evaluate("delete document.visibilityState; document.dispatchEvent(new Event('visibilitychange'))")
    expect(page).to_have_title(re.compile("Edited again"))
    context.close()


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not here")
def test_how_soon_a_save_is_seen(tmp_path, page):
    preview = Preview(tmp_path / "site", SEEDS)
    digest = next((preview.folder / "Meetings").glob("000*.txt"))
    page.goto(preview.address + "meetings/")
    page.goto(page.locator("main a[href*='7847']").first.evaluate("link => link.href"))
    times = []
    for turn in range(10):
        text = digest.read_text()
        line = next(line for line in text.split("\n") if line.startswith("KORO BESSHO"))
        page.evaluate("word => { window.seen = new Promise((done) => new MutationObserver(() => {"
                      "if (document.querySelector('main').textContent.includes(word)) done() })"
                      ".observe(document, { subtree: true, childList: true, characterData: true })) }", f"w{turn}w")
        start = time.perf_counter()
        preview.write(f"Meetings/{digest.name}", text.replace(line, f"{line} And w{turn}w."))
        page.evaluate("window.seen")
        times.append(time.perf_counter() - start)
    # It would ask for the server again.
    page.close()
    preview.end()
    print("from save to sight, ms:", *(round(time * 1000) for time in sorted(times)))
