"""What a reader does on a page: keys, copying, and everything without JavaScript."""

import json

from conftest import BASE_URL, addresses, longest
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


def cited(address, page, selector):
    """The three citations of the first statement that a selector finds, copied, and the statement."""
    page.goto(address)
    statement = page.locator(selector).first
    statement.hover()
    statement.locator(".cite-this a").click()
    copied = []
    for name in ["sentence", "bibtex", "csl"]:
        page.click(f"button[data-copies=cite-statement-{name}]")
        expect(page.locator("dialog .said")).to_have_text("Copied.")
        copied.append(page.evaluate("navigator.clipboard.readText()"))
    return *copied, statement


def test_a_statement_is_cited_with_its_speaker_delegation_meeting_date_and_address(sites, page):
    meeting = longest(sites["sample"]["folder"], "meetings")
    named = "article.statement:has(.name):has(.delegation-name)"
    sentence, bibtex, csl, statement = cited(sites["sample"]["below"] + meeting, page, named)
    who = f"{statement.locator('.name').inner_text()} ({statement.locator('.delegation-name').text_content()})"
    address = f"{BASE_URL}{meeting}#{statement.get_attribute('id')}"
    title = page.locator("h1").text_content()
    assert sentence.startswith(f"{who}, statement, Assembly of River States") and sentence.endswith(f", {address}")
    assert title in sentence and page.locator(".facts time").text_content() in sentence
    item = json.loads(csl)
    assert (item["author"], item["URL"], item["title"]) == ([{"literal": who}], address, title)
    assert item["issued"]["date-parts"][0] == [int(part) for part in page.get_attribute(".facts time", "datetime").split("-")]
    assert f"author = {{{{{who}}}}}" in bibtex and f"url = {{{address}}}" in bibtex


def test_a_citation_gives_an_unnamed_speaker_no_name(sites, page):
    folder = sites["sample"]["folder"]
    meeting = next(p.parent for p in folder.glob("meetings/*/index.html") if "unnamed-mark" in p.read_text(encoding="utf-8"))
    address = f"{sites['sample']['below']}{meeting.relative_to(folder)}/"
    sentence, bibtex, csl, statement = cited(address, page, "article.statement:has(.unnamed-mark):has(.delegation-name)")
    who = statement.locator(".delegation-name").text_content()
    assert sentence.startswith(f"{who}, statement, ")
    assert json.loads(csl)["author"] == [{"literal": who}]
    assert f"author = {{{{{who}}}}}" in bibtex


def test_without_javascript_the_way_to_cite_a_statement_is_told(sites, plain_page):
    plain_page.goto(sites["sample"]["root"] + longest(sites["sample"]["folder"], "meetings"))
    plain_page.locator(".cite-this a").first.click()
    expect(plain_page.locator("details.cite")).to_contain_text("For one statement, put its speaker")
    expect(plain_page.locator("#cite-sentence")).to_be_visible()


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
