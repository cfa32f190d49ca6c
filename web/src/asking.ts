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
  lay: string[] = []; // keys of lay words that it may be a slip of
  weight = 0;

  constructor(readonly token: Token) {}

  add(matches: Iterable<Match>): void {
    for (const match of matches) {
      const known = this.matches.get(match.term);
      if (known === undefined || known.sure < match.sure) this.matches.set(match.term, match);
    }
  }

  /** The words that it is most likely a slip of, when it is one: those that most entries hold first. */
  meant(): Token[] {
    const all = [...this.matches.values()];
    if (all.some((match) => match.how !== "typo")) return [];
    all.sort((one, other) => other.sure - one.sure || other.df - one.df || (one.shown < other.shown ? -1 : 1));
    return all.slice(0, weights.MOST_MEANT).map((match) => word(match.shown));
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
  if (token.stop || matching.exact(lexicon, token).length) return token;
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
  if (!ways.size && same.every((match) => match.sure === weights.OTHER_WORD)) {
    const known = matching.withoutKnownPart(lexicon, item.token);
    item.add(known.length ? known : slipsOf(lexicon, item.token));
    if (!lexicon.sayings(item.token.bare).length) item.lay = matching.layWordsMeant(lexicon, item.token);
  }
  item.add(otherLanguage ? matching.otherEndings(lexicon, item.token) : matching.alike(lexicon, item.token));
  const unknown = !item.matches.size && !otherLanguage && !item.token.number;
  if (unknown && !matching.parts(lexicon, item.token).length) item.add(matching.knownTail(lexicon, item.token));
}

/** The words of which one is a slip: hardly, when it is a word itself, that the base only knows akin words of. */
function slipsOf(lexicon: Lexicon, token: Token): Match[] {
  const slips = matching.mistyped(lexicon, token);
  if (!slips.length || !lexicon.related(token.bare).length) return slips;
  return slips.map((match) => ({ ...match, sure: weights.WORD_ITSELF * match.sure, how: "like" }));
}

/** Lay words and phrases of the query lead to the words that the entries use, and straight to entries. */
function matchGlossary(lexicon: Lexicon, query: QueryWord[], stops: Set<string>, begun: boolean): void {
  for (let size = Math.min(weights.MOST_SAID, query.length); size > 0; size -= 1) {
    for (let start = 0; start + size <= query.length; start += 1) {
      const some = query.slice(start, start + size);
      const keys = new Set(keysOf(some));
      if (begun && some[some.length - 1] === query[query.length - 1]) {
        for (const key of matching.begunLayKeys(lexicon, some.map((item) => item.token))) keys.add(key);
      }
      for (const saying of [...keys].flatMap((key) => lexicon.sayings(key))) {
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

/** The phrases of the glossary that some words may be: as they are typed, and with what they are slips of. */
function keysOf(some: QueryWord[]): string[] {
  const typed = some.map((item) => item.token.bare);
  const keys = [typed.join(" ")];
  some.forEach((item, at) => {
    for (const other of [...item.lay, ...item.meant().map((token) => token.bare)]) {
      keys.push([...typed.slice(0, at), other, ...typed.slice(at + 1)].join(" "));
    }
  });
  return keys;
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
  const near = all.reduce((sum, match) => sum + match.df, 0);
  const df = same.length ? Math.max(...same) : matching.rounded(weights.NEAR * near);
  return rarity(df, total) * (isActionWord(item) ? weights.ACTION : 1);
}

/** Whether a word only says what is done, also when it is mistyped: hjjælp. */
const isActionWord = (item: QueryWord): boolean => item.token.action || item.meant().some((token) => token.action);

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
