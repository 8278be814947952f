// Has the site's worker (sw.js) keep a plan for where there is no net: its pages, and what they use. The worker is told what that is, so
// that nobody has to keep a list.
//
// keep returns {kept, failed}, how many files are kept and the addresses of those that are missing, or {code}: "none" where the browser, the
// preview or a site without https has no workers, "offline", "full", "failed".

export async function keep(base, pages) {
  const addresses = pages.map((page) => new URL(page, location.href).href);
  return told(base, async (worker) => ask(worker, { keep: { plan: addresses[0], pages: addresses, uses: await usesOf(addresses, new URL(base, location.href).href) } }));
}

// Removes the worker and all that it keeps.
export const forget = (base) => told(base, (worker) => ask(worker, { forget: true }));

async function told(base, tell) {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return { code: "none" };
  if (!navigator.onLine) return { code: "offline" };
  try {
    const address = new URL(`${base}sw.js`, location.href).href;
    const there = await serviceWorker.getRegistration(base);
    const other = there?.active && there.active.scriptURL !== address; // an author's own
    if (other) return { code: "none" };
    const registration = await serviceWorker.register(address, { scope: base, updateViaCache: "none" });
    return await tell(await activeOf(registration));
  } catch (error) {
    return { code: ["NotSupportedError", "SecurityError"].includes(error.name) ? "none" : "failed" };
  }
}

const limit = 60_000; // milliseconds until a worker that says nothing has failed

const inTime = (start) => new Promise((done, failed) => {
  setTimeout(() => failed(new Error("no answer")), limit);
  start(done);
});

const activeOf = (registration) => inTime((done) => {
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  const look = () => { if (worker.state === "activated") done(worker); };
  worker.addEventListener("statechange", look);
  look();
});

const ask = (worker, question) => inTime((done) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => done(data);
  worker.postMessage(question, [port2]);
});

// ---- What pages use --------------------------------------------------------------------------------------------------------------

// The addresses within the site that some pages need to look and work as they do, and those that these need in turn.
async function usesOf(pages, site) {
  const found = new Set(pages);
  const look = async (address) => {
    const response = await fetch(address, { cache: "no-cache" });
    const kind = response.headers.get("content-type")?.split(";")[0] ?? "";
    if (!response.ok || !Object.hasOwn(finders, kind)) return;
    const named = finders[kind](await response.text(), pages[0]).filter((name) => URL.canParse(name, address)).map((name) => new URL(name, address)).filter((url) => url.href.startsWith(site));
    for (const url of named) url.hash = "";
    const more = [...new Set(named.map((url) => url.href))].filter((href) => !found.has(href));
    for (const href of more) found.add(href);
    await Promise.all(more.filter((href) => /\.(css|js)$/.test(href)).map(look));
  };
  await Promise.all(pages.map(look));
  return [...found];
}

const all = (text, pattern) => [...text.matchAll(pattern)].map((m) => m[1]);
const inScripts = (text) => all(text, /["'](\.\/[\w.-]+\.js)["']/g);

// What a file of a kind names.
const finders = {
  "text/html": inPage,
  "text/css": (text) => all(text, /(?:url\(|@import)\s*["']?([^"')]+)/g).filter((name) => !name.startsWith("data:")),
  "text/javascript": inScripts,
  "application/javascript": inScripts,
  "application/json": (text) => all(text, /"([^"\\]+\.(?:svg|png|jpe?g|webp|avif))"/g),
};

function inPage(text, plan) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const links = "link:is([rel~=stylesheet], [rel~=icon], [rel~=apple-touch-icon], [rel~=manifest], [rel~=preload], [rel~=modulepreload])";
  const named = [...page.querySelectorAll(`${links}, script[src], img, source`)].flatMap((e) =>
    [e.getAttribute("href"), e.getAttribute("src"), ...(e.getAttribute("srcset") ?? "").split(",").map((one) => one.trim().split(/\s+/)[0])]);
  // Scripts of a page find their data at addresses that stand in it.
  const data = [...page.querySelectorAll("*")].flatMap((e) => Object.values(e.dataset ?? {})).filter((value) => value.startsWith(new URL(plan).pathname));
  return [...named.filter(Boolean), ...data];
}
