"""What a question loads stays within its budget, and what was not looked at is never told as not there."""

import json

import pytest
from conftest import ROOT, serve

ASK = """async ([question, limit]) => {
    const { search } = await import("/search-answers.js");
    const result = await search(question, { question: limit, more: limit });
    const answers = await result.more();
    return {
        since: result.since, isShort: result.isShort, isDone: result.isDone,
        places: answers.map(({ address }) => address),
    };
}"""

YEARS = range(1991, 2021)
PER_YEAR = 120
PASSAGES = 8
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def number(value):
    coded = []
    while value > 127:
        coded.append(value & 127 | 128)
        value >>= 7
    return bytes([*coded, value])


def listed(meetings, passages):
    """A list with the same passages of each meeting, each of the least weight."""
    coded, last = b"", 0
    for meeting in meetings:
        coded += number(meeting - last)
        last, before = meeting, -1
        for passage in passages:
            coded += number((passage - before) * 8 + (passage == passages[-1]))
            before = passage
    return coded


def shard(key, coded, count):
    key = key.encode()
    return number(1) + number(0) + number(len(key)) + key + number(count) + number(len(coded)) + coded


@pytest.fixture(scope="module")
def wide(tmp_path_factory):
    """An index whose only delegation speaks in every statement: thirty parts of a list of 3,600 meetings."""
    folder = tmp_path_factory.mktemp("wide")
    for file in [*(ROOT / "Public").glob("search*.js"), ROOT / "Public" / "icon.svg"]:
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "index.html").write_text("<!doctype html><title>Search</title><link rel=icon href=icon.svg>")
    words = folder / "search" / "words" / "settled"
    words.mkdir(parents=True)
    meetings = []
    for year in YEARS:
        for place in range(PER_YEAR):
            meetings.append(131_072 + (year - 1900) * 12 * 512 + place)
            name = f"{year}-01/{(DIGITS[place // 36] if place > 35 else '') + DIGITS[place % 36]}"
            texts = folder / "search" / "texts" / f"{name}-0.json"
            texts.parent.mkdir(parents=True, exist_ok=True)
            # Only the last statement of a meeting has both words, and the newest meeting of a year has none such.
            says = ["harbour " + "x " * 100] * (PASSAGES - 1) + ["harbour treaty" if place < PER_YEAR - 1 else "harbour"]
            texts.write_text(json.dumps({
                "meeting": {"id": name, "title": name, "label": name, "date": None, "body": None, "page": f"{name}/"},
                "passages": [
                    {"anchor": str(at), "delegation": "Aldermark", "speaker": None, "role": None, "resolutions": [],
                     "paragraphs": [text]} for at, text in enumerate(says)],
            }))
    terms = {}
    for start in range(0, len(meetings), 120):
        part = meetings[start:start + 120]
        key = "delegation=aldermark" + (f",{part[0]:08}" if start else "")
        terms[key] = shard(key, listed(part, range(PASSAGES)), (len(part) * PASSAGES) * 2 + (start == 0))
    # Of both words only a head of the oldest statements is listed.
    for word in ["harbour", "treaty"]:
        terms[word] = shard(word, listed(meetings[:50], [0, 1]), 9_000 * 2 + 1)
    for key, coded in terms.items():
        (words / f"{key.replace('=', '_3d').replace(',', '_2c')}.bin").write_bytes(coded)
    sizes = [len(coded) for coded in terms.values()]
    (words / "delegation_3daldermark.json").write_text(json.dumps({"terms": list(terms), "sizes": sizes}))
    segments = [{"name": "settled", "registers": ["delegation=aldermark"]}]
    (folder / "search" / "index.json").write_text(json.dumps(
        {"format": "rapporteur.search/4", "meetings": len(meetings), "passages": len(meetings) * PASSAGES,
         "bodies": [], "years": [*YEARS], "segments": segments}))
    return serve(folder)


def asked(page, host, question, limit):
    sizes = []
    note = lambda response: sizes.append(int(response.headers["content-length"])) if "/search/" in response.url else None
    page.on("response", note)
    page.goto(host)
    return page.evaluate(ASK, [question, limit]), sum(sizes)


@pytest.mark.parametrize("limit", [8_000, 15_000, 25_000, 40_000, 60_000, 100_000])
@pytest.mark.parametrize("question", [
    "delegation:Aldermark", "delegation:Aldermark harbour treaty", "harbour treaty",
    "delegation:Aldermark year:1993-2001 treaty",
])
def test_a_question_keeps_to_its_budget_and_says_what_it_left_out(question, limit, wide, page):
    found, size = asked(page, wide, question, limit)
    assert size <= limit
    assert found["places"] or found["since"] != 0 or found["isShort"] or not found["isDone"]


def test_a_wide_facet_is_looked_through_from_the_newest_meetings(wide, page):
    found, _ = asked(page, wide, "delegation:Aldermark treaty", 45_000)
    assert found["places"] and found["since"] > 0
    assert all(place.startswith("2020") for place in found["places"])


def test_a_year_leaves_the_other_parts_of_a_facet_unread(wide, page):
    found, _ = asked(page, wide, "delegation:Aldermark year:1992 harbour", 60_000)
    assert found["places"] and found["since"] == 0
    assert all(place.startswith("1992") for place in found["places"])


def test_every_statement_of_a_file_that_is_read_is_looked_at(wide, page):
    found, _ = asked(page, wide, "harbour treaty", 60_000)
    assert found["places"] and all(place.endswith("#7") for place in found["places"])


@pytest.mark.parametrize("limit", [6_000, 12_000, 30_000, 60_000])
@pytest.mark.parametrize("question", [
    "water", "delegation:Aldermark lake report", '"ice dam"', "meeting:1", "resolution:1 year:2020-2040 the",
])
def test_a_built_site_keeps_to_any_budget(question, limit, sites, page):
    _, size = asked(page, sites["sample"]["root"], question, limit)
    assert size <= limit
