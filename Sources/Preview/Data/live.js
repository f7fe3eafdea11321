// Keeps a previewed page current and shows what is wrong with the site. The preview adds it to the pages it serves; no
// built page has it.
(() => {
  const script = document.currentScript;
  let { edition, home } = script.dataset;
  script.remove();

  // The page as it was written, beside the page as it stands -------------------

  // Scripts of the page change it. What is compared with a new version is therefore the page as it came, and what
  // differs is changed in the page as it stands: each written node knows the one it became.
  let written = document.documentElement.cloneNode(true);
  let standing = new WeakMap();
  pair(written, document.documentElement);

  function pair(copy, node) {
    const open = [[copy, node]];
    while (open.length > 0) {
      const [copy, node] = open.pop();
      standing.set(copy, node);
      copy.childNodes.forEach((child, index) => open.push([child, node.childNodes[index]]));
    }
  }

  /** Takes over for `next`, which is the same as `old`, what `old` became. */
  function inherit(old, next) {
    const open = [[old, next]];
    while (open.length > 0) {
      const [old, next] = open.pop();
      const node = standing.get(old);
      if (node) standing.set(next, node);
      next.childNodes.forEach((child, index) => open.push([old.childNodes[index], child]));
    }
  }

  /** Makes the page as it stands follow from `old` to `next`. */
  function patch(old, next) {
    if (old.isEqualNode(next)) return inherit(old, next);
    const node = standing.get(old);
    if (!node) return;
    standing.set(next, node);
    if (next.nodeType !== Node.ELEMENT_NODE) {
      node.data = next.data;
      return;
    }
    for (const { name } of [...old.attributes]) if (!next.hasAttribute(name)) node.removeAttribute(name);
    for (const { name, value } of next.attributes) if (old.getAttribute(name) !== value) node.setAttribute(name, value);
    patchChildren(node, [...old.childNodes], [...next.childNodes]);
  }

  function patchChildren(node, old, next) {
    let start = 0;
    while (start < old.length && start < next.length && old[start].isEqualNode(next[start])) {
      inherit(old[start], next[start]);
      start += 1;
    }
    let end = 0;
    while (end < old.length - start && end < next.length - start && old.at(-1 - end).isEqualNode(next.at(-1 - end))) {
      inherit(old.at(-1 - end), next.at(-1 - end));
      end += 1;
    }
    const left = old.slice(start, old.length - end);
    let place = 0;
    for (const child of next.slice(start, next.length - end)) {
      const at = partner(child, left, place);
      if (at < 0) {
        const before = left.slice(place).concat(old.slice(old.length - end)).map((o) => standing.get(o)).find(Boolean);
        node.insertBefore(grown(child), before?.parentNode === node ? before : null);
      } else {
        left.slice(place, at).forEach(remove);
        patch(left[at], child);
        place = at + 1;
      }
    }
    left.slice(place).forEach(remove);
  }

  /** The node in a list, from a place on, that a new one replaces: by its id where it has one, else by its kind. */
  function partner(child, list, from) {
    if (child.id) return list.findIndex((other, index) => index >= from && other.id === child.id);
    const isElement = child.nodeType === Node.ELEMENT_NODE;
    const same = isElement ? list.slice(from, from + 50).findIndex((other) => other.isEqualNode(child)) : -1;
    if (same >= 0) return from + same;
    const next = list[from];
    return next && next.nodeName === child.nodeName && !next.id ? from : -1;
  }

  function remove(old) {
    standing.get(old)?.remove();
  }

  function grown(child) {
    const node = document.importNode(child, true);
    pair(child, node);
    return node;
  }

  // Following the site ---------------------------------------------------------

  const base = () => new URL(home, location.href).href;

  /** The path of a file from the site's root; nothing for what lies elsewhere. */
  function file(address) {
    const url = new URL(address, location.href);
    const path = url.origin + url.pathname;
    return path.startsWith(base()) ? decodeURIComponent(path.slice(base().length)) : undefined;
  }

  let work = Promise.resolve();

  async function follow(event) {
    show([]);
    if (event.home !== home) {
      location.assign(event.home);
      return;
    }
    if (event.edition === edition) return;
    const isKnown = event.before === edition;
    edition = event.edition;
    const changed = (address) => address && (!isKnown || event.changed.includes(file(address)));
    const isOurs = (address) => address && file(address) !== undefined;
    // A script that runs cannot be taken back.
    if ([...document.scripts].some((script) => isOurs(script.src) && isKnown && changed(script.src))) {
      location.reload();
      return;
    }
    for (const link of document.querySelectorAll('link[rel~="stylesheet"]')) {
      if (isOurs(link.href) && changed(link.href)) link.href = renewed(link.href);
    }
    for (const image of document.images) {
      if (isOurs(image.src) && changed(image.src)) image.src = renewed(image.src);
    }
    await refresh();
  }

  function renewed(address) {
    const url = new URL(address);
    url.searchParams.set("edition", edition);
    return url.href;
  }

  async function refresh() {
    let text;
    try {
      text = await (await fetch(location.href, { cache: "no-store" })).text();
    } catch {
      return; // The preview has ended.
    }
    const next = new DOMParser().parseFromString(text, "text/html").documentElement;
    next.querySelectorAll("script[data-edition]").forEach((script) => script.remove());
    const scripts = (page) => [...page.querySelectorAll("script[src]")].map((script) => script.getAttribute("src")).join();
    if (scripts(next) !== scripts(written)) {
      location.reload();
      return;
    }
    patch(written, next);
    written = next;
  }

  // What is wrong --------------------------------------------------------------

  const overlay = document.createElement("rapporteur-faults");
  const style = `
    :host { all: initial; }
    [role=alertdialog] {
      position: fixed; inset: 0; z-index: 2147483647; overflow: auto; padding: 4vh 4vw; box-sizing: border-box;
      background: rgb(20 20 24 / .92); color: #f4f4f5; font: 16px/1.5 system-ui, sans-serif;
    }
    h1 { font-size: 1.25rem; margin: 0 0 1.5rem; }
    section { max-width: 60rem; margin: 0 0 1.5rem; padding: 1rem 1.25rem; background: #27272c; border-left: 4px solid #f87171; }
    p { margin: 0 0 .5rem; overflow-wrap: anywhere; }
    .place { font: .875rem/1.5 ui-monospace, monospace; color: #fca5a5; }
    .message { font-weight: 600; }
    pre { margin: 0 0 .5rem; overflow-x: auto; font: .875rem/1.4 ui-monospace, monospace; color: #e4e4e7; }
    .id { color: #a1a1aa; font-size: .8125rem; margin: 0; }
    button { position: fixed; top: 2vh; right: 4vw; font: inherit; color: inherit; background: #3f3f46; border: 1px solid #a1a1aa; padding: .25rem .75rem; }
    button:focus-visible { outline: 3px solid #93c5fd; outline-offset: 2px; }
  `;
  const root = overlay.attachShadow({ mode: "open" });

  /** Shows what keeps the site from being built; nothing hides it again. All of it is text, never markup. */
  function show(faults) {
    if (faults.length === 0) {
      overlay.remove();
      return;
    }
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    const dialog = element("div", "", "");
    dialog.setAttribute("role", "alertdialog");
    dialog.setAttribute("aria-labelledby", "title");
    const title = element("h1", "", "The site cannot be built. What you see behind this is its last good state.");
    title.id = "title";
    const close = element("button", "", "Hide");
    close.addEventListener("click", () => overlay.remove());
    dialog.append(title, ...faults.map(section), close);
    root.replaceChildren(dialog);
    document.documentElement.append(overlay);
  }

  function section(fault) {
    const section = element("section", "", "");
    for (const [tag, name] of [["p", "place"], ["p", "message"], ["pre", "excerpt"], ["p", "suggestion"], ["p", "id"]]) {
      if (fault[name]) section.append(element(tag, name, fault[name]));
    }
    return section;
  }

  function element(tag, name, text) {
    return Object.assign(document.createElement(tag), { className: name, textContent: text });
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") overlay.remove();
  });

  // Listening ------------------------------------------------------------------

  // A browser keeps few connections to one server: a page nobody sees gives its own back.
  let source;

  function listen() {
    source?.close();
    source = undefined;
    if (document.visibilityState !== "visible") return;
    source = new EventSource("/.rapporteur/events");
    source.addEventListener("site", ({ data }) => {
      work = work.then(() => follow(JSON.parse(data))).catch(() => location.reload());
    });
    source.addEventListener("faults", ({ data }) => {
      work = work.then(() => show(JSON.parse(data).faults));
    });
  }

  document.addEventListener("visibilitychange", listen);
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) listen();
  });
  addEventListener("pagehide", () => source?.close());
  listen();
})();
