"""How many bytes questions load from an index that `rapporteur-bench search COUNT FOLDER` has written.

    python Tests/Browser/measure_search.py FOLDER "a question" …
"""

import shutil
import sys
from pathlib import Path

from conftest import ROOT, serve
from playwright.sync_api import sync_playwright

ASK = """async (question) => {
    const { search } = await import("/search-answers.js");
    const result = await search(question);
    return { candidates: result.passages.length, answers: (await result.more()).length };
}"""


def main(folder, questions):
    for script in (ROOT / "Public").glob("search*.js"):
        shutil.copy(script, folder)
    (folder / "index.html").write_text("<!doctype html><title>Search</title>")
    host = serve(folder)
    print("| question | directory | registers | shards | texts | together | requests | answers |")
    print("|---|---|---|---|---|---|---|---|")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for question in questions:
            page = browser.new_context().new_page()
            page.goto(host)
            sizes = {"index.json": [], "registers": [], "words": [], "texts": []}

            def note(response):
                parts = response.url.removeprefix(host).split("/")
                if parts[0] == "search":
                    kind = "registers" if parts[1] == "words" and parts[-1].endswith(".json") else parts[1]
                    sizes[kind].append(int(response.headers["content-length"]))

            page.on("response", note)
            found = page.evaluate(ASK, question)
            sums = [sum(one) for one in sizes.values()]
            cells = [f"{size / 1000:.0f} KB" for size in [*sums, sum(sums)]]
            requests = sum(len(one) for one in sizes.values())
            print(f"| `{question}` | {' | '.join(cells)} | {requests} | {found['answers']} |")
        browser.close()


main(Path(sys.argv[1]), sys.argv[2:])
