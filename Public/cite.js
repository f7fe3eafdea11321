// How to cite one statement. The page says once how it is cited itself; a statement adds who spoke, as its head names
// them, and its own address. So a page of many statements carries one citation and no copies of it.

const text = (within, selector) => within.querySelector(selector)?.textContent.trim() || null;

/** `Koro Bessho (Japan)`; without a name the delegation alone, and null where the text gives neither. */
function voice(statement) {
  const [name, delegation] = [text(statement, "h3 .name"), text(statement, "h3 .delegation-name")];
  return name && delegation ? `${name} (${delegation})` : name ?? delegation;
}

/** The characters that mean something to TeX. */
const tex = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
const escaped = (value) => value.replace(/[&%$#_{}\\~^]/gu, (c) => tex[c] ?? "\\" + c);

function bibTeX(item) {
  const [year, month, day] = item.issued?.["date-parts"][0].map(String) ?? [];
  const literal = item.author ? `{${escaped(item.author[0].literal)}}` : null;
  const note = item["event-title"] ? `Statement, ${escaped(item["event-title"])}` : "Statement";
  const fields = {
    author: literal, title: `{${escaped(item.title)}}`, year, month, day, number: item.number && escaped(item.number), note,
    howpublished: escaped(item["container-title"]), url: item.URL,
  };
  const lines = Object.entries(fields).filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}},`);
  return [`@misc{${item.id},`, ...lines, "}"].join("\n");
}

/** The citation of a statement in three forms, out of the page's own. */
function citation(statement) {
  const page = JSON.parse(document.getElementById("cite-csl").textContent);
  const own = page.URL ?? location.href.replace(/#.*/u, "");
  const address = `${own}#${encodeURIComponent(statement.id)}`;
  const who = voice(statement);
  const { author, ...rest } = page;
  const item = {
    ...rest, id: `${page.id}-${statement.id}`, type: "speech", genre: "Statement",
    ...(author && { "event-title": author[0].literal }), ...(who && { author: [{ literal: who }] }), URL: address,
  };
  let sentence = document.getElementById("cite-sentence").textContent.trim();
  sentence = page.URL && sentence.endsWith(page.URL) ? sentence.slice(0, -page.URL.length) + address : `${sentence}, ${address}`;
  return [
    ["sentence", "Cite this statement", "p", who ? `${who}, statement, ${sentence}` : `Statement, ${sentence}`],
    ["bibtex", "BibTeX", "pre", bibTeX(item)],
    ["csl", "CSL-JSON", "pre", JSON.stringify(item, null, 2)],
  ];
}

/** Opens a dialog with the citation of a statement. */
export function cite(statement) {
  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const dialog = element("dialog", { className: "box cite", ariaLabel: "Cite this statement" });
  for (const [id, title, kind, content] of citation(statement)) {
    const button = element("button", { type: "button", textContent: "Copy", hidden: !navigator.clipboard });
    button.dataset.copies = `cite-statement-${id}`;
    dialog.append(
      element(id === "sentence" ? "h2" : "h3", { textContent: title }),
      element(kind, { id: `cite-statement-${id}`, textContent: content }), element("p", {}, button));
  }
  dialog.append(element("form", { method: "dialog" }, element("button", { textContent: "Close" })));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
