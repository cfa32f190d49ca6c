// The search of the site: loaded after its index, it answers every page's field. No query leaves the page.

import { cutCpr } from "./cpr";
import type { Search, ShownHit } from "./front";
import { Lexicon, type IndexData } from "./lexicon";
import { word } from "./words";
import { listed } from "./listing";
import { rank, type Hit } from "./ranking";

interface Loaded {
  blanketIndeks: IndexData;
  blanketNaboord?: string;
  blanketSoeg?: Search;
  // What the tests compare with Python.
  blanketRang?: (query: string, limit: number, halfTyped: boolean) => Hit[];
  blanketCpr?: typeof cutCpr;
  blanketOrd?: typeof word;
}

const loaded = self as unknown as Loaded;
const lexicon = new Lexicon(loaded.blanketIndeks, loaded.blanketNaboord ?? "");

function pathOf(hit: Hit): string {
  if (hit.kind === "ord") return `ordbog/index.html#${hit.id}`;
  if (hit.kind === "kommune") return `kommuner/index.html#${hit.id}`;
  return `${hit.id}/index.html`;
}

const shown = (hit: Hit): ShownHit => ({
  path: pathOf(hit),
  title: hit.title,
  summary: hit.summary,
  number: hit.number ?? "",
  weak: hit.weak,
  id: hit.id,
  sensitive: lexicon.isSensitive(hit.id),
});

loaded.blanketRang = (query, limit, halfTyped) => rank(lexicon, query, limit, halfTyped);
loaded.blanketCpr = cutCpr;
loaded.blanketOrd = word;
loaded.blanketSoeg = (typed, limit) => {
  const [query, cut] = cutCpr(typed);
  return { hits: listed(lexicon, query, limit, !typed.endsWith(" ")).map(shown), cut };
};
