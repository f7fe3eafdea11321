"""What a page costs beside its text: a meeting of fifty statements, each of a delegation that also spoke before."""

import pytest
from conftest import build, serve

FIRST = ["IDA", "PETRA", "KWABENA", "MARGUERITE ANNA", "TOMAS"]
LAST = ["WELLS", "OSTMARK", "LINDQVIST", "DELACROIX-HOLM", "VARGHOLM", "ACHTERBERG", "TERRAVEC", "OKERE", "MARENGO", "SILVAN"]
PLACES = ["Aldermark", "Corvane", "Upper Sarn", "Republic of the Delta", "Tessaly"]


def statement(number):
    who = f"{FIRST[number % 5]} {LAST[number // 5]}"
    place = f"{PLACES[number % 5]} {['North', 'South', 'East', 'West', 'Isles'][number // 10]} {'AB'[number // 5 % 2]}"
    role = ["", "Deputy Minister for Rivers and Harbours of ", ""][number % 3]
    opener = f"{who}, {role}{place}," if role else f"{who} ({place}),"
    behalf = " speaking on behalf of the River Group," if number % 4 == 0 else ""
    return f"{opener}{behalf} said that " + "the gauges of the lake would be read and its banks inspected, " * 12 + "and asked for a report."


def digest(number, day):
    head = f"Assembly of River States\n{number}th Meeting (AM & PM)\nRA/{number}\n{day} June 2034\n\n"
    title = "Assembly Debates Gauges, Banks and the Reports That Delegations Asked for in the Spring\n\n"
    opening = "The Assembly of River States met today.\n\nThe meeting began at 10 a.m. and ended at 5 p.m.\n\nStatements\n\n"
    return head + title + opening + "\n\n".join(statement(n) for n in range(50)) + "\n"


@pytest.fixture(scope="module")
def assembly(tmp_path_factory):
    digests = tmp_path_factory.mktemp("digests")
    for number, day in [(411, 5), (412, 6), (413, 7)]:
        (digests / f"{number}.txt").write_text(digest(number, day))
    folder, _ = build(tmp_path_factory.mktemp("weight"), digests)
    return serve(folder) + "meetings/assembly-of-river-states-412/"


def test_a_meeting_of_fifty_statements_weighs_less_than_100_kb_beside_its_text(assembly, page):
    sizes = {}
    page.on("response", lambda response: sizes.update({response.url: len(response.body())}))
    page.goto(assembly, wait_until="networkidle")
    statements = page.locator("article.statement .prose")
    assert statements.count() == 50 and page.locator(".steps").count() == 50
    text = sum(len(one.encode()) for one in statements.all_text_contents())
    rest = sum(sizes.values()) - text

    assert len(sizes) >= 3 and rest < 100_000, f"{rest} bytes beside {text} of text: {sizes}"
