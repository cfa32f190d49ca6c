// The script of every page: how old the copy is, dates from a chosen day, print, leave, and the service worker.
// A classic script: it also runs from file://, where there is no worker.

import { dated, dayOf, fill, said, type Deadline, type End, type Unit, type Words } from "./days";
import { askedBefore, searchIn, type SearchConfig } from "./front";

interface Config extends Words, SearchConfig {
  ord: Record<string, string>;
  mest: number;
  stil: string[]; // rules for what this script makes: no page carries them
}

const config = (self as unknown as { blanket: Config }).blanket;
const root = document.documentElement;
const now = new Date();
const today = Math.round(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86400000);

const age = today - dayOf(root.dataset.made ?? "");
const isOld = age > config.mest;

function showAge(): void {
  if (isOld) {
    for (const one of document.querySelectorAll("i")) one.textContent = config.ord.spørg_om;
    const said = document.createElement("strong");
    said.textContent = config.ord.gammel;
    note().append(said, ` ${config.ord.gammel_mere}`);
  }
  const place = document.getElementById("alder");
  if (place && age > 1) place.textContent = fill(config.ord.alder, { dage: String(age) });
}

/** A note at the top of the page. */
function note(): HTMLElement {
  const made = document.createElement("p");
  made.className = "note";
  document.getElementById("indhold")?.prepend(made);
  return made;
}

function countFrom(input: HTMLInputElement): void {
  const event = input.dataset.event ?? "";
  const from = document.getElementById("fra");
  const known = input.value ? dayOf(input.value) : NaN;
  if (from && !Number.isNaN(known)) {
    from.hidden = false;
    from.textContent = fill(config.ord.hændelse, { event: event[0].toUpperCase() + event.slice(1), day: said(known, config) });
  }
  for (const place of document.querySelectorAll<HTMLElement>("[data-n]")) {
    place.querySelectorAll(".dag").forEach((old) => old.remove());
    const blank = place.querySelector<HTMLElement>(".bl");
    const deadline: Deadline = {
      count: Number(place.dataset.n),
      unit: place.dataset.e as Unit,
      end: place.dataset.s as End,
      sent: "b" in place.dataset,
    };
    const answer = Number.isNaN(known) ? null : dated(deadline, known, today, config);
    if (blank) blank.hidden = answer !== null;
    if (answer?.day) place.prepend(strong(answer.day), br());
    if (answer?.why) place.append(br(), strong(answer.why));
    if (answer?.letter) place.append(br(), strong(answer.letter));
  }
}

function strong(text: string): HTMLElement {
  const made = document.createElement("strong");
  made.className = "dag";
  made.textContent = text;
  return made;
}

function br(): HTMLElement {
  const made = document.createElement("br");
  made.className = "dag";
  return made;
}

/** A button in place of the link to the front page: the search opens on the page itself. */
function searchBehind(header: HTMLElement, link: HTMLElement): void {
  const button = thinButton(link.textContent ?? "");
  button.setAttribute("aria-expanded", "false");
  link.replaceWith(button);
  let field: HTMLInputElement | undefined;
  const toggle = (open: boolean): void => {
    button.setAttribute("aria-expanded", String(open));
    if (!open) field?.form?.remove();
    field = open ? searchIn(header, config, true) : undefined;
    field?.form?.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      toggle(false);
      button.focus();
    });
  };
  button.addEventListener("click", () => toggle(field === undefined));
  if (askedBefore()) toggle(true);
}

function addPrint(header: HTMLElement): void {
  const button = thinButton(config.ord.print);
  button.id = "tryk";
  button.addEventListener("click", () => print());
  const leave = header.querySelector(".leave");
  header.insertBefore(button, leave);
}

/** The list of kommuner shows those that begin as what is typed, in any spelling; before that none, or the linked one. */
function chooseKommune(field: HTMLInputElement): void {
  const spelt = (text: string): string =>
    text.toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "oe").replaceAll("å", "aa").replace(/[^a-z]+/g, " ").trim();
  const bare = (text: string): string => spelt(text).replaceAll("oe", "o").replaceAll("ae", "a").replaceAll("aa", "a");
  const all = [...document.querySelectorAll<HTMLElement>(".kom")];
  const status = document.getElementById("komsvar");
  const show = (): void => {
    const typed = bare(field.value);
    const linked = field.value ? "" : decodeURIComponent(location.hash.slice(1));
    for (const one of all) {
      const name = bare(one.querySelector("h2")?.textContent ?? "");
      one.hidden = typed ? !` ${name}`.includes(` ${typed}`) : one.id !== linked;
    }
    const shown = all.filter((one) => !one.hidden).length;
    const anybody = document.getElementById("alle");
    if (anybody) anybody.hidden = shown === 1; // it stands beside the kommune too
    const many = shown > 1 ? fill(config.ord.kommuner, { antal: String(shown) }) : "";
    if (status) status.textContent = typed && !shown ? config.ord.ingen_kommune : many;
  };
  field.addEventListener("input", show);
  addEventListener("hashchange", show);
  show();
}

/** After a change of way the steps are in sight, and said: they may stand far below the switch. */
function showSteps(event: Event): void {
  const chosen = (event.target as HTMLElement).id === "vd" ? ".di" : ".pa";
  const steps = [...document.querySelectorAll<HTMLElement>(`${chosen} > h2`)].pop();
  if (!steps) return;
  let told = document.getElementById("vej");
  if (!told) {
    told = document.createElement("p");
    told.id = "vej";
    told.className = "sc";
    told.setAttribute("role", "status");
    (event.target as HTMLElement).closest("fieldset")?.append(told);
  }
  const link = document.createElement("a");
  link.className = "tp";
  link.href = `#${(steps.id = "trin")}`;
  link.textContent = `${steps.textContent} ↓`;
  for (const other of document.querySelectorAll("#trin")) if (other !== steps) other.removeAttribute("id");
  told.replaceChildren(link);
}

function thinButton(text: string): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn thin";
  button.textContent = text;
  return button;
}

function keepOffline(): void {
  if (!("serviceWorker" in navigator) || !location.protocol.startsWith("http")) return;
  const hadOne = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.register(`${root.dataset.root}sw.js`, { updateViaCache: "none" }).then((registration) => {
    const offer = (waiting: ServiceWorker | null): void => {
      if (!waiting || !hadOne) return;
      const button = thinButton(config.ord.hent_ny);
      button.addEventListener("click", () => waiting.postMessage("skift"));
      const place = note();
      place.classList.add("sc");
      place.setAttribute("role", "status");
      place.append(`${config.ord.ny} `, button);
    };
    offer(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const next = registration.installing;
      next?.addEventListener("statechange", () => next.state === "installed" && offer(registration.waiting));
    });
    const saves = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData;
    if (!saves) navigator.serviceWorker.ready.then((ready) => ready.active?.postMessage("resten"));
  }, () => undefined);
  let changed = false;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (hadOne && !changed) location.reload();
    changed = true;
  });
}

root.classList.add("j");
const sheet = document.querySelector("style")?.sheet;
for (const rule of config.stil) sheet?.insertRule(rule, sheet.cssRules.length);
showAge();
const place = document.getElementById("her");
const header = document.querySelector("header");
const find = document.querySelector<HTMLElement>(".find");
if (place) searchIn(place, config, false);
else if (header && find) searchBehind(header, find);
if (header && document.querySelector("article")) addPrint(header);
const about = document.getElementById("kort");
const number = document.querySelector(".box");
addEventListener("beforeprint", () => {
  const place = document.getElementById("idag");
  if (place) place.textContent = said(today, config);
  document.querySelector("article h1")?.after(about ?? ""); // as on the paper; on a screen the number comes first
});
addEventListener("afterprint", () => about && number?.closest("article > *")?.after(about));
for (const way of document.querySelectorAll<HTMLInputElement>(".way input")) way.addEventListener("change", showSteps);
document.querySelector<HTMLAnchorElement>(".leave")?.addEventListener("click", (event) => {
  event.preventDefault(); // the page does not stay behind the back button
  location.replace((event.currentTarget as HTMLAnchorElement).href);
});
const day = document.getElementById("dag") as HTMLInputElement | null;
if (day && isOld) day.closest(".js")?.remove(); // what is too old to be shown is not counted either
else if (day) {
  day.addEventListener("input", () => countFrom(day));
  if (day.value) countFrom(day);
}
const kommune = document.getElementById("kom") as HTMLInputElement | null;
if (kommune) chooseKommune(kommune);
keepOffline();
