// Search and offline in a real Chromium: the golden file, the time from key to list, no network, a newer release.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { DAY, findChromium, makeSite, openBrowser, repository, scratch, serve } from "./helpers.mjs";

const PYTHON = process.env.PYTHON ?? join(repository, ".venv", "bin", "python");
const MOST_MS = 50; // from a key to the list, for 95 of 100 keys, with the processor slowed fourfold
const SLOWER = 4;
const options = { skip: findChromium() ? false : "Chromium is not installed" };
let folder, browser, site;

before(async () => {
  if (options.skip) return;
  folder = makeSite("search", [], { SOURCE_DATE_EPOCH: DAY });
  site = await serve(folder);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  site?.server.closeAllConnections();
  site?.server.close();
});

const loaded = (page) => page.waitForFunction(() => typeof self.blanketSoeg === "function");
const front = () => pathToFileURL(join(folder, "index.html")).href;

test("opened from a folder, it answers the golden file as Python does", options, async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(front());
  await page.locator("#ord").focus();
  await loaded(page);
  const now = execFileSync(PYTHON, ["-m", "bench.golden_site", "--nu"], { cwd: repository, encoding: "utf8", maxBuffer: 1 << 26 });
  const [, ...lines] = now.trimEnd().split("\n");
  const rows = lines.map((line) => line.split("\t"));
  const here = await page.evaluate(
    (asked) => asked.map(([query, half]) => self.blanketRang(query, 8, half === "h").map((hit) => `${hit.id} ${hit.points.toFixed(1)} ${hit.weak ? "u" : "s"}`).join(";")),
    rows,
  );
  const different = rows.filter((row, at) => row[2] !== here[at]).map((row) => row[0]);
  assert.equal(rows.length, 2000);
  assert.deepEqual(different, []);
});

test("what is typed is listed, leads to its page, and leaves the page nowhere", options, async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${site.address}/index.html`);
  await page.locator("#ord").focus();
  await loaded(page);
  const before = asked.length;
  await page.keyboard.type("skifte læge 010150-1234");
  await page.locator("#fund a").first().waitFor();
  assert.match(await page.locator("#svar").textContent(), /Skriv ikke CPR-numre her/);
  assert.match(await page.locator("#fund a").first().textContent(), /^Skift læge/);
  assert.deepEqual(asked.slice(before).filter((url) => !/sw\.js|\/filer\/|index\.html$/.test(url)), []);
  await page.locator("#fund a").first().click();
  assert.equal(await page.title(), "Skift læge – Hjælp til det offentlige");
  assert.ok(!page.url().includes("010150"));
  await context.close();
});

async function asked(page, query) {
  await page.locator("#ord").fill(query);
  await page.locator("#fund li").first().waitFor();
  return page.locator("#fund li");
}

test("a search that finds nothing says whom to ring; one for print says how; a hit shows its number", options, async () => {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await page.goto(front());
  await page.locator("#ord").focus();
  await loaded(page);
  const none = await asked(page, "hdsjfhdskjf qwx");
  assert.match(await page.locator("#svar").textContent(), /^Vi fandt ingenting/);
  assert.deepEqual(await none.locator('a[href^="tel:"]').allTextContents(), ["70 10 18 81", "112"]);
  assert.match(await none.first().textContent(), /^Find din kommunes nummer/);
  for (const query of ["print", "skrive ud", "udskrive"]) {
    const found = await asked(page, query);
    assert.equal(await found.count(), 1);
    assert.match(await found.textContent(), /tryk på “Skriv ud”/);
  }
  assert.equal(await (await asked(page, "livslinien")).first().locator('a[href^="tel:"]').textContent(), "70 20 12 01");
  const letters = await (await asked(page, "brev til fritaget borger")).locator("a[href]").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  assert.ok(letters.indexOf("brev-uden-digital-post/index.html") === letters.length - 1);
  await asked(page, "boligstøtte");
  const seen = await page.locator("#fund li").evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().bottom <= innerHeight).length);
  assert.ok(seen >= 6, `${seen} hits on the screen`);
  await page.context().close();
});

test("back from a page the search and its hits stand as they were, but for what is sensitive", options, async () => {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  for (const [query, kept] of [["boligstøtte", true], ["livslinien", false]]) {
    await page.goto(front());
    await page.locator("#ord").focus();
    await loaded(page);
    await asked(page, query);
    await page.locator("#fund a").first().click();
    await page.waitForURL(/\/[a-z-]+\/index\.html$/);
    await page.goBack();
    await page.waitForTimeout(100);
    if (kept) await page.locator("#fund li").first().waitFor();
    assert.equal(await page.locator("#ord").inputValue(), kept ? query : "");
    assert.ok(!decodeURI(page.url()).includes(query));
  }
  await page.context().close();
});

test("the kommune is typed, in any spelling, and its number or whom to ask stands there", options, async () => {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await page.goto(pathToFileURL(join(folder, "kommuner", "index.html")).href);
  assert.equal(await page.locator(".kom:visible").count(), 0);
  for (const [typed, id] of [["odens", "odense"], ["aero", "aeroe"], ["Ærø", "aeroe"], ["svend", "svendborg"]]) {
    await page.locator("#kom").fill(typed);
    assert.deepEqual(await page.locator(".kom:visible").evaluateAll((all) => all.map((one) => one.id)), [id]);
    assert.ok((await page.locator('.kom:visible a[href^="tel:"]').count()) >= 1);
  }
  await page.locator("#kom").fill("xyz");
  assert.match(await page.locator("#komsvar").textContent(), /Vi kender ingen kommune/);
  await page.context().close();
});

test(`from a key to the list takes at most ${MOST_MS} ms for 95 of 100 keys, with the processor ${SLOWER} times slower`, options, async () => {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await page.goto(front());
  await page.locator("#ord").focus();
  await loaded(page);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const rows = readFileSync(join(repository, "tests", "websted", "golden.tsv"), "utf8").split("\n").slice(20);
  const phrases = rows.filter((row) => row.includes("\t\t")).map((row) => row.split("\t")[0]).filter((query) => query.length > 8);
  // The page's own handler, from the event to the list's new layout: what comes before is the keyboard's, after it the screen's.
  const times = await page.evaluate((some) => {
    const field = document.getElementById("ord");
    const found = [];
    for (const phrase of some) {
      for (let at = 1; at <= phrase.length; at += 1) {
        field.value = phrase.slice(0, at);
        const began = performance.now();
        field.dispatchEvent(new Event("input", { bubbles: true }));
        void document.getElementById("fund").offsetHeight;
        found.push(performance.now() - began);
      }
    }
    return found;
  }, Array.from({ length: 40 }, (_, at) => phrases[at * 25]));
  times.sort((one, other) => one - other);
  const at = (share) => times[Math.floor(share * times.length)].toFixed(1);
  console.log(`key to list, ${times.length} keys, slowed ${SLOWER}x: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, longest ${times.at(-1).toFixed(1)} ms`);
  assert.ok(times.length > 500);
  assert.ok(times[Math.floor(0.95 * times.length)] <= MOST_MS);
});

test("after the first visit it opens without a network, search and all; a sensitive page is kept nowhere", options, async () => {
  const mine = await serve(folder);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${mine.address}/`);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const { først, resten } = JSON.parse(/self\.udgivelse=(\{.*?\});/s.exec(readFileSync(join(folder, "sw.js"), "utf8"))[1]);
  const all = først.length + resten.length;
  const kept_now = () => page.evaluate(async () => (await (await caches.open((await caches.keys())[0])).keys()).length);
  for (let waited = 0; (await kept_now()) < all; waited += 1) {
    assert.ok(waited < 240, "not everything is kept after two minutes");
    await page.waitForTimeout(500);
  }
  await context.setOffline(true);
  mine.server.close(); // a service worker's own questions pass by what Playwright calls offline: nobody answers any more
  mine.server.closeAllConnections();
  const later = await context.newPage();
  await later.goto(`${mine.address}/`);
  await later.locator("#ord").focus();
  await loaded(later);
  await later.keyboard.type("dødsfald");
  await later.locator('#fund a[href="doedsfald/index.html"]').click();
  assert.equal(await later.title(), "Når en i familien dør – Hjælp til det offentlige", later.url());
  await later.goto(`${mine.address}/skift-laege`); // the short address, as a paper prints it
  assert.equal(await later.locator("h1").textContent(), "Skift læge");
  assert.ok(later.url().endsWith("/skift-laege/"), later.url());
  await later.goto(`${mine.address}/aeldretelefonen/index.html`);
  assert.equal(await later.locator("h1").textContent(), "Denne side er ikke gemt på telefonen");
  const kept = await later.evaluate(async () => {
    const found = [];
    for (const name of await caches.keys()) for (const one of await (await caches.open(name)).keys()) found.push(one.url);
    return found;
  });
  assert.ok(!kept.some((url) => url.includes("aeldretelefonen/")));
  await context.close();
});

test("a newer release is offered, and taken when the reader says so", options, async () => {
  const copy = join(scratch, "later");
  cpSync(folder, copy, { recursive: true });
  const mine = await serve(copy);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${mine.address}/kommuner/index.html`);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  for (const path of ["kommuner/index.html", "sw.js"]) {
    const file = join(copy, path);
    const text = readFileSync(file, "utf8");
    writeFileSync(file, path === "sw.js" ? text.replace(/"udgave":"\w+"/, '"udgave":"nyere"') : text.replace("<h1>", "<h1>Ny: "));
  }
  await page.goto(`${mine.address}/kommuner/index.html`);
  assert.ok(!(await page.locator("h1").textContent()).startsWith("Ny"));
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((one) => one.update()));
  await page.getByText("Hent den nye").click();
  await page.getByText("Ny: Find din kommunes nummer").waitFor();
  assert.deepEqual(await page.evaluate(() => caches.keys()), ["blanket-nyere"]);
  await context.close();
  mine.server.closeAllConnections();
  mine.server.close();
});

test("with the processor slowed, the front page is ready to be read at once, and the search soon", options, async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: "block" });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.goto(front());
  const painted = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? performance.now());
  const began = Date.now();
  await page.locator("#ord").focus();
  await loaded(page);
  const ready = Date.now() - began;
  console.log(`slowed ${SLOWER}x: first text ${painted.toFixed(0)} ms, search ready ${ready} ms after the field is touched`);
  assert.ok(ready < 8000);
  await context.close();
});
