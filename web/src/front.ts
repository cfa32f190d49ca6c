// The search field of the front page. The search itself and its index are loaded when somebody is about to use them.

import { fill } from "./days";

export interface ShownHit {
  path: string;
  title: string;
  summary: string;
  number: string;
  weak: boolean;
}
export interface Answer {
  hits: ShownHit[];
  cut: boolean; // something like a CPR number was taken out
}
export type Search = (query: string, limit: number) => Answer;

const MOST = 8;

export function startSearch(form: HTMLFormElement, words: Record<string, string>): void {
  const field = form.querySelector<HTMLInputElement>("input")!;
  const status = document.getElementById("svar")!;
  const list = document.getElementById("fund")!;
  let loading: Promise<void> | undefined;
  const { indeks, naboord, soeg } = form.dataset;
  const load = (): Promise<void> =>
    (loading ??= Promise.all([script(indeks!), script(naboord!)]).then(() => script(soeg!)));

  const show = (): void => {
    const search = (self as unknown as { blanketSoeg?: Search }).blanketSoeg;
    if (!search) {
      status.textContent = field.value.trim() ? words.henter : "";
      return;
    }
    if (!field.value.trim()) {
      status.textContent = "";
      list.replaceChildren();
      return;
    }
    const { hits, cut } = search(field.value, MOST);
    list.replaceChildren(...hits.map(row));
    const said = [cut ? words.cpr : ""];
    if (!hits.length) said.push(words.intet);
    else if (hits[0].weak) said.push(words.usikker);
    else said.push(hits.length === 1 ? words.et_fund : fill(words.fund, { antal: String(hits.length) }));
    status.textContent = said.filter(Boolean).join(" ");
  };
  const begin = (): void => {
    load().then(show, () => (loading = undefined));
  };
  field.addEventListener("focus", begin);
  field.addEventListener("input", () => {
    begin();
    show();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault(); // no query leaves the page
    const first = list.querySelector("a");
    if (first) first.focus();
  });
  if (field.value) begin();
  else if ("requestIdleCallback" in self) requestIdleCallback(begin, { timeout: 4000 });
}

function row(hit: ShownHit): HTMLElement {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = hit.path;
  link.textContent = hit.number ? `${hit.title} (${hit.number})` : hit.title;
  const more = document.createElement("small");
  more.textContent = hit.summary;
  link.append(more);
  item.append(link);
  return item;
}

/** A classic script, which also loads from file://. */
function script(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const made = document.createElement("script");
    made.src = address;
    made.onload = () => resolve();
    made.onerror = () => reject(new Error(address));
    document.head.append(made);
  });
}
