// The page that searches: the question from its field and address, the answers as a list. What answers is found in
// search-answers.js, in the reader's browser.

import { fields, search } from "./search-answers.js";
import { yearOf } from "./search-index.js";

const root = new URL("./", import.meta.url);

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

/** The piece of a text with the most of what was asked, and the words marked. */
function excerpt({ paragraphs }) {
  const reach = 260;
  let best = { score: -1 };
  for (const { paragraph, tokens, marks } of paragraphs) {
    for (const first of marks.size > 0 ? marks : [0]) {
      const from = tokens[first]?.start ?? 0;
      const inside = [...marks].filter((at) => tokens[at].start >= from && tokens[at].end <= from + reach - 60);
      const distinct = new Set(inside.map((at) => tokens[at].word)).size * 4 + inside.length;
      if (distinct > best.score) best = { score: distinct, paragraph, tokens, marks, from };
    }
  }
  const { paragraph, tokens, marks } = best;
  const lead = Math.max(0, best.from - 60);
  const start = lead === 0 ? 0 : paragraph.indexOf(" ", lead) + 1;
  const limit = start + reach;
  const end = limit >= paragraph.length ? paragraph.length : Math.max(paragraph.lastIndexOf(" ", limit), best.from + 1);
  const parts = [start > 0 ? "… " : ""];
  let position = start;
  for (const at of [...marks].sort((a, b) => a - b)) {
    const token = tokens[at];
    if (token.start < position || token.end > end) continue;
    parts.push(paragraph.slice(position, token.start), element("mark", { textContent: paragraph.slice(token.start, token.end) }));
    position = token.end;
  }
  parts.push(paragraph.slice(position, end), end < paragraph.length ? " …" : "");
  return element("p", { className: "excerpt" }, ...parts);
}

/** Answers of one meeting stand together, where the best of them stands. */
function grouped(answers) {
  const groups = new Map();
  for (const answer of answers) groups.set(answer.meeting.id, [...(groups.get(answer.meeting.id) ?? []), answer]);
  return [...groups.values()];
}

function item(answer, isFirst, page) {
  const { text, meeting } = answer;
  const who = [text.delegation, text.speaker ?? (text.delegation ? "name not yet given" : text.role)];
  const link = element("a", { href: new URL(answer.address, root).href }, who.filter((name) => name).join(" · ") || "Statement");
  const parts = [element("p", { className: "title" }, link), excerpt(answer)];
  if (isFirst) {
    const facts = [meeting.label === meeting.title ? meeting.body : meeting.label, meeting.date];
    parts.unshift(
      element("p", { className: "group" }, element("span", { className: "group-title", textContent: meeting.title }),
        element("span", { className: "meta", textContent: facts.filter((fact) => fact).join(" · ") })));
  }
  return element("li", { className: isFirst ? "first" : "" }, ...parts);
}

const quoted = (value) => `"${value.replaceAll('"', "")}"`;

/** Links that narrow the search: years of all candidates, names of the answers shown. */
function facetLists(result, answers, question) {
  const lists = [];
  const add = (title, field, counts, value) => {
    if (counts.size < 2 || result.asked.facets.some((facet) => facet.field === field)) return;
    const entries = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 8).map(([name, count]) => {
      const href = "?" + new URLSearchParams({ q: `${question} ${field}:${value(name)}`.trim() });
      return element("li", {}, element("a", { href, textContent: name }), count === null ? "" : ` ${count}`);
    });
    const heading = element("h2", { textContent: title });
    lists.push(element("section", {}, heading, element("ul", {}, ...entries)));
  };
  const tally = (names) => {
    const counts = new Map();
    for (const name of names) if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
    return counts;
  };
  const dated = new Map([...result.years].filter(([year]) => year !== null));
  if (!result.asked.years) add("Year", "year", dated, String);
  add("Delegation", "delegation", tally(answers.map(({ text }) => text.delegation)), quoted);
  add("Speaker", "speaker", tally(answers.map(({ text }) => text.speaker)), quoted);
  add("Body", "body", tally(answers.map(({ meeting }) => meeting.body)), quoted);
  const meetings = new Map(answers.map(({ meeting }) => [meeting.label, meeting.id]));
  add("Meeting", "meeting", tally(answers.map(({ meeting }) => meeting.label)), (name) => quoted(meetings.get(name)));
  const cited = answers.flatMap(({ text }) => text.resolutions);
  const resolutions = new Map(cited.map(({ name, id }) => [name, id]));
  add("Cites", "resolution", tally(cited.map(({ name }) => name)), (name) => quoted(resolutions.get(name)));
  return lists;
}

/** What stands above the answers. Says that there are none only where everything was looked at. */
function message(result, answers) {
  if (result.isEmpty) return result.asked.years ? "Add a word or a name to the year." : "";
  if (result.unknownFacet) return `Nothing here has the ${result.unknownFacet.field} “${result.unknownFacet.text}”.`;
  return [...outcome(result, answers), ...limits(result)].join(" ");
}

function outcome(result, answers) {
  const { isDone, isAny, isSure, isShort, since, found, unknown } = result;
  const counted = (count) => `${count.toLocaleString()} ${count === 1 ? "statement" : "statements"}.`;
  const isPart = isShort || since > 0 || found.some(({ isWhole }) => !isWhole);
  if (answers.length === 0 && !isDone) {
    return ["None of the likeliest statements has all of that. Look at more, or ask for rarer words."];
  }
  if (answers.length === 0 && isPart) return ["No answer among the statements that could be looked at. Add a rarer word."];
  if (answers.length === 0) return ["No statement answers to that. Try fewer words, or the beginning of one."];
  if (isAny) return [`No statement ${isPart ? "looked at " : ""}has all of these words; these have some of them.`];
  const lost = unknown.length > 0 ? ["Some of your words stand in no statement and were left out."] : [];
  if (isSure && since === 0) return [counted(result.passages.length), ...lost];
  return [isDone && !isPart ? counted(answers.length) : "The best answers first.", ...lost];
}

/** What was not looked at. */
function limits({ since }) {
  if (since === 0) return [];
  if (since === Infinity) return ["The question is too wide to be looked through: leave out one of its conditions."];
  const from = yearOf(since);
  return [`So wide a question is looked through for the newest meetings only${from ? `, from ${from} on` : ""}: narrow it by a year or a name.`];
}

class Page {
  input = document.getElementById("q");
  results = document.getElementById("search-results");
  status = document.getElementById("search-status");
  list = document.getElementById("search-answers");
  facets = document.getElementById("search-facets");
  button = document.getElementById("search-more");
  asking = 0;

  start() {
    this.input.form.addEventListener("submit", (event) => {
      event.preventDefault();
      history.pushState(null, "", this.address());
      this.ask();
    });
    this.input.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        history.replaceState(null, "", this.address());
        this.ask();
      }, 250);
    });
    addEventListener("popstate", () => this.read());
    this.facets.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      history.pushState(null, "", link.href);
      this.read();
      this.input.focus();
    });
    this.button.addEventListener("click", () => this.showMore());
    this.read();
    if (!this.input.value) this.input.focus();
  }

  /** The question out of the address: `q`, and each facet also by its own name. */
  read() {
    const parameters = new URLSearchParams(location.search);
    const facets = [...fields, "year"].filter((name) => parameters.get(name));
    this.input.value = [parameters.get("q") ?? "", ...facets.map((name) => `${name}:${quoted(parameters.get(name))}`)]
      .filter((part) => part).join(" ");
    this.ask();
  }

  address() {
    const q = this.input.value.trim();
    return q ? "?" + new URLSearchParams({ q }) : location.pathname;
  }

  async ask() {
    clearTimeout(this.timer);
    const turn = ++this.asking;
    try {
      const result = await search(this.input.value);
      const answers = await result.more();
      if (turn !== this.asking) return;
      // The answers before stay until there are new ones.
      this.list.replaceChildren();
      this.answers = [];
      this.result = result;
      this.show(answers);
    } catch (error) {
      if (turn !== this.asking) return;
      this.results.hidden = false;
      this.status.textContent = `The index of the search could not be read (${error.message}). Load the page again.`;
    }
  }

  async showMore() {
    const turn = this.asking;
    const answers = await this.result.more();
    if (turn === this.asking) this.show(answers);
  }

  /** Adds answers to those that are shown. */
  show(answers) {
    const { result } = this;
    this.answers.push(...answers);
    for (const group of grouped(answers)) {
      for (const [index, answer] of group.entries()) this.list.append(item(answer, index === 0, this));
    }
    this.results.hidden = message(result, this.answers) === "";
    this.status.textContent = message(result, this.answers);
    this.facets.replaceChildren(...facetLists(result, this.answers, this.input.value.trim()));
    this.button.hidden = result.isDone;
  }
}

if (globalThis.document?.getElementById("search-results")) new Page().start();
