// Deadlines as days, counted where the reader chooses the day of the event: the same as blanket.guide.days.reckoning.
// Days are numbers since 1970, in UTC: no clock change moves them.

export type Unit = "dage" | "hverdage" | "uger" | "måneder" | "år";
export type End = "senest" | "tidligst";
/** Of a year, month and day -> 1 when it is a holiday by law, 0 when only many are closed. */
export type Holidays = Record<string, Record<string, number>>;
export interface Words {
  dage: string[];
  måneder: string[];
  fri: Holidays;
  post: number;
  ord: Record<string, string>;
}
export interface Deadline {
  count: number;
  unit: Unit;
  end: End;
  sent: boolean;
}

const DAY = 86400000;

export const dayOf = (iso: string): number => Math.round(Date.parse(iso + "T00:00:00Z") / DAY);
export const isoOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
/** Monday is 0. */
export const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7;

export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{([^}]+)\}/g, (all, name: string) => values[name] ?? all);
}

export function said(day: number, words: Words): string {
  const [year, month, date] = isoOf(day).split("-");
  return `${words.dage[weekday(day)]} den ${Number(date)}. ${words.måneder[Number(month) - 1]} ${year}`;
}

/** What is said of a deadline: its day, why it is not the one that somebody counts to, by when a letter has to be sent. */
interface Dated {
  day: string;
  why: string;
  letter: string;
}

/** The deadline's day as a sentence with what belongs to it; null where the holidays are not known. */
export function dated(deadline: Deadline, start: number, today: number, words: Words): Dated | null {
  try {
    const day = counted(deadline, start, words.fri);
    if (deadline.end === "tidligst") {
      return { day: day > today ? fill(words.ord.tidligst, { day: said(day, words) }) : "", why: "", letter: "" };
    }
    const last = weekdayBefore(day, words.fri);
    if (last < today) return { day: fill(words.ord.forbi, { day: said(last, words) }), why: "", letter: "" };
    let letter = "";
    if (deadline.sent) {
      const sent = weekdayBefore(last - words.post, words.fri);
      letter = sent < today ? words.ord.for_sent : fill(words.ord.send, { day: said(sent, words) });
    }
    return { day: fill(words.ord.senest, { day: said(last, words) }), why: last < day ? words.ord.fridag : "", letter };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

export function counted(deadline: Deadline, start: number, fri: Holidays): number {
  const { count, unit, end } = deadline;
  if (unit === "dage") return start + count;
  if (unit === "uger") return start + 7 * count;
  if (unit === "måneder") return addMonths(start, count);
  if (unit === "år") return addMonths(start, 12 * count);
  const step = count > 0 ? 1 : -1;
  const withSaturday = count > 0 === (end === "senest");
  let day = start;
  for (let left = Math.abs(count); left > 0; ) {
    day += step;
    if (weekday(day) < (withSaturday ? 6 : 5) && holiday(day, fri) !== 1) left -= 1;
  }
  return day;
}

/** The day itself, or the last one before it that is neither weekend nor holiday. */
export function weekdayBefore(day: number, fri: Holidays): number {
  while (weekday(day) >= 5 || holiday(day, fri) !== undefined) day -= 1;
  return day;
}

export function addMonths(day: number, months: number): number {
  const [year, month, date] = isoOf(day).split("-").map(Number);
  const lastOf = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return Math.round(Date.UTC(year, month - 1 + months, Math.min(date, lastOf)) / DAY);
}

/** Throws RangeError for a year whose holidays nobody has told. */
function holiday(day: number, fri: Holidays): number | undefined {
  const iso = isoOf(day);
  const year = fri[iso.slice(0, 4)];
  if (year === undefined) throw new RangeError(iso);
  return year[iso.slice(5)];
}
