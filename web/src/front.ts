// The search field of every page: on the front page it stands there, elsewhere behind a button. The search itself and its
// index are loaded when somebody is about to use them.

import { fill } from "./days";

export interface ShownHit {
  path: string;
  title: string;
  summary: string;
  number: string; // of a form
  phone?: string;
  weak: boolean;
  id?: string;
  sensitive?: boolean;
}
export interface Answer {
  hits: ShownHit[];
  cut: boolean; // something like a CPR number was taken out
}
export type Search = (query: string, limit: number) => Answer;

export interface SearchConfig {
  ord: Record<string, string>;
  søgning: [string, string, string]; // the files of the search, its index, and the akin words
  numre: Record<string, string>; // to ring, by the id of the entry
  hjælp: [string, string, string, string][]; // path, title, summary and number of whom to ask when nothing is found
  sidst: string[]; // ids of pages that are not written for citizens
}

const MOST = 8;
const MOST_UNSURE = 4; // hits that are unsure, before whom to ask instead
const LEAST_BEGUN = 3; // letters of a word that is being typed

/** The search of a page in a place of its own; `now`: its field is wanted at once. The index is loaded when it is used. */
export function searchIn(place: HTMLElement, config: SearchConfig, now: boolean): HTMLInputElement {
  const words = config.ord;
  const form = made("form", { id: "soeg", role: "search" });
  const label = made("label", { className: "q", htmlFor: "ord", textContent: words.spørg });
  const field = made("input", { id: "ord", type: "search", autocomplete: "off", spellcheck: false, enterKeyHint: "search" });
  field.autocapitalize = "none";
  field.setAttribute("aria-describedby", "ordhint");
  const hint = made("p", { id: "ordhint" });
  hint.append(made("small", { textContent: words.spørg_hjælp }));
  const status = made("p", { id: "svar", role: "status" });
  const list = made("ul", { id: "fund", className: "list" });
  form.append(label, field, hint, status, list);
  place.append(form);

  let loading: Promise<void> | undefined;
  const [soeg, indeks, naboord] = config.søgning;
  const load = (): Promise<void> =>
    (loading ??= Promise.all([script(indeks), script(naboord)]).then(() => script(soeg)));

  let begun = false;
  let left = ""; // what stands here when somebody comes back from a hit; nothing, when that is something sensitive
  const show = (typed: string): void => {
    const search = (self as unknown as { blanketSoeg?: Search }).blanketSoeg;
    if (!search) {
      status.textContent = typed.trim() ? words.henter : "";
      return;
    }
    if (!typed.trim()) {
      status.textContent = left = "";
      list.replaceChildren();
      return;
    }
    const { hits, cut } = search(typed, MOST);
    const theirs = (hit: ShownHit): boolean => config.sidst.includes(hit.id ?? "");
    const ours = [...hits.filter((hit) => !theirs(hit)), ...hits.filter(theirs)];
    let all = ours.map((hit) => ({ ...hit, phone: config.numre[hit.id ?? ""] }));
    const own = { number: "", weak: false };
    if (isUrgent(typed, words.akut_ord.split(" "))) {
      all = [{ ...own, path: "akut/index.html", title: words.akut, summary: words.akut_112, phone: "112" }, ...all].slice(0, MOST);
    } else if (isAboutPrint(typed, words.tryk_ord.split(" "))) {
      all = [{ ...own, path: "alle/index.html", title: words.tryk_titel, summary: words.tryk_sådan, phone: "" }];
    }
    const said = [cut ? words.cpr : ""];
    if (!all.length) said.push(words.intet);
    else if (all[0].weak) said.push(words.usikker);
    else said.push(all.length === 1 ? words.et_fund : fill(words.fund, { antal: String(all.length) }));
    if (!all.length || all[0].weak) {
      all = [...all.slice(0, MOST_UNSURE), ...config.hjælp.map(([path, title, summary, phone]) => ({ ...own, path, title, summary, phone }))];
    }
    list.replaceChildren(...all.map(row));
    status.textContent = said.filter(Boolean).join(" ");
    left = cut || hits[0]?.sensitive ? "" : typed;
  };
  const begin = (): void => {
    load().then(() => show(field.value), () => (loading = undefined));
  };
  field.addEventListener("focus", begin);
  field.addEventListener("input", () => {
    hint.hidden = field.value !== "";
    if (field.value && !begun && matchMedia("(max-width: 48rem)").matches) form.scrollIntoView(); // hits need the screen
    begun = field.value !== "";
    begin();
    show(field.value);
  });
  list.addEventListener("click", () => history.replaceState(left ? { søgt: left } : null, ""));
  form.addEventListener("submit", (event) => {
    event.preventDefault(); // no query leaves the page
    show(`${field.value} `); // what is sent off is whole
    list.querySelector("a")?.focus();
  });
  const before = askedBefore();
  if (before && !field.value) field.value = before;
  if (now && !before) field.focus();
  else if (field.value) begin();
  else if ("requestIdleCallback" in self) requestIdleCallback(begin, { timeout: 4000 });
  return field;
}

/** What was searched for when this page was left. */
export const askedBefore = (): string => (history.state as { søgt?: string } | null)?.søgt ?? "";

/** Whether somebody only asks how to get a page on paper: every word is one of these, and one of them says so. */
function isAboutPrint(typed: string, about: string[]): boolean {
  const words = typed.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const said = words.join(" ");
  return words.length > 0 && words.every((word) => about.includes(word)) && /\b(u?d?print|udskri|skrive? ud|skriv .* ud)/.test(said);
}

/** Whether somebody in need may be asking: one of these words begins a word that is typed, or is being typed. */
function isUrgent(typed: string, urgent: string[]): boolean {
  const words = typed.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const last = typed.endsWith(" ") ? undefined : words[words.length - 1];
  const begun = (word: string): boolean => word === last && word.length >= LEAST_BEGUN;
  return words.some((word) => urgent.some((one) => word.startsWith(one) || (begun(word) && one.startsWith(word))));
}

function made<Name extends keyof HTMLElementTagNameMap>(
  name: Name, own: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), own);
}

/** An address below the site's folder, from this page. */
const here = (path: string): string => (document.documentElement.dataset.root ?? "") + path;

function row(hit: ShownHit): HTMLElement {
  const item = made("li", {});
  const title = hit.number ? `${hit.title} (${hit.number})` : hit.title;
  const link = made("a", { href: here(hit.path), textContent: title });
  if (hit.summary) link.append(made("small", { textContent: hit.summary }));
  item.append(link);
  if (hit.phone) {
    const ring = made("a", { href: `tel:${hit.phone.replaceAll(" ", "")}`, className: "tp num", textContent: hit.phone });
    ring.setAttribute("aria-label", `${hit.title}, ${hit.phone}`);
    item.append(ring);
  }
  return item;
}

/** A classic script, which also loads from file://. */
function script(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const onload = (): void => resolve();
    const onerror = (): void => reject(new Error(address));
    document.head.append(made("script", { src: here(address), onload, onerror }));
  });
}
