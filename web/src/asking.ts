// The words of a query, what each may stand for, and in which entries it is found. As blanket.search.asking.

import type { Lexicon } from "./lexicon";
import * as matching from "./matching";
import type { Match } from "./matching";
import { weights } from "./rules";
import { content, isOtherLanguage, words, type Token } from "./words";

export interface Evidence {
  strength: number;
  match: Match | null;
  direct: boolean; // the glossary leads from the word straight to the entry
}

export const howOf = (found: Evidence): string => found.match?.how ?? (found.direct ? "said" : "part");

export class QueryWord {
  matches = new Map<number, Match>();
  evidence = new Map<number, Evidence>();
  akin = new Map<number, number>(); // entry -> how strongly it holds words akin to this one
  weight = 0;

  constructor(readonly token: Token) {}

  add(matches: Iterable<Match>): void {
    for (const match of matches) {
      const known = this.matches.get(match.term);
      if (known === undefined || known.sure < match.sure) this.matches.set(match.term, match);
    }
  }

  put(entry: number, found: Evidence): void {
    const known = this.evidence.get(entry);
    if (known === undefined || known.strength < found.strength) this.evidence.set(entry, found);
  }
}

/** The words of a query that carry a subject, each with what it stands for, its weight and its evidence. */
export function understand(lexicon: Lexicon, typed: Token[], total: number, halfTyped: boolean): QueryWord[] {
  const stops = new Set(typed.filter((token) => token.stop).map((token) => token.folded));
  const telling = content(typed);
  let query = telling.map((token) => new QueryWord(token));
  const last = query[query.length - 1];
  if (halfTyped && last.token === typed[typed.length - 1]) last.add(matching.begun(lexicon, last.token));
  const otherLanguage = isOtherLanguage(typed);
  for (const item of query) matchWord(lexicon, item, query.length === 1, otherLanguage);
  matchGlossary(lexicon, query, stops);
  const left = query.filter((item) => !isNoise(item));
  if (left.length && left.length < query.length) {
    matchGlossary(lexicon, left, stops); // words are neighbours now that were not
    query = left;
  }
  for (const item of query) {
    item.weight = weightOf(item, total);
    spread(lexicon, item);
    if (!item.token.action) spreadAkin(lexicon, item);
  }
  return query;
}

/** Find the words of the index that one word may stand for, from sure to unsure ways. */
function matchWord(lexicon: Lexicon, item: QueryWord, alone: boolean, otherLanguage: boolean): void {
  const ways = new Set([...item.matches.values()].map((match) => match.how)); // begun, so far
  const same = matching.exact(lexicon, item.token);
  const share = ways.has("begun") ? weights.WHOLE_IF_BEGUN : 1;
  item.add(same.map((match) => ({ ...match, sure: match.sure * share })));
  if (!item.matches.size && !alone && matching.isMistypedStopWord(item.token)) return;
  if (!ways.size && same.every((match) => match.sure === weights.OTHER_WORD)) {
    const known = matching.withoutKnownPart(lexicon, item.token);
    item.add(known.length ? known : matching.mistyped(lexicon, item.token));
  }
  item.add(otherLanguage ? matching.otherEndings(lexicon, item.token) : matching.alike(lexicon, item.token));
}

const isNoise = (item: QueryWord): boolean =>
  !item.matches.size && !item.evidence.size && matching.isMistypedStopWord(item.token);

/** Lay words and phrases of the query lead to the words that the entries use, and straight to entries. */
function matchGlossary(lexicon: Lexicon, query: QueryWord[], stops: Set<string>): void {
  for (let size = Math.min(weights.MOST_SAID, query.length); size > 0; size -= 1) {
    for (let start = 0; start + size <= query.length; start += 1) {
      const some = query.slice(start, start + size);
      for (const saying of lexicon.sayings(matching.bareKey(some.map((item) => item.token)))) {
        if (saying.stops.length && !saying.stops.some((stop) => stops.has(stop))) continue;
        for (const use of saying.uses) say(lexicon, some, saying.said, use);
        for (const see of saying.sees) {
          const entry = lexicon.withId(see);
          if (entry === undefined) continue;
          for (const item of some) item.put(entry, { strength: weights.SAID, match: null, direct: true });
        }
      }
    }
  }
}

function say(lexicon: Lexicon, some: QueryWord[], said: string, use: string): void {
  const wanted = content(words(use));
  const share = weights.SAID * (wanted.length === 1 ? 1 : weights.SAID_IN_PART);
  for (const token of wanted) {
    for (const match of matching.exact(lexicon, token)) {
      const meant: Match = { ...match, sure: share * match.sure, how: "said", shown: `${said} = ${use}` };
      for (const item of some) item.add([meant]);
    }
  }
}

/** The weight of a word that `df` of `total` entries hold (inverse document frequency), never quite nothing. */
export const rarity = (df: number, total: number): number =>
  Math.pow(Math.max(weights.RARITY_LEAST, Math.log((total + 1) / (df + 0.5))), weights.RARITY);

function weightOf(item: QueryWord, total: number): number {
  const all = [...item.matches.values()];
  const same = all.filter((match) => ["exact", "typo", "begun"].includes(match.how)).map((match) => match.df);
  const df = same.length ? Math.max(...same) : all.reduce((sum, match) => sum + match.df, 0);
  return rarity(df, total) * (item.token.action ? weights.ACTION : 1);
}

/** Find the entries that hold one of the word's matches, or the parts of it when it is a compound. */
function spread(lexicon: Lexicon, item: QueryWord): void {
  for (const match of item.matches.values()) {
    for (const [entry, strength] of holders(lexicon, match)) item.put(entry, { strength, match, direct: false });
  }
  if ([...item.matches.values()].some((match) => match.how === "exact")) return;
  let splits = matching.parts(lexicon, item.token);
  if (!splits.length) splits = matching.parts(lexicon, item.token, !item.matches.size);
  for (const [heads, tails] of splits) spreadParts(lexicon, item, heads, tails);
}

/** Find the entries that hold words akin to this one: the more of them an entry holds, the more it is about it. */
function spreadAkin(lexicon: Lexicon, item: QueryWord): void {
  for (const [found, share] of lexicon.related(item.token.bare)) {
    for (const [entry, weight] of lexicon.holders(found.n, weights.MOST_AKIN)) {
      const strength = (share * weight) / 100;
      const before = item.akin.get(entry) ?? 0;
      item.akin.set(entry, before + strength * (1 - before));
    }
  }
}

function spreadParts(lexicon: Lexicon, item: QueryWord, heads: Match[], tails: Match[]): void {
  const head = strongest(lexicon, heads);
  const tail = strongest(lexicon, tails);
  for (const entry of new Set([...head.keys(), ...tail.keys()])) {
    const both = weights.PART_HEAD * (head.get(entry) ?? 0) + weights.PART_TAIL * (tail.get(entry) ?? 0);
    item.put(entry, { strength: weights.PART * both, match: null, direct: false });
  }
}

function strongest(lexicon: Lexicon, matches: Match[]): Map<number, number> {
  const best = new Map<number, number>();
  for (const match of matches) {
    for (const [entry, strength] of holders(lexicon, match)) best.set(entry, Math.max(best.get(entry) ?? 0, strength));
  }
  return best;
}

const holders = (lexicon: Lexicon, match: Match): [number, number][] =>
  lexicon.holders(match.term, mostRead(match)).map(([entry, weight]) => [entry, (match.sure * weight) / 100]);

/** How many of the entries that hold a match are read at first. */
export const mostRead = (match: Match): number => weights.MOST_HOLDERS[match.how] ?? weights.MOST_EXACT;
