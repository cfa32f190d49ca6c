// The answers to what search asks, from the index that came as data: the same questions as blanket.search.lexicon.

import { bare, prepareWords } from "./words";
import type { Rules } from "./rules";

export interface IndexWord {
  n: number;
  stem: string;
  bare: string;
  shown: string;
  df: number;
}
export interface EntryRow {
  id: string;
  kind: string;
  title: string;
  summary: string;
  subject: string | null;
  number: string | null;
  status: string | null;
  phrases: number[][];
}
export interface Saying {
  stops: string[];
  said: string;
  uses: string[];
  sees: string[];
}
type Entry = [string, string, string, string, string | null, string | null, string | null, string];
export interface IndexData {
  regler: Rules;
  tegn: string; // the signs that numbers of akin words are written with
  bredde: number; // how many of them each takes
  ord: [string[], string[], string[], string[]]; // stem, shown, inflections, holders
  opslag: Entry[];
  numre: [string, number][];
  følsomme: string[];
  før: Record<string, string>;
  lægmand: [string, string, string, string, string][];
}
type Form = [string, number]; // a bare inflection, and its word
export type Pair = [number, number]; // an entry or word, and hundredths or tenths

const backwards = (text: string): string => Array.from(text).reverse().join("");
const lengthOf = (text: string): number => Array.from(text).length;
const before = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

export class Lexicon {
  private readonly all: IndexWord[];
  private readonly byStem = new Map<string, number>();
  private readonly byBare = new Map<string, number[]>();
  private readonly bares: Form[]; // bare stem and word, sorted
  private readonly ends: Form[]; // bare stem backwards and word, sorted
  private readonly begins: Form[]; // inflection and word, sorted
  private readonly formEnds: Form[]; // inflection backwards and word, sorted
  private readonly held: string[];
  private readonly heldRead = new Map<number, Pair[]>();
  private readonly phrasesRead = new Map<number, number[][]>();
  private own: Map<number, Pair[]> | undefined;
  private readonly ids = new Map<string, number>();
  private readonly sensitive: Set<string>;
  private readonly said = new Map<string, Saying[]>();
  private readonly layOrder: Form[]; // the keys of lay words, by length and letters
  private readonly akin: Map<string, string>;

  constructor(private readonly data: IndexData, akinLines: string) {
    prepareWords(data.regler);
    this.akin = akinOf(akinLines);
    const [stems, shown, forms, held] = data.ord;
    this.held = held;
    this.all = stems.map((stem, n) => ({ n, stem, bare: bare(stem), shown: shown[n] || stem, df: countOf(held[n]) }));
    for (const { n, stem, bare: plain } of this.all) {
      this.byStem.set(stem, n);
      const same = this.byBare.get(plain);
      if (same) same.push(n);
      else this.byBare.set(plain, [n]);
    }
    const sorted = (pairs: Form[]): Form[] => pairs.sort((one, other) => before(one[0], other[0]) || one[1] - other[1]);
    this.bares = sorted(this.all.map((one) => [one.bare, one.n]));
    this.ends = sorted(this.all.map((one) => [backwards(one.bare), one.n]));
    const inflections = forms.flatMap((line, n) =>
      line ? line.split(" ").map((form): Form => [form[0] === "+" ? this.all[n].bare + form.slice(1) : form, n]) : [],
    );
    this.begins = sorted(inflections);
    this.formEnds = sorted(inflections.map(([form, n]) => [backwards(form), n]));
    this.sensitive = new Set(data.følsomme);
    data.opslag.forEach((entry, n) => this.ids.set(entry[0], n));
    for (const [key, stops, said, uses, sees] of data.lægmand) {
      const saying = { stops: [...new Set(split(stops))], said, uses: uses ? uses.split("\n") : [], sees: split(sees) };
      const others = this.said.get(key);
      if (others) others.push(saying);
      else this.said.set(key, [saying]);
    }
    this.layOrder = [...this.said.keys()].map((key): Form => [key, lengthOf(key)]);
    this.layOrder.sort((one, other) => one[1] - other[1] || before(one[0], other[0]));
  }

  isSensitive(id: string): boolean {
    return this.sensitive.has(id);
  }

  count(): number {
    return this.data.opslag.length;
  }

  exact(stem: string, plain: string): IndexWord[] {
    const found = new Set(this.byBare.get(plain));
    const own = this.byStem.get(stem);
    if (own !== undefined) found.add(own);
    return this.words(found);
  }

  longer(key: string, atEnd: boolean, most: number): IndexWord[] {
    const [list, begins] = atEnd ? [this.ends, backwards(key)] : [this.bares, key];
    const found = range(list, begins).filter(([text]) => text !== begins).map(([, n]) => this.all[n]);
    found.sort((one, other) => lengthOf(one.bare) - lengthOf(other.bare) || one.n - other.n);
    return found.slice(0, most);
  }

  forms(piece: string, least: number, longest: number, atEnd: boolean, most: number): Pair2[] {
    const [list, begins] = atEnd ? [this.formEnds, backwards(piece)] : [this.begins, piece];
    const found: Pair2[] = [];
    for (const [text, n] of range(list, begins)) {
      const length = lengthOf(text);
      if (length < least || length > longest) continue;
      found.push([n, atEnd ? backwards(text) : text]);
      if (found.length === most) break;
    }
    return found;
  }

  words(numbers: Iterable<number>): IndexWord[] {
    return [...new Set(numbers)].sort((one, other) => one - other).map((n) => this.all[n]);
  }

  holders(term: number, most: number): Pair[] {
    let found = this.heldRead.get(term);
    if (!found) this.heldRead.set(term, (found = unpacked(this.held[term])));
    return most < found.length ? found.slice(0, most) : found;
  }

  ownWords(entries: Iterable<number>): Map<number, Pair[]> {
    if (!this.own) {
      this.own = new Map();
      for (const { n } of this.all) {
        for (const [entry, weight] of this.holders(n, Infinity)) {
          const mine = this.own.get(entry);
          if (mine) mine.push([n, weight]);
          else this.own.set(entry, [[n, weight]]);
        }
      }
      for (const mine of this.own.values()) mine.sort((one, other) => other[1] - one[1] || one[0] - other[0]);
    }
    const found = new Map<number, Pair[]>();
    for (const entry of [...entries].sort((one, other) => one - other)) found.set(entry, this.own.get(entry) ?? []);
    return found;
  }

  sayings(key: string): Saying[] {
    return this.said.get(key) ?? [];
  }

  /** The keys of lay words and phrases that begin with a piece and are so long, the shortest first. */
  layKeys(piece: string, least: number, longest: number): string[] {
    const found = this.layOrder.filter(([key, length]) => length >= least && length <= longest && key.startsWith(piece));
    return found.map(([key]) => key);
  }

  related(plain: string): [IndexWord, number][] {
    const line = this.akin.get(plain);
    const found: [IndexWord, number][] = [];
    for (const group of line ? line.split(" ") : []) {
      const share = parseInt(group[0], 36) / 10;
      for (let at = 1; at < group.length; at += this.data.bredde) found.push([this.all[this.wide(group, at)], share]);
    }
    return found.sort((one, other) => one[0].n - other[0].n);
  }

  private wide(text: string, at: number): number {
    let number = 0;
    for (let sign = at; sign < at + this.data.bredde; sign += 1) {
      number = number * this.data.tegn.length + this.data.tegn.indexOf(text[sign]);
    }
    return number;
  }

  rows(entries: Iterable<number>): Map<number, EntryRow> {
    const wanted = [...new Set(entries)].map((n): [number, Entry] => [n, this.data.opslag[n]]);
    wanted.sort((one, other) => before(one[1][0], other[1][0]));
    const found = new Map<number, EntryRow>();
    for (const [n, [id, kind, title, summary, subject, number, status, packed]] of wanted) {
      let phrases = this.phrasesRead.get(n);
      if (!phrases) this.phrasesRead.set(n, (phrases = packed.split(",").map(phrase)));
      found.set(n, { id, kind, title, summary, subject, number, status, phrases });
    }
    return found;
  }

  numbered(key: string, lettered: boolean): Set<number> {
    const fits = lettered ? (own: string) => own >= `${key}a` && own < `${key}{` : (own: string) => own === key;
    return new Set(this.data.numre.filter(([own]) => fits(own)).map(([, entry]) => entry));
  }

  withId(identifier: string): number | undefined {
    const now = this.ids.get(identifier);
    if (now !== undefined) return now;
    const later = Object.prototype.hasOwnProperty.call(this.data.før, identifier) ? this.data.før[identifier] : undefined;
    return later === undefined ? undefined : this.ids.get(later);
  }
}

type Pair2 = [number, string];

const split = (text: string): string[] => (text ? text.split(" ") : []);

function phrase(packed: string): number[] {
  return split(packed).map((term) => (term[0] === "!" ? parseInt(term.slice(1), 36) : parseInt(term, 36)));
}

/** `100 3 1f,55 7`: by weight, rising numbers as their distances. */
function unpacked(packed: string): Pair[] {
  const found: Pair[] = [];
  for (const group of packed.split(",")) {
    const [weight, ...steps] = group.split(" ");
    let number = -1;
    for (const step of steps) {
      number += parseInt(step, 36);
      found.push([number, Number(weight)]);
    }
  }
  return found;
}

/** How many numbers there are in it: each stands behind a blank. */
function countOf(packed: string): number {
  let count = 0;
  for (let at = packed.indexOf(" "); at >= 0; at = packed.indexOf(" ", at + 1)) count += 1;
  return count;
}

/** Stem -> its line. Each stem is written as how many letters it shares with the one before, and the rest. */
function akinOf(lines: string): Map<string, string> {
  const found = new Map<string, string>();
  let last = "";
  for (const line of lines ? lines.split("|") : []) {
    const blank = line.indexOf(" ");
    last = last.slice(0, parseInt(line[0], 36)) + line.slice(1, blank);
    found.set(last, line.slice(blank + 1));
  }
  return found;
}

/** The part of a sorted list that begins so. */
function range(list: Form[], begins: string): Form[] {
  const first = search(list, (text) => text >= begins);
  const found: Form[] = [];
  for (let at = first; at < list.length && list[at][0].startsWith(begins); at += 1) found.push(list[at]);
  return found;
}

function search(list: Form[], reached: (text: string) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached(list[middle][0])) high = middle;
    else low = middle + 1;
  }
  return low;
}
