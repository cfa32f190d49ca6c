// Six pages of the shipped base's site, on a phone and on a desk, into docs/billeder:  node pictures.mjs
// Uses the installed command (BLANKET) and Chromium; nothing is fetched from the net.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { DAY, makeSite, openBrowser, repository } from "./test/helpers.mjs";

const PAGES = { forside: "", opgave: "skift-laege", forloeb: "doedsfald", blanket: "fd-001a", emne: "emner/sundhed.html", ordbog: "ordbog" };
const SIZES = { telefon: { width: 390, height: 844 }, skrivebord: { width: 1280, height: 800 } };

const folder = makeSite("billeder", ["--kommune", "odense"], { SOURCE_DATE_EPOCH: DAY });
const browser = await openBrowser();
for (const [size, viewport] of Object.entries(SIZES)) {
  const page = await (await browser.newContext({ viewport, colorScheme: "light" })).newPage();
  await page.clock.setFixedTime(new Date("2026-11-27T10:00:00Z"));
  for (const [name, path] of Object.entries(PAGES)) {
    const file = path.endsWith(".html") ? join(folder, path) : join(folder, path, "index.html");
    await page.goto(pathToFileURL(file).href);
    if (name === "forside") {
      await page.locator("#ord").focus();
      await page.waitForFunction(() => typeof self.blanketSoeg === "function");
      await page.keyboard.type("min mor kan ikke huske");
      await page.locator("#fund a").first().waitFor();
    }
    await page.screenshot({ path: join(repository, "docs", "billeder", `websted-${name}-${size}.png`) });
  }
}
await browser.close();
