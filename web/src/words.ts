// Words: how a text is cut up, spelt alike and stemmed. The same steps as blanket.search.words.

import { stemmer } from "@orama/stemmers/danish";
import { rules, useRules, type Rules } from "./rules";

export interface Token {
  shown: string;
  folded: string;
  stem: string;
  bare: string;
  action: boolean; // it only says what is done: apply, change, order
  number: boolean; // it holds a digit: then no other word is meant by it
  stop: boolean; // it says nothing of the subject
}

export const MOST_WORDS = 40;
export const MOST_LETTERS = 60;
const FIRST_STOP = 2 ** 31;
const TOKEN = /[\p{L}\p{N}]+(?:[-'’./][\p{L}\p{N}]+)*/gu;
const PART = /[\p{L}\p{N}]+/gu;
const DIGIT = /\p{Nd}/u;
// A center and its plural, two spellings of the same word, also at the end of compounds.
const CENTER = /^([\p{L}\p{N}_]*cent)(?:er|eret|erets|ers|re|ret|rets|rene|renes|er(?:ne|nes))$/u;
// Adjectives in -ig, compared, and their nouns in -ighed.
const ADJECTIVE = /^([\p{L}\p{N}_]{2,}ig)(?:e|t|ere|st|ste|en|er|erne|ens|ers|s|hed|heden|hedens|heder|hederne|heds)?$/u;
const FOLD: Record<string, string> = { æ: "ae", ø: "oe", å: "aa", ä: "ae", ö: "oe", ü: "u", é: "e", è: "e" };

let danishStops: Set<string>, otherStops: Set<string>, actions: Set<string>;
export let stopWords: Set<string>;
const known = new Map<string, Token>();

export function prepareWords(given: Rules): void {
  useRules(given);
  danishStops = new Set(given.danske_småord);
  otherStops = new Set(given.fremmede_småord);
  stopWords = new Set([...danishStops, ...otherStops]);
  actions = new Set(given.gerninger);
  known.clear();
}

/** Lower case, composed, æ ø å as ae oe aa, no other marks. */
export function fold(text: string): string {
  const lower = text.normalize("NFC").toLowerCase().replace(/[æøåäöüéè]/g, (sign) => FOLD[sign]);
  return isAscii(lower) ? lower : lower.normalize("NFKD").replace(/\p{Mn}/gu, "");
}

// eslint-disable-next-line no-control-regex
export const isAscii = (text: string): boolean => /^[\x00-\x7f]*$/.test(text);

/** A folded text with ae, oe and aa as a, o and a. */
export const bare = (folded: string): string => folded.replace(/ae/g, "a").replace(/oe/g, "o").replace(/aa/g, "a");

/** Bare, as it may be meant: the o and e of a førtidsoension stand there by a slip, and spell no ø. */
export function spellings(token: Token): string[] {
  const plain = token.shown.toLowerCase().replace(/[æøå]/g, (sign) => (sign === "ø" ? "o" : "a"));
  return [...new Set([bare(token.folded), fold(plain)])];
}

export const isAction = (stem: string): boolean => actions.has(stem);

export function word(shown: string): Token {
  let token = known.get(shown);
  if (token === undefined) {
    const folded = fold(shown);
    const stem = own(rules.uregelmæssige, folded) ?? stemOf(folded);
    token = {
      shown,
      folded,
      stem,
      bare: bare(stem),
      action: actions.has(stem),
      number: DIGIT.test(folded),
      stop: stopWords.has(folded),
    };
    known.set(shown, token);
  }
  return token;
}

function own(table: Record<string, string>, key: string): string | undefined {
  return Object.prototype.hasOwnProperty.call(table, key) ? table[key] : undefined;
}

/** The Snowball stem, but words in -ig keep it. */
function stemOf(folded: string): string {
  const center = CENTER.exec(folded);
  if (center) return `${center[1]}er`;
  const adjective = ADJECTIVE.exec(folded);
  return adjective ? adjective[1] : snowball(folded);
}

/** Snowball's Danish stem; since 3.1 it leaves some doubled consonants, where the package still cuts them. */
export function snowball(folded: string): string {
  const stem = stemmer(folded);
  const last = stem.slice(-1);
  return rules.dobbelte.includes(last) && last !== "" && folded.startsWith(stem + last) ? stem + last : stem;
}

/** The words of a text in order. A hyphenated word gives its parts, and then itself written together. */
export function words(text: string): Token[] {
  const found: Token[] = [];
  for (const token of text.match(TOKEN) ?? []) {
    const parts = token.match(PART) ?? [];
    found.push(...parts.map(word));
    if (parts.length > 1) found.push(word(parts.join("")));
  }
  return found;
}

export const queryWords = (text: string): Token[] => queryParts(text).map(word);

function queryParts(text: string): string[] {
  const signs = Array.from(text).slice(0, MOST_WORDS * MOST_LETTERS).join("");
  const parts = (signs.match(PART) ?? []).map((part) => Array.from(part).slice(0, MOST_LETTERS).join(""));
  return parts.slice(0, MOST_WORDS);
}

/** The words that carry a subject; all of them when none does. */
export function content(found: Token[]): Token[] {
  const telling = found.filter((item) => !item.stop);
  return telling.length ? telling : found;
}

/** Whether a query is in another language: it holds more small words of those than Danish ones. */
export function isOtherLanguage(found: Token[]): boolean {
  const count = (yes: Set<string>, no: Set<string>): number =>
    found.filter((item) => yes.has(item.folded) && !no.has(item.folded)).length;
  return count(otherStops, danishStops) > count(danishStops, otherStops);
}

/** The number that stands for a stop word in a phrase: above those of all other words, the same in every index. */
export const stopTerm = (found: Token): number => FIRST_STOP + (crc32(found.folded) >>> 1);
export const isStopTerm = (number: number): boolean => number >= FIRST_STOP;

function crc32(text: string): number {
  let crc = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** The one spelling of a form number: FD 001A, fd001a and FD-1A are all fd1a. Null when it is no such number. */
export function numberKey(text: string): string | null {
  const joined = (fold(text).match(PART) ?? []).join("");
  if (!/^[a-z]{0,4}\p{Nd}+[a-z]{0,2}\p{Nd}{0,2}$/u.test(joined)) return null;
  const key = joined.replace(/\p{Nd}+/gu, (digits) => digits.replace(/^0+/, "") || "0");
  return key.length >= 3 ? key : null;
}

/** Whether a whole text is written as the number of a form: DP 200, fd001a, 04.003. */
export const isFormNumber = (text: string): boolean =>
  /^\s*(?:[a-z]{1,3}[ .-]?\p{Nd}{2,4}[ .-]?[a-z]?|\p{Nd}\p{Nd}[.-]\p{Nd}{3})\s*$/u.test(fold(text));

/** Every form number that a query may hold. Numbers may be split over three words. */
export function numberKeys(text: string): string[] {
  const parts = queryParts(text);
  const keys = new Set<string>();
  for (const size of [3, 2, 1]) {
    for (let start = 0; start + size <= parts.length; start += 1) {
      const some = parts.slice(start, start + size);
      if (!some.some((part) => DIGIT.test(part))) continue;
      const key = numberKey(some.join(" "));
      if (key) keys.add(key);
    }
  }
  return [...keys];
}
