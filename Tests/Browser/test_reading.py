"""What a reader does on a page: keys, copying, and everything without JavaScript."""

from conftest import addresses, longest
from playwright.sync_api import expect

FOCUSED = "document.activeElement.id"


def test_the_keyboard_reaches_the_text_first(sites, page):
    page.goto(sites["sample"]["root"] + "meetings/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"


def test_slash_leads_to_the_search(sites, page):
    page.goto(sites["sample"]["root"])
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.type") == "search"
    page.goto(sites["sample"]["below"] + "meetings/")
    page.keyboard.press("/")
    page.wait_for_url(sites["sample"]["below"] + "search/")


def test_j_and_k_walk_from_statement_to_statement(sites, page):
    page.goto(sites["sample"]["root"] + longest(sites["sample"]["folder"], "meetings"))
    turns = page.eval_on_selector_all("article.statement, .to-come", "all => all.map(one => one.id)")
    walked = []
    for key in "jjjk":
        page.keyboard.press(key)
        walked.append(page.evaluate(FOCUSED))
    assert walked == [turns[0], turns[1], turns[2], turns[1]]


def test_keys_typed_into_a_field_are_text(sites, page):
    page.goto(sites["sample"]["root"])
    page.focus("form[role=search] input")
    page.keyboard.type("j/k?")
    assert page.input_value("form[role=search] input") == "j/k?"


def test_a_question_mark_opens_the_help_and_escape_closes_it(sites, page):
    page.goto(sites["sample"]["root"])
    page.keyboard.press("?")
    expect(page.locator("dialog.keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.keys")).not_to_be_visible()


def test_a_permalink_copies_itself(sites, page):
    page.goto(sites["sample"]["below"] + longest(sites["sample"]["folder"], "meetings"))
    link = page.locator("a.permalink").nth(1)
    link.click()
    expect(page.locator(".said")).to_have_text("The link to this passage is copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.url and copied.endswith(link.get_attribute("href"))


def test_a_citation_copies_as_it_is_shown(sites, page):
    page.goto(sites["sample"]["root"] + longest(sites["sample"]["folder"], "meetings"))
    page.click("details.cite > summary")
    for name in ["sentence", "bibtex", "csl"]:
        page.click(f"button[data-copies=cite-{name}]")
        expect(page.locator(".said")).to_have_text("Copied.")
        assert page.evaluate("navigator.clipboard.readText()") == page.text_content(f"#cite-{name}")


def test_without_javascript_pages_say_the_same(site, page, plain_page):
    for address in addresses(site["folder"]):
        if address.startswith("search/"):
            continue
        texts = []
        for one in [page, plain_page]:
            one.goto(site["root"] + address)
            texts.append(one.text_content("main"))
        assert texts[0] == texts[1], address


def test_without_javascript_nothing_pretends_to_work(sites, plain_page):
    plain_page.goto(sites["sample"]["root"] + longest(sites["sample"]["folder"], "meetings"))
    plain_page.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")
    assert plain_page.locator("button:visible").count() == 0


def test_the_next_turn_is_the_same_delegations(site, plain_page):
    plain_page.goto(site["root"] + longest(site["folder"], "meetings"))
    turns = plain_page.locator("article.statement:has(.delegation-name):has(.steps)")
    turn = turns.first
    name = turn.locator(".delegation-name").inner_text()
    turn.locator(".steps a").last.click()
    assert plain_page.locator("article:target .delegation-name").inner_text() == name
