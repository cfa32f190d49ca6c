// What the browser's tests share: a site made by the installed command, a small server for it, and a real Chromium.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
export const repository = join(here, "..", "..");
export const BLANKET = process.env.BLANKET ?? join(repository, ".venv", "bin", "blanket");
export const DAY = "1795780800"; // 2026-11-27, as SOURCE_DATE_EPOCH
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css", ".svg": "image/svg+xml" };
TYPES[".webmanifest"] = "application/manifest+json";
TYPES[".jsonld"] = "application/ld+json";

export const scratch = mkdtempSync(join(tmpdir(), "websted-"));

export function blanket(args, more = {}) {
  const home = { XDG_CACHE_HOME: join(scratch, "cache"), XDG_CONFIG_HOME: join(scratch, "config"), XDG_DATA_HOME: join(scratch, "data") };
  return execFileSync(BLANKET, args, { encoding: "utf8", env: { ...process.env, ...home, ...more }, stdio: ["ignore", "pipe", "pipe"] });
}

export function makeSite(name, args = [], more = {}) {
  const folder = join(scratch, name);
  blanket(["kb", "websted", folder, "--trods", "Lederen", ...args], more);
  return folder;
}

/** A server of a folder on loopback, as any web server would be: no rules but folder -> index.html. */
export async function serve(folder) {
  const asked = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    asked.push(request.url);
    let file = join(server.folder, normalize(path));
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "cache-control": "no-cache" });
    response.end(readFileSync(file));
  });
  server.folder = folder;
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, asked, server };
}

export function findChromium() {
  return ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path));
}

export const openBrowser = () =>
  chromium.launch({
    executablePath: findChromium(),
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
