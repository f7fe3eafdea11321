"""What programs read: links, feeds, the map of the site."""

import json
import re
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

from conftest import BASE_URL

ATOM = "{http://www.w3.org/2005/Atom}"
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.links, self.ids = [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ("href", "src", "action"):
                self.links.append(value)
            elif name == "id":
                self.ids.append(value)


def test_every_link_and_anchor_leads_somewhere_under_both_bases(site):
    folder = site["folder"]
    files = {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}
    pages = {file: Page((folder / file).read_text(encoding="utf-8")) for file in files if file.endswith(".html")}
    dead = []
    for base in ["http://host/", "http://host/digests/"]:
        for file, page in pages.items():
            # The page for lost addresses is served at any depth: it alone names the place it was built for.
            if file == "404.html" and base == "http://host/":
                continue
            for link in page.links:
                target = urlsplit(urljoin(base + file.removesuffix("index.html"), link))
                if target.netloc != "host":
                    continue
                path = unquote(target.path.removeprefix(urlsplit(base).path))
                path += "index.html" if path == "" or path.endswith("/") else ""
                anchors = pages[path].ids if path in pages else []
                if path not in files or (target.fragment and unquote(target.fragment) not in anchors):
                    dead.append(f"{file}: {link}")
    assert len(pages) > 20 and not dead, dead[:20]


def test_no_page_has_an_id_twice(site):
    for file in site["folder"].rglob("*.html"):
        ids = Page(file.read_text(encoding="utf-8")).ids
        assert len(ids) == len(set(ids)), file


def check_atom(element, kind):
    """RFC 4287, sections 3.2, 3.3, 4.1.1, 4.1.2 and 4.2: what a feed or an entry must have, and may have once."""
    names = [child.tag.removeprefix(ATOM) for child in element]
    for name in ["id", "title", "updated"]:
        assert names.count(name) == 1, f"4.1: a {kind} has {names.count(name)} of {name}"
    for name in ["generator", "icon", "logo", "subtitle", "rights", "content", "published", "source", "summary"]:
        assert names.count(name) <= 1, f"4.1: a {kind} has {name} more than once"
    common = {"author", "category", "contributor", "id", "link", "rights", "title", "updated"}
    own = {
        "feed": {"generator", "icon", "logo", "subtitle", "entry"},
        "entry": {"content", "published", "source", "summary"},
    }
    assert set(names) <= common | own[kind], f"4.1: {set(names) - common - own[kind]} in a {kind}"
    identity = urlsplit(element.findtext(ATOM + "id"))
    assert identity.scheme and identity.netloc, "4.2.6: an id is a whole IRI"
    for name in ["updated", "published"]:
        for date in element.findall(ATOM + name):
            assert DATE.fullmatch(date.text), f"3.3: {date.text} is no date of RFC 3339"
    for person in element.findall(ATOM + "author"):
        assert len(person.findall(ATOM + "name")) == 1 and person.findtext(ATOM + "name"), "3.2.1: a person has one name"
    alternates = set()
    for link in element.findall(ATOM + "link"):
        assert link.get("href"), "4.2.7.1: a link has an address"
        if link.get("rel", "alternate") == "alternate":
            form = (link.get("type"), link.get("hreflang"))
            assert form not in alternates, "4.1: two alternates of one type and language"
            alternates.add(form)
    assert alternates, "4.1.2: an entry without content has an alternate"


def test_atom_feeds_are_valid(site):
    feeds = list(site["folder"].rglob("feed.xml"))
    assert len(feeds) > 10
    for file in feeds:
        feed = ElementTree.parse(file).getroot()
        assert feed.tag == ATOM + "feed", "4.1.1: the document is a feed"
        check_atom(feed, "feed")
        own = [link.get("href") for link in feed.findall(ATOM + "link") if link.get("rel") == "self"]
        assert own == [BASE_URL + str(file.relative_to(site["folder"]))], "4.1.1: a feed links to itself"
        assert feed.findall(ATOM + "author"), "4.1.1: a feed has an author where an entry has none"
        entries = feed.findall(ATOM + "entry")
        for entry in entries:
            check_atom(entry, "entry")
        keys = [(entry.findtext(ATOM + "id"), entry.findtext(ATOM + "updated")) for entry in entries]
        assert len(keys) == len(set(keys)), "4.1.1: two entries with one id and one date"


def test_json_feeds_say_what_atom_says(site):
    for file in site["folder"].rglob("feed.json"):
        feed = json.loads(file.read_text(encoding="utf-8"))
        assert feed["version"] == "https://jsonfeed.org/version/1.1" and feed["title"]
        atom = ElementTree.parse(file.with_suffix(".xml")).getroot()
        entries = [entry.findtext(ATOM + "id") for entry in atom.findall(ATOM + "entry")]
        assert [item["id"] for item in feed["items"]] == entries, file


def test_the_sitemap_names_every_page_once(site):
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    named = [place.text for place in ElementTree.parse(site["folder"] / "sitemap.xml").getroot().iter(space + "loc")]
    pages = {
        BASE_URL + str(file.relative_to(site["folder"])).removesuffix("index.html")
        for file in site["folder"].rglob("index.html")
        if 'http-equiv="refresh"' not in file.read_text(encoding="utf-8")
    }
    assert sorted(named) == sorted(pages)
