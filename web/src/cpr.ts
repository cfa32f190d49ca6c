// CPR numbers in what is typed, in any everyday spelling: the same as blanket.cpr. They are cut before any search.

// What stands between the digits: blanks, dashes, dots and slashes, also those of word processors. Never a line end.
const SIGNS =
  " \\t\\u00a0\\u2007\\u2009\\u202f\\u200b\\u2060\\u00ad\\u2010\\u2011\\u2012\\u2013\\u2014\\u2015\\u2212\\ufe58\\ufe63\\uff0d_" +
  "./\\u2044\\u2215\\uff0f\\u00b7\\u2022-";
const GAP = `[${SIGNS}]{0,5}`;
const BREAK = `[${SIGNS}]{1,5}`;
const DAY = "(?:0[1-9]|[12]\\p{Nd}|3[01]|6[1-9]|[78]\\p{Nd}|9[01])";
const MONTH = "(?:0[1-9]|1[0-2])";
const CENTURY = "(?:18|19|20)\\p{Nd}\\p{Nd}";
const TWO = "\\p{Nd}\\p{Nd}";
const CPR = new RegExp(
  "(?:" +
    [
      `${DAY}${GAP}${MONTH}${GAP}(?:${CENTURY}|${TWO})${GAP}\\p{Nd}{4}`,
      `${CENTURY}${GAP}${MONTH}${GAP}${DAY}${BREAK}\\p{Nd}{4}`,
      `${CENTURY}${MONTH}${DAY}\\p{Nd}{4}`,
      `(?:${DAY}|[1-9])${BREAK}(?:${MONTH}|[1-9])${BREAK}(?:${CENTURY}|${TWO})${BREAK}\\p{Nd}{4}`,
      `${DAY}[ \\u00a0]${MONTH}[ \\u00a0]${TWO}[ \\u00a0]${TWO}[ \\u00a0]${TWO}(?![ \\u00a0]?\\p{Nd})`,
    ].join("|") +
    ")(?!\\p{Nd})",
  "uy",
);
const DECIMALS = /[.,]\p{Nd}{1,3}(?!\p{Nd})/uy;
const LEAST_DIGITS = 7;
const isDigit = (sign: string | undefined): boolean => sign !== undefined && /\p{Nd}/u.test(sign);

/** The text without anything that looks like a CPR number, and whether there was one. */
export function cutCpr(text: string): [string, boolean] {
  if ((text.match(/\p{Nd}/gu) ?? []).length < LEAST_DIGITS) return [text, false];
  let kept = "";
  let cut = false;
  for (let at = 0; at < text.length; ) {
    CPR.lastIndex = at;
    // No lookbehind, which older phones do not know: the sign before is looked at here.
    const found = isDigit(text[at - 1]) ? null : CPR.exec(text);
    if (!found) {
      kept += text[at];
      at += 1;
      continue;
    }
    const end = at + found[0].length;
    DECIMALS.lastIndex = end;
    const isAmount = /^\p{Nd}+$/u.test(found[0]) && DECIMALS.test(text);
    kept += isAmount ? found[0] : " ";
    cut ||= !isAmount;
    at = end;
  }
  return [kept, cut];
}
