// From a query to the entries that answer it, best first. As blanket.search.ranking.

import { howOf, mostRead, rarity, understand, withoutSlipsInSmallWords, type QueryWord } from "./asking";
import type { EntryRow, Lexicon } from "./lexicon";
import * as matching from "./matching";
import { rules, weights } from "./rules";
import { content, isAction, isAscii, isFormNumber, isStopTerm, numberKeys, queryWords, stopTerm, type Token } from "./words";

export interface Hit extends EntryRow {
  points: number;
  weak: boolean;
}
interface Query {
  typed: Token[];
  words: QueryWord[];
  numbers: Set<number>;
  ids: Set<number>;
  stops: Set<number>; // its words that say nothing, as they stand in phrases
}

/** The entries that answer a query, best first. The query holds no CPR number any more (see cpr.ts). */
export function rank(lexicon: Lexicon, text: string, limit: number, halfTyped = false): Hit[] {
  const typed = withoutSlipsInSmallWords(lexicon, queryWords(text), halfTyped);
  const total = lexicon.count();
  const numbers = numbersIn(lexicon, text);
  const ids = idsIn(lexicon, text);
  if (!typed.length || !total || (isFormNumber(text) && !numbers.size && !ids.size)) return [];
  const words = understand(lexicon, typed, total, halfTyped);
  const stops = new Set(typed.filter((token) => token.stop).map(stopTerm));
  const query: Query = { typed, words, numbers, ids, stops };
  const covered = complete(lexicon, words, coverage(words));
  const rows = lexicon.rows([...best(covered, weights.CANDIDATES), ...numbers, ...ids]);
  const phrases = bestPhrases(lexicon, rows, query, total);
  const byKind = kindWeights(typed);
  const scores = new Map<number, number>();
  for (const [n, row] of rows) {
    scores.set(n, score(query, n, row, covered.get(n) ?? 0, phrases.get(n) ?? 0, byKind[row.kind]));
  }
  putLedBehind(words, rows, scores);
  const shown = shownOf(rows, scores);
  return shown.slice(0, limit).map((n, at) => {
    const own = scores.get(n)!;
    const next = at + 1 < shown.length ? scores.get(shown[at + 1])! : 0;
    const named = numbers.has(n) || ids.has(n);
    const weak = !named && !(own >= weights.NOTHING && isSure(words, n, own - next, phrases.get(n) ?? 0));
    return { ...rows.get(n)!, points: tenth(Math.min(100, 100 * own)), weak };
  });
}

/** Entries with a word that looks like one of the query's, when `rank` found nothing: a guess, never a hit. */
export function guesses(lexicon: Lexicon, text: string, limit: number): Hit[] {
  const found = new Map<number, number>();
  for (const token of content(queryWords(text))) {
    for (const match of matching.mistyped(lexicon, token, 1)) {
      for (const [entry, weight] of lexicon.holders(match.term, weights.MOST_GUESSED)) {
        const own = (match.sure * weight) / 100;
        if (own > (found.get(entry) ?? 0)) found.set(entry, own);
      }
    }
  }
  const first = best(found, limit);
  const rows = lexicon.rows(first);
  return first.filter((n) => found.get(n)! >= weights.GUESS).map((n) => ({ ...rows.get(n)!, points: 0, weak: true }));
}

/** To one decimal as Python rounds: half to even where it is exactly half, which only quarters can be. */
function tenth(value: number): number {
  if (!Number.isInteger(value * 4) || Number.isInteger(value * 2)) return Number(value.toFixed(1));
  const down = Math.floor(value * 10);
  return (down % 2 ? down + 1 : down) / 10;
}

// --- Scores ----------------------------------------------------------------------------------------------------------

function score(query: Query, n: number, row: EntryRow, covered: number, phrase: number, kindWeight: number): number {
  if (query.ids.has(n)) return 1;
  let kind = kindWeight;
  if (phrase >= weights.NAMED_FIT && query.words.length > 1) kind = Math.max(kind, weights.NAMED);
  let own = (weights.COVERAGE * covered + weights.PHRASE * phrase) * kind;
  if (row.status === "udgået") own *= weights.WITHDRAWN;
  return query.numbers.has(n) ? Math.max(own, weights.NUMBER) : own;
}

/** Put an entry that one lay word alone leads to behind the best one whose title says another word of the query. */
function putLedBehind(words: QueryWord[], rows: Map<number, EntryRow>, scores: Map<number, number>): void {
  const telling = words.filter((item) => !item.token.action);
  for (const n of rows.keys()) {
    const led = words.filter((item) => item.evidence.get(n)?.direct);
    if (led.length !== 1 || words.some((item) => item !== led[0] && item.evidence.has(n))) continue;
    const least = weights.AS_TELLING * led[0].weight;
    const others = telling.filter((item) => item !== led[0] && item.weight >= least);
    const enough = weights.NEARLY_AS_GOOD * scores.get(n)!;
    const near = [...rows].filter(([m]) => scores.get(m)! >= enough);
    const titled = near.filter(([, row]) => others.some((item) => says(row, item))).map(([m]) => scores.get(m)!);
    if (titled.length) scores.set(n, Math.min(scores.get(n)!, weights.BEHIND * Math.max(...titled)));
  }
}

/** Whether an entry's title holds a word of the query as it is. */
function says(row: EntryRow, item: QueryWord): boolean {
  const [title] = row.phrases;
  return title.some((term) => ["exact", "typo"].includes(item.matches.get(term)?.how ?? ""));
}

function kindWeights(typed: Token[]): Record<string, number> {
  const byKind = { ...weights.KIND };
  const ends = (endings: string[]): boolean => typed.some((token) => endings.some((end) => token.folded.endsWith(end)));
  if (ends(rules.blanketord)) byKind.blanket = weights.FORM_HINTED;
  for (const [kind, endings] of Object.entries(rules.spørger_efter)) {
    if (ends(endings)) byKind[kind] = weights.KIND_ASKED_FOR;
  }
  return byKind;
}

const sum = (numbers: Iterable<number>): number => {
  let whole = 0;
  for (const number of numbers) whole += number;
  return whole;
};

/** Entry -> the share of the query, by weight, that it answers. */
function coverage(words: QueryWord[]): Map<number, number> {
  const whole = sum(words.map((item) => item.weight));
  const scores = new Map<number, number>();
  for (const item of words) {
    const share = item.weight / whole;
    for (const [entry, found] of item.evidence) scores.set(entry, (scores.get(entry) ?? 0) + share * found.strength);
    for (const [entry, akin] of item.akin) {
      const known = item.evidence.get(entry);
      const missing = known ? 1 - known.strength : 1;
      scores.set(entry, (scores.get(entry) ?? 0) + share * weights.AKIN * akin * missing);
    }
  }
  return scores;
}

const best = (scores: Map<number, number>, count: number): number[] =>
  [...scores].sort((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, count).map(([n]) => n);

/** The scores with what `spread` did not read of very common words, for the entries that may come first. */
function complete(lexicon: Lexicon, words: QueryWord[], scores: Map<number, number>): Map<number, number> {
  const cut = new Set<number>();
  for (const item of words) {
    for (const match of item.matches.values()) if (match.df > mostRead(match)) cut.add(match.term);
  }
  if (!cut.size) return scores;
  const first = best(scores, 4 * weights.CANDIDATES);
  for (const [entry, own] of lexicon.ownWords(first)) {
    for (const [term, weight] of own) {
      if (!cut.has(term)) continue;
      for (const item of words) {
        const match = item.matches.get(term);
        if (match) item.put(entry, { strength: (match.sure * weight) / 100, match, direct: false });
      }
    }
  }
  const wanted = new Set(first);
  return new Map([...coverage(words)].filter(([entry]) => wanted.has(entry)));
}

// --- Phrases ---------------------------------------------------------------------------------------------------------

interface Meaning {
  met: Map<number, [number, number][]>; // term -> the places of the query's words that it may stand for, how surely
  stops: Set<number>;
  weights: number[];
  whole: number;
}

/** Entry -> how well its title, one søgeord or a phrase of the glossary is the query and nothing more. */
function bestPhrases(lexicon: Lexicon, rows: Map<number, EntryRow>, query: Query, total: number): Map<number, number> {
  const meaning = meaningOf(query);
  const touched = new Map<number, number[][]>();
  const terms = new Set<number>();
  for (const [n, row] of rows) {
    const phrases = row.phrases.filter((phrase) => phrase.some((term) => meaning.met.has(term)));
    for (const phrase of phrases) for (const term of phrase) terms.add(term);
    touched.set(n, phrases);
  }
  const weightOf = weightsOf(lexicon, terms, total);
  const found = new Map<number, number>();
  for (const [n, phrases] of touched) {
    let most = directFit(query.words, n, meaning.whole);
    for (const phrase of phrases) most = Math.max(most, fit(phrase, meaning, weightOf));
    found.set(n, most);
  }
  return found;
}

function meaningOf(query: Query): Meaning {
  const met = new Map<number, [number, number][]>();
  query.words.forEach((item, at) => {
    for (const match of item.matches.values()) {
      const places = met.get(match.term);
      if (places) places.push([at, match.sure]);
      else met.set(match.term, [[at, match.sure]]);
    }
  });
  const own = query.words.map((item) => item.weight);
  return { met, stops: query.stops, weights: own, whole: sum(own) + weights.STOP * query.stops.size };
}

/** How well a phrase is the query: the harmonic mean of the shares of both that are met, by weight. */
function fit(phrase: number[], meaning: Meaning, weightOf: Map<number, number>): number {
  const said = new Map<number, number>(); // place of a word of the query -> how surely the phrase says it
  const shared = weights.STOP * new Set(phrase.filter((term) => meaning.stops.has(term))).size;
  let matched = shared;
  for (const term of phrase) {
    const places = meaning.met.get(term);
    if (!places) continue;
    matched += weightOf.get(term)!;
    for (const [at, sure] of places) said.set(at, Math.max(said.get(at) ?? 0, sure));
  }
  const told = sum([...said].map(([at, sure]) => meaning.weights[at] * sure));
  return harmonic((shared + told) / meaning.whole, matched / sum(phrase.map((term) => weightOf.get(term)!)));
}

function directFit(words: QueryWord[], entry: number, whole: number): number {
  const led = words.filter((item) => item.evidence.get(entry)?.direct);
  const said = sum(led.map((item) => (item.weight * item.evidence.get(entry)!.strength) / weights.SAID));
  return harmonic(said / whole, 1);
}

const harmonic = (one: number, other: number): number => (2 * one * other) / (one + other);

/** Term of a phrase -> how much it says: the rarer, the more. */
function weightsOf(lexicon: Lexicon, terms: Set<number>, total: number): Map<number, number> {
  const found = new Map<number, number>();
  for (const term of terms) if (isStopTerm(term)) found.set(term, weights.STOP);
  for (const known of lexicon.words([...terms].filter((term) => !isStopTerm(term)))) {
    found.set(known.n, rarity(known.df, total) * (isAction(known.stem) ? weights.ACTION : 1));
  }
  return found;
}

// --- What is shown ---------------------------------------------------------------------------------------------------

/** The entries that are hits, in order, but for those far behind; when there is none, a few that are less than that. */
function shownOf(rows: Map<number, EntryRow>, scores: Map<number, number>): number[] {
  const order = Object.keys(weights.KIND);
  const sorted = [...rows].sort(
    ([one, own], [other, its]) =>
      Number(scores.get(other)!.toFixed(6)) - Number(scores.get(one)!.toFixed(6)) ||
      order.indexOf(own.kind) - order.indexOf(its.kind) ||
      (own.id < its.id ? -1 : 1),
  );
  const ordered = sorted.map(([n]) => n);
  const least = ordered.length ? weights.FAR_BEHIND * scores.get(ordered[0])! : 0;
  const hits = ordered.filter((n) => scores.get(n)! >= Math.max(least, weights.NOTHING));
  if (hits.length) return hits;
  return ordered.slice(0, weights.MOST_FAINT).filter((n) => scores.get(n)! >= Math.max(least, weights.FAINT));
}

/** Whether a hit is hardly there by chance. `lead`: before the next one. `phrase`: how well its best phrase fits. */
function isSure(words: QueryWord[], entry: number, lead: number, phrase: number): boolean {
  const whole = sum(words.map((item) => item.weight));
  let told = 0;
  let akin = 0;
  let covered = 0;
  for (const item of words) {
    const found = item.evidence.get(entry);
    if (found) {
      told += item.weight * found.strength * weights.TRUST[howOf(found)];
      covered += item.weight;
    }
    const near = item.akin.get(entry);
    if (near !== undefined) akin += item.weight * near;
    else if (!found && item.weight >= weights.SURE_RARE && words.length <= weights.SURE_FEW) return false;
  }
  const sure =
    weights.SURE_PHRASE * phrase +
    weights.SURE_LEAD * Math.min(lead, weights.SURE_MOST_LEAD) +
    weights.SURE_LENGTH * Math.min(words.length, weights.SURE_WORDS) +
    weights.SURE_AKIN * (akin / whole) +
    weights.SURE_TOLD * (told / whole) +
    weights.SURE_MUCH * told;
  return sure >= weights.SURE && covered / whole >= weights.SURE_COVERED && !isGuess(words, entry);
}

/** Whether nothing but short words that look alike speaks for an entry: hent for hest, muskelsvind for mus. */
function isGuess(words: QueryWord[], entry: number): boolean {
  return !words.some((item) => {
    const found = item.evidence.get(entry);
    return found && Array.from(item.token.folded).length >= (weights.SHORT[howOf(found)] ?? 0);
  });
}

// --- Numbers and ids -------------------------------------------------------------------------------------------------

/** The forms whose number the query holds; for DP 200, which there is none of, DP 200A, B and C. */
function numbersIn(lexicon: Lexicon, text: string): Set<number> {
  const found = new Set<number>();
  for (const key of numberKeys(text)) {
    const exact = lexicon.numbered(key, false);
    const mayGoOn = !exact.size && /^\p{L}/u.test(key) && /\p{Nd}$/u.test(key);
    for (const n of mayGoOn ? lexicon.numbered(key, true) : exact) found.add(n);
  }
  return found;
}

function idsIn(lexicon: Lexicon, text: string): Set<number> {
  const found = isAscii(text) ? lexicon.withId(text.trim().toLowerCase()) : undefined;
  return new Set(found === undefined ? [] : [found]);
}
