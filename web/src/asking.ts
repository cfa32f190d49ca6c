// The words of a query, what each may stand for, and in which entries it is found. As blanket.search.asking.

import type { Lexicon } from "./lexicon";
import * as matching from "./matching";
import type { Match } from "./matching";
import { weights } from "./rules";
import { content, isOtherLanguage, word, words, type Token } from "./words";

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
  lay = new Map<string, number>(); // keys of lay words that it may be a slip of, and how sure each is
  meant: Match[] = []; // the words of the index that it is most likely a slip of, when it is one
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
  const query = telling.map((token) => new QueryWord(token));
  const last = query[query.length - 1];
  const begun = halfTyped && last.token === typed[typed.length - 1];
  if (begun) last.add(matching.begun(lexicon, last.token));
  const otherLanguage = isOtherLanguage(typed);
  for (const item of query) matchWord(lexicon, item, otherLanguage);
  matchGlossary(lexicon, query, stops, begun);
  for (const item of query) {
    item.weight = weightOf(item, total);
    spread(lexicon, item);
    if (!isActionWord(item)) spreadAkin(lexicon, item);
  }
  return query;
}

/** The words of a query with those put right that are a slip of a word that says nothing: ikke for ikkke. */
export function withoutSlipsInSmallWords(lexicon: Lexicon, typed: Token[], halfTyped: boolean): Token[] {
  const telling = content(typed);
  if (telling.length === 1) return typed;
  const whole = typed.length - Number(halfTyped);
  return typed.map((token, at) => (at < whole ? putRight(lexicon, token, telling) : token));
}

function putRight(lexicon: Lexicon, token: Token, telling: Token[]): Token {
  if (token.stop || matching.exact(lexicon, token).some((one) => !word(one.shown).stop)) return token;
  const meant = matching.stopWordMeant(token);
  return meant === null || isSaid(lexicon, token, telling) ? token : meant;
}

/** Whether the glossary knows a word, alone or in a phrase that the query holds. */
function isSaid(lexicon: Lexicon, token: Token, telling: Token[]): boolean {
  for (let size = 1; size <= weights.MOST_SAID; size += 1) {
    for (let at = 0; at < telling.length; at += 1) {
      const some = telling.slice(at, at + size);
      if (some.includes(token) && lexicon.sayings(matching.bareKey(some)).length) return true;
    }
  }
  return false;
}

/** Find the words of the index that one word may stand for, from sure to unsure ways. */
function matchWord(lexicon: Lexicon, item: QueryWord, otherLanguage: boolean): void {
  const ways = new Set([...item.matches.values()].map((match) => match.how)); // begun, so far
  const same = matching.exact(lexicon, item.token);
  const share = ways.has("begun") ? weights.WHOLE_IF_BEGUN : 1;
  item.add(same.map((match) => ({ ...match, sure: match.sure * share })));
  if (same.every((match) => match.sure < weights.EXACT)) {
    item.meant = same.filter((match) => match.sure === weights.SPELT_BARE);
  }
  if (!ways.size && same.every((match) => match.sure === weights.OTHER_WORD)) {
    matchSlips(lexicon, item, !same.length && !otherLanguage);
  }
  item.add(otherLanguage ? matching.otherEndings(lexicon, item.token) : matching.alike(lexicon, item.token));
  const unknown = !item.matches.size && !otherLanguage && !item.token.number && !item.lay.size;
  if (unknown && !matching.parts(lexicon, item.token, true).length) item.add(matching.knownTail(lexicon, item.token));
}

/** Find the words that a word may be a slip of, in the entries and in the glossary. */
function matchSlips(lexicon: Lexicon, item: QueryWord, alike: boolean): void {
  const known = matching.withoutKnownPart(lexicon, item.token);
  let slips = matching.mistyped(lexicon, item.token);
  if (known.length) slips = slips.filter((match) => match.sure >= weights.ONE_SLIP);
  if (!lexicon.sayings(item.token.bare).length) item.lay = matching.layWordsMeant(lexicon, item.token);
  if (slips.length && lexicon.related(item.token.bare).length) {
    slips = slips.map((match) => ({ ...match, sure: weights.WORD_ITSELF * match.sure, how: "like" }));
  } else if (slips.length) {
    const likely = [...slips].sort(
      (one, other) => other.sure - one.sure || other.df - one.df || (one.shown < other.shown ? -1 : 1),
    );
    item.meant = likely.slice(0, weights.MOST_MEANT);
  }
  item.add([...known, ...slips]);
  for (const meant of alike ? item.meant : []) {
    const token = word(meant.shown);
    if (Array.from(token.bare).length < weights.SURE_STEM_FROM) continue;
    item.add(matching.alike(lexicon, token).map((match) => ({ ...match, sure: match.sure * meant.sure })));
  }
}

/** Lay words and phrases of the query lead to the words that the entries use, and straight to entries. */
function matchGlossary(lexicon: Lexicon, query: QueryWord[], stops: Set<string>, begun: boolean): void {
  for (let size = Math.min(weights.MOST_SAID, query.length); size > 0; size -= 1) {
    for (let start = 0; start + size <= query.length; start += 1) {
      const some = query.slice(start, start + size);
      const keys = keysOf(some);
      if (begun && some[some.length - 1] === query[query.length - 1]) {
        for (const key of matching.begunLayKeys(lexicon, some.map((item) => item.token))) {
          if (!keys.has(key)) keys.set(key, 1);
        }
      }
      for (const [key, sure] of keys) {
        for (const saying of lexicon.sayings(key)) {
          if (saying.stops.length && 2 * saying.stops.filter((stop) => stops.has(stop)).length <= saying.stops.length) continue;
          for (const use of saying.uses) say(lexicon, some, saying.said, use, sure);
          for (const entry of saying.sees.map((see) => lexicon.withId(see))) {
            if (entry === undefined) continue;
            for (const item of some) item.put(entry, { strength: sure * weights.SAID, match: null, direct: true });
          }
        }
      }
    }
  }
}

/** The phrases of the glossary that some words may be, and how surely: as typed, and with what they are slips of. */
function keysOf(some: QueryWord[]): Map<string, number> {
  const typed = some.map((item) => item.token.bare);
  const keys = new Map([[typed.join(" "), 1]]);
  some.forEach((item, at) => {
    const meant = item.meant.map((match): [string, number] => [word(match.shown).bare, match.sure]);
    for (const [other, sure] of new Map([...meant, ...item.lay])) {
      const key = [...typed.slice(0, at), other, ...typed.slice(at + 1)].join(" ");
      if (!keys.has(key)) keys.set(key, sure);
    }
  });
  return keys;
}

function say(lexicon: Lexicon, some: QueryWord[], said: string, use: string, sure: number): void {
  const wanted = content(words(use));
  const share = sure * weights.SAID * (wanted.length === 1 ? 1 : weights.SAID_IN_PART);
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
  const near = all.reduce((sum, match) => sum + match.df, 0);
  const df = same.length ? Math.max(...same) : matching.rounded(weights.NEAR * near);
  return rarity(df, total) * (isActionWord(item) ? weights.ACTION : 1);
}

/** Whether a word only says what is done, also when it is mistyped: hjjælp. */
const isActionWord = (item: QueryWord): boolean => item.token.action || item.meant.some((match) => word(match.shown).action);

/** Find the entries that hold one of the word's matches, or the parts of it when it is a compound. */
function spread(lexicon: Lexicon, item: QueryWord): void {
  for (const match of item.matches.values()) {
    for (const [entry, strength] of holders(lexicon, match)) item.put(entry, { strength, match, direct: false });
  }
  if ([...item.matches.values()].some((match) => match.how === "exact")) return;
  let splits = matching.parts(lexicon, item.token);
  const unsure = [...item.matches.values()].every((match) => match.sure <= weights.TWO_SLIPS);
  if (!splits.length) splits = matching.parts(lexicon, item.token, unsure);
  for (const [heads, tails] of splits) spreadParts(lexicon, item, heads, tails);
}

/** Find the entries that hold words akin to this one: the more of them an entry holds, the more it is about it. */
function spreadAkin(lexicon: Lexicon, item: QueryWord): void {
  let related = lexicon.related(item.token.bare);
  if (!related.length && item.meant.length) {
    const [likeliest] = item.meant;
    related = lexicon.related(word(likeliest.shown).bare).map(([near, share]) => [near, likeliest.sure * share]);
  }
  for (const [found, share] of related) {
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
