// The files of the search, read within a budget. Documentation/Search.md tells their format. Nothing is sent anywhere.

const root = new URL("./", import.meta.url);
const format = "rapporteur.search/4";

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

// Files ------------------------------------------------------------------------

/** What a question may load, in bytes; what does not fit is left out. */
export class Budget {
  /** What is kept for later. */
  kept = 0;
  /** True where something was left out. */
  isShort = false;

  constructor(all) {
    this.all = all;
    this.left = all;
  }

  get room() {
    return this.left - this.kept;
  }
}

const memory = new Map();
const json = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

/** A file below `search/`, once; null where the budget does not reach. `size` is what it takes, or about that. */
function load(path, read, budget, size) {
  if (memory.has(path)) return memory.get(path);
  if (size > budget.room) {
    budget.isShort = true;
    return null;
  }
  budget.left -= size;
  const loading = fetch(new URL("search/" + path, root)).then(async (response) => {
    if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
    // A file that is much larger than usual shows it before it comes.
    if (Number(response.headers.get("content-length")) > size + budget.room) {
      budget.left += size;
      budget.isShort = true;
      memory.delete(path);
      await response.body.cancel();
      return null;
    }
    const bytes = await response.arrayBuffer();
    budget.left += size - bytes.byteLength;
    return read(bytes);
  });
  loading.catch(() => memory.delete(path));
  memory.set(path, loading);
  return loading;
}

// What files take whose size no other file tells: nearly always less.
const sizes = { directory: 4_000, register: 3_000, texts: 12_000 };

export async function directory(budget) {
  const index = await load("index.json", json, budget, sizes.directory);
  if (index?.format !== format) throw new Error(`the index is in the format ${index?.format}, not ${format}`);
  for (const segment of index.segments) segment.borders ??= segment.registers.map(binary);
  return index;
}

/** The passages of a file of texts, with their meeting; null where the budget does not reach. */
export const texts = (path, budget) => load(path, json, budget, sizes.texts);

/** How many files of texts the budget surely reaches for. */
export const filesWithin = (budget) => Math.max(0, Math.floor(budget.room / sizes.texts));

const fileName = (border) =>
  border.replace(/[^a-z0-9-]/gu, (c) => "_" + c.charCodeAt(0).toString(16).padStart(2, "0"));

const readRegister = (bytes) => {
  const { terms, sizes } = json(bytes);
  return { terms: terms.map(binary), sizes };
};

/** The shard where a key lies in a segment, and up to `most` in all that `goesOn` after it; null without budget. */
async function shardsAt(key, segment, budget, most, goesOn) {
  const shards = [];
  for (let at = lastBefore(key, segment.borders); at < segment.borders.length; at++) {
    if (shards.length === most || (shards.length > 0 && !goesOn(segment.borders[at]))) break;
    const path = `words/${segment.name}/${fileName(segment.borders[at])}.json`;
    const register = await load(path, readRegister, budget, sizes.register);
    if (register === null) return null;
    const { terms, sizes: bytes } = register;
    for (let place = shards.length === 0 ? lastBefore(key, terms) : 0; place < terms.length; place++) {
      if (shards.length === most || (shards.length > 0 && !goesOn(terms[place]))) return shards;
      shards.push({ path: `words/${segment.name}/${fileName(terms[place])}.bin`, border: terms[place], size: bytes[place] });
    }
  }
  return shards;
}

/** What shards take that were not loaded before. */
const cost = (shards) => shards.reduce((sum, { path, size }) => sum + (memory.has(path) ? 0 : size), 0);

/** Whether shards were found, and all of them can be loaded. */
function isWithin(runs, budget) {
  const fits = !runs.includes(null) && cost(runs.flat()) <= budget.room;
  if (!fits) budget.isShort = true;
  return fits;
}

const readAll = (shards, budget) => Promise.all(shards.map(({ path, size }) => load(path, readShard, budget, size)));

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

// Terms ------------------------------------------------------------------------

/** One term from what the segments have of it. */
const joined = (key, parts) => ({
  key,
  count: parts.reduce((sum, { count }) => sum + count, 0),
  isWhole: parts.every(({ isWhole }) => isWhole),
  lists: parts.map(({ list }) => list),
});

/** A word as the segments have it: undefined where none has, null where the budget does not reach. */
export async function term(key, { segments }, budget) {
  const shards = await Promise.all(segments.map((segment) => shardsAt(key, segment, budget, 1)));
  if (!isWithin(shards, budget)) return null;
  const read = await readAll(shards.flat(), budget);
  if (read.includes(null)) return null;
  const parts = read.map((terms) => terms.get(key)).filter((part) => part);
  return parts.length === 0 ? undefined : joined(key, parts);
}

/** Terms that begin with a word, from at most two shards of a segment, the commonest first; null without budget. */
export async function termsBeginning(prefix, { segments }, budget) {
  const begins = (border) => border <= prefix + "\u00ff";
  const found = new Map();
  const runs = await Promise.all(segments.map((segment) => shardsAt(prefix, segment, budget, 2, begins)));
  if (!isWithin(runs, budget)) return null;
  const shards = runs.flat();
  for (const terms of await readAll(shards, budget)) {
    for (const [key, part] of terms ?? []) {
      if (key.startsWith(prefix) && !/[:=]/u.test(key)) found.set(key, [...(found.get(key) ?? []), part]);
    }
  }
  return [...found].map(([key, parts]) => joined(key, parts)).sort((a, b) => b.count - a.count).slice(0, 40);
}

/**
 * Where the list of a facet lies: its shards from the oldest meetings to the newest, each with the number of the meeting
 * it begins with, if that is known, and of the one where the next begins. Null without budget.
 */
export async function facetRun(key, { segments }, budget) {
  const goesOn = (border) => border.startsWith(key + ",");
  const runs = await Promise.all(segments.map((segment) => shardsAt(key, segment, budget, Infinity, goesOn)));
  if (runs.includes(null)) return null;
  const from = ({ border }) => (goesOn(border) ? Number(border.slice(key.length + 1)) : 0);
  const shards = runs.flatMap((run) =>
    run.map((shard, at) => ({ ...shard, from: from(shard), until: run[at + 1] ? from(run[at + 1]) : Infinity })));
  return { key, shards, isParted: runs.some((run) => run.length > 1), cost: cost(shards) };
}

/**
 * Reads a facet's list, the newest meetings first, as far as `room` reaches. `since` is the number of the meeting from
 * which on it is whole: 0 where all was read. Between `first` and `last` only, if they are given.
 */
export async function facetList({ key, shards }, room, budget, first = 0, last = Infinity) {
  const asked = shards.filter(({ from, until }) => from <= last && until > first);
  const chosen = [];
  for (const shard of [...asked].reverse()) {
    room -= cost([shard]);
    if (room < 0) break;
    chosen.unshift(shard);
  }
  const read = await readAll(chosen, budget);
  const begun = read.lastIndexOf(null) + 1;
  const isPart = chosen.length < asked.length || begun > 0;
  const lists = read.slice(begun).flatMap((terms) =>
    [...terms].filter(([name]) => name === key || name.startsWith(key + ",")).map(([, { list }]) => list));
  const since = !isPart ? 0 : lists.length > 0 ? number({ bytes: lists[0], at: 0 }) : Infinity;
  return { key, lists, since, isKnown: lists.length > 0 || isPart || asked.length < shards.length };
}

// A passage is known by its meeting's number × 65536 + its place in the meeting.
export const perMeeting = 65536;

export function* places({ lists }) {
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

export function meetings({ lists }) {
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
const perFolder = 8192;
/** The numbers of meetings that years may have. */
export const numbersOf = ([from, until]) =>
  [from, until + 1].map((year) => undated + (Math.max(year, 1900) - 1900) * 12 * perMonth);

/** The year of a meeting's number; null for a meeting without a date. */
export const yearOf = (meeting) => (meeting < undated ? null : 1900 + Math.floor((meeting - undated) / perMonth / 12));
export const year = (passage) => yearOf(Math.floor(passage / perMeeting));

export const perFile = 8;

/** The file a passage's text is in. */
export function textPath(passage) {
  const meeting = Math.floor(passage / perMeeting);
  const file = Math.floor((passage % perMeeting) / perFile);
  if (meeting < undated) {
    const folder = `undated-${Math.floor(meeting / perFolder).toString(36)}`;
    return `texts/${folder}/${(meeting % perFolder).toString(36)}-${file}.json`;
  }
  const month = Math.floor((meeting - undated) / perMonth);
  const name = `${1900 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  return `texts/${name}/${((meeting - undated) % perMonth).toString(36)}-${file}.json`;
}
