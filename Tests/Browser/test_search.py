"""Asking: expected statements first, in a real browser."""

import json
import re
from pathlib import Path

import pytest
from conftest import ask
from playwright.sync_api import expect

QUERIES = json.loads((Path(__file__).parent / "queries.json").read_text(encoding="utf-8"))


def short(address):
    return address.split("/meetings/")[1].replace("/#", "#")


@pytest.mark.parametrize("case", QUERIES, ids=lambda case: case["query"])
def test_expected_statements_come_first(case, sites, page):
    if case["site"] not in sites:
        pytest.skip("the seeds are not here")
    expected = case.get("first") or case["only"]
    found = [short(address) for address in ask(page, sites[case["site"]]["root"], case["query"])]
    head = found[: len(expected)]
    assert all(any(address.endswith(end) for address in head) for end in expected), found
    if "only" in case:
        assert len(found) == len(expected), found


@pytest.mark.parametrize("base", ["root", "below"])
def test_answers_lead_to_their_statements(base, sites, page):
    for address in ask(page, sites["sample"][base], "lake"):
        assert address.startswith(sites["sample"][base])
        page.goto(address)
        assert page.evaluate("document.querySelector(':target') !== null"), address


def test_asked_words_are_marked_and_nothing_else(sites, page):
    ask(page, sites["sample"]["root"], '"ice dam"')
    assert page.eval_on_selector_all("#search-answers mark", "all => all.map(m => m.textContent)") == ["ice", "dam"]


def test_typing_asks_and_the_address_holds_the_question(sites, page):
    page.goto(sites["sample"]["root"] + "search/")
    page.fill("#q", "onio")
    page.wait_for_selector("#search-answers > li")
    assert page.url.endswith("/search/?q=onio")
    page.reload()
    page.wait_for_selector("#search-answers > li")
    assert page.input_value("#q") == "onio"


def test_going_back_asks_the_question_before(sites, page):
    ask(page, sites["sample"]["root"], "delegation:Aldermark")
    page.click("#search-facets a >> nth=0")
    expect(page.locator("#q")).to_have_value(re.compile("year:"))
    page.go_back()
    expect(page.locator("#q")).to_have_value("delegation:Aldermark")


def test_a_facet_of_its_own_in_the_address_narrows(sites, page):
    page.goto(sites["sample"]["root"] + "search/?q=water&delegation=Aldermark")
    page.wait_for_selector("#search-answers > li")
    assert all("aldermark" in a for a in page.eval_on_selector_all("#search-answers > li a", "l => l.map(a => a.href)"))


@pytest.mark.parametrize("query", ["zzzxqq", "delegation:Atlantis", '"', "*", "::", "year:x", "<b>x</b>", "-", "a" * 3000])
def test_odd_questions_are_answered_in_words(query, sites, page):
    page.goto(sites["sample"]["root"] + "search/")
    page.fill("#q", query)
    page.wait_for_timeout(500)
    assert page.locator("#search-answers li").count() == 0


def test_the_home_page_leads_to_the_search(sites, page):
    page.goto(sites["sample"]["below"])
    page.fill("form[role=search] input", "sturgeon")
    page.press("form[role=search] input", "Enter")
    page.wait_for_selector("#search-answers > li")
    assert page.url.endswith("/digests/search/?q=sturgeon")


def test_without_javascript_the_page_says_so_and_offers_the_lists(sites, plain_page):
    plain_page.goto(sites["sample"]["root"] + "search/?q=lake")
    assert plain_page.is_visible("#search-offline")
    assert plain_page.locator("#search-offline a").count() == 5
    assert not plain_page.is_visible("#search-results")


def test_a_question_loads_little(sites, page):
    sizes = []
    page.on("response", lambda response: sizes.append(len(response.body())) if "/search/" in response.url else None)
    for site in sites.values():
        sizes.clear()
        ask(page, site["root"], "water forecast report")
        assert sum(sizes) < 300_000, sizes
