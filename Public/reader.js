// What a keyboard and a clipboard add to a page. Nothing here is needed to read it.

/** Says something to everybody: in a corner of the page, and to screen readers. */
const say = (() => {
  let place;
  let timer;
  return (text) => {
    place ??= Object.assign(document.createElement("p"), { className: "said", role: "status" });
    // What stands outside an open dialog is out of reach.
    const home = document.querySelector("dialog[open]") ?? document.body;
    if (place.parentNode !== home) home.append(place);
    place.textContent = text;
    place.classList.add("shown");
    clearTimeout(timer);
    timer = setTimeout(() => place.classList.remove("shown"), 2500);
  };
})();

// A permalink copies itself.
document.addEventListener("click", async (event) => {
  const link = event.target.closest("a.permalink");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey || !navigator.clipboard) return;
  try {
    await navigator.clipboard.writeText(link.href);
    say("The link to this passage is copied.");
  } catch {
    say("The browser does not let this page copy. The address bar has the link.");
  }
});

// Cite buttons copy the block they stand beside.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-copies]");
  if (!button) return;
  await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).textContent);
  say("Copied.");
});
for (const button of document.querySelectorAll("button[data-copies]")) button.hidden = !navigator.clipboard;

// A statement's link leads to the page's citation, which says how to go on from it; here it goes on by itself.
document.addEventListener("click", async (event) => {
  const statement = event.target.closest(".cite-this a")?.closest(".statement");
  if (!statement || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  const { cite } = await import("./cite.js");
  cite(statement);
});

/** Goes to the turn so many places on from the one being read. */
function step(by) {
  // Looked up each time: a preview adds and removes statements while the page is open.
  const turns = [...document.querySelectorAll("article.statement, .clause, .to-come")];
  if (turns.length === 0) return;
  const middle = innerHeight / 3;
  const current = turns.findLastIndex((turn) => turn.getBoundingClientRect().top <= middle);
  const next = turns[Math.min(Math.max(current + by, 0), turns.length - 1)];
  next.tabIndex = -1;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "start" });
}

function search() {
  const field = document.querySelector('input[type="search"]');
  if (field) return field.focus();
  const link = document.querySelector('.site-head a[data-page="search"]');
  if (link) location.href = link.href;
}

const keys = [
  ["/", "search", search],
  ["j", "next statement or paragraph", () => step(1)],
  ["k", "the one before", () => step(-1)],
  ["?", "this help", help],
];

function help() {
  let dialog = document.querySelector("dialog.keys");
  if (!dialog) {
    dialog = document.createElement("dialog");
    dialog.className = "box keys";
    dialog.setAttribute("aria-label", "Keys");
    const list = dialog.appendChild(document.createElement("dl"));
    for (const [key, what] of keys) {
      list.append(Object.assign(document.createElement("dt"), { textContent: key }));
      list.append(Object.assign(document.createElement("dd"), { textContent: what }));
    }
    const form = dialog.appendChild(Object.assign(document.createElement("form"), { method: "dialog" }));
    form.append(Object.assign(document.createElement("button"), { textContent: "Close" }));
    document.body.append(dialog);
  }
  dialog.showModal();
}

document.addEventListener("keydown", (event) => {
  if (event.metaKey || event.ctrlKey || event.altKey || event.target.closest("input, textarea, select, dialog")) return;
  const key = keys.find(([name]) => name === event.key);
  if (!key) return;
  event.preventDefault();
  key[2]();
});

// The list of contents shows which turn is being read.
const contents = document.querySelector(".contents");
if (contents) {
  let entries = new Map();
  const observer = new IntersectionObserver((seen) => {
    for (const { target, isIntersecting } of seen) {
      if (!isIntersecting) continue;
      for (const link of entries.values()) link.removeAttribute("aria-current");
      entries.get(target.id)?.setAttribute("aria-current", "true");
    }
  }, { rootMargin: "-20% 0px -70% 0px" });
  const observe = () => {
    observer.disconnect();
    entries = new Map([...contents.querySelectorAll("a")].map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
    for (const id of entries.keys()) {
      const target = document.getElementById(id);
      if (target) observer.observe(target);
    }
  };
  observe();
  // The list changes with the text in a preview.
  new MutationObserver(observe).observe(contents, { childList: true, subtree: true });
}
