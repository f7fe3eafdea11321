"""The headers a published site asks its host for, and a browser that keeps to them."""

import http.server
import json
import os
import shutil
import subprocess
import threading

import pytest
from conftest import ROOT, SEEDS, addresses, ask


def headers_for(path, rules):
    """What a host makes of a `_headers` file: lines of a pattern, and under it the headers it sets."""
    found, fits = [], False
    for line in rules.splitlines():
        if line.startswith("/"):
            fits = line == path or (line.endswith("*") and path.startswith(line[:-1]))
        elif fits and ":" in line:
            name, value = line.strip().split(":", 1)
            found.append((name, value.strip()))
    return found


class Host(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as its `_headers` say, and takes note of what the browser reports."""

    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".js": "text/javascript"}

    def __init__(self, *arguments, host, **options):
        self.host = host
        super().__init__(*arguments, directory=host["folder"], **options)

    def end_headers(self):
        for name, value in headers_for(self.path.split("?")[0], self.host["rules"]):
            if name == "Content-Security-Policy":
                value += "; report-uri /violations"
            self.send_header(name, value)
        super().end_headers()

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.host["violations"].append(json.loads(body)["csp-report"])
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module", params=["sample", "seeds"])
def host(request, tmp_path_factory):
    digests = {"sample": ROOT / "Meetings", "seeds": SEEDS}[request.param]
    if not digests.is_dir():
        pytest.skip("the seeds are not here")
    folder = tmp_path_factory.mktemp(request.param)
    shutil.copytree(digests, folder / "site" / "Meetings")
    target = {"kind": "folder", "path": "../live", "headers": True}
    site = {"title": "Meeting digests", "baseURL": "https://example.org/", "publish": {"web": target}}
    (folder / "site" / "site.json").write_text(json.dumps(site))
    subprocess.run([os.environ["RAPPORTEUR"], "publish", "--site", folder / "site", "--quiet"], check=True)
    live = folder / "live"
    host = {"folder": live, "rules": (live / "_headers").read_text(), "violations": []}
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), lambda *arguments, **options: Host(*arguments, host=host, **options)
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host["address"] = f"http://127.0.0.1:{server.server_address[1]}/"
    yield host
    server.shutdown()


def test_no_page_does_what_the_published_policy_forbids(host, page):
    policy = dict(headers_for("/index.html", host["rules"]))["Content-Security-Policy"]
    assert "unsafe" not in policy and "default-src 'none'" in policy
    for address in addresses(host["folder"]) + ["404.html"]:
        page.goto(host["address"] + address, wait_until="networkidle")
    assert ask(page, host["address"], "report"), "the search answers nothing"
    assert host["violations"] == []


def test_what_the_policy_forbids_is_reported(host, browser):
    (host["folder"] / "planted.html").write_text("<style>p { color: red }</style><p>x")
    page = browser.new_page()
    with page.expect_response("**/violations"):
        page.goto(host["address"] + "planted.html")
    page.close()
    (host["folder"] / "planted.html").unlink()
    assert [report["effective-directive"] for report in host["violations"]] == ["style-src-elem"]
    host["violations"].clear()
