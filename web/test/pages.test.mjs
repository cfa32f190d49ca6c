// The pages in a real Chromium: accessible, readable at any size and without JavaScript, printable, honest about age.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { blanket, DAY, findChromium, makeSite, openBrowser, scratch } from "./helpers.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// One page of every kind: front, both ways, dated, journey, form, withdrawn form, place, sensitive, and all the lists.
const KINDS = [
  "", "skift-laege", "meld-flytning", "doedsfald", "fd-001a", "5-800-014-0815", "odense-borgerservice", "aeldretelefonen",
  "emner/sundhed.html", "alle", "alle/m.html", "ordbog", "steder", "kommuner", "akut", "was", "frakoblet", "ikke-kontrolleret",
];
const LISTS = ["steder", "ikke-kontrolleret"]; // lists: what is on top there is a heading
const FIRST_NUMBER = 600; // px from the top, on a phone of 390 by 844
const options = { skip: findChromium() ? false : "Chromium is not installed" };
let folder, intern, browser;

const address = (site, path) => pathToFileURL(join(site, path.endsWith(".html") ? path : join(path, "index.html"))).href;

before(async () => {
  if (options.skip) return;
  folder = makeSite("pages", ["--kommune", "odense"], { SOURCE_DATE_EPOCH: DAY });
  intern = makeSite("intern", ["--kommune", "odense", "--intern"], { SOURCE_DATE_EPOCH: DAY });
  browser = await openBrowser();
});
after(() => browser?.close());

async function opened(site, path, more = {}) {
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: 390, height: 844 }, ...more });
  const page = await context.newPage();
  page.complaints = [];
  page.on("pageerror", (error) => page.complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && page.complaints.push(message.text()));
  if (more.now) await page.clock.setFixedTime(new Date(more.now));
  await page.goto(address(site, path));
  return page;
}

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing wrong on any kind of page (${colorScheme})`, options, async () => {
    const wrong = [];
    for (const [site, path] of [...KINDS.map((path) => [folder, path]), [intern, "skift-laege"], [intern, ""]]) {
      const page = await opened(site, path, { colorScheme, now: "2026-11-28T10:00:00Z" });
      await page.addScriptTag({ content: AXE });
      const found = await page.evaluate((tags) => axe.run(document, { runOnly: tags }), WCAG);
      assert.ok(found.passes.length > 10, path);
      wrong.push(...found.violations.map((one) => `${path}: ${one.id} ${one.nodes.map((node) => node.html).slice(0, 2)}`));
      await page.context().close();
    }
    assert.deepEqual(wrong, []);
  });
}

test("nothing is cut or runs out of the page at 390, 768 and 1280, at twice the text size, nor at 320", options, async () => {
  const wide = [];
  for (const path of KINDS) {
    for (const [width, size] of [[320, 100], [390, 100], [390, 200], [768, 100], [768, 200], [1280, 200]]) {
      const page = await opened(folder, path, { viewport: { width, height: 800 } });
      await page.addStyleTag({ content: `:root { font-size: ${(112.5 * size) / 100}% !important }` });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (over > 1) wide.push([path, width, size, over]);
      await page.context().close();
    }
  }
  assert.deepEqual(wide, []);
});

test("what is pressed is large enough for a thumb", options, async () => {
  const small = [];
  for (const path of KINDS) {
    const page = await opened(folder, path);
    const found = await page.evaluate(() =>
      [...document.querySelectorAll("a, button, label, input:not([type=radio])")]
        .filter((one) => one.getClientRects().length && !one.closest("p, dd, li > small") && !one.matches(".skip, .num a"))
        .map((one) => [one.textContent.trim() || one.id, Math.round(one.getBoundingClientRect().height)])
        .filter(([, height]) => height < 24),
    );
    small.push(...found.map((one) => [path, ...one]));
    await page.context().close();
  }
  assert.deepEqual(small, []);
});

test("without JavaScript everything is there but search and dates", options, async () => {
  const page = await opened(folder, "meld-flytning", { javaScriptEnabled: false });
  assert.ok(await page.getByText("Sådan gør du uden nettet").isVisible());
  assert.ok(!(await page.getByText("Sådan gør du på nettet").isVisible()));
  await page.getByText("På nettet", { exact: true }).click();
  assert.ok(await page.getByText("Sådan gør du på nettet").isVisible());
  assert.ok(!(await page.getByText("Sådan gør du uden nettet").isVisible()));
  assert.ok(!(await page.locator("#dag").isVisible()));
  await page.goto(address(folder, ""));
  assert.ok(!(await page.locator("#soeg").isVisible()));
  await page.getByText("Læge og sygehus").click();
  await page.getByText("Skift læge").click();
  assert.equal(await page.title(), "Skift læge – Hjælp til det offentlige");
});

test("the switch and the links can be reached with the keyboard, in the order of the page", options, async () => {
  const page = await opened(folder, "skift-laege");
  const order = [];
  for (let at = 0; at < 7; at += 1) {
    await page.keyboard.press("Tab");
    order.push(await page.evaluate(() => document.activeElement.id || document.activeElement.textContent.trim()));
  }
  assert.equal(order[0], "Gå til indholdet");
  assert.equal(order[2], "Søg");
  assert.equal(order[3], "tryk");
  assert.match(order[4], /^\d\d \d\d \d\d \d\d$/);
  assert.equal(order[5], "Ring nu");
  assert.equal(order[6], "vp");
  await page.locator("#vp").focus();
  await page.keyboard.press("ArrowRight");
  assert.ok(await page.getByRole("heading", { name: "Sådan gør du på nettet" }).isVisible());
});

test("an inner page prints from its top, and its search opens in place", options, async () => {
  for (const viewport of [{ width: 390, height: 844 }, { width: 1280, height: 800 }]) {
    const page = await opened(folder, "skift-laege", { viewport });
    const box = await page.locator("#tryk").boundingBox();
    assert.ok(box.y + box.height < 150, `print button at ${box.y}`);
    await page.evaluate(() => (self.print = () => (self.printed = true)));
    await page.locator("#tryk").click();
    assert.ok(await page.evaluate(() => self.printed));
    await page.getByRole("button", { name: "Søg" }).click();
    assert.equal(await page.evaluate(() => document.activeElement.id), "ord");
    await page.waitForFunction(() => typeof self.blanketSoeg === "function");
    await page.keyboard.type("akut");
    assert.match(await page.locator("#fund a").first().textContent(), /^Akut hjælp/);
    await page.addScriptTag({ content: AXE });
    const found = await page.evaluate((tags) => axe.run(document, { runOnly: tags }), WCAG);
    assert.deepEqual(found.violations.map((one) => one.id), []);
    await page.locator("#fund a").first().click();
    assert.match(await page.title(), /^Akut hjælp/);
    await page.context().close();
  }
});

test("on a phone the first number to press stands whole on the first screen of every page that has one", options, async () => {
  const national = makeSite("national", [], { SOURCE_DATE_EPOCH: DAY });
  const late = [];
  for (const site of [folder, national]) {
    const paths = readdirSync(site).filter((name) => existsSync(join(site, name, "index.html")));
    const numbered = paths.filter((name) => readFileSync(join(site, name, "index.html"), "utf8").includes('href="tel:') && !LISTS.includes(name));
    let seen = 0;
    const page = await (await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })).newPage();
    for (const name of numbered) {
      await page.goto(address(site, name));
      const end = await page.evaluate(() => {
        const shown = [...document.querySelectorAll('main a[href^="tel:"]')].find((one) => one.getClientRects().length);
        return shown ? Math.round(shown.getBoundingClientRect().bottom) : 0; // some have one on the way with the net alone
      });
      seen += end ? 1 : 0;
      if (end > FIRST_NUMBER) late.push([name, end]);
    }
    await page.context().close();
    assert.ok(seen > 250);
  }
  assert.deepEqual(late, []);
});

test("a change of way says where its steps are, and leads there", options, async () => {
  const page = await opened(folder, "skift-laege");
  await page.locator("#vd").check();
  const told = page.locator("#vej a");
  assert.match(await told.textContent(), /^Sådan gør du på nettet/);
  await told.click();
  assert.ok((await page.locator("#trin").boundingBox()).y < 400);
  assert.equal(await page.locator("#trin").textContent(), "Sådan gør du på nettet");
  await page.locator("#vp").check();
  assert.match(await told.textContent(), /^Sådan gør du uden nettet/);
  await page.context().close();
});

test("a last day on a day off is said to be why an earlier one stands there", options, async () => {
  const page = await opened(folder, "meld-flytning", { now: "2026-11-27T10:00:00+01:00" });
  await page.locator("#dag").fill("2026-12-07");
  assert.ok(await page.getByText("Den sidste dag er en lørdag, søndag eller helligdag. Derfor står hverdagen før.").first().isVisible());
  await page.context().close();
});

test("a day that is chosen gives the dates that the paper prints", options, async () => {
  const page = await opened(folder, "meld-flytning", { now: "2026-11-27T10:00:00+01:00" });
  await page.locator("#dag").fill("2026-12-10");
  const said = blanket(["udskriv", "meld-flytning", "-f", "txt", "-o", "-", "--dag", "2026-12-10", "--kommune", "odense"], { SOURCE_DATE_EPOCH: DAY });
  const printed = [...said.replace(/\s+/g, " ").matchAll(/(?:Senest|Tidligst) \S+ den \d+\. \S+ \d{4}/g)].map((one) => one[0]);
  const shown = await page.locator(".dag:visible").allTextContents();
  assert.ok(printed.length > 0);
  assert.deepEqual(shown.filter((text) => /^(Senest|Tidligst)/.test(text)), printed);
  assert.match(await page.locator("#fra").textContent(), /torsdag den 10\. december 2026/);
});

test("a copy that is over 90 days old hides sums and deadlines, and says so", options, async () => {
  const fresh = await opened(folder, "skift-laege", { now: "2027-02-25T10:00:00Z" });
  assert.ok(await fresh.getByText("225 kr.").isVisible());
  assert.ok(!(await fresh.getByText("Denne udgave er gammel. Ring.").isVisible()));
  const old = await opened(folder, "skift-laege", { now: "2027-02-26T10:00:00Z" });
  assert.ok(!(await old.getByText("225 kr.").isVisible()));
  assert.ok(await old.getByText("Denne udgave er gammel. Ring.").isVisible());
  assert.match(await old.locator("#alder").textContent(), /91 dage/);
  assert.ok(await old.locator(".num").first().isVisible());
});

test("printed, a page says what the PDF says, in the same order", options, async () => {
  for (const [path, way] of [["skift-laege", "papir"], ["meld-flytning", "digital"], ["fd-001a", "papir"], ["doedsfald", "papir"], ["nemkonto", "papir"]]) {
    const page = await opened(folder, path, { now: "2026-11-27T10:00:00+01:00" });
    if (way === "digital") await page.locator("#vd").check();
    const file = join(scratch, `${path}.pdf`);
    await page.pdf({ path: file, preferCSSPageSize: true });
    const pdf = join(scratch, `${path}-ark.pdf`);
    blanket(["udskriv", path, "-o", pdf, "--vej", way, "--kommune", "odense", "--overskriv"], { SOURCE_DATE_EPOCH: DAY });
    // pdftotext has two orders: as drawn (a browser draws lists late) and as it looks (dates stand in a margin).
    const paper = words(pdf, ["-raw"]);
    const [missing] = [["-raw"], ["-layout"]].map((order) => inOrder(paper, words(file, order))).sort((a, b) => a.length - b.length);
    assert.deepEqual(missing, [], path);
    await page.context().close();
  }
});

function words(pdf, manner) {
  const text = execFileSync("pdftotext", [...manner, pdf, "-"], { encoding: "utf8" });
  // The PDF's foot has title and page number on each page; the numbers of steps are drawn, not
  // written; a line to write a date on stands in a margin of the paper.
  const whole = text.replace(/-\s*/g, "").replace(/(Senest|Tidligst) den[ _]*$/gm, "").replace(/^.*Side \d+ af \d+\s*$/gm, "").replace(/^\f?\d{1,2}(?=\s*$|\s+\p{Lu})/gmu, "");
  return whole.toLowerCase().split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word));
}

/** The words of the first list that are not in the second after those before them. */
function inOrder(some, all) {
  // longest common subsequence, by rows
  const rows = Array.from({ length: some.length + 1 }, () => new Uint16Array(all.length + 1));
  for (let i = some.length - 1; i >= 0; i -= 1)
    for (let j = all.length - 1; j >= 0; j -= 1)
      rows[i][j] = some[i] === all[j] ? rows[i + 1][j + 1] + 1 : Math.max(rows[i + 1][j], rows[i][j + 1]);
  const missing = [];
  for (let i = 0, j = 0; i < some.length; ) {
    if (j < all.length && some[i] === all[j]) { i += 1; j += 1; }
    else if (j < all.length && rows[i][j + 1] >= rows[i + 1][j]) j += 1;
    else missing.push(some[i++]);
  }
  return missing;
}

test("no page complains, and none asks the network for anything that is not the site's", options, async () => {
  for (const path of KINDS) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const wrong = [];
    page.on("pageerror", (error) => wrong.push(error.message));
    page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
    page.on("request", (request) => /^(file|data):/.test(request.url()) || wrong.push(request.url()));
    await page.goto(address(folder, path));
    await page.waitForTimeout(100);
    assert.deepEqual(wrong, [], path);
    await context.close();
  }
});
