// Which of the words that a mistyped one may be is the likely one. As blanket.search.slips.

const ROWS: [string, number][] = [["qwertyuiop", 0], ["asdfghjkl", 0.25], ["zxcvbnm", 0.75]]; // and how far each is shifted
const places = ROWS.flatMap(([keys, shift], row) => Array.from(keys).map((key, at) => ({ key, row, at: at + shift })));
// Pairs of keys of which one is hit for the other, and vowels that are heard alike: æ and å are a here, and ø is o.
const BESIDE = new Set(["ae", "ea", "ao", "oa"]);
for (const one of places) {
  for (const other of places) {
    const near = Math.abs(one.row - other.row) <= 1 && Math.abs(one.at - other.at) <= 1;
    if (one.key !== other.key && near) BESIDE.add(one.key + other.key);
  }
}

/** Whether a word may well be what was typed, of those that are equally few slips away. Both bare. */
export function isLikely(typedText: string, meantText: string): boolean {
  const typed = Array.from(typedText);
  const meant = Array.from(meantText);
  const shorter = Math.min(typed.length, meant.length);
  let at = 0;
  while (at < shorter && typed[at] === meant[at]) at += 1;
  if (at === shorter) return true; // the last letters are missing, or too many
  const longer = typed.length - meant.length;
  const rest = (signs: string[], from: number): string => signs.slice(from).join("");
  if (longer === 0 && rest(typed, at + 1) === rest(meant, at + 1)) return BESIDE.has(typed[at] + meant[at]);
  const swapped = typed[at] === meant[at + 1] && typed[at + 1] === meant[at];
  if (longer === 0 && swapped && rest(typed, at + 2) === rest(meant, at + 2)) return true;
  if (longer === 1 && rest(typed, at + 1) === rest(meant, at)) {
    const around = [...typed.slice(Math.max(0, at - 1), at), ...typed.slice(at + 1, at + 2)];
    const near = at > 0 ? around : typed.slice(0, 2).filter((_, n) => n % 2 === 0);
    return near.some((key) => typed[at] === key || BESIDE.has(typed[at] + key));
  }
  return at > 0;
}
