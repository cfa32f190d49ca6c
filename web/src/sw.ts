// The service worker of one release: what is listed is kept, and shown from what is kept; nothing else is stored.

/// <reference lib="webworker" />
interface Release {
  udgave: string;
  først: string[];
  resten: string[];
  frakoblet: string;
}

const scope = self as unknown as ServiceWorkerGlobalScope & { udgivelse: Release };
const release = scope.udgivelse;
const NAME = `blanket-${release.udgave}`;
const AT_ONCE = 4; // pages fetched side by side
const listed = new Set([...release.først, ...release.resten]);

const addressOf = (path: string): string => new URL(path, scope.registration.scope).href;

/** The file below the site that an address stands for; null for what is no part of it. */
function pathOf(address: string): string | null {
  const url = new URL(address);
  const base = new URL(scope.registration.scope);
  if (url.origin !== base.origin || !url.pathname.startsWith(base.pathname)) return null;
  const path = decodeURIComponent(url.pathname.slice(base.pathname.length));
  if (path === "" || path.endsWith("/")) return `${path}index.html`;
  return listed.has(path) || /\.[a-z0-9]+$/.test(path) ? path : `${path}/index.html`;
}

async function keep(paths: string[]): Promise<void> {
  const cache = await caches.open(NAME);
  const wanted = [...paths];
  const one = async (): Promise<void> => {
    for (let path = wanted.shift(); path !== undefined; path = wanted.shift()) {
      if (!(await cache.match(addressOf(path)))) await cache.add(new Request(addressOf(path), { cache: "reload" }));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

async function answer(request: Request, path: string | null): Promise<Response> {
  try {
    if (path === null || !listed.has(path)) {
      // What is not listed may be dangerous to have lying about: it is kept nowhere.
      return await fetch(request, { cache: "no-store" });
    }
    const asked = new URL(request.url).pathname;
    // Its links begin in its folder: svendborg.dk/hjaelp/skift-laege is svendborg.dk/hjaelp/skift-laege/.
    if (path.endsWith("/index.html") && !/\/(index\.html)?$/.test(asked)) return Response.redirect(`${asked}/`, 302);
    const cache = await caches.open(NAME);
    const kept = await cache.match(addressOf(path));
    if (kept) return kept;
    const fresh = await fetch(request);
    if (fresh.ok) await cache.put(addressOf(path), fresh.clone());
    return fresh;
  } catch (error) {
    if (request.mode !== "navigate") throw error;
    return Response.redirect(addressOf(release.frakoblet), 302);
  }
}

scope.addEventListener("install", (event) => event.waitUntil(keep(release.først)));
scope.addEventListener("activate", (event) =>
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith("blanket-") && name !== NAME).map((name) => caches.delete(name))))
      .then(() => scope.clients.claim()),
  ),
);
scope.addEventListener("message", (event) => {
  if (event.data === "skift") void scope.skipWaiting();
  if (event.data === "resten") event.waitUntil(keep(release.resten).catch(() => undefined));
});
scope.addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && new URL(event.request.url).origin === location.origin) {
    event.respondWith(answer(event.request, pathOf(event.request.url)));
  }
});
