// Takes a question apart, finds the statements that answer to it and puts them in order. Documentation/Search.md tells how.

import {
  Budget, directory, facetList, facetRun, filesWithin, meetings, numbersOf, perFile, perMeeting, places, term,
  termsBeginning, textPath, texts, words, year,
} from "./search-index.js";

// Questions --------------------------------------------------------------------

export const fields = ["speaker", "delegation", "meeting", "body", "resolution"];

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

// Ranking ----------------------------------------------------------------------

const weights = [0.6, 1.05, 1.6, 3];
const inHead = 3;
/** What may be loaded for the first answers, and for further ones, in bytes: below 300 KB with the page and the program. */
const allowance = { question: 260_000, more: 120_000 };
// The shares of it that are kept for texts while lists are loaded, and for each of three words while facets are. Of words
// that are not loaded the texts tell.
const shares = { texts: 0.28, word: 0.1 };
const loadedWords = 6;
const filesAtOnce = 8;

/** Everything that answers to one word; null where the budget does not reach. */
async function candidatesFor(word, isPrefix, index, budget) {
  const exact = await term(word, index, budget);
  if (exact === null) return null;
  const found = exact ? [[exact, 1]] : [];
  let isWhole = true;
  const forms = new Set([word]);
  if (/^[a-z]{4,}$/u.test(word)) {
    const form = word.endsWith("s") ? word.slice(0, -1) : word + "s";
    const known = await term(form, index, budget);
    forms.add(form);
    if (known) found.push([known, 0.9]);
    if (known === null) isWhole = false;
  }
  if (isPrefix && word.length > 1) {
    const longer = await termsBeginning(word, index, budget);
    for (const known of longer ?? []) if (!forms.has(known.key)) found.push([known, 0.5]);
    if (longer === null) isWhole = false;
  }
  // Of a word that is not found, and whose other forms could not be looked up, nothing is known.
  if (found.length === 0 && !isWhole) return null;
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
  isWhole &&= found.every(([known]) => known.isWhole);
  return { word, isPrefix, rarity, scores, heads, isWhole, isKnown: count > 0, keys: new Set(found.map(([t]) => t.key)) };
}

/** Where the lists of a facet lie: the whole of its name, or else the words of it. Empty where nothing has them. */
async function runsFor(facet, index, budget) {
  const { field, slug, words } = facet;
  const whole = await facetRun(`${field}=${slug}`, index, budget);
  if (whole?.isParted) return [{ facet, ...whole }];
  if (whole && (await facetList(whole, budget.room, budget)).isKnown) return [{ facet, ...whole }];
  const runs = await Promise.all(words.map((word) => facetRun(`${field}:${word}`, index, budget)));
  return runs.map((run) => ({ facet, ...(run ?? { key: null, shards: [], cost: 0 }) }));
}

/** What the facets leave, as tests for passages; the smallest lists first, the large ones share what room there is. */
async function narrowing(asked, index, budget) {
  const runs = (await Promise.all(asked.facets.map((facet) => runsFor(facet, index, budget)))).flat();
  const [first, last] = asked.years ? numbersOf(asked.years) : [];
  const narrow = { sets: [], meetings: [], tests: [], since: 0, unknownFacet: null };
  runs.sort((a, b) => a.cost - b.cost);
  for (const [at, run] of runs.entries()) {
    const room = Math.max(0, budget.room) / (runs.length - at);
    const list = run.key ? await facetList(run, room, budget, first, last) : { lists: [], since: Infinity, isKnown: true };
    if (!list.isKnown) return { ...narrow, unknownFacet: run.facet };
    narrow.since = Math.max(narrow.since, list.since);
    if (run.facet.field === "meeting" || run.facet.field === "body") {
      narrow.meetings.push(meetings(list));
    } else {
      narrow.sets.push(new Set([...places(list)].map(([passage]) => passage)));
    }
  }
  for (const set of narrow.meetings) narrow.tests.push((passage) => set.has(Math.floor(passage / perMeeting)));
  for (const set of narrow.sets) narrow.tests.push((passage) => set.has(passage));
  const isIn = ([from, until], year) => year !== null && year >= from && year <= until;
  if (narrow.since > 0) narrow.tests.push((passage) => passage >= narrow.since * perMeeting);
  if (asked.years) narrow.tests.push((passage) => isIn(asked.years, year(passage)));
  return narrow;
}

/** Passages that may answer, best first, with what is still to be read in their texts. */
async function rank(asked, index, budget) {
  const all = asked.parts.flatMap((part) => part.words.map((word) => ({ word, isPrefix: part.isPrefix })));
  const chosen = [...all].sort((a, b) => b.word.length - a.word.length).slice(0, loadedWords);
  const forTexts = budget.all * shares.texts;
  budget.kept = forTexts + budget.all * shares.word * Math.min(3, all.length);
  const narrow = await narrowing(asked, index, budget);
  if (narrow.unknownFacet) return { passages: [], found: [], unknownFacet: narrow.unknownFacet, unknown: [] };
  budget.kept = forTexts;
  const found = [];
  for (const { word, isPrefix } of chosen) {
    const candidates = await candidatesFor(word, isPrefix, index, budget);
    if (candidates) found.push(candidates);
  }
  budget.kept = 0;
  const known = found.filter((candidates) => candidates.isKnown);
  const unknown = found.filter((candidates) => !candidates.isKnown).map(({ word }) => word);
  const whole = known.filter(({ isWhole }) => isWhole).map(({ scores }) => scores);
  const sets = [...whole, ...narrow.sets].sort((a, b) => a.size - b.size);
  const isLeft = (passage) => narrow.tests.every((test) => test(passage));
  const mayAnswer = (passage) => whole.every((scores) => scores.has(passage)) && isLeft(passage);
  const union = () => [...new Set(known.flatMap(({ scores }) => [...scores.keys()]))];
  let passages = sets.length > 0 ? [...sets[0].keys()] : union();
  // Of meetings alone the first texts are shown.
  const isMeetings = sets.length === 0 && known.length === 0 && narrow.meetings.length > 0;
  if (isMeetings) passages = [...narrow.meetings[0]].map((meeting) => meeting * perMeeting);
  passages = passages.filter(mayAnswer);
  let isAny = false;
  if (passages.length === 0 && known.length > 1) {
    passages = union().filter(isLeft);
    isAny = passages.length > 0;
  }
  const scored = passages.map((passage) => {
    let [score, having] = [0, 0];
    for (const { scores } of known) {
      score += scores.get(passage) ?? 0;
      if (scores.has(passage)) having++;
    }
    return { passage, having, score: known.length > 0 && known.every(({ heads }) => heads.has(passage)) ? score * 2 : score };
  });
  // Beside heads of lists, what stands in most of them is likeliest to have all words.
  scored.sort((a, b) => b.having - a.having || b.score - a.score || b.passage - a.passage);
  const isSure = known.every(({ isWhole }) => isWhole) && all.length === found.length && !isAny && !isMeetings &&
    asked.parts.every(({ words }) => words.length === 1);
  return { passages: scored, found: known, unknown, isAny, isSure, since: narrow.since, mayAnswer: isAny ? () => false : mayAnswer };
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

/** Candidates by the file of their text, the best files first. */
function byFile(candidates) {
  const files = new Map();
  for (const candidate of candidates) {
    const path = textPath(candidate.passage);
    if (files.has(path)) files.get(path).push(candidate);
    else files.set(path, [candidate]);
  }
  return files;
}

/** Takes the first entries out of a map. */
function take(map, most) {
  const taken = [];
  for (const entry of map) {
    if (taken.length >= most) break;
    taken.push(entry);
    map.delete(entry[0]);
  }
  return taken;
}

/** The passages of a file: candidates, and what beside them may answer, because it is here anyway. */
function passagesOf(file, candidates, mayAnswer) {
  const known = new Map(candidates.map((candidate) => [candidate.passage, candidate]));
  const first = candidates[0].passage - ((candidates[0].passage % perMeeting) % perFile);
  return file.passages.map((text, place) => ({ text, candidate: known.get(first + place) ?? { passage: first + place, score: 0 } }))
    .filter(({ candidate: { passage } }) => known.has(passage) || mayAnswer(passage));
}

/**
 * Answers a question, some answers at a time.
 * @param limit how many bytes it may load until the first answers, and for further ones.
 */
export async function search(question, limit = allowance) {
  const asked = parse(question);
  const isEmpty = asked.parts.length === 0 && asked.facets.length === 0;
  let budget = new Budget(limit.question);
  const index = await directory(budget);
  const ranking = isEmpty ? { passages: [], unknown: [], found: [] } : await rank(asked, index, budget);
  let isShort = false;
  const waiting = byFile(ranking.passages);
  const shown = new Set();
  const more = async () => {
    const answers = [];
    for (let round = 0; waiting.size > 0 && (answers.length === 0 || (answers.length < 10 && round < 2)); round++) {
      const files = take(waiting, Math.min(filesAtOnce, filesWithin(budget)));
      if (files.length === 0) break;
      const read = await Promise.all(files.map(async ([path, candidates]) => [await texts(path, budget), candidates]));
      for (const [file, candidates] of read) {
        if (file === null) continue;
        for (const { text, candidate } of passagesOf(file, candidates, ranking.mayAnswer)) {
          const answer = judge(candidate, text, asked, ranking);
          const address = `${file.meeting.page}#${text.anchor}`;
          if (!answer || shown.has(address)) continue;
          shown.add(address);
          answers.push({ ...answer, meeting: file.meeting, address });
        }
      }
    }
    isShort ||= budget.isShort;
    budget = new Budget(limit.more);
    return answers.sort((a, b) => b.score - a.score || b.passage - a.passage);
  };
  const years = new Map();
  for (const { passage } of ranking.passages) years.set(year(passage), (years.get(year(passage)) ?? 0) + 1);
  return { asked, isEmpty, ...ranking, more, years, get isShort() { return isShort; },
    get isDone() { return waiting.size === 0; } };
}
