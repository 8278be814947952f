// The worker of the site: it shows a plan that a runner follows where there is no net, as in a cellar with weights. It asks the net first, so
// that a plan that was mended or withdrawn arrives, and answers itself only without it. It has no list of its own: the page of a log
// says what to keep (see offline.js). Where the site publishes this file empty or not at all, the worker goes, and all that it kept.
const { scope } = registration;
const ours = `legpress ${scope} `; // what the names of its caches begin with: other sites of the same host have others
const most = { plans: 3, files: 300 };
const patience = 4000; // milliseconds that the net may take for what is kept (house rule): a weak one says neither yes nor no
const hashed = /\.[0-9a-f]{10}\.(css|js)$/; // the address says what is in the file

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope) || request.headers.has("range")) return;
  if (request.mode === "navigate") event.waitUntil(goIfUnwanted());
  event.respondWith(answer(request));
});

addEventListener("message", (event) => {
  const { keep: plan, forget } = event.data;
  const work = plan ? keep(plan) : forget ? go() : undefined;
  const failed = (error) => ({ code: error.name === "QuotaExceededError" ? "full" : "failed" });
  event.waitUntil(Promise.resolve(work).catch(failed).then((said) => event.ports[0]?.postMessage(said)));
});

const cacheNames = async () => (await caches.keys()).filter((name) => name.startsWith(ours));

// What is kept of an address. The choices of a sheet stand behind a ? and are made by its script.
async function copyOf(request) {
  for (const name of await cacheNames()) {
    const copy = await (await caches.open(name)).match(request, { ignoreSearch: request.mode === "navigate", ignoreVary: true });
    if (copy) return copy;
  }
  return undefined;
}

async function answer(request) {
  const copy = await copyOf(request);
  if (!copy) return fetch(request);
  if (hashed.test(request.url)) return copy;
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), patience); // of the first byte: what has begun may take its time
  const response = await fetch(request, { signal: late.signal }).catch(() => {});
  clearTimeout(timer);
  if (!response || response.status >= 500) return copy;
  if (isGone(response)) await drop(request.url);
  return response;
}

const isGone = (response) => response.status === 404 || response.status === 410;

// Keeps no longer what the site has withdrawn.
async function drop(address) {
  for (const name of await cacheNames()) await (await caches.open(name)).delete(address, { ignoreSearch: true, ignoreVary: true });
}

// Keeps the pages of a plan with the files that they use, in the place of those that it had. The files come first and what is old goes last,
// so that a page that is kept has its files whenever this ends.
async function keep({ plan, pages, uses }) {
  const cache = await caches.open(ours + plan);
  const inScope = (address) => address.startsWith(scope);
  const files = [...new Set(uses)].filter((address) => inScope(address) && !pages.includes(address)).slice(0, most.files);
  const got = new Map();
  const failed = [];
  await Promise.all([...files, ...pages.filter(inScope)].map(async (address) => {
    if (hashed.test(address) && (await cache.match(address))) return;
    const response = await fetch(address, { cache: "no-cache" }).catch(() => {});
    if (response?.ok) got.set(address, response);
    else failed.push(address);
  }));
  if (pages.some((page) => !got.has(page))) return { code: "failed", failed };
  await Promise.all(files.map((file) => put(cache, file, got)));
  await Promise.all(pages.map((page) => put(cache, page, got)));
  const kept = new Set([...files, ...pages]);
  for (const { url } of await cache.keys()) if (!kept.has(url)) await cache.delete(url, { ignoreVary: true });
  for (const name of (await cacheNames()).filter((n) => n !== ours + plan).slice(0, 1 - most.plans)) await caches.delete(name);
  return { kept: kept.size - failed.length, failed };
}

// A page that was redirected is refused by browsers as the answer to another address, so that it is made anew.
async function put(cache, address, got) {
  const response = got.get(address);
  if (!response) return;
  const { status, headers } = response;
  await cache.put(address, response.redirected ? new Response(await response.blob(), { status, headers }) : response);
}

async function go() {
  for (const name of await cacheNames()) await caches.delete(name);
  await registration.unregister();
  return { kept: 0, failed: [] };
}

// Looks with each page that is opened whether the site still has a worker.
async function goIfUnwanted() {
  const response = await fetch(location.href, { cache: "no-cache" }).catch(() => {});
  if (response && (isGone(response) || (response.ok && !response.redirected && (await response.text()).trim() === ""))) await go();
}
