// Keeps the page on this device, so that it opens without a network; what is not one of its files is never asked for.

/** @type {Record<string, string>} path → hash; filled in when the page is built */
const FILES = /* FILES */ {};
const CACHE = "samenwerkadvies /* VERSION */";
const POLICY = "/* POLICY */";

/** @type {any} */
const worker = self;

worker.addEventListener("install", (/** @type {any} */ event) => {
  const wanted = Object.entries(FILES).map(([path, integrity]) => new Request(path, { integrity, cache: "no-cache" }));
  event.waitUntil(caches.open(CACHE).then(cache => cache.addAll(wanted)));
});

worker.addEventListener("activate", (/** @type {any} */ event) => {
  event.waitUntil((async () => {
    const older = (await caches.keys()).filter(name => name.startsWith("samenwerkadvies ") && name !== CACHE);
    await Promise.all(older.map(name => caches.delete(name)));
    await worker.clients.claim();
  })());
});

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  event.respondWith(answer(event.request));
});

/** @param {Request} request */
async function answer(request) {
  const cache = await caches.open(CACHE);
  const page = request.mode === "navigate" ? await cache.match("index.html") : undefined;
  const kept = await cache.match(request, { ignoreSearch: true }) ?? page;
  if (!kept) return fetch(request);
  if (kept.headers.has("Content-Security-Policy")) return kept; // as it came: a browser knows it compiled already
  const headers = new Headers(kept.headers);
  headers.set("Content-Security-Policy", POLICY);
  return new Response(kept.body, { status: kept.status, headers });
}
