// Which of the hits a list shows that somebody else may look at too. As blanket.desk.listing and blanket.desk.finding.

import type { Lexicon } from "./lexicon";
import { guesses, rank, type Hit } from "./ranking";
import { weights } from "./rules";
import { content, isStopTerm, queryWords, stopTerm, words } from "./words";

const SPARE = 12; // hits more than are shown, for those that are out of the way
const MOST_GUESSES = 3;

/** The hits for a field, or guesses where there are none. `halfTyped`: the last word may be only begun. */
export function listed(lexicon: Lexicon, query: string, limit: number, halfTyped: boolean): Hit[] {
  const found = rank(lexicon, query, limit + SPARE, halfTyped);
  const hits = seemly(lexicon, halfTyped ? found : quiet(found), query).slice(0, limit);
  return hits.length ? hits : seemly(lexicon, guesses(lexicon, query, MOST_GUESSES), query);
}

/** The hits without those far behind the best one, each measured by what its kind counts. */
function quiet(hits: Hit[]): Hit[] {
  if (!hits.length) return hits;
  const best = hits[0].points / weights.KIND[hits[0].kind];
  return hits.filter((hit) => hit.points >= weights.QUIET * Math.min(hits[0].points, best * weights.KIND[hit.kind]));
}

/** The hits without sensitive ones (violence, suicide, debt) that no whole word of theirs was typed for. */
function seemly(lexicon: Lexicon, hits: Hit[], query: string): Hit[] {
  if (!hits.some((hit) => lexicon.isSensitive(hit.id))) return hits;
  const typed = content(queryWords(query)).filter((token) => !token.action);
  return hits.filter((hit) => {
    if (!lexicon.isSensitive(hit.id)) return true;
    const terms = new Set(hit.phrases.flat());
    const own = new Set(words(`${hit.title} ${hit.number ?? ""}`).map((token) => token.bare));
    for (const known of lexicon.words([...terms].filter((term) => !isStopTerm(term)))) own.add(known.bare);
    return typed.some((token) => own.has(token.bare) || terms.has(stopTerm(token)));
  });
}
