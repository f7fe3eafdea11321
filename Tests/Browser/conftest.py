"""Sites built by the program, served at / and below /digests/, and a real browser to read them with."""

import functools
import http.server
import os
import shutil
import subprocess
import threading
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
BASE_URL = "https://example.org/digests/"
SITE_JSON = f'{{"title": "Meeting digests", "description": "What was said.", "baseURL": "{BASE_URL}"}}'


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".js": "text/javascript"}

    def end_headers(self):
        # Nothing inline may run and nothing may come from elsewhere.
        self.send_header("Content-Security-Policy", "default-src 'self'; object-src 'none'; base-uri 'none'")
        super().end_headers()

    def log_message(self, *_):
        pass


def serve(folder):
    handler = functools.partial(QuietHandler, directory=folder)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}/"


def build(folder, digests):
    shutil.copytree(digests, folder / "Meetings")
    (folder / "site.json").write_text(SITE_JSON)
    subprocess.run([os.environ["RAPPORTEUR"], "build", "--site", folder, "--quiet"], check=True)
    below = folder / "host"
    below.mkdir()
    (below / "digests").symlink_to(folder / "_site")
    return folder / "_site", below


@pytest.fixture(scope="session")
def sites(tmp_path_factory):
    """By name, the folder of a site and its two addresses; the seeds only where they are."""
    found = {}
    for name, digests in [("sample", ROOT / "Meetings"), ("seeds", SEEDS)]:
        if digests.is_dir():
            folder, below = build(tmp_path_factory.mktemp(name), digests)
            found[name] = {"folder": folder, "root": serve(folder), "below": serve(below) + "digests/"}
    return found


@pytest.fixture(params=["sample", "seeds"])
def site(request, sites):
    """Each site in turn."""
    if request.param not in sites:
        pytest.skip("the seeds are not here")
    return sites[request.param]


@pytest.fixture(scope="session")
def browser():
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    assert executable, "Chromium is missing; make browser-setup installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(browser):
    """A page that fails the test when the browser reports an error."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert not errors, errors


@pytest.fixture
def plain_page(browser):
    """A page in a browser without JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def addresses(folder):
    """Every list and single page, and of each other kind the shortest and the longest."""
    found = ["", "search/?q=water"]
    found += [f"{kind}/" for kind in ["meetings", "speakers", "delegations", "resolutions", "documents", "search"]]
    kinds = ["meetings/*", "meetings/*/*", "speakers/*", "delegations/*", "resolutions/*", "resolutions/*/*"]
    for kind in kinds:
        pages = sorted(folder.glob(f"{kind}/index.html"), key=lambda page: page.stat().st_size)
        found += [str(page.parent.relative_to(folder)) + "/" for page in {*pages[:1], *pages[-1:]}]
    return found


def longest(folder, kind):
    """The address of the longest page of a kind."""
    page = max(folder.glob(f"{kind}/*/index.html"), key=lambda page: page.stat().st_size)
    return str(page.parent.relative_to(folder)) + "/"


def ask(page, site, query):
    page.goto(f"{site}search/?{urlencode({'q': query})}")
    expect(page.locator("#search-status")).not_to_be_empty()
    return page.eval_on_selector_all("#search-answers > li a", "links => links.map(a => a.href)")
