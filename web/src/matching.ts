// One word of a query and the words of the index: exact, beginning, end, parts, mistyped. As blanket.search.matching.

import distance from "damerau-levenshtein";
import type { IndexWord, Lexicon } from "./lexicon";
import { rules, weights } from "./rules";
import { isLikely } from "./slips";
import { bare, spellings, stopWords, word, type Token } from "./words";

// like: a slip of it, but a word itself.
export type How = "exact" | "begun" | "prefix" | "suffix" | "part" | "typo" | "like" | "said";
export interface Match {
  term: number;
  sure: number;
  how: How;
  shown: string;
  df: number;
}
export type Split = [Match[], Match[]]; // the heads and the tails that a compound may be made of

const match = (found: IndexWord, sure: number, how: How): Match => ({ term: found.n, sure, how, shown: found.shown, df: found.df });
const size = (text: string): number => Array.from(text).length;

/** Half to even, as Python rounds. */
export function rounded(value: number): number {
  const down = Math.floor(value);
  const rest = value - down;
  return rest > 0.5 || (rest === 0.5 && down % 2 !== 0) ? down + 1 : down;
}

/** Slips between two words, letters swapped with their neighbours among them; `limit` + 1 when there are more. */
function slips(one: string, other: string, limit: number): number {
  if (one === other) return 0;
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  return distance(one, other).steps;
}

/** How many slips a word of so many letters may hold. */
export const typoLimit = (length: number): number =>
  Number(length >= weights.ONE_SLIP_FROM) + Number(length >= weights.TWO_SLIPS_FROM);

/** The index's own word, in any inflection and any spelling of æ ø å. */
export function exact(lexicon: Lexicon, token: Token): Match[] {
  const known = lexicon.exact(token.stem, token.bare);
  const named = known.some((found) => found.stem === token.stem);
  return known.map((found) => {
    let sure = weights.SPELT_BARE;
    if (found.stem === token.stem) sure = weights.EXACT;
    else if (named || size(found.stem) < size(token.stem)) sure = weights.OTHER_WORD;
    return match(found, sure, "exact");
  });
}

/** Words that begin or end with the word: støtte finds boligstøtte, bolig finds boligstøtte. */
export function alike(lexicon: Lexicon, token: Token): Match[] {
  if (token.number) return [];
  const matches: Match[] = [];
  const typed = size(token.bare) >= weights.SURE_STEM_FROM ? token.bare : bare(token.folded);
  const length = size(typed);
  if (length >= weights.MIN_PREFIX) {
    for (const found of lexicon.longer(typed, false, weights.MOST_ALIKE)) {
      if (length < weights.SURE_START_FROM && size(found.bare) - length < weights.MIN_REST) continue; // an ending
      const sure = weights.PREFIX_LEAST + (weights.PREFIX_FULL * length) / size(found.bare);
      matches.push(match(found, sure, "prefix"));
    }
  }
  if (size(token.bare) >= weights.MIN_SUFFIX) {
    for (const found of lexicon.longer(token.bare, true, weights.MOST_ALIKE)) {
      const sure = weights.SUFFIX_LEAST + (weights.SUFFIX_FULL * size(token.bare)) / size(found.bare);
      matches.push(match(found, sure, "suffix"));
    }
  }
  return matches;
}

/** The words that somebody may be about to write: those of which an inflection begins with what stands there. */
export function begun(lexicon: Lexicon, token: Token): Match[] {
  const typed = bare(token.folded);
  const length = size(typed);
  if (length < weights.MIN_BEGUN) return [];
  const letters = new Map<number, number>(); // word -> those of its shortest inflection that begins so
  for (const [term, form] of lexicon.forms(typed, length, length + weights.MOST_TO_COME, false, weights.MOST_BEGUN)) {
    letters.set(term, Math.min(size(form), letters.get(term) ?? size(form)));
  }
  return lexicon.words(letters.keys()).map((found) => {
    const sure = weights.BEGUN_LEAST + (weights.BEGUN_FULL * length) / letters.get(found.n)!;
    return match(found, sure, "begun");
  });
}

/** The lay words or phrases of so many words that somebody may be about to write. */
export function begunLayKeys(lexicon: Lexicon, tokens: Token[]): string[] {
  const before = tokens.slice(0, -1);
  const last = tokens[tokens.length - 1];
  if (size(last.folded) < weights.MIN_BEGUN_LAY) return [];
  const typed = [...before.map((token) => token.bare), bare(last.folded)].join(" ");
  const keys = lexicon.layKeys(typed, size(typed), size(typed) + weights.MOST_TO_COME);
  return keys.filter((key) => key.split(" ").length - 1 === before.length).slice(0, weights.MOST_BEGUN_LAY);
}

/** A word of another language with another ending: Wohnungen for Wohnung, emeklilik for emekli. */
export function otherEndings(lexicon: Lexicon, token: Token): Match[] {
  const typed = bare(token.folded);
  const length = size(typed);
  if (token.number || length < weights.MIN_OTHER) return [];
  const least = Math.max(weights.MIN_OTHER - 1, rounded(weights.OTHER_SHARE * length));
  const longest = rounded(length / weights.OTHER_SHARE);
  const begins = Array.from(typed).slice(0, least).join("");
  const near = lexicon.forms(begins, least, longest, false, weights.MOST_ALIKE).map(([term]) => term);
  return lexicon.words(near).map((found) => match(found, weights.OTHER_ENDING, "typo"));
}

/** Words that differ by few slips: a letter dropped, doubled, changed or swapped. `extra` allows more than usual. */
export function mistyped(lexicon: Lexicon, token: Token, extra = 0): Match[] {
  if (token.number) return [];
  let best = new Map<number, number>();
  for (const target of spellings(token)) {
    const length = size(target);
    const limit = typoLimit(length) + (length >= weights.MORE_SLIPS_FROM ? extra : 0);
    for (const [term, sure] of meantBy(lexicon, target, limit)) best.set(term, Math.max(sure, best.get(term) ?? 0));
  }
  const typed = spellings(token)[0];
  const ending = rules.endelser.find((end) => typed.endsWith(end)) ?? "";
  const target = withoutEnd(typed, ending);
  if (ending && Math.max(0, ...best.values()) <= weights.TWO_SLIPS && size(target) >= weights.SURE_INFLECTED_FROM) {
    const other = meantBy(lexicon, target, 1); // not in this inflection, but in another
    if (other.size) best = other;
  }
  const surest = Math.max(0, ...best.values());
  const terms = [...best.keys()].filter((term) => best.get(term)! >= weights.UNLIKELY * surest);
  const first = terms.sort((one, other) => one - other).slice(0, weights.MOST_ALIKE);
  return lexicon.words(first).map((found) => match(found, best.get(found.n)!, "typo"));
}

/** The words of the index that lie the fewest slips from some letters, and how sure each is. */
function meantBy(lexicon: Lexicon, target: string, limit: number): Map<number, number> {
  if (!limit) return new Map();
  let fewest = limit + 1;
  let near: [number, string][] = [];
  for (const [term, form] of formsNear(lexicon, target, limit)) {
    const found = slips(target, form, fewest);
    if (found < fewest) {
      fewest = found;
      near = [];
    }
    if (found === fewest && found <= limit) near.push([term, form]);
  }
  const likely = new Set(near.filter(([, form]) => isLikely(target, form)).map(([term]) => term));
  const sure = sureAfter(fewest);
  return new Map(near.map(([term]) => [term, sure * (likely.has(term) || !likely.size ? 1 : weights.UNLIKELY)]));
}

/** How sure a word is that is so many slips from what was typed. */
function sureAfter(count: number): number {
  const bySlips = [weights.NO_SLIP, weights.ONE_SLIP, weights.TWO_SLIPS];
  return count < bySlips.length ? bySlips[count] : weights.MORE_SLIPS;
}

/** The forms that share a piece with the target at their beginning or end, and are about as long. */
function formsNear(lexicon: Lexicon, target: string, limit: number): [number, string][] {
  const signs = Array.from(target);
  const piece = Math.max(1, Math.floor(signs.length / (limit + 2)));
  const least = signs.length - limit;
  const longest = signs.length + limit;
  return [
    ...lexicon.forms(signs.slice(0, piece).join(""), least, longest, false, weights.MOST_FORMS),
    ...lexicon.forms(signs.slice(-piece).join(""), least, longest, true, weights.MOST_FORMS),
  ];
}

/** The word that says nothing of which a word is one slip: ikke of ikkke. Nobody errs in the first letter. */
export function stopWordMeant(token: Token): Token | null {
  if (size(token.folded) < weights.ONE_SLIP_FROM) return null;
  let meant: string | null = null;
  for (const stop of stopWords) {
    if (stop[0] !== token.folded[0] || size(stop) < weights.ONE_SLIP_FROM) continue;
    const near = slips(token.folded, stop, 1) <= 1 && isLikely(token.folded, stop);
    if (near && (meant === null || stop < meant)) meant = stop;
  }
  return meant === null ? null : word(meant);
}

/** The keys of the lay words of which a word is a slip, when neither index nor glossary has it as it stands. */
export function layWordsMeant(lexicon: Lexicon, token: Token): Map<string, number> {
  const target = bare(token.folded);
  const length = size(target);
  const limit = typoLimit(length);
  if (!limit || token.number) return new Map();
  const piece = Array.from(target)[0];
  const keys = lexicon.layKeys(piece, size(token.bare) - limit, length + limit).filter((key) => !key.includes(" "));
  const counts = keys.map((key) => Math.min(slips(target, key, limit), slips(token.bare, key, limit)));
  const fewest = Math.min(limit + 1, ...counts);
  const near = keys.filter((_, at) => counts[at] === fewest && fewest <= limit);
  return new Map(near.map((key) => [key, sureAfter(fewest)]));
}

/** A word without a head or tail that compounds are often made with: a skilsmissebevis has to do with a skilsmisse. */
export function withoutKnownPart(lexicon: Lexicon, token: Token): Match[] {
  const text = token.folded;
  const matches: Match[] = [];
  for (const tail of rules.haler) {
    const head = withoutEnd(text, tail);
    if (head !== text && size(head) >= weights.MIN_PART) {
      let heads = exact(lexicon, word(head));
      if (!heads.length) heads = exact(lexicon, word(withoutEnd(withoutEnd(head, "s"), "e")));
      matches.push(...heads);
      if (heads.length) matches.push(...exact(lexicon, word(tail)).map((one) => ({ ...one, sure: weights.PART_TAIL })));
    }
  }
  for (const head of rules.hoveder) {
    const rest = bare(text.startsWith(head) ? text.slice(head.length) : text);
    if (rest !== bare(text) && size(rest) >= weights.MIN_SUFFIX) {
      const forms = lexicon.forms(rest, size(rest), size(rest) + 8, true, weights.MOST_ALIKE);
      const found = lexicon.words(forms.map(([term]) => term));
      matches.push(...found.map((one) => match(one, weights.EXACT, "part")));
    }
  }
  return matches.map((one) => ({ ...one, sure: weights.KNOWN_PART * one.sure, how: "part" }));
}

const withoutEnd = (text: string, end: string): string => (end && text.endsWith(end) ? text.slice(0, -end.length) : text);

/** The two best ways to cut a compound into two words that the index holds: lægeskift is læge and skift. */
export function parts(lexicon: Lexicon, token: Token, mistypedToo = false): Split[] {
  const least = weights.MIN_PART;
  const signs = Array.from(token.folded);
  const ways: [number, Split][] = [];
  for (let cut = least; cut <= signs.length - least; cut += 1) {
    const shorter = Math.min(cut, signs.length - cut);
    const split = splitAt(lexicon, signs, cut, mistypedToo && shorter > least);
    if (split) ways.push([shorter, split]);
  }
  ways.sort((one, other) => other[0] - one[0]);
  return ways.slice(0, 2).map(([, split]) => split);
}

/** The two words of a compound that is cut at a place, the head without its link if need be. */
function splitAt(lexicon: Lexicon, signs: string[], cut: number, mistypedToo: boolean): Split | null {
  const head = word(signs.slice(0, cut).join(""));
  const tail = word(signs.slice(cut).join(""));
  let tails = exact(lexicon, tail);
  if (!tails.length && !mistypedToo) return null;
  let heads = exact(lexicon, head);
  if (!heads.length && rules.led.includes(signs[cut - 1]) && cut > weights.MIN_PART) {
    heads = exact(lexicon, word(signs.slice(0, cut - 1).join("")));
  }
  if (mistypedToo && heads.length > 0 !== tails.length > 0) {
    if (!heads.length) heads = mistyped(lexicon, head);
    if (!tails.length) tails = mistyped(lexicon, tail);
  }
  return heads.length && tails.length ? [heads, tails] : null;
}

/** The longest end of a word that the index has, for one of which nothing else is known: a venskabsfuldmagt. */
export function knownTail(lexicon: Lexicon, token: Token): Match[] {
  const signs = Array.from(token.folded);
  for (let cut = weights.MIN_PART; cut <= signs.length - weights.MIN_TAIL; cut += 1) {
    const tails = exact(lexicon, word(signs.slice(cut).join("")));
    if (tails.length) return tails.map((one) => ({ ...one, sure: weights.TAIL * one.sure, how: "suffix" }));
  }
  return [];
}

/** The key of a phrase in the glossary: its words' bare stems. */
export const bareKey = (tokens: Token[]): string => tokens.map((token) => token.bare).join(" ");
