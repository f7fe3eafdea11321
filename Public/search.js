// Search over the site's own files, in the reader's browser. Documentation/Search.md tells the format of the index and
// how answers are ranked. Loads the few files a question needs: nothing is sent anywhere.

const root = new URL("./", import.meta.url);
const format = "rapporteur.search/3";

// Words ------------------------------------------------------------------------

const spelled = { ł: "l", ø: "o", đ: "d", ð: "d", ħ: "h", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th", ς: "σ" };
const longestWord = 16;
const isLetter = /[\p{L}\p{N}]/u;
const isNothing = /[\p{M}\p{Cf}]/u;
const standsAlone =
  /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u31F0-\u31FF\u3400-\u9FFF\u{20000}-\u{3FFFF}]/u;
const folded = new Map();
const encoder = new TextEncoder();

/** A string of one character for each UTF-8 byte: compares in the order of the index. */
const binary = (text) => {
  let bytes = "";
  for (const byte of encoder.encode(text)) bytes += String.fromCharCode(byte);
  return bytes;
};

/** A letter's own letters without case and diacritics; none for what parts words, null for a mark. */
function fold(letter) {
  let plain = folded.get(letter);
  if (plain === undefined) {
    plain = isNothing.test(letter)
      ? null
      : [...letter.normalize("NFKD").toLowerCase()].filter((c) => isLetter.test(c)).map((c) => spelled[c] ?? c).join("");
    folded.set(letter, plain);
  }
  return plain;
}

/** The words of a text as the index has them, with where they stand. The same rules as in the program. */
export function words(text) {
  const found = [];
  let letters = [];
  let start = 0;
  let afterApostrophe = false;
  const finish = (end, gap) => {
    const word = letters.slice(0, longestWord).join("");
    if (word && !(afterApostrophe && word === "s")) found.push({ word: binary(word), start, end });
    afterApostrophe = word !== "" && (gap === "'" || gap === "’");
    letters = [];
  };
  let position = 0;
  for (const letter of text) {
    const plain = fold(letter);
    if (plain === "") {
      finish(position, letter);
    } else if (plain !== null && standsAlone.test(plain)) {
      finish(position, letter);
      found.push({ word: binary(plain), start: position, end: position + letter.length });
    } else if (plain !== null) {
      if (letters.length === 0) start = position;
      letters.push(...plain);
    }
    position += letter.length;
  }
  finish(position, "");
  return found;
}

// Questions --------------------------------------------------------------------

const fields = ["speaker", "delegation", "meeting", "body", "resolution"];

/** Takes a question apart: words and phrases to find, facets and years to narrow by. */
export function parse(question) {
  const asked = { parts: [], facets: [], years: null };
  const pieces = [...question.matchAll(/(?:([a-z]+):)?(?:["“”]([^"“”]*)["“”]?|([^\s"“”]+))/giu)];
  for (const [index, [whole, name, quoted, bare]] of pieces.entries()) {
    const field = name?.toLowerCase();
    const text = quoted ?? bare ?? "";
    if (field === "year") {
      const [from, until] = text.split(/[-–.]+/u);
      asked.years = [Number(from) || 0, Number(until || from) || 9999];
    } else if (fields.includes(field)) {
      const slug = words(text).map((found) => found.word).join("-");
      if (slug) asked.facets.push({ field, slug, text, words: slug.split("-") });
    } else {
      const found = words(name ? whole : text).map((found) => found.word);
      const isLast = index === pieces.length - 1 && quoted === undefined;
      if (found.length > 0) {
        asked.parts.push({ words: found, text, isPrefix: found.length === 1 && (isLast || /\*$/u.test(text)) });
      }
    }
  }
  return asked;
}

// The index --------------------------------------------------------------------

const memory = new Map();

const json = (bytes) => JSON.parse(new TextDecoder().decode(bytes));
/** How many bytes have come so far. */
let loaded = 0;

/** A file below `search/`, once. */
function load(path, read) {
  if (!memory.has(path)) {
    const loading = fetch(new URL("search/" + path, root)).then(async (response) => {
      if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
      const bytes = await response.arrayBuffer();
      loaded += bytes.byteLength;
      return read(bytes);
    });
    loading.catch(() => memory.delete(path));
    memory.set(path, loading);
  }
  return memory.get(path);
}

async function directory() {
  const index = await load("index.json", json);
  if (index.format !== format) throw new Error(`the index is in the format ${index.format}, not ${format}`);
  for (const segment of index.segments) segment.borders ??= segment.registers.map(binary);
  return index;
}

/** The first terms of the shard where a key lies, and of the one after it: the last register that is not behind it knows. */
async function shardsAround(key, segment) {
  const at = lastBefore(key, segment.borders);
  const path = `words/${segment.name}/${fileName(segment.borders[at])}.json`;
  const shards = await load(path, (bytes) => json(bytes).map(binary));
  const place = lastBefore(key, shards);
  return [shards[place], shards[place + 1] ?? segment.borders[at + 1]];
}

/** Where the last border lies that is not behind the key. */
function lastBefore(key, borders) {
  let [low, high] = [0, borders.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (borders[middle] <= key) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

function number(reader) {
  let [value, factor] = [0, 1];
  for (;;) {
    const byte = reader.bytes[reader.at++];
    value += (byte & 127) * factor;
    if (!(byte & 128)) return value;
    factor *= 128;
  }
}

/** The terms of a shard: how many places each has, and the bytes of its list. */
function readShard(buffer) {
  const reader = { bytes: new Uint8Array(buffer), at: 0 };
  const terms = new Map();
  const entries = [];
  let key = "";
  for (let left = number(reader); left > 0; left--) {
    const shared = number(reader);
    const length = number(reader);
    key = key.slice(0, shared) + String.fromCharCode(...reader.bytes.subarray(reader.at, reader.at + length));
    reader.at += length;
    const count = number(reader);
    const term = { key, count: count >> 1, isWhole: (count & 1) === 0, length: number(reader) };
    entries.push(term);
    terms.set(key, term);
  }
  for (const term of entries) {
    term.list = reader.bytes.subarray(reader.at, reader.at + term.length);
    reader.at += term.length;
  }
  return terms;
}

const fileName = (border) =>
  border.replace(/[^a-z0-9-]/gu, (c) => "_" + c.charCodeAt(0).toString(16).padStart(2, "0"));

const shard = (border, segment) => load(`words/${segment.name}/${fileName(border)}.bin`, readShard);

/** One term from what the segments have of it; undefined where none has. */
const joined = (key, parts) => parts.length === 0 ? undefined : {
  key,
  count: parts.reduce((sum, { count }) => sum + count, 0),
  isWhole: parts.every(({ isWhole }) => isWhole),
  lists: parts.map(({ list }) => list),
};

async function term(key, { segments }) {
  const parts = await Promise.all(segments.map(async (segment) => {
    const [border] = await shardsAround(key, segment);
    return (await shard(border, segment)).get(key);
  }));
  return joined(key, parts.filter((part) => part));
}

/** Terms that begin with a word, from at most two shards of a segment, the commonest first. */
async function termsBeginning(prefix, { segments }) {
  const found = new Map();
  await Promise.all(segments.map(async (segment) => {
    for (const border of await shardsAround(prefix, segment)) {
      if (border === undefined || border > prefix + "\u00ff") break;
      for (const [key, part] of await shard(border, segment)) {
        if (key.startsWith(prefix) && !/[:=]/u.test(key)) found.set(key, [...(found.get(key) ?? []), part]);
      }
    }
  }));
  return [...found].map(([key, parts]) => joined(key, parts)).sort((a, b) => b.count - a.count).slice(0, 40);
}

// A passage is known by its meeting's number × 65536 + its place in the meeting.
const perMeeting = 65536;

function* places({ lists }) {
  for (const list of lists) yield* placesIn(list);
}

function* placesIn(list) {
  const reader = { bytes: list, at: 0 };
  let meeting = 0;
  while (reader.at < list.length) {
    meeting += number(reader);
    let passage = -1;
    for (;;) {
      const value = number(reader);
      passage += Math.floor(value / 8);
      yield [meeting * perMeeting + passage, (value >> 1) & 3];
      if (value & 1) break;
    }
  }
}

function meetings({ lists }) {
  const found = new Set();
  for (const list of lists) {
    const reader = { bytes: list, at: 0 };
    let meeting = 0;
    while (reader.at < list.length) found.add((meeting += number(reader)));
  }
  return found;
}

const undated = 131072;
const perMonth = 512;
const year = (passage) => {
  const meeting = Math.floor(passage / perMeeting);
  return meeting < undated ? null : 1900 + Math.floor((meeting - undated) / perMonth / 12);
};

const perFile = 8;

/** The file a passage's text is in. */
function textPath(passage) {
  const meeting = Math.floor(passage / perMeeting);
  const file = Math.floor((passage % perMeeting) / perFile);
  if (meeting < undated) return `texts/undated/${meeting.toString(36)}-${file}.json`;
  const month = Math.floor((meeting - undated) / perMonth);
  const name = `${1900 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  return `texts/${name}/${((meeting - undated) % perMonth).toString(36)}-${file}.json`;
}

// Ranking ----------------------------------------------------------------------

const weights = [0.6, 1.05, 1.6, 3];
const inHead = 3;
// What a question may load: its facets, which narrow exactly only when they are whole; the lists of its longest words, at
// least of three, beside facets of one, until all lists together are `enough` bytes; then texts, so many files at a time,
// a second time only while there is room, and few where there is none. Of the other words the texts tell.
const loadedWords = 6;
const surelyLoaded = 3;
const enough = { lists: 110_000, withFacets: 165_000, texts: 190_000 };
const filesAtOnce = 10;
const filesWithoutRoom = 5;

/** One word of a question with everything that answers to it. */
async function candidatesFor(word, isPrefix, index) {
  const forms = new Map([[word, 1]]);
  if (/^[a-z]{4,}$/u.test(word)) forms.set(word.endsWith("s") ? word.slice(0, -1) : word + "s", 0.9);
  const found = [];
  for (const [form, factor] of forms) {
    const known = await term(form, index);
    if (known) found.push([known, factor]);
  }
  if (isPrefix && word.length > 1) {
    for (const known of await termsBeginning(word, index)) {
      if (!forms.has(known.key)) found.push([known, 0.5]);
    }
  }
  const count = found.reduce((sum, [known]) => sum + known.count, 0);
  const rarity = Math.log(1 + Math.max(0, index.passages - count + 0.5) / (count + 0.5));
  const scores = new Map();
  const heads = new Set();
  for (const [known, factor] of found) {
    for (const [passage, weight] of places(known)) {
      if (weight === inHead) heads.add(passage);
      const score = rarity * weights[weight] * factor;
      if (score > (scores.get(passage) ?? 0)) scores.set(passage, score);
    }
  }
  const isWhole = found.every(([known]) => known.isWhole);
  return { word, isPrefix, rarity, scores, heads, isWhole, isKnown: count > 0, keys: new Set(found.map(([t]) => t.key)) };
}

/** What a facet leaves: a test for passages. */
async function facetFor({ field, slug, words }, index) {
  const isMeeting = field === "meeting" || field === "body";
  const whole = await term(`${field}=${slug}`, index);
  const terms = whole ? [whole] : await Promise.all(words.map((word) => term(`${field}:${word}`, index)));
  if (terms.some((known) => known === undefined)) return null;
  if (isMeeting) {
    const sets = terms.map(meetings);
    return { set: null, has: (passage) => sets.every((set) => set.has(Math.floor(passage / perMeeting))), sets };
  }
  const sets = terms.map((known) => new Set([...places(known)].map(([passage]) => passage)));
  const set = new Set([...sets[0]].filter((passage) => sets.every((other) => other.has(passage))));
  return { set, has: (passage) => set.has(passage) };
}

/** Passages that may answer, best first, with what is still to be read in their texts. */
async function rank(asked, index) {
  const all = asked.parts.flatMap((part) => part.words.map((word) => ({ word, isPrefix: part.isPrefix })));
  const chosen = [...all].sort((a, b) => b.word.length - a.word.length).slice(0, loadedWords);
  const begun = loaded;
  const read = (some) => Promise.all(some.map(({ word, isPrefix }) => candidatesFor(word, isPrefix, index)));
  const facets = await Promise.all(asked.facets.map((facet) => facetFor(facet, index)));
  const [sure, limit] = facets.length === 0 ? [surelyLoaded, enough.lists] : [1, enough.withFacets];
  const found = await read(chosen.slice(0, sure));
  for (const word of chosen.slice(sure)) if (loaded - begun < limit) found.push(...(await read([word])));
  const unknownFacet = asked.facets.find((_, at) => facets[at] === null);
  if (unknownFacet) return { passages: [], found, unknownFacet, unknown: [] };
  const known = found.filter((candidates) => candidates.isKnown);
  const unknown = found.filter((candidates) => !candidates.isKnown).map(({ word }) => word);
  const narrowed = (passage) =>
    facets.every((facet) => facet.has(passage)) &&
    (!asked.years || (year(passage) >= asked.years[0] && year(passage) <= asked.years[1] && year(passage) !== null));

  const whole = known.filter(({ isWhole }) => isWhole).map(({ scores }) => scores);
  const sets = [...whole, ...facets.map(({ set }) => set).filter((set) => set)].sort((a, b) => a.size - b.size);
  let pool;
  if (sets.length > 0) {
    pool = [...sets[0].keys()].filter((passage) => sets.every((set) => set.has(passage)));
  } else {
    pool = [...new Set(known.flatMap(({ scores }) => [...scores.keys()]))];
  }
  let isAny = false;
  let passages = pool.filter(narrowed);
  if (passages.length === 0 && known.length > 1) {
    isAny = true;
    passages = [...new Set(known.flatMap(({ scores }) => [...scores.keys()]))].filter(narrowed);
  }
  const score = (passage) => {
    let sum = 0;
    for (const { scores } of known) sum += scores.get(passage) ?? 0;
    return known.length > 0 && known.every(({ heads }) => heads.has(passage)) ? sum * 2 : sum;
  };
  const scored = passages.map((passage) => ({ passage, score: score(passage) }));
  scored.sort((a, b) => b.score - a.score || b.passage - a.passage);
  const isSure = known.every(({ isWhole }) => isWhole) && all.length === found.length && !isAny;
  return { passages: scored, found: known, unknown, isAny, isSure: isSure && asked.parts.every((p) => p.words.length === 1) };
}

/** True where the words stand side by side from `at`. */
const standAt = (tokens, at, phrase) =>
  at + phrase.length <= tokens.length && phrase.every((word, index) => tokens[at + index].word === word);

/** Reads a candidate's text: whether it holds what was asked, how well, and where. */
function judge(candidate, text, asked, { found, unknown, isAny }) {
  const head = words([text.delegation, text.speaker].filter((name) => name).join(" ; ")).map(({ word }) => word);
  const paragraphs = text.paragraphs.map((paragraph) => ({ paragraph, tokens: words(paragraph), marks: new Set() }));
  const length = paragraphs.reduce((sum, { tokens }) => sum + tokens.length, 0);
  const rarity = new Map(found.map((candidates) => [candidates.word, candidates]));
  let score = 0;
  let missing = 0;
  let isNamed = true;
  for (const { words: phrase, isPrefix } of asked.parts.filter((part) => !part.words.some((w) => unknown.includes(w)))) {
    const keys = phrase.length === 1 ? rarity.get(phrase[0])?.keys : undefined;
    const fits = (word) => word === phrase[0] || keys?.has(word) || (isPrefix && word.startsWith(phrase[0]));
    let count = 0;
    for (const { tokens, marks } of paragraphs) {
      for (let at = 0; at < tokens.length; at++) {
        if (phrase.length === 1 ? !fits(tokens[at].word) : !standAt(tokens, at, phrase)) continue;
        count++;
        for (let index = 0; index < phrase.length; index++) marks.add(at + index);
      }
    }
    const inName = phrase.length === 1 ? head.some(fits) : phrase.every((word) => head.includes(word));
    if (!inName) isNamed = false;
    if (count === 0 && !inName) missing++;
    const sum = phrase.reduce((sum, word) => sum + (rarity.get(word)?.rarity ?? 0), 0);
    const share = (count * 2.2) / (count + 1.2 * (0.5 + (0.5 * length) / 150));
    score += sum * Math.max(share, inName ? weights[inHead] : 0);
  }
  if (missing > 0 && !(isAny && missing < asked.parts.length)) return null;
  const asking = asked.parts.flatMap((part) => part.words);
  const total = found.reduce((sum, candidates) => sum + candidates.rarity, 0);
  if (asking.length > 0 && isNamed) score += 2 * total;
  if (asking.length > 1) score += total * nearness(paragraphs, asking);
  return { ...candidate, text, score, paragraphs };
}

/** From 0 to 1: how many neighbours of the question are neighbours in the text; 1 only for the whole phrase. */
function nearness(paragraphs, asking) {
  let pairs = 0;
  for (let index = 0; index + 1 < asking.length; index++) {
    const pair = asking.slice(index, index + 2);
    if (paragraphs.some(({ tokens }) => tokens.some((_, at) => standAt(tokens, at, pair)))) pairs++;
  }
  const isWhole = paragraphs.some(({ tokens }) => tokens.some((_, at) => standAt(tokens, at, asking)));
  return isWhole ? 1 : (0.5 * pairs) / (asking.length - 1);
}

/** Answers a question, some answers at a time. */
export async function search(question) {
  const asked = parse(question);
  const isEmpty = asked.parts.length === 0 && asked.facets.length === 0 && !asked.years;
  let begun = loaded;
  const index = await directory();
  const ranking = isEmpty ? { passages: [], unknown: [], found: [] } : await rank(asked, index);
  const shown = new Set();
  let next = 0;
  /** The next answers: the candidates of some files of text, read and put in order. */
  const more = async () => {
    const answers = [];
    for (let round = 0; round < 2 && answers.length < 10 && next < ranking.passages.length; round++) {
      if (round > 0 && loaded - begun > enough.texts) break;
      const batch = [];
      const files = new Set();
      const most = loaded - begun > enough.texts ? filesWithoutRoom : filesAtOnce;
      while (next < ranking.passages.length && batch.length < 30) {
        const path = textPath(ranking.passages[next].passage);
        if (files.size === most && !files.has(path)) break;
        files.add(path);
        batch.push({ ...ranking.passages[next++], path });
      }
      await Promise.all([...files].map((path) => load(path, json)));
      for (const candidate of batch) {
        const file = await load(candidate.path, json);
        const text = file.passages[(candidate.passage % perMeeting) % perFile];
        const answer = judge(candidate, text, asked, ranking);
        const address = `${file.meeting.page}#${text.anchor}`;
        if (!answer || shown.has(address)) continue;
        shown.add(address);
        answers.push({ ...answer, meeting: file.meeting, address });
      }
    }
    begun = loaded;
    return answers.sort((a, b) => b.score - a.score || b.passage - a.passage);
  };
  const years = new Map();
  for (const { passage } of ranking.passages) years.set(year(passage), (years.get(year(passage)) ?? 0) + 1);
  return { asked, isEmpty, ...ranking, more, years, get isDone() { return next >= ranking.passages.length; } };
}

// The page ---------------------------------------------------------------------

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

/** What stands above the answers. */
function message(result, answers) {
  if (result.isEmpty) return "";
  if (result.unknownFacet) return `Nothing here has the ${result.unknownFacet.field} “${result.unknownFacet.text}”.`;
  const count = result.passages.length;
  if (answers.length === 0 && !result.isDone) return "None of the likeliest statements has all of that. Look at more, or ask for rarer words.";
  if (answers.length === 0 && result.found.some(({ isWhole }) => !isWhole)) {
    return "These words stand in too many statements to look through them all. Add a rarer one.";
  }
  if (answers.length === 0) return "No statement answers to that. Try fewer words, or the beginning of one.";
  if (result.isAny) return "No statement has all of these words; these have some of them.";
  const lost = result.unknown.length > 0 ? " Some of your words stand in no statement and were left out." : "";
  if (result.isSure) return `${count.toLocaleString()} ${count === 1 ? "statement" : "statements"}.${lost}`;
  return (result.isDone ? `${answers.length} ${answers.length === 1 ? "statement" : "statements"}.` : "The best answers first.") + lost;
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
    this.results.hidden = result.isEmpty;
    this.status.textContent = message(result, this.answers);
    this.facets.replaceChildren(...facetLists(result, this.answers, this.input.value.trim()));
    this.button.hidden = result.isDone;
  }
}

if (globalThis.document?.getElementById("search-results")) new Page().start();
